import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { version } from '../../../package.json';
import { AppModule } from './app.module';
import { MunicipalitiesService } from './features/municipalities/municipalities.service';
import type { Config } from './platform/config/config';
import { poolOf } from './platform/database/data-source';
import { serveDocumentation } from './platform/http/documentation';
import { fastifyAdapter } from './platform/http/fastify';
import { Readiness, serveHealth } from './platform/http/health';
import { Metrics } from './platform/http/metrics';
import { SecurityLog } from './platform/http/security-log';
import { serveWeb } from './platform/http/web';
import { Jobs } from './platform/jobs/jobs';
import { LiveAdapter } from './platform/live/live.adapter';
import { LiveGateway } from './platform/live/live.gateway';

export interface Portal {
  app: NestFastifyApplication;
  readiness: Readiness;
  metrics: Metrics;
  security: SecurityLog;
  /** Whether the pages were built and are served. */
  web: boolean;
}

/** The whole portal, ready to listen; nothing runs by itself yet. */
export async function buildPortal(
  config: Config,
  source: DataSource,
  webDirectory = builtWeb(),
): Promise<Portal> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, source),
    fastifyAdapter(config),
    {
      bodyParser: false,
      logger: ['error', 'warn'],
      abortOnError: false,
      forceCloseConnections: true,
    },
  );
  app.setGlobalPrefix('api');
  app.useWebSocketAdapter(await LiveAdapter.open(app, config));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const readiness = new Readiness();
  const metrics = new Metrics();
  metrics.watch(fastify);
  const security = new SecurityLog(metrics);
  security.watch(fastify);
  metrics.gauge(
    'zbor_live_connections',
    'Browsers that are connected now.',
    () => app.get(LiveGateway).connected,
  );
  metrics.gauge(
    'zbor_database_waiting',
    'Queries that wait for a connection.',
    () => poolOf(source).waitingCount,
  );
  serveHealth(fastify, source, readiness);
  await serveDocumentation(fastify, version);
  leadHosts(fastify, app.get(MunicipalitiesService));
  const web = config.role !== 'worker' && (await serveWeb(fastify, webDirectory));
  await app.init();
  await fastify.ready();
  return { app, readiness, metrics, security, web };
}

/** A municipality's own host name leads to its pages. */
function leadHosts(fastify: FastifyInstance, municipalities: MunicipalitiesService): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url !== '/' || request.method !== 'GET') return done();
    municipalities
      .byHost(request.hostname.toLowerCase())
      .then((town) => (town ? void reply.redirect(`/${town.slug}`, 302) : done()), done);
  });
}

/** Runs the worker's part where the role asks for it. */
export async function startJobs({ app }: Portal, config: Config): Promise<void> {
  if (config.role !== 'web') await app.get(Jobs).start();
}

function builtWeb(): string {
  return join(import.meta.dirname, '..', '..', 'web', 'build');
}
