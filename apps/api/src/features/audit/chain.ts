import { createHash } from 'node:crypto';

/** What of an entry is hashed. `at` is ISO 8601 in UTC with milliseconds. */
export interface Chained {
  chain: string;
  number: number;
  at: string;
  actor: string | null;
  act: string;
  details: Json;
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** The log of the operator, who is in no municipality. */
export const operatorChain = '00000000-0000-0000-0000-000000000000';

/** What stands before the first entry. */
export const genesis = Buffer.alloc(32);

/**
 * An entry's hash: SHA-256 over the 32 bytes of the hash before it (zeros before the first), followed by the entry as
 * canonical JSON (RFC 8785: keys sorted, no blanks) in UTF-8. Anybody can compute it anew:
 * `{"act":"role_ended","actor":"…","at":"2026-11-22T08:00:00.000Z","chain":"…","details":{…},"number":7}`
 */
export function hashAfter(previous: Buffer, entry: Chained): Buffer {
  const { chain, number, at, actor, act, details } = entry;
  const text = canonical({ chain, number, at, actor, act, details });
  return createHash('sha256').update(previous).update(text, 'utf8').digest();
}

/** RFC 8785 for what entries hold: their numbers are integers. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Json)}`);
  return `{${members.join(',')}}`;
}
