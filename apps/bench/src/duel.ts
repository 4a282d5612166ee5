import type { Effort } from './effort';
import { median } from './figures';
import { Connection, load } from './load';
import type { Server } from './server';

/** One side of a comparison: a server, and what it is asked next. */
export interface Side {
  server: Server;
  next: () => string;
}

export interface Compared {
  ours: number;
  bare: number;
  ratio: number;
}

/** Takes one measure of both sides, turn by turn and each as often the first, so that both see the same weather. */
export async function compare(
  rounds: number,
  measure: { ours: () => Promise<number[]>; bare: () => Promise<number[]> },
): Promise<Compared[]> {
  const pairs: { ours: number[]; bare: number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await measure.ours() : undefined;
    const bare = await measure.bare();
    pairs.push({ ours: first ?? (await measure.ours()), bare });
  }
  const [{ ours: measures }] = pairs as [(typeof pairs)[number]];
  return measures.map((_, at) => {
    const ours = pairs.map((pair) => pair.ours[at] as number);
    const bare = pairs.map((pair) => pair.bare[at] as number);
    return {
      ours: median(ours),
      bare: median(bare),
      ratio: median(ours.map((value, round) => value / (bare[round] as number))),
    };
  });
}

/** Both under the same load in turn. @returns requests per second, and milliseconds of computing for each request. */
export async function duel(ours: Side, bare: Side, effort: Effort): Promise<[Compared, Compared]> {
  const sides = { ours: await busy(ours, effort), bare: await busy(bare, effort) };
  try {
    return (await compare(effort.rounds, { ours: sides.ours.round, bare: sides.bare.round })) as [
      Compared,
      Compared,
    ];
  } finally {
    sides.ours.close();
    sides.bare.close();
  }
}

/** A side under load, and warm already. */
export async function busy({ server, next }: Side, { connections, seconds, warmUp }: Effort) {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(server.port)));
  for (let asked = 0; asked < warmUp; ) asked += (await load(open, seconds / 2, next)).requests;
  return {
    async round(): Promise<[number, number]> {
      const before = server.cpu();
      const done = await load(open, seconds, next);
      return [done.requests / done.seconds, ((server.cpu() - before) / done.requests) * 1000];
    },
    close() {
      for (const connection of open) connection.close();
    },
  };
}
