import { type ModerationSubject, moderation } from '@zbor/contracts';
import { answer, refuse, siteOf, visitor } from '../../testing/site';
import * as queue from './pages/queue';
import * as report from './pages/report';
import * as subjectPage from './pages/subject';

const id = '0190a000-0000-7000-8000-000000000011';
const reports = [1, 2].map((number) => ({
  id: `0190a000-0000-7000-8000-00000000002${number}`,
  reason: 'spam' as const,
  note: 'Werbung',
  at: '2026-01-01T10:00:00.000Z',
}));
const subject: ModerationSubject = {
  type: 'comment',
  id,
  page: `/ideas/${id}#comment`,
  title: null,
  text: 'ساعات رخيصة <script>alert(1)</script>',
  language: 'ar',
  author: { name: 'نهر', role: 'participant' },
  hidden: null,
};
const hidden = {
  ...subject,
  hidden: { reason: 'spam' as const, note: 'Werbung.', at: '2026-01-01T11:00:00.000Z' },
};
const pages = {
  '/:town/moderation': queue,
  '/:town/moderation/:type/:id': subjectPage,
  '/:town/report/:type/:id': report,
};
const page = `/graz/moderation/comment/${id}`;

test('a visitor reports without an account and reads what happens next', async () => {
  const site = siteOf(pages, [visitor(), answer(moderation.report, { id })]);
  const address = `/graz/report/comment/${id}`;
  const sent = await site.post(address, { reason: 'insult', note: '', from: '/graz/ideas/x#c' });
  expect(site.asked.at(-1)?.body).toEqual({ type: 'comment', id, reason: 'insult', note: '' });
  expect(sent).toMatchObject({ status: 303, location: `${address}?sent=1&from=%2Fgraz%2Fideas%2Fx%23c` });
  const { html } = await site.get(sent.location ?? '');
  expect(html).toContain('Thank you');
  expect(html).toContain('href="/graz/ideas/x#c"');
});

test('a report on what is gone meanwhile says so and keeps what was typed', async () => {
  const site = siteOf(pages, [visitor(), answer(moderation.report, refuse('not_found'))]);
  const sent = { reason: 'insult', note: 'It names my neighbour.' };
  const { status, html } = await site.post(`/graz/report/comment/${id}`, sent);
  expect(status).toBe(404);
  expect(html).toContain('We could not find this.');
  expect(html).toContain('It names my neighbour.</textarea>');
});

test('what cannot be reported is not found', async () => {
  expect(await siteOf(pages, [visitor()]).get(`/graz/report/account/${id}`)).toMatchObject({ status: 404 });
});

test('the queue shows a text in its own language and direction, and lets no markup through', async () => {
  const waiting = answer(moderation.queue, { items: [{ subject, reports }], next: null });
  const { html } = await siteOf(pages, [visitor('council'), waiting]).get('/graz/moderation');
  expect(html).toMatch(/<blockquote [^>]*lang="ar" dir="rtl"/);
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('Keep it and settle 2 reports');
});

test('an empty queue says so', async () => {
  const { html } = await siteOf(pages, [
    visitor('staff'),
    answer(moderation.queue, { items: [], next: null }),
  ]).get('/graz/moderation');
  expect(html).toContain('Nothing is waiting');
});

test('hiding without a note says what is missing and keeps the chosen reason', async () => {
  const short = [{ path: 'body.note', code: 'too_short' as const, params: { min: 5 } }];
  const site = siteOf(pages, [
    visitor('council'),
    answer(moderation.subject, { subject, reports }),
    answer(moderation.hide, refuse('invalid_input', short)),
  ]);
  const { status, html } = await site.post(page, { act: 'hide', reason: 'hate', note: '' });
  expect(status).toBe(400);
  expect(html).toContain('href="#note"');
  expect(html).toMatch(/<input [^>]*checked=""[^>]*value="hate"/);
});

test('a decision leads back to the queue', async () => {
  const site = siteOf(pages, [visitor('council'), answer(moderation.hide, undefined)]);
  const form = { act: 'hide', reason: 'spam', note: 'Advertising.', returnTo: '/graz/moderation' };
  expect(await site.post(page, form)).toMatchObject({ status: 303, location: '/graz/moderation?done=hide' });
});

test('who comes second sees what the first one decided', async () => {
  const site = siteOf(pages, [
    visitor('council'),
    answer(moderation.subject, { subject: hidden, reports: [] }),
    answer(moderation.hide, refuse('wrong_state')),
  ]);
  const { status, html } = await site.post(page, { act: 'hide', reason: 'spam', note: 'Advertising.' });
  expect(status).toBe(409);
  expect(html).toContain('Somebody else has decided');
  expect(html).toContain('Show it again');
});

test('keeping settles every report, also when somebody settled one of them meanwhile', async () => {
  const [first, second] = reports.map((each) => each.id);
  const site = siteOf(pages, [
    visitor('council'),
    answer(moderation.dismiss, ({ params }) => (params.id === first ? refuse('wrong_state') : undefined)),
  ]);
  const done = await site.post(page, {
    act: 'dismiss',
    reports: `${first} ${second}`,
    returnTo: '/graz/moderation',
  });
  expect(done).toMatchObject({ status: 303, location: '/graz/moderation?done=dismiss' });
  expect(site.asked.map((asked) => asked.params.id)).toEqual([first, second]);
});

test.each<Record<string, string>>([{}, { act: 'x' }, { act: 'dismiss', reports: ' ' }])(
  'a form that decides nothing, %j',
  async (form) => {
    const asking = (reply: Parameters<typeof answer<typeof moderation.subject>>[1]) =>
      siteOf(pages, [visitor('council'), answer(moderation.subject, reply)]).post(page, form);
    expect(await asking({ subject, reports })).toMatchObject({ status: 303, location: page });
    expect(await asking(refuse('not_allowed'))).toMatchObject({ status: 403 });
    expect(await asking(refuse('not_signed_in'))).toMatchObject({ status: 401 });
  },
);
