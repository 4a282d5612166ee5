import { hash, verify } from '@node-rs/argon2';
import { passphraseKey } from '@zbor/domain';

/** argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphraseKey(passphrase), cost);
}

let decoy: Promise<string> | undefined;

/** Whether they belong together. Without a hash it takes as long as with one, so that names cannot be guessed. */
export async function passphraseFits(hashed: string | null, passphrase: string): Promise<boolean> {
  decoy ??= hashPassphrase('nobody has this one');
  const fits = await verify(hashed ?? (await decoy), passphraseKey(passphrase));
  return fits && hashed !== null;
}
