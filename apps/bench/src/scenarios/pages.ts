import { busy } from '../duel';
import { write } from '../load';
import { town } from '../town';
import type { Scenario } from './scenario';

/** What a browser says of itself. */
export const browser = {
  accept: 'text/html',
  'accept-encoding': 'gzip',
  'accept-language': 'de',
  'user-agent': 'Mozilla/5.0 (Linux; Android 13; Mobile) Gecko/128.0 Firefox/128.0',
};

/** Pages that the server renders. They have no baseline; of the rounds the quietest counts, since others only add to it. */
export const pages: Scenario = {
  name: 'pages',
  async measure({ effort, ideas, portal }) {
    const cost = async (paths: string[]) => {
      const asked = paths.map((path) => write({ method: 'GET', path, headers: browser }, portal.port));
      let turn = 0;
      const side = await busy({ server: portal, next: () => asked[turn++ % asked.length] as string }, effort);
      const rounds: number[] = [];
      for (let round = 0; round < effort.rounds; round++) rounds.push((await side.round())[1]);
      side.close();
      return Math.min(...rounds);
    };
    const threads = ideas.slice(0, 60).map(({ id, slug }) => `/${town}/ideas/${id}/${slug}`);
    return [
      {
        what: 'List of ideas, page',
        unit: 'ms CPU',
        ours: await cost([`/${town}/ideas`]),
        goal: { of: 'ours', atMost: 6 },
      },
      { what: 'Idea with its thread, page', unit: 'ms CPU', ours: await cost(threads) },
    ];
  },
};
