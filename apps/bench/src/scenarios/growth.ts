import { performance } from 'node:perf_hooks';
import { addressOf, contracts, type IdeaSort } from '@zbor/contracts';
import { startPortal } from '../arena';
import { connected, createDatabase, dropDatabase, emptyDatabase } from '../databases';
import type { Effort } from '../effort';
import { type Figure, type Goal, median } from '../figures';
import { fill } from '../fill';
import { Connection, write } from '../load';
import type { Server } from '../server';
import { town } from '../town';
import type { Scenario } from './scenario';

type Query = Record<string, string>;

const warmUp = 8;
/** Shorter than this, and a list found nothing. */
const leastBody = 500;

const columns: Record<Exclude<IdeaSort, 'best'>, string> = {
  newest: `to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  supported: 'support_total',
  discussed: 'comments',
  rising: 'rising',
};

const filters: Record<string, Query> = {
  'In a category': { category: 'c3' },
  'In a language': { language: 'uk' },
  'With a frequent tag': { tag: 't7' },
  'With a rare tag': { tag: 'rare11' },
  'With a rare tag, most supported': { tag: 'rare11', sort: 'supported' },
};

/** No list in an order that is kept: what a search finds grows with what there is. They are told for information. */
const found: Record<string, Query> = {
  'Searched for a frequent word': { q: 'familien' },
  'Searched for a rare word': { q: '1987' },
};
const searches = Object.keys(found);

const goal: Goal = { of: 'ratio', atMost: 1.5 };

/** The same lists among ten thousand ideas and among a million: here the smaller portal is the baseline. */
export const growth: Scenario = {
  name: 'growth',
  async measure({ effort, databaseUrl, portal }) {
    const name = 'zbor_bench_grown';
    const url = await createDatabase(databaseUrl, name, emptyDatabase);
    await fill(url, { ideas: effort.grown, comments: effort.grown * 10, threads: false });
    const grown = await startPortal(url);
    const figures = await compareLists({ databaseUrl, portal }, { databaseUrl: url, portal: grown }, effort);
    await grown.stop();
    await dropDatabase(databaseUrl, name);
    return figures;
  },
};

interface Place {
  databaseUrl: string;
  portal: Server;
}

/** Asks both for the same lists, one after the other and one at a time. */
export async function compareLists(small: Place, large: Place, { grown, samples }: Effort) {
  const [near, far] = [await asker(small), await asker(large)];
  const figures: Omit<Figure, 'scenario'>[] = [];
  for (const what of [...near.lists, ...searches]) {
    const times: { ours: number; bare: number }[] = [];
    for (let n = 0; n < samples + warmUp; n++)
      times.push({ bare: await near.time(what), ours: await far.time(what) });
    const ours = median(times.slice(warmUp).map((pair) => pair.ours));
    const bare = median(times.slice(warmUp).map((pair) => pair.bare));
    figures.push({ what: `${what}, at ${grown}`, unit: 'ms p50', ours, bare, ratio: ours / bare });
  }
  near.close();
  far.close();
  return figures.map((figure, at) => (at < near.lists.length ? { ...figure, goal } : figure));
}

async function asker({ databaseUrl, portal: { port } }: Place) {
  const sorted = await sorts(databaseUrl);
  const queries: Record<string, Query> = { ...sorted, ...filters, ...found };
  const connection = await Connection.open(port);
  return {
    lists: Object.keys({ ...sorted, ...filters }),
    async time(what: string): Promise<number> {
      const path = addressOf(contracts.ideas.list, { town }, queries[what]);
      const begun = performance.now();
      const { status, body } = await connection.ask(write({ method: 'GET', path }, port));
      if (status !== 200 || body.length < leastBody)
        throw new Error(`${path} was answered ${status}: ${body}`);
      return performance.now() - begun;
    },
    close: () => connection.close(),
  };
}

/** Each sort from its beginning, and from its middle. */
async function sorts(databaseUrl: string): Promise<Record<string, Query>> {
  const queries: Record<string, Query> = {};
  await connected(databaseUrl, async (client) => {
    for (const [sort, column] of Object.entries(columns)) {
      const { rows } = await client.query(
        `SELECT ${column} AS key, id FROM idea ORDER BY ${sort === 'newest' ? 'published_at' : column} DESC, id DESC
         OFFSET (SELECT count(*) / 2 FROM idea) LIMIT 1`,
      );
      queries[`Sorted by ${sort}`] = { sort };
      queries[`Sorted by ${sort}, from the middle`] = {
        sort,
        after: cursorOf(sort, rows[0].key, rows[0].id),
      };
    }
  });
  return queries;
}

const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
