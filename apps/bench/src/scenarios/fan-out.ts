import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Change, livePath, type Watching } from '@zbor/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Arena } from '../arena';
import { compare } from '../duel';
import { quantile } from '../figures';
import { Connection, write } from '../load';
import type { Server } from '../server';
import { town } from '../town';
import type { Scenario } from './scenario';

/** Longer than this, and the message is lost. */
const patienceMs = 10_000;

/** From the moment in which a comment is sent to those in which the sockets on its page hear of it. */
export const fanOut: Scenario = {
  name: 'fan-out',
  async measure(arena) {
    const [ours, bare] = [await audience(arena, arena.portal), await audience(arena, arena.room)];
    try {
      await ours.round();
      await bare.round();
      const [middle, last] = await compare(arena.effort.rounds, { ours: ours.round, bare: bare.round });
      const what = `Comment to ${arena.effort.sockets} sockets`;
      return [
        { what: `${what}: p50`, unit: 'ms', ...(middle as NonNullable<typeof middle>) },
        {
          what: `${what}: p99`,
          unit: 'ms',
          ...(last as NonNullable<typeof last>),
          goal: { of: 'ratio', atMost: 1.5 },
        },
      ];
    } finally {
      ours.leave();
      bare.leave();
    }
  },
};

async function audience(arena: Arena, server: Server) {
  const idea = arena.ideas[5] as { id: string };
  const sockets: Socket[] = [];
  let heard: (at: number) => void = () => undefined;
  for (let n = 0; n < arena.effort.sockets; n++) {
    const url = `http://127.0.0.1:${server.port}`;
    const socket = io(url, {
      path: livePath,
      extraHeaders: { origin: url },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    sockets.push(socket);
    socket.on('change', ({ kind }: Change) => kind === 'comment' && heard(performance.now()));
    const watching: Watching = await socket.emitWithAck('watch', { town, room: `idea:${idea.id}` });
    if (!watching.ok) throw new Error('A socket may not watch the idea.');
  }
  async function post(writer: Connection): Promise<number[]> {
    const times: number[] = [];
    const all = new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${times.length} of ${sockets.length} sockets heard.`)),
        patienceMs,
      );
      heard = (at) => {
        if (times.push(at) < sockets.length) return;
        clearTimeout(late);
        resolve();
      };
    });
    const request = write(arena.comment(idea), server.port);
    const sent = performance.now();
    const [{ status }] = await Promise.all([writer.ask(request), all]);
    if (status >= 300) throw new Error(`The comment was answered with ${status}.`);
    return times.map((at) => at - sent);
  }

  return {
    async round(): Promise<[number, number]> {
      // Opened anew: a server closes a connection that was idle while the other one had its turn.
      const writer = await Connection.open(server.port);
      const times: number[] = [];
      for (let n = 0; n < arena.effort.posts; n++) {
        times.push(...(await post(writer)));
        await sleep(10);
      }
      writer.close();
      return [quantile(times, 0.5), quantile(times, 0.99)];
    },
    leave() {
      for (const socket of sockets) socket.disconnect();
    },
  };
}
