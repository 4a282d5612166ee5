import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface Reply {
  status: number;
  body: Buffer;
}

/**
 * One kept-alive connection that asks one thing at a time. It knows just enough of HTTP to find the end of a reply, so
 * that asking costs little of the machine that is being measured.
 */
export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private answer: ((reply: Reply) => void) | undefined;
  private refuse: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', (error) => this.refuse?.(error));
    socket.on('close', () => this.refuse?.(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.refuse = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.refuse = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const body = bodyOf(head, this.received.subarray(end + 4));
    if (!body) return;
    this.received = Buffer.alloc(0);
    this.answer?.({ status: Number(head.slice(9, 12)), body });
  }
}

/** The body once all of it is there. */
function bodyOf(head: string, rest: Buffer): Buffer | null {
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  if (length) return rest.length >= Number(length[1]) ? rest : null;
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return rest;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = rest.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(rest.toString('latin1', at, line), 16);
    if (rest.length < line + size + 4) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(rest.subarray(line + 2, line + 2 + size));
    at = line + size + 4;
  }
}

interface Asked {
  method: string;
  path: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A request as the portal's own pages would send it. */
export function write({ method, path, cookie, headers = {}, body }: Asked, port: number): string {
  const json = body === undefined ? '' : JSON.stringify(body);
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    ...(cookie && { cookie, origin: `http://127.0.0.1:${port}` }),
    ...(method !== 'GET' && { 'content-length': String(Buffer.byteLength(json)) }),
    ...(json && { 'content-type': 'application/json' }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${json}`;
}

/** Asks over several connections, each as soon as it was answered. @returns how many answers came, and in which time. */
export async function load(
  connections: Connection[],
  seconds: number,
  next: () => string,
): Promise<{ requests: number; seconds: number }> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let requests = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        const { status, body } = await connection.ask(next());
        if (status >= 300) throw new Error(`The server answered ${status}: ${body.toString().slice(0, 300)}`);
        requests++;
      }
    }),
  );
  return { requests, seconds: (performance.now() - begun) / 1000 };
}
