import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { withinOneTown } from '../database/towns';
import { type Caller, Callers } from '../http/caller';
import { type RoomKind, Rooms } from './rooms';

/** This often it begins to ask everybody anew, and has the rest of a minute to end. */
const EVERY_MS = 45_000;

/** The rooms in which a socket stands, kept with it, and the town that each was asked for. */
type Standing = Record<string, string>;

/**
 * Who stands in which room, and still may: besides when something is known to have changed, each process asks within
 * every minute, whatever changed and whoever failed to tell.
 */
@Injectable()
export class RoomWatch implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private asking = false;

  constructor(
    private readonly callers: Callers,
    private readonly rooms: Rooms,
  ) {}

  /** @param all sockets of this process. */
  lookAfter(all: () => Iterable<Socket>): void {
    this.timer = setInterval(async () => {
      if (this.asking) return;
      this.asking = true;
      await this.askAnew(all());
      this.asking = false;
    }, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Whoever may stand in a room now; null for those who may not. */
  async enter(socket: Socket, town: string, room: string): Promise<Caller | null> {
    try {
      return await withinOneTown(async () => {
        const caller = await this.callerAt(socket, town);
        return (await this.mayEnter(room, caller)) ? caller : null;
      });
    } catch {
      return null;
    }
  }

  stands(socket: Socket, town: string, room: string): void {
    (socket.data as Standing)[room] = town;
  }

  left(socket: Socket, room: string): void {
    delete (socket.data as Standing)[room];
  }

  /** Sends everybody out who may no longer stand where they do. Where the database cannot be asked, it is next time. */
  async askAnew(sockets: Iterable<Socket>): Promise<void> {
    const answers = new Map<string, boolean>();
    for (const socket of sockets)
      for (const [room, town] of Object.entries(socket.data as Standing)) {
        const asked = withinOneTown(() => this.mayStay(socket, town, room, answers));
        if (await asked.catch(() => true)) continue;
        this.left(socket, room);
        await socket.leave(room);
      }
  }

  /** @param answers given already: all visitors of a room are alike, and are one question. */
  private async mayStay(
    socket: Socket,
    town: string,
    room: string,
    answers: Map<string, boolean>,
  ): Promise<boolean> {
    const caller = await this.callerAt(socket, town);
    const question = `${town} ${room} ${(caller.account ?? caller.halfway)?.sessionId ?? 'visitor'}`;
    const may = answers.get(question) ?? (await this.mayEnter(room, caller));
    answers.set(question, may);
    return may;
  }

  private mayEnter(room: string, caller: Caller): Promise<boolean> {
    const [kind, id] = room.split(':') as [RoomKind, string];
    return this.rooms.mayEnter(kind, id, caller);
  }

  /** A page that stands open is no use of its session, which ends when nobody does anything. */
  private callerAt(socket: Socket, town: string): Promise<Caller> {
    return this.callers.identify(socket.handshake.headers.cookie, town, false);
  }
}
