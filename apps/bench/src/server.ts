import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const firstPort = 44_000;
const lastPort = 44_099;
const patienceMs = 60_000;
/** Clock ticks in a second, as Linux tells them to programs. */
const ticks = 100;

const running = new Set<Server>();

/** A process that answers HTTP, be it the portal or a baseline. */
export class Server {
  private said = '';

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    const hear = (text: Buffer) => {
      this.said = (this.said + text).slice(-4_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  }

  /** Seconds from the start of the process until it was ready. */
  startedIn = 0;

  /** Starts a program that listens on `PORT`; resolves once it says that it is ready. */
  static async start(args: string[], env: Record<string, string>): Promise<Server> {
    for (let tries = 1; ; tries++) {
      const begun = performance.now();
      const server = Server.launch(args, { ...env, PORT: String(await freePort()) });
      while (performance.now() - begun < patienceMs && server.child.exitCode === null) {
        if (await server.ready()) {
          server.startedIn = (performance.now() - begun) / 1000;
          return server;
        }
        await sleep(5);
      }
      await server.stop();
      // Somebody may have taken the port meanwhile.
      if (tries === 3 || !/EADDRINUSE|in use/.test(server.said))
        throw new Error(`${args.join(' ')} did not start:\n${server.said}`);
    }
  }

  private static launch(args: string[], env: { PORT: string } & Record<string, string>): Server {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', ...env },
      // The channel tells it when the bench is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const server = new Server(Number(env.PORT), child);
    running.add(server);
    return server;
  }

  private ready(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/api/health/ready`).then(
      async (reply) => (await reply.arrayBuffer()) && reply.ok,
      () => false,
    );
  }

  /** Seconds that it has computed since it started, in all of its threads; NaN where the system does not say. */
  cpu(): number {
    const [user, system] = this.proc('stat')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / ticks;
  }

  /** Megabytes of memory that it holds; NaN where the system does not say. */
  memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(this.proc('status'))?.[1]) / 1024;
  }

  private proc(file: string): string {
    try {
      return readFileSync(`/proc/${this.child.pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  }

  async stop(): Promise<void> {
    running.delete(this);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    const impatience = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    this.child.kill('SIGTERM');
    await gone;
    clearTimeout(impatience);
  }
}

export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

async function freePort(): Promise<number> {
  for (let port = firstPort; port <= lastPort; port++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`No port between ${firstPort} and ${lastPort} is free.`);
}
