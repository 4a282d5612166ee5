import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What people type and hold while the journeys run, and what the servers print: the one is to be nowhere in the other. */
const file = (name: 'planted' | 'printed') => join(process.env.ZBOR_TRACES ?? '', name);

/** Shorter ones stand in any log by chance. */
const LEAST = 8;

/** Towns are named in the log on purpose. */
const aTown = /^town-[0-9a-f]{8}$/;

/** Begins to collect; the workers inherit where. @returns how to forget it all. */
export function collectTraces(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'zbor-traces-'));
  process.env.ZBOR_TRACES = folder;
  for (const name of ['planted', 'printed'] as const) appendFileSync(file(name), '');
  return () => rmSync(folder, { recursive: true });
}

/** Something that nobody may find in what a server prints: line by line, because it may print one alone. */
export function plant(...texts: string[]): void {
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).map((line) => line.trim());
  const telling = lines.filter((line) => line.length >= LEAST && !aTown.test(line));
  if (telling.length > 0) appendFileSync(file('planted'), `${telling.join('\n')}\n`);
}

/** Names of what people send and are given that is theirs alone. */
const theirs = /^(title|body|note|displayName|signInName|passphrase|address|phrase|secret|codes?)$/;

/** Plants what is somebody's in what they send or are answered. */
export function plantIn(value: unknown, name = ''): void {
  if (typeof value === 'string') {
    if (theirs.test(name)) plant(value);
  } else if (Array.isArray(value)) for (const each of value) plantIn(each, name);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) plantIn(each, key);
}

export const notePrinted = (text: string): void => appendFileSync(file('printed'), text);

/** What was planted and printed, as it is or as it stands in an address. @param known what is printed on purpose. */
export function leaked(known: readonly string[] = []): string[] {
  const printed = readFileSync(file('printed'), 'utf8');
  const planted = new Set(readFileSync(file('planted'), 'utf8').split('\n').filter(Boolean));
  for (const text of known) planted.delete(text);
  return [...planted].filter((text) => printed.includes(text) || printed.includes(encodeURIComponent(text)));
}
