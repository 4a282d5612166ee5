import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** Whether requests should come here; false while it starts and once it was asked to stop. */
export class Readiness {
  ready = false;
}

/** `/api/health/live`: the process answers. `/api/health/ready`: it, and its database, can serve people. */
export function serveHealth(fastify: FastifyInstance, source: DataSource, readiness: Readiness): void {
  fastify.get('/api/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  fastify.get('/api/health/ready', async (_request, reply) => {
    const ready = readiness.ready && (await answers(source));
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'unavailable' });
  });
}

async function answers(source: DataSource): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const asked = source.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
