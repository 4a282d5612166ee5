import { Injectable } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { type Change, livePath, type Room, slug, type Watching } from '@zbor/contracts';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import { RoomWatch } from './room-watch';
import { SessionWatch } from './session-watch';
import { TokenBucket } from './token-bucket';

const watch = z.strictObject({
  town: slug,
  room: z
    .string()
    .max(80)
    .regex(/^[a-z]+:[0-9a-f-]{36}$/),
});

/** No client stands in more rooms than a person can look at; besides these in one of its own and its person's. */
const MOST_ROOMS = 6;

/** The room in which every socket of a person stands; no client can ask for it or leave it. */
const of = (accountId: string) => `of ${accountId}`;

/** Messages that a client may send at once, and each second after that; a page sends one for each room. */
const MESSAGES = { burst: 20, perSecond: 2 };

/**
 * Says what changed, and listens to nothing but who wants to know: writes never come this way. The policy that guards
 * reading over HTTP guards the room.
 */
@Injectable()
@WebSocketGateway({
  path: livePath,
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: 16_384,
  pingInterval: 25_000,
  pingTimeout: 20_000,
})
export class LiveGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket> {
  @WebSocketServer()
  private readonly server: Server;

  constructor(
    private readonly rooms: RoomWatch,
    private readonly sessions: SessionWatch,
  ) {}

  handleConnection(socket: Socket): void {
    const bucket = new TokenBucket(MESSAGES.burst, MESSAGES.perSecond, Date.now());
    socket.use((_message, next) => {
      if (bucket.take(Date.now())) next();
      else socket.disconnect(true);
    });
  }

  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Watching> {
    const asked = watch.safeParse(message);
    if (!asked.success || socket.rooms.size > MOST_ROOMS) return { ok: false };
    const { town, room } = asked.data;
    const caller = await this.rooms.enter(socket, town, room);
    if (!caller) return { ok: false };
    await socket.join(room);
    if (caller.account) {
      this.sessions.bind(socket, caller.account.sessionId);
      await socket.join(of(caller.account.id));
    }
    this.rooms.stands(socket, town, room);
    return { ok: true };
  }

  @SubscribeMessage('leave')
  async leave(@ConnectedSocket() socket: Socket, @MessageBody() room: unknown): Promise<void> {
    const left = watch.shape.room.safeParse(room);
    if (!left.success) return;
    this.rooms.left(socket, left.data);
    await socket.leave(left.data);
  }

  /** Browsers that are connected to this process. */
  get connected(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  afterInit(server: Server): void {
    server.on('change', (change: Change) => this.tellHere(change));
    server.on('recheck', (accountId: string) => this.recheckHere(accountId));
    this.rooms.lookAfter(() => server.sockets.sockets.values());
  }

  /** Tells everybody in the room: those of this process at once, and the other processes to tell theirs. */
  tell(change: Change): void {
    this.tellHere(change);
    this.server?.serverSideEmit('change', change);
  }

  private tellHere(change: Change): void {
    this.server?.local.to(change.room).emit('change', change);
  }

  /** Asks a person anew at the door of every room in which they stand, in every process: their rights changed. */
  recheck(accountId: string): void {
    this.recheckHere(accountId);
    this.server?.serverSideEmit('recheck', accountId);
  }

  private recheckHere(accountId: string): void {
    const ids = this.server?.sockets.adapter.rooms.get(of(accountId)) ?? [];
    const sockets = [...ids].map((id) => this.server.sockets.sockets.get(id));
    void this.rooms.askAnew(sockets.filter((socket) => socket !== undefined));
  }

  /** Ends every connection of a person, in every process. */
  disconnect(accountId: string): void {
    this.server?.in(of(accountId)).disconnectSockets(true);
  }

  /** Sends everybody out of a room whose subject can no longer be read by all. */
  empty(room: Room): void {
    this.server?.in(room).socketsLeave(room);
  }
}
