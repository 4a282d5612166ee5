import { z } from 'zod';
import { line } from '../primitives';

/** A sign-in name: 3 to 40 letters, digits, dots, hyphens or underscores of any script. Case does not matter. */
export const signInName = line(3, 40).regex(/^[\p{L}\p{M}\p{N}._-]+$/u);
/** At least 10 characters, no rule on which. Never shortened and never altered but for Unicode NFKC. */
export const passphrase = z.string().min(10).max(200);
