import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { isSecure } from './origin';

/**
 * The cookies that carry sessions: one name per municipality, so that a person who is known in two towns is two
 * persons to us. `__Host-` and `Secure` (RFC 6265bis) wherever the portal is reached by https; not on a plain
 * `http://localhost`, where some browsers would drop them and nobody could sign in.
 */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = isSecure(config);
  }

  private name(place: string | null): string {
    return `${this.secure ? '__Host-' : ''}zbor-${place ?? '.operator'}`;
  }

  read(header: string | undefined, place: string | null): string | null {
    if (!header) return null;
    const start = `${this.name(place)}=`;
    for (const part of header.split(';')) {
      const pair = part.trim();
      if (pair.startsWith(start)) return pair.slice(start.length);
    }
    return null;
  }

  set(reply: FastifyReply, place: string | null, token: string, expires: Date): void {
    reply.header('set-cookie', this.line(place, token, `Expires=${expires.toUTCString()}`));
  }

  clear(reply: FastifyReply, place: string | null): void {
    reply.header('set-cookie', this.line(place, '', 'Max-Age=0'));
  }

  private line(place: string | null, value: string, until: string): string {
    return `${this.name(place)}=${value}; Path=/; HttpOnly; SameSite=Lax; ${until}${this.secure ? '; Secure' : ''}`;
  }
}
