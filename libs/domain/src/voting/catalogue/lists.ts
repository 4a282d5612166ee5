import { dHondt, modifiedSainteLague, sainteLague } from '../methods/list-proportional/highest-averages';
import { droop, hagenbachBischoff, hare, imperiali } from '../methods/list-proportional/largest-remainder';
import type { ListSettings } from '../methods/list-proportional/lists';
import type { Asked } from './asked';
import type { Method } from './method';

const within = ['order', 'preference'] as const;

const settings = { threshold: 'number', within, bar: 'number' } as const;

const asks = {
  ballots: ['list', 'approval', 'ranked'],
  needs: 'seats',
  settings,
} as const satisfies Partial<Method>;

const listSettings = (asked: Asked): ListSettings => ({
  seats: asked.seats(),
  threshold: asked.number('threshold'),
  within:
    asked.word('within', within) === 'preference'
      ? { by: 'preference', bar: asked.number('bar') }
      : { by: 'order' },
  ties: asked.ties,
});

/** Methods that give seats to lists. */
export const lists = [
  { name: 'dhondt', ...asks, count: (asked) => dHondt(asked.lists(), listSettings(asked)) },
  { name: 'sainte-lague', ...asks, count: (asked) => sainteLague(asked.lists(), listSettings(asked)) },
  {
    name: 'modified-sainte-lague',
    ...asks,
    settings: { ...settings, first: 'number' },
    count: (asked) =>
      modifiedSainteLague(asked.lists(), { ...listSettings(asked), first: asked.number('first') }),
  },
  { name: 'hare', ...asks, count: (asked) => hare(asked.lists(), listSettings(asked)) },
  { name: 'droop', ...asks, count: (asked) => droop(asked.lists(), listSettings(asked)) },
  { name: 'imperiali', ...asks, count: (asked) => imperiali(asked.lists(), listSettings(asked)) },
  {
    name: 'hagenbach-bischoff',
    ...asks,
    count: (asked) => hagenbachBischoff(asked.lists(), listSettings(asked)),
  },
] as const satisfies readonly Method[];
