import { contracts, type Locale, locales } from '@zbor/contracts';
import { localeDirection } from '@zbor/i18n';
import { codeIn, Mailbox } from '@zbor/testing';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Jobs } from '../../platform/jobs/jobs';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { EmailMails } from './email.mails';

const { email, identity } = contracts;
const params = { town: 'graz' };

let box: Mailbox;
let portal: TestPortal;
let now: number | null = null;

beforeAll(async () => {
  box = await Mailbox.open();
  portal = await openTestPortal({
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    publicUrl: 'http://zbor.example',
  });
  jest.spyOn(portal.portal.app.get(Clock), 'now').mockImplementation(() => new Date(now ?? Date.now()));
  await portal.portal.app.get(Jobs).start();
  await portal.town(params.town);
});
afterEach(() => {
  now = null;
  box.refusal = null;
});
afterAll(async () => {
  await portal.close();
  await box.close();
});

const offer = (person: Agent, address: string) => person.ok(email.offer, { params, body: { address } });
const waiting = async () =>
  (
    await portal.source.query(
      `SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE task_identifier LIKE 'mail%'`,
    )
  )[0].jobs as number;

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await is()); tries++) {
    if (tries === 400) throw new Error('It never was.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test.each([...locales])(
  'a mail in %s says little, loads nothing and reads in its direction',
  async (language: Locale) => {
    const person = await portal.person('graz');
    await person.ok(identity.changeMe, { params, body: { language, displayName: 'Farouk Unmistakable' } });
    const address = `reader-${language}@example.org`;
    await offer(person, address);
    const mail = await box.to(address);
    expect(mail.html).toContain(`<html lang="${language}" dir="${localeDirection(language)}">`);
    expect(mail.html).not.toMatch(/src=|url\(|<script|<style|<link/);
    expect(mail.headers).toMatch(/^Subject: .+$/m);
    expect(mail.headers).toMatch(/^From: portal@zbor\.example$/m);
    expect(mail.headers).toMatch(new RegExp(`^To: ${address}$`, 'm'));
    expect(mail.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    for (const said of [mail.raw, mail.text, mail.html]) {
      expect(said).not.toContain('Unmistakable');
      expect(said).not.toContain(person.name);
    }
    const code = codeIn(mail);
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.headers).not.toContain(code);
    // The code stands behind # alone, where no server hears of it.
    expect(mail.text).toContain(`http://zbor.example/graz/me/email/code#${code}`);
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => new URL(link));
    expect(links.map(({ pathname, search }) => pathname + search)).toEqual(['/graz/me/email/code']);
  },
);

test('X11 no name becomes a header or a tag', async () => {
  const person = await portal.person('graz');
  const before = await portal.source.query('SELECT name FROM municipality WHERE slug = $1', ['graz']);
  const name = 'Graz\r\nBcc: spy@example.org\r\n\r\n<img src=x onerror=alert(1)>';
  await portal.source.query('UPDATE municipality SET name = $1 WHERE slug = $2', [name, 'graz']);
  const { mails } = box;
  const count = mails.length;
  await offer(person, 'injected@example.org');
  const mail = await box.to('injected@example.org');
  await portal.source.query('UPDATE municipality SET name = $1 WHERE slug = $2', [before[0].name, 'graz']);
  expect(mail.to).toEqual(['injected@example.org']);
  expect(mails).toHaveLength(count + 1);
  expect(mail.headers).not.toMatch(/^bcc:/im);
  expect(mail.html).not.toContain('<img');
});

test('what is not committed is not sent', async () => {
  const app = portal.portal.app;
  const failed = app.get(Database).transaction(async (tx) => {
    await app.get(EmailMails).send(tx, { codeId: crypto.randomUUID(), purpose: 'sign-in', code: '123456' });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await waiting()).toBe(0);
});

test('16.5.2 a server in trouble is tried again, and nothing is told of the address', async () => {
  const person = await portal.person('graz');
  const said: string[] = [];
  const error = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean(said.push(String(text))));
  const log = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean(said.push(String(text))));
  box.refusal = { code: 451, text: 'patient@example.org is busy' };
  const { attempts } = box;
  await offer(person, 'patient@example.org');
  await until(async () => box.attempts > attempts && (await waiting()) === 1);
  await until(async () => {
    const [job] = await portal.source.query('SELECT last_error FROM graphile_worker.jobs');
    return job?.last_error != null;
  });
  const [job] = await portal.source.query('SELECT last_error FROM graphile_worker.jobs');
  expect(job.last_error).toBe('Error The mail server did not take a mail: EENVELOPE 451');
  box.refusal = null;
  await box.to('patient@example.org');
  error.mockRestore();
  log.mockRestore();
  expect(said.join('')).not.toContain('patient@');
});

test('a mail that is sent twice has the same Message-ID and the same code', async () => {
  const person = await portal.person('graz');
  box.refusal = { code: 451, text: 'out of order', after: 'taking' };
  await offer(person, 'twice@example.org');
  const first = await box.to('twice@example.org');
  box.refusal = null;
  const second = await box.to('twice@example.org', 2);
  const idOf = ({ headers }: { headers: string }) =>
    /^Message-ID: (<[\w-]{36}@zbor\.example>)$/im.exec(headers)?.[1];
  expect(idOf(first)).toMatch(/./);
  expect(idOf(second)).toBe(idOf(first));
  expect(codeIn(second)).toBe(codeIn(first));
});

test('a code that has expired is never sent', async () => {
  const person = await portal.person('graz');
  box.refusal = { code: 451, text: 'not now' };
  const { attempts } = box;
  await offer(person, 'late@example.org');
  await until(() => box.attempts > attempts);
  now = Date.now() + 11 * 60_000;
  box.refusal = null;
  await until(async () => (await waiting()) === 0);
  expect(box.mails.filter(({ to }) => to.includes('late@example.org'))).toEqual([]);
});

test('an address that the server refuses for good is not tried again', async () => {
  const person = await portal.person('graz');
  box.refusal = { code: 550, text: 'gone@example.org is nobody here' };
  const { attempts } = box;
  const warn = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  await offer(person, 'gone@example.org');
  await until(async () => box.attempts > attempts && (await waiting()) === 0);
  warn.mockRestore();
  expect(box.attempts).toBe(attempts + 1);
});
