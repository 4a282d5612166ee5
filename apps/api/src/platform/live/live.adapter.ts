import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter as postgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as redisAdapter } from '@socket.io/redis-streams-adapter';
import { Pool, type PoolClient } from 'pg';
import { createClient } from 'redis';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config';
import { asServing } from '../database/serving';
import { protect } from '../http/headers';
import { isSecure, sameOrigin } from '../http/origin';

/** socket.io between processes: over PostgreSQL, or over Redis where `REDIS_URL` names one. */
export class LiveAdapter extends IoAdapter {
  private server: Server | undefined;

  private constructor(
    app: INestApplicationContext,
    private readonly adapter: Parameters<Server['adapter']>[0],
    private readonly end: () => Promise<unknown>,
    private readonly config: Config,
  ) {
    super(app);
  }

  static async open(app: INestApplicationContext, config: Config): Promise<LiveAdapter> {
    if (config.redisUrl) {
      const client = createClient({ url: config.redisUrl });
      client.on('error', () => undefined);
      await client.connect();
      return new LiveAdapter(app, redisAdapter(client), () => client.close(), config);
    }
    const pool = new Pool({
      connectionString: config.databaseUrl,
      max: 3,
      // Messages are not kept: none of them has to wait for the disk.
      onConnect: (client) => client.query(`SET synchronous_commit = off; ${asServing}`),
    });
    // A connection that breaks is opened again by the adapter; unheard, its error would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => {
      client.on('error', () => undefined);
      client.once('end', () => setImmediate(giveBack, client));
    });
    // What does not reach another process now is fetched by its readers over HTTP.
    // Closing waits for the adapter's connection, so there must be one before anything can be closed.
    const connected = once(pool, 'acquire');
    const adapter = postgresAdapter(pool, { errorHandler: () => undefined });
    await connected;
    return new LiveAdapter(app, adapter, () => pool.end(), config);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      // Browsers always name the page that opens a socket; whoever does not is none.
      allowRequest: ({ headers }, decide) =>
        decide(null, headers.origin !== undefined && sameOrigin(headers, this.config)),
    } as ServerOptions);
    server.engine.use((request: IncomingMessage, reply: ServerResponse, next: () => void) => {
      protect(reply, request.url ?? '', isSecure(this.config));
      next();
    });
    server.adapter(this.adapter);
    this.server = server;
    return server;
  }

  override async dispose(): Promise<void> {
    // Nest leaves closing to the HTTP server that it shares, which knows nothing of the adapter's connection.
    this.server?.local.disconnectSockets(true);
    this.server?.of('/').adapter.close();
    await super.dispose();
    await this.end().catch(() => undefined);
  }
}

/**
 * The adapter forgets to give back the connection that it listened on when that breaks: it would count as in use for
 * ever, and the pool would run out of them and never end.
 */
function giveBack(client: PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was given back before.
  }
}
