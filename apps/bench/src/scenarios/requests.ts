import { type Arena, requests } from '../arena';
import { duel, type Side } from '../duel';
import { write } from '../load';
import type { Scenario } from './scenario';

/** Ideas that are read in turn: threads of every size. */
const read = 60;

function against(
  name: string,
  what: string,
  atLeast: number,
  next: (arena: Arena) => (port: number) => string,
): Scenario {
  return {
    name,
    async measure(arena) {
      const side = (server: Side['server']): Side => {
        const request = next(arena);
        return { server, next: () => request(server.port) };
      };
      const [speed, cpu] = await duel(side(arena.portal), side(arena.handler), arena.effort);
      return [
        { what, unit: 'requests/s', ...speed, goal: { of: 'ratio', atLeast } },
        { what: `${what}: computing`, unit: 'ms CPU', ...cpu },
      ];
    },
  };
}

const inTurn = (arena: Arena) => {
  const paths = arena.ideas.slice(0, read).map(({ id }) => requests.idea(id));
  let turn = 0;
  return () => paths[turn++ % paths.length] as string;
};

export const apiScenarios: Scenario[] = [
  against(
    'list',
    'List of ideas, API',
    0.7,
    () => (port) => write({ method: 'GET', path: requests.list() }, port),
  ),
  against('idea', 'Idea with its thread, API', 0.7, (arena) => {
    const path = inTurn(arena);
    return (port) => write({ method: 'GET', path: path() }, port);
  }),
  against('support', 'Support, written', 0.6, (arena) => (port) => write(arena.support(), port)),
  against('comment', 'Comment, written', 0.6, (arena) => (port) => write(arena.comment(), port)),
];
