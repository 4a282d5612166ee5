import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Config, StartRefused } from '../config/config';

/** Figures for Prometheus: of the process, of requests by route (never by address), of waiting for the database. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'zbor_http_seconds',
    help: 'Seconds from a request to its reply, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly security = new Counter({
    name: 'zbor_security_events_total',
    help: 'Ways in that were tried and requests that were turned away, by endpoint and outcome.',
    labelNames: ['event', 'outcome'],
    registers: [this.registry],
  });
  private server: Server | undefined;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      this.requests.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
      done();
    });
  }

  secured(event: string, outcome: string): void {
    this.security.labels(event, outcome).inc();
  }

  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** All figures, as Prometheus reads them. */
  read(): Promise<string> {
    return this.registry.metrics();
  }

  /** Listens on the private port. A busy one is left alone where several processes share a machine. */
  async listen(config: Pick<Config, 'metricsPort' | 'metricsHost'>): Promise<string | null> {
    if (config.metricsPort === 0) return null;
    const server = createServer(async (request, reply) => {
      if (request.url !== '/metrics') return reply.writeHead(404).end();
      reply.writeHead(200, { 'content-type': this.registry.contentType }).end(await this.read());
    });
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        this.server = undefined;
        if (error.code === 'EADDRINUSE') resolve(null);
        else
          reject(new StartRefused(`The metrics port ${config.metricsPort} cannot be used: ${error.code}.`));
      });
      server.listen(config.metricsPort, config.metricsHost, () =>
        resolve(`http://${config.metricsHost}:${config.metricsPort}/metrics`),
      );
    });
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
