import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './prepare.mjs';

/** SECRET_KEY, or a key that is made once and kept beside the embedded database, for its owner's eyes alone. */
export function secretKey(folder = home) {
  if (process.env.SECRET_KEY) return process.env.SECRET_KEY;
  const file = join(folder, 'secret-key');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
