import { contracts, livePath } from '@zbor/contracts';
import { codeIn, Mailbox } from '@zbor/testing';
import { io } from 'socket.io-client';
import { Jobs } from '../../platform/jobs/jobs';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { tracesOf } from '../../testing/traces';

const { privacy, identity, ideas, email, moderation } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let box: Mailbox;
let written = '';
const spies: jest.SpyInstance[] = [];

beforeAll(async () => {
  const note = (...parts: unknown[]) => {
    written += parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' ');
    return true;
  };
  for (const stream of [process.stdout, process.stderr])
    spies.push(jest.spyOn(stream, 'write').mockImplementation(note));
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    spies.push(jest.spyOn(console, way).mockImplementation(note));
  box = await Mailbox.open();
  portal = await openTestPortal({
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    publicUrl: 'http://zbor.example',
    trustedProxies: 1,
    limits: true,
  });
  portal.portal.security.follow((line) => note(`${line}\n`));
  await portal.town(town);
});
afterAll(async () => {
  await portal.close();
  await box.close();
  for (const spy of spies) spy.mockRestore();
});

/** Planted with every request; none of them may ever be found anywhere. */
const secret = {
  address: '203.0.113.77',
  address6: '2001:db8:77::beef',
  passphrase: 'plantedpassphrase of four words',
  wrong: 'plantedwrong passphrase',
  agent: 'PlantedBrowser/77',
};
/** What has its place in the database, and nowhere else. */
const kept = { mail: 'planted@example.org', text: 'plantedtext', title: 'plantedtitle', name: 'plantedname' };

const headers = {
  'x-forwarded-for': `${secret.address}`,
  'user-agent': secret.agent,
  'content-type': 'application/json',
};

/** A browser behind the proxy, which says where it is. */
class Watched extends Agent {
  override raw(method: string, path: string, body?: string | null, more: Record<string, string> = {}) {
    const from = path.length % 2 === 0 ? secret.address : secret.address6;
    return super.raw(method, path, body, {
      ...more,
      ...headers,
      'x-forwarded-for': from,
      origin: 'http://zbor.example',
    });
  }
}

test('16.2.5 16.4.1 what happens is written down without addresses, names, tokens and words', async () => {
  const person = new Watched(portal.url);
  const signIn = { signInName: 'plantedsign', passphrase: secret.passphrase };
  await person.ok(identity.signUp, { params, body: { ...signIn, displayName: kept.name, language: 'en' } });
  const tokens = person.cookie.split('; ').map((pair) => pair.split('=')[1] ?? '');
  expect(tokens[0]).toMatch(/^[\w-]{43}$/);

  const jobs = portal.portal.app.get(Jobs);
  jobs.on('break', async () => void (await portal.source.query(`SELECT '${kept.text}'::int`)));
  await jobs.start();
  await person.ok(email.offer, { params, body: { address: kept.mail } });
  const code = codeIn(await box.to(kept.mail));
  await person.ok(email.confirm, { params, body: { code } });
  const idea = await person.propose(town, {
    title: `A ${kept.title}`,
    body: `${kept.text} in the shade of a tree.`,
  });
  await person.comment(town, idea.id, kept.text);
  await person.raw('GET', `/api/municipalities/graz/ideas?q=${kept.text}`);

  // Refused for every reason that there is.
  await person.call(identity.signIn, { params, body: { ...signIn, passphrase: secret.wrong } });
  await person.raw('POST', '/api/municipalities/graz/ideas', `{"title": "${kept.text}`);
  await person.raw(
    'POST',
    '/api/municipalities/graz/ideas',
    JSON.stringify({ title: kept.text, authorId: kept.mail }),
  );
  await person.raw('GET', `/api/municipalities/${kept.text}/ideas/${kept.mail}`);
  await person.call(privacy.erase, { params, body: { contributions: 'leave', proof: secret.wrong } });
  await person.call(moderation.report, {
    params,
    body: { type: 'idea', id: idea.id, reason: 'other', note: kept.text },
  });

  // Broken below, with a message that quotes what was written.
  await portal.source.query(
    `CREATE FUNCTION quote() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'quoted %', NEW::text; END $$;
     CREATE TRIGGER quote BEFORE INSERT OR UPDATE ON idea FOR EACH ROW EXECUTE FUNCTION quote()`,
  );
  const body = {
    title: `Another ${kept.title}`,
    // As if the text were a place in our own source.
    body: `In the shade of a tree\n    at ${kept.text} (/zbor/main.js:1:1)`,
    publish: true,
  };
  expect((await person.call(ideas.propose, { params, body })).status).toBe(500);
  await portal.source.query('DROP FUNCTION quote CASCADE; ALTER TABLE session RENAME TO gone');
  expect((await person.call(identity.visit, { params })).status).toBe(500);
  await portal.source.query('ALTER TABLE gone RENAME TO session');

  // A job that fails, likewise.
  await portal.source.query(`SELECT graphile_worker.add_job('break')`);
  for (let tries = 0; !written.includes('Failed task') && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));

  // A socket that sends what it should not.
  const socket = io(portal.url, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...headers, origin: 'http://zbor.example', cookie: person.cookie },
  });
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  for (const message of [
    kept.text,
    { town, room: `idea:${kept.mail}` },
    { town: kept.text, room: `idea:${idea.id}` },
  ])
    await socket.timeout(2_000).emitWithAck('watch', message);
  socket.emit(kept.text, kept.mail);
  socket.io.engine.write(`42["watch",${kept.text}`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  socket.close();

  expect(written).toContain('Problem');
  expect(written).toContain('"event":"identity.signIn","outcome":"wrong_credentials","town":"graz"');
  expect(written).toContain('Failed task');
  const planted = [...Object.values(secret), ...tokens, code];
  const everything = [...planted, ...Object.values(kept), 'plantedsign'];
  expect(everything.filter((text) => written.includes(text))).toEqual([]);
  expect(await portal.portal.metrics.read()).not.toMatch(/planted|203\.0|2001:db8/i);
  expect(await tracesOf(portal.source, planted)).toEqual([]);
  expect(
    (await tracesOf(portal.source, [kept.text])).filter((trace) => trace.startsWith('graphile_worker')),
  ).toEqual([]);
  const places = (await tracesOf(portal.source, [kept.mail])).map((trace) => trace.split(':')[0]);
  expect(places).toEqual(['email_address.address']);
});
