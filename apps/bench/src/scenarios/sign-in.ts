import { performance } from 'node:perf_hooks';
import { hash, verify } from '@node-rs/argon2';
import { addressOf, contracts } from '@zbor/contracts';
import { ask, requests } from '../arena';
import { compare } from '../duel';
import { median, quantile } from '../figures';
import { Connection, write } from '../load';
import { town } from '../town';
import type { Scenario } from './scenario';

const passphrase = 'violet tractor under snow';
const name = 'bench-sign-in';
/** As the portal hashes: what it is held against is this alone. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** People who sign in at once, each again as soon as they are in. */
const crowd = 50;
const each = 8;

const { signUp, signIn } = contracts.identity;

/** What signing in takes besides argon2id, and what it takes from those who read. */
export const signingIn: Scenario = {
  name: 'sign-in',
  async measure({ effort, portal }) {
    const body = { displayName: 'Bench', signInName: name, passphrase, language: 'en' };
    await ask(portal, { method: 'POST', path: addressOf(signUp, { town }), body });
    const enter = write(
      { method: 'POST', path: addressOf(signIn, { town }), body: { signInName: name, passphrase } },
      portal.port,
    );
    const list = write({ method: 'GET', path: requests.list() }, portal.port);
    const hashed = await hash(passphrase, cost);

    const [alone] = await compare(effort.rounds, {
      ours: async () => [median(await times(portal.port, enter, each))],
      bare: async () => [median(await timed(() => verify(hashed, passphrase), each))],
    });

    const reading = async () => {
      const read = await times(portal.port, list, 300);
      return [quantile(read, 0.5), quantile(read, 0.95)];
    };
    const [middle, late] = await compare(Math.ceil(effort.rounds / 2), {
      ours: () => besides(portal.port, enter, reading),
      bare: reading,
    });
    const what = `List of ideas while ${crowd} sign in`;
    return [
      {
        what: 'Signing in, against argon2id alone: p50',
        unit: 'ms',
        ...found(alone),
        goal: { of: 'ratio', atMost: 1.5 },
      },
      { what: `${what}: p50`, unit: 'ms', ...found(middle), goal: { of: 'ratio', atMost: 2 } },
      { what: `${what}: p95`, unit: 'ms', ...found(late) },
    ];
  },
};

const found = <T>(value: T | undefined) => value as T;

async function timed(work: () => Promise<unknown>, many: number): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < many; n++) {
    const begun = performance.now();
    await work();
    all.push(performance.now() - begun);
  }
  return all;
}

async function times(port: number, request: string, many: number): Promise<number[]> {
  const connection = await Connection.open(port);
  const all = await timed(async () => expectWell(await connection.ask(request)), many);
  connection.close();
  return all;
}

/** Measures while a crowd signs in. */
async function besides(port: number, enter: string, measure: () => Promise<number[]>): Promise<number[]> {
  let over = false;
  const people = await Promise.all(Array.from({ length: crowd }, () => Connection.open(port)));
  const going = people.map(async (connection) => {
    while (!over) expectWell(await connection.ask(enter));
    connection.close();
  });
  const measured = await measure();
  over = true;
  await Promise.all(going);
  return measured;
}

function expectWell({ status, body }: { status: number; body: Buffer }): void {
  if (status >= 300) throw new Error(`The server answered ${status}: ${body.toString().slice(0, 300)}`);
}
