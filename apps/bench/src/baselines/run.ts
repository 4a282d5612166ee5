import { livePath, type Watch } from '@zbor/contracts';
import { Server } from 'socket.io';
import { bareHandler } from './handler';
import { type Setting, settingVariable } from './statements';

export const baselines = ['handler', 'room'] as const;
export type Baseline = (typeof baselines)[number];

/** Runs in a process of its own: the bare handler, or the same with a bare socket.io room behind it. */
export function runBaseline(kind: Baseline): void {
  const setting: Setting = JSON.parse(process.env[settingVariable] ?? '{}');
  process.once('disconnect', () => process.exit());
  process.once('SIGTERM', () => process.exit());
  if (kind === 'handler') return void bareHandler(setting).listen(Number(process.env.PORT), '127.0.0.1');
  const http = bareHandler(setting, (change) => room.to(change.room).emit('change', change));
  const room = new Server(http, { path: livePath, transports: ['websocket'], serveClient: false });
  room.on('connection', (socket) => {
    socket.on('watch', async (watch: Watch, done: (answer: { ok: boolean }) => void) => {
      await socket.join(watch.room);
      done({ ok: true });
    });
  });
  http.listen(Number(process.env.PORT), '127.0.0.1');
}
