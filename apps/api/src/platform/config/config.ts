/** What the surroundings say, read once. Everything has a default but the database and the secret key. */
export interface Config {
  port: number;
  host: string;
  /** Where Prometheus reads, on this machine only unless `METRICS_HOST` says otherwise; 0 switches it off. */
  metricsPort: number;
  metricsHost: string;
  databaseUrl: string;
  /** Keys what is stored as a keyed hash or encrypted; the same in every process of an installation. */
  secretKey: string;
  /** Connections to PostgreSQL that one process may hold. */
  databasePool: number;
  redisUrl: string | null;
  role: 'all' | 'web' | 'worker';
  /** As people type it, e.g. `https://zbor.example`; with https, cookies are `Secure`. */
  publicUrl: string | null;
  /** Where mail is handed in, and who it comes from; null: there is no mail. */
  mail: { smtpUrl: string; from: string } | null;
  /** The providers that say who somebody is, by the slug of the municipality. */
  sso: Record<string, SsoSettings>;
  /** Fill an empty database with the demo and print its sign-ins. */
  demo: boolean;
  /** Whether those who ask too often are refused, and not only counted; off only for measuring. */
  limits: boolean;
  /** How many proxies stand in front and may say who is asking. */
  trustedProxies: number;
}

export interface SsoSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

export const CONFIG = Symbol('config');

/** A sentence for the operator; the process ends with it. */
export class StartRefused extends Error {}

/** With https, or of this machine, where nobody listens between. */
const isPrivate = (address: string): boolean =>
  URL.canParse(address) &&
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/.test(address);

function whole(
  env: NodeJS.ProcessEnv,
  name: string,
  { otherwise, least = 0, most }: { otherwise: number; least?: number; most: number },
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new StartRefused(`${name} must be a whole number from ${least} to ${most}, but is "${text}".`);
  }
  return number;
}

const port = (env: NodeJS.ProcessEnv, name: string, otherwise: number) =>
  whole(env, name, { otherwise, most: 65_535 });

/** @throws StartRefused where no database is named. */
export function readDatabaseUrl(env: NodeJS.ProcessEnv): string {
  if (!env.DATABASE_URL) throw new StartRefused('DATABASE_URL is missing: it names the PostgreSQL to use.');
  return env.DATABASE_URL;
}

function readSecretKey({ SECRET_KEY: key = '' }: NodeJS.ProcessEnv): string {
  if (key.length >= 32) return key;
  throw new StartRefused(
    'SECRET_KEY is missing: 32 or more random characters, for example from `openssl rand -hex 32`.',
  );
}

function readMail({ SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL }: NodeJS.ProcessEnv): Config['mail'] {
  if (!smtpUrl) return null;
  if (!/^smtps?:\/\/[^/\s]+/.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new StartRefused('SMTP_URL must be an address such as smtp://user:password@mail.example:587.');
  }
  if (!from || !/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(from)) {
    throw new StartRefused('MAIL_FROM must be a mail address without a name, such as portal@zbor.example.');
  }
  // A link must never begin with what a request says of the host.
  if (!PUBLIC_URL) throw new StartRefused('SMTP_URL needs PUBLIC_URL: the links in mails begin with it.');
  return { smtpUrl, from };
}

/** `OIDC_<TOWN>_ISSUER` and so on: the slug in capitals, its hyphens as underscores. */
function readSso(env: NodeJS.ProcessEnv): Config['sso'] {
  const towns = Object.keys(env).flatMap((name) => /^OIDC_(\w+)_ISSUER$/.exec(name)?.[1] ?? []);
  const read = (town: string, what: string) => {
    const value = env[`OIDC_${town}_${what}`];
    if (!value) throw new StartRefused(`OIDC_${town}_${what} is missing, for there is OIDC_${town}_ISSUER.`);
    return value;
  };
  const settings = towns.map((town) => {
    const issuer = read(town, 'ISSUER');
    if (!isPrivate(issuer)) {
      throw new StartRefused(`OIDC_${town}_ISSUER must be an address with https, but is "${issuer}".`);
    }
    const slug = town.toLowerCase().replaceAll('_', '-');
    const clientSecret = read(town, 'CLIENT_SECRET');
    return [
      slug,
      { issuer, clientId: read(town, 'CLIENT_ID'), clientSecret, name: read(town, 'NAME') },
    ] as const;
  });
  if (settings.length > 0 && !env.PUBLIC_URL) {
    throw new StartRefused('OIDC needs PUBLIC_URL: people are sent back there.');
  }
  return Object.fromEntries(settings);
}

/** @throws StartRefused naming the variable that cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = readDatabaseUrl(env);
  const role = env.ROLE || 'all';
  if (role !== 'all' && role !== 'web' && role !== 'worker') {
    throw new StartRefused(`ROLE must be all, web or worker, but is "${role}".`);
  }
  if (env.PUBLIC_URL && !isPrivate(env.PUBLIC_URL)) {
    throw new StartRefused(
      `PUBLIC_URL must be an address with https such as https://zbor.example, but is "${env.PUBLIC_URL}".`,
    );
  }
  return {
    port: port(env, 'PORT', 3000),
    host: env.HOST || '0.0.0.0',
    metricsPort: port(env, 'METRICS_PORT', 9464),
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    databaseUrl,
    secretKey: readSecretKey(env),
    databasePool: whole(env, 'DATABASE_POOL', { otherwise: 10, least: 1, most: 1000 }),
    redisUrl: env.REDIS_URL || null,
    role,
    publicUrl: env.PUBLIC_URL || null,
    mail: readMail(env),
    sso: readSso(env),
    demo: env.DEMO === '1',
    limits: env.RATE_LIMITS !== 'off',
    trustedProxies: whole(env, 'TRUSTED_PROXIES', { otherwise: 0, most: 10 }),
  };
}
