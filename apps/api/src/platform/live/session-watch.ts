import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { acrossTowns } from '../database/towns';
import { Callers } from '../http/caller';

const EVERY_MS = 1_000;

/**
 * A socket belongs to the session that it came with. Every second each process asks PostgreSQL which of them are still
 * open, once for all of its sockets: whichever way a session ended and in whichever process, its sockets are closed
 * within two seconds.
 */
@Injectable()
export class SessionWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly sockets = new Map<string, Set<Socket>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly callers: Callers) {}

  onModuleInit(): void {
    this.next();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.sockets.clear();
  }

  bind(socket: Socket, sessionId: string): void {
    if (!socket.connected) return;
    const bound = this.sockets.get(sessionId) ?? new Set();
    this.sockets.set(sessionId, bound);
    if (bound.has(socket)) return;
    bound.add(socket);
    socket.once('disconnect', () => {
      bound.delete(socket);
      if (bound.size === 0) this.sockets.delete(sessionId);
    });
  }

  private next(): void {
    this.timer = setTimeout(async () => {
      // A database that cannot be asked now is asked again in a second.
      await this.look().catch(() => undefined);
      this.next();
    }, EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    if (this.sockets.size === 0) return;
    const open = await acrossTowns(() => this.callers.stillOpen([...this.sockets.keys()]));
    for (const [sessionId, sockets] of [...this.sockets])
      if (!open.has(sessionId)) for (const socket of [...sockets]) socket.disconnect(true);
  }
}
