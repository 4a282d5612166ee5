import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Stands between the portal and PostgreSQL and notes every statement that the portal's own pool sends, so that the
 * baseline runs these very statements and not a copy that ages.
 */
export class Recorder {
  private heard: string[] = [];

  private constructor(
    readonly port: number,
    readonly close: () => void,
  ) {}

  static async before(databaseUrl: string): Promise<Recorder> {
    const { hostname, port } = new URL(databaseUrl);
    const open = new Set<Socket>();
    const proxy = createServer((portal) => {
      const postgres = connect(Number(port || 5432), hostname);
      for (const socket of [portal, postgres]) {
        open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => portal.destroy() && postgres.destroy());
      }
      const listen = listener((statement) => recorder.heard.push(statement));
      portal.on('data', listen);
      portal.pipe(postgres).pipe(portal);
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const recorder: Recorder = new Recorder((proxy.address() as AddressInfo).port, () => {
      proxy.close();
      for (const socket of open) socket.destroy();
    });
    return recorder;
  }

  /**
   * What is sent while `work` runs, but for counting who asks how often and for naming the town to a connection: they are
   * no part of it, and come now and then.
   */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.heard = [];
    await work();
    return this.heard.filter((statement) => !/\brate_(count|key)\b|zbor\.town/.test(statement));
  }
}

/** Reads one connection of PostgreSQL's protocol (version 3) as the client speaks it. */
function listener(hear: (statement: string) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, string>();
  let buffer: Buffer = Buffer.alloc(0);
  let ours: boolean | undefined;
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    // The first message has no type. The pools of jobs and sockets do not call themselves by this name.
    if (ours === undefined) {
      if (buffer.length < 4 || buffer.length < buffer.readInt32BE(0)) return;
      ours = buffer.subarray(0, buffer.readInt32BE(0)).includes('application_name\0zbor\0');
      buffer = buffer.subarray(buffer.readInt32BE(0));
    }
    while (buffer.length >= 5 && buffer.length > buffer.readInt32BE(1)) {
      const type = String.fromCharCode(buffer[0] as number);
      const [first = '', second = ''] = buffer.toString('utf8', 5, 1 + buffer.readInt32BE(1)).split('\0', 2);
      buffer = buffer.subarray(1 + buffer.readInt32BE(1));
      if (!ours) continue;
      if (type === 'Q') hear(first);
      else if (type === 'P') prepared.set(first, second);
      else if (type === 'B') hear(prepared.get(second) ?? '');
    }
  };
}
