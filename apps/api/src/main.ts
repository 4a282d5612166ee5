import 'reflect-metadata';
import { seedDemo } from '../seeds/demo';
import { entities } from './entities';
import { missingOperator } from './features/identity/operator.command';
import { readConfig, StartRefused } from './platform/config/config';
import { dataSource } from './platform/database/data-source';
import { prepareDatabase } from './platform/database/prepare';
import { openServing } from './platform/database/serving';
import { Secrets } from './platform/secrets';
import { buildPortal, startJobs } from './server';

const say = (line: string) => console.log(line);

/** How long what is under way may take once it was asked to stop. */
const DRAIN_MS = 20_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const owner = dataSource(config.databaseUrl, 2, entities);
  await prepareDatabase(owner, say);
  const signIns = config.demo ? await seedDemo(owner, new Secrets(config), say) : null;
  const missing = await missingOperator(owner);
  await owner.destroy();
  const source = await openServing(config.databaseUrl, config.databasePool, entities);
  const portal = await buildPortal(config, source);
  const { app, readiness, metrics, security } = portal;
  // Whoever tries the demo wants to read its sign-ins, not that they were used.
  if (!config.demo) security.follow(say);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    readiness.ready = false;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    metrics.close();
    await app.close();
    await source.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  await startJobs(portal, config);
  if (config.role !== 'worker') {
    try {
      // Not through Nest, which would say the same once more in its own words.
      await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
    } catch (error) {
      throw refusedToListen(error as NodeJS.ErrnoException, config.port);
    }
  }
  const figures = await metrics.listen(config);
  readiness.ready = true;

  if (config.role === 'worker') return say('Zbor works in the background.');
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  say(`Zbor is open: ${address}`);
  if (!portal.web) say('The pages are not built, so only the API answers.');
  if (figures) say(`Metrics: ${figures}`);
  if (missing) say(missing);
  if (signIns) for (const line of signIns) say(line);
}

function refusedToListen({ code }: NodeJS.ErrnoException, port: number): StartRefused {
  if (code === 'EADDRINUSE') {
    return new StartRefused(
      `Port ${port} is in use. Stop what runs there, or choose another one: PORT=3001 npm start`,
    );
  }
  if (code === 'EACCES')
    return new StartRefused(`Port ${port} may not be opened by this user. Choose one above 1024.`);
  return new StartRefused(`Port ${port} cannot be opened: ${code}.`);
}

start().catch((error: unknown) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
