import { type Change, livePath, type Watching } from '@zbor/contracts';
import type { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { LiveGateway } from '../platform/live/live.gateway';
import type { TestPortal } from './portal';

/** A browser that has a page open; collects what it is told. */
export interface Listener {
  socket: Socket;
  told: Change[];
  watch(town: string, room: unknown): Promise<Watching>;
}

const open: Socket[] = [];

/** @throws where the portal does not let it connect. */
export async function listenTo(
  url: string,
  headers: Record<string, string> = {},
  transport: 'websocket' | 'polling' = 'websocket',
): Promise<Listener> {
  const socket = io(url, {
    path: livePath,
    transports: [transport],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: url, ...headers },
  });
  open.push(socket);
  const told: Change[] = [];
  socket.on('change', (change: Change) => told.push(change));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return {
    socket,
    told,
    // Long enough for a machine that has much else to do: no answer at all is what must not be.
    watch: (town, room) => socket.timeout(20_000).emitWithAck('watch', { town, room }),
  };
}

export function closeListeners(): void {
  for (const socket of open.splice(0)) socket.close();
}

/** How many stand in a room, in this process. */
export function standing({ portal }: TestPortal, room: string): number {
  const { server } = portal.app.get(LiveGateway) as unknown as { server: Server };
  return server.sockets.adapter.rooms.get(room)?.size ?? 0;
}

export async function until(condition: () => boolean, within = 5_000): Promise<void> {
  const end = Date.now() + within;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`It did not happen within ${within} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
