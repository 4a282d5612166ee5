import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { methods } from '@zbor/domain';
import { countCommand } from './command';

const locales = ['en', 'sl', 'de', 'uk', 'ar'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zbor-count-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Three seats; Ann has a quota at once, and Dee is excluded. */
const blt = `4 2
5 1 2 0
3 2 3 0
2 3 0
1 4 3 0
0
"Ann"
"Bea"
"Cem"
"Dee"
"A council"
`;

/** M. Schulze (2011), example 1: five candidates, A to E; E wins. */
const schulze = `5 1
5 1 3 2 5 4 0
5 1 4 5 3 2 0
8 2 5 4 1 3 0
3 3 1 2 5 4 0
7 3 1 5 2 4 0
2 3 2 1 4 5 0
7 4 3 5 2 1 0
8 5 2 1 4 3 0
0
"A"
"B"
"C"
"D"
"E"
"Schulze's first example"
`;

const pb = `META
key;value
description;A park and a bridge
num_projects;3
num_votes;4
budget;100
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;name
p1;60;Park
p2;50;"Bridge; small"
p3;40;Benches
VOTES
voter_id;vote
1;p1
2;p1,p3
3;p2,p3
4;p1
`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...argv: string[]) {
  const said = { out: '', error: '' };
  const code = await countCommand(argv, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  return { code, ...said };
}

describe('count', () => {
  it('says who wins, by names as in the file, with every step, as JSON', async () => {
    const { code, out } = await run(file('a.blt', blt), '--method', 'scottish-stv', '--json');
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found).toMatchObject({
      method: 'scottish-stv',
      winners: ['Ann', 'Bea'],
      outcomes: [['Ann', 'Bea']],
      turnout: { cast: 11, counted: 11 },
    });
    expect(found.stages.length).toBeGreaterThan(1);
  });

  it('counts Schulze’s example as he did', async () => {
    const { out } = await run(file('s.blt', schulze), '--method', 'schulze', '--json');
    expect(JSON.parse(out)).toMatchObject({ winners: ['E'], ranking: [['E'], ['A'], ['C'], ['B'], ['D']] });
  });

  it('names projects by their ids, and spends what it is told to', async () => {
    const park = file('park.pb', pb);
    const winners = async (...more: string[]) =>
      JSON.parse((await run(park, '--json', '--method', ...more)).out).winners;
    expect(await winners('greedy')).toEqual(['p1', 'p3']);
    expect(await winners('greedy', '--budget', '40')).toEqual(['p3']);
    expect(await winners('equal-shares', '--option', 'satisfaction=cardinality')).toEqual(['p1']);
  });

  it('leaves ties open, or decides them by a rule that it tells', async () => {
    const tied = file('tied.blt', '2 1\n1 1 0\n1 2 0\n0\n"Ann"\n"Bea"\n"Tied"\n');
    const found = async (ties: string) =>
      JSON.parse((await run(tied, '--method', 'irv', '--json', '--ties', ties)).out);
    expect(await found('all')).toMatchObject({ winners: [], outcomes: [['Ann'], ['Bea']] });
    expect(await found('order')).toMatchObject({ winners: ['Ann'], tieRule: { kind: 'order' } });
    // printf 'spring:Ann' | sha256sum begins with 29, that of Bea with e7; for autumn-3 with 64 and 36.
    expect(await found('lot:spring')).toMatchObject({
      winners: ['Ann'],
      tieRule: { kind: 'lot', seed: 'spring' },
    });
    expect(await found('lot:autumn-3')).toMatchObject({ winners: ['Bea'] });
    expect((await found('order')).ties).toEqual([
      { for: expect.any(String), among: ['Ann', 'Bea'], taken: [expect.any(String)] },
    ]);
  });

  it.each(locales)('tells the count in sentences, in %s', async (lang) => {
    const { code, out } = await run(file('a.blt', blt), '--method', 'scottish-stv', '--lang', lang);
    expect(code).toBe(0);
    for (const name of ['A council', 'Ann', 'Bea', 'Cem', 'Dee']) expect(out).toContain(name);
    // Nothing is left of keys and places for values.
    expect(out).not.toMatch(/\{\{|voting:/);
  });

  it.each(locales)('lists every method with what can be set and what it means, in %s', async (lang) => {
    const { code, out } = await run('--list', '--lang', lang);
    expect(code).toBe(0);
    for (const [name, { settings }] of methods) {
      expect(out).toContain(`${name}\n`);
      for (const setting of Object.keys(settings)) expect(out).toContain(`${setting}=`);
    }
    expect(out).not.toMatch(/\{\{|voting:\S|undefined/);
    // Marks of direction take no room.
    const lines = out.replace(/[\u200e\u200f\u2068\u2069]/g, '').split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists one method alone where it is named', async () => {
    const { out } = await run('--list', '--method', 'meek-stv');
    expect(out).toMatch(/^meek-stv\n/);
    expect(out.trim()).not.toContain('\n\n');
    expect((await run('--list', '--method', 'nobodys')).code).toBe(2);
  });

  it('says below a setting what it decides, and what is meant where nothing is said', async () => {
    const { out } = await run('--list');
    const [, ofWigm = ''] = out.split('\nwigm-stv\n');
    expect(ofWigm).toMatch(
      /--option look=none\|backwards\|forwards\n {4}\S.*\?\n {6}none \(.*\): .*\n {6}backwards: .*\n {6}forwards: /,
    );
  });
});

describe('what is not right', () => {
  it.each([
    ['a file that ends early', 'short.blt', '4 2\n5 1 2 0\n3 2', ['--method', 'irv'], /3.*4/],
    ['a file of another kind', 'wrong.blt', pb, ['--method', 'irv'], /\b1\b.*\b1\b/],
    [
      'a file without text',
      'bytes.blt',
      new Uint8Array([50, 32, 49, 10, 0, 255, 254]),
      ['--method', 'irv'],
      /\b2\b.*\b1\b/,
    ],
    [
      'a project that nobody knows',
      'odd.pb',
      pb.replace('3;p2,p3', '3;p2,p9'),
      ['--method', 'greedy'],
      /\b18\b.*\b6\b/,
    ],
  ])('%s: line and column, and 2', async (_, name, content, argv, place) => {
    const { code, out, error } = await run(file(name, content), ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(place);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['no file', []],
    ['two files', ['a.blt', 'b.blt', '--method', 'irv']],
    ['a file that is not there', ['nowhere.blt', '--method', 'irv']],
    ['no method', ['a.blt']],
    ['a method that is not there', ['a.blt', '--method', 'magic']],
    ['a prototype for a method', ['a.blt', '--method', '__proto__']],
    ['a setting of another method', ['a.blt', '--method', 'irv', '--option', 'completion=add1']],
    ['a prototype for a setting', ['a.blt', '--method', 'irv', '--option', '__proto__=1']],
    ['a value that is none', ['a.blt', '--method', 'schulze', '--option', 'strength=great']],
    ['an option without a value', ['a.blt', '--method', 'irv', '--option', 'strength']],
    ['no seats', ['a.blt', '--method', 'irv', '--seats', '0']],
    ['a budget that is none', ['a.blt', '--method', 'irv', '--budget', 'much']],
    ['a rule for ties that is none', ['a.blt', '--method', 'irv', '--ties', 'dice']],
    ['a switch that is none', ['a.blt', '--method', 'irv', '--loud']],
    ['ballots that the method cannot count', ['a.blt', '--method', 'approval']],
    ['no costs', ['a.blt', '--method', 'greedy', '--budget', '10']],
    ['a format that is none', ['a.blt', '--method', 'irv', '--format', 'xml']],
  ])('%s: one sentence, and 2', async (_, argv) => {
    file('a.blt', blt);
    const { code, out, error } = await run(
      ...argv.map((each) => (each.endsWith('.blt') ? join(folder, each) : each)),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/\S.*\.\n$/);
    expect(error).not.toMatch(/\{\{|voting:|refused/);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});

test('the command is one file that needs nothing but Node', () => {
  const built = join(__dirname, '../build/count.mjs');
  copyFileSync(built, join(folder, 'count.mjs'));
  const ballots = file('alone.blt', blt);
  const argv = ['count.mjs', ballots, '--method', 'scottish-stv', '--json'];
  const env = { PATH: process.env.PATH };
  expect(
    JSON.parse(execFileSync(process.execPath, argv, { cwd: folder, env, encoding: 'utf8' })).winners,
  ).toEqual(['Ann', 'Bea']);
  const piped = spawnSync(process.execPath, ['count.mjs', '-', '--method', 'irv', '--json'], {
    cwd: folder,
    env,
    input: blt,
    encoding: 'utf8',
  });
  expect(JSON.parse(piped.stdout).winners).toEqual(['Ann']);
  const wrong = spawnSync(process.execPath, ['count.mjs', ballots], { cwd: folder, env, encoding: 'utf8' });
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
});
