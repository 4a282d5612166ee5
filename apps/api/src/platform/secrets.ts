import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config/config';

const NONCE = 12;
const TAG = 16;

/**
 * What nobody can compute or read who has the database alone: it takes the installation's secret key as well. Every
 * purpose has a key of its own (HKDF, RFC 5869), so that what was made for one is worth nothing for another.
 */
@Injectable()
export class Secrets {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>) {}

  /** HMAC-SHA-256, for what is short enough to be tried out; the parts cannot run into one another. */
  hash(purpose: string, ...parts: string[]): Buffer {
    return createHmac('sha256', this.key('hash', purpose)).update(JSON.stringify(parts)).digest();
  }

  /** Encrypts with AES-256-GCM. */
  seal(purpose: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key('seal', purpose), nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** What was sealed; null where it was altered, or sealed for another purpose or with another key. */
  unseal(purpose: string, sealed: Buffer): string | null {
    if (sealed.length < NONCE + TAG) return null;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.key('seal', purpose),
      sealed.subarray(0, NONCE),
    ).setAuthTag(sealed.subarray(-TAG));
    try {
      return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }

  private key(use: 'hash' | 'seal', purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.config.secretKey, '', `${use} ${purpose}`, 32));
  }
}
