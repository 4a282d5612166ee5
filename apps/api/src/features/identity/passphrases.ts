import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { passphraseKey } from '@zbor/domain';

/** argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** So many at once: each keeps a core busy, and one is left to those who read. The others wait for their turn. */
let free = Math.max(1, availableParallelism() - 1);
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

export function hashPassphrase(passphrase: string): Promise<string> {
  return inTurn(() => hash(passphraseKey(passphrase), cost));
}

let decoy: Promise<string> | undefined;

/** Whether they belong together. Without a hash it takes as long as with one, so that names cannot be guessed. */
export async function passphraseFits(hashed: string | null, passphrase: string): Promise<boolean> {
  decoy ??= hashPassphrase('nobody has this one');
  const against = hashed ?? (await decoy);
  const fits = await inTurn(() => verify(against, passphraseKey(passphrase)));
  return fits && hashed !== null;
}
