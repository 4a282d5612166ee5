import type { Change, Room, Watch, Watching } from '@zbor/contracts';

export interface LiveOptions {
  town: string;
  room: Room;
  onChange(change: Change): void;
  /** Time to ask over HTTP; `missed` where one was away, and not only out of caution. */
  onStale(missed: boolean): void;
}

/** How often one asks over HTTP: rarely while the socket speaks, often where it cannot. */
const askEvery = { connected: 60_000, alone: 20_000 };

/**
 * Listens to a room. The socket says what changed; whenever it may have missed something (a new connection, a page
 * that comes back from sleep, a network that returns, and every minute) one is told to ask. Where sockets are blocked
 * it becomes asking every twenty seconds. Returns what ends it.
 */
export function listen({ town, room, onChange, onStale }: LiveOptions): () => void {
  let ended = false;
  let connected = false;
  let close = () => {};
  let timer: ReturnType<typeof setTimeout>;

  const ask = (missed: boolean) => {
    clearTimeout(timer);
    timer = setTimeout(ask, connected ? askEvery.connected : askEvery.alone, false);
    if (document.visibilityState === 'visible') onStale(missed);
  };
  const back = () => ask(true);
  const connect = async () => {
    const { io } = await import('socket.io-client');
    if (ended) return;
    const socket = io({ path: '/live', transports: ['websocket'], reconnectionDelayMax: 20_000 });
    close = () => socket.close();
    let again = false;
    socket.on('connect', () => {
      socket.emit('watch', { town, room } satisfies Watch, ({ ok }: Watching) => {
        connected = ok;
        ask(again);
        again = true;
      });
    });
    socket.on('disconnect', () => {
      connected = false;
      ask(false);
    });
    socket.on('change', (change: Change) => {
      if (change.room === room) onChange(change);
    });
  };

  timer = setTimeout(ask, askEvery.alone, false);
  document.addEventListener('visibilitychange', back);
  window.addEventListener('online', back);
  // Without the library (an old browser, a lost network) asking goes on.
  connect().catch(() => {});
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', back);
    window.removeEventListener('online', back);
    close();
  };
}
