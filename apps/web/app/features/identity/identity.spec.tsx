import { factors, identity, municipalities, type Role } from '@zbor/contracts';
import { answer, graz, refuse, siteOf, visitor } from '../../testing/site';
import * as reset from './factors/pages/reset';
import * as admin from './pages/admin';
import * as passphrase from './pages/passphrase';
import * as people from './pages/people';
import * as settings from './pages/settings';
import * as signIn from './pages/sign-in';
import * as signUp from './pages/sign-up';

const names = answer(identity.suggestNames, { names: ['Quiet River', 'Lemon Tree'] });
const account = {
  id: '0190a000-0000-7000-8000-000000000001',
  displayName: 'Lemon Tree',
  signInName: 'lemon',
  role: 'participant',
  language: 'en',
} as const;
const form = {
  choice: 'Lemon Tree',
  own: '',
  signInName: 'lemon',
  passphrase: 'three unusual words',
  language: 'en',
};

describe('signing up', () => {
  test('offers pseudonyms, asks for three things and for nothing else', async () => {
    const { html } = await siteOf({ '/:town/sign-up': signUp }, [visitor(), names]).get('/graz/sign-up');
    expect(html).toContain('value="Quiet River"');
    const asked = [...html.matchAll(/<input [^>]*name="(\w+)"/g)].map((match) => match[1]);
    expect(new Set(asked)).toEqual(
      new Set(['choice', 'own', 'signInName', 'passphrase', 'language', 'returnTo']),
    );
    expect(html).toContain('autoComplete="new-password"');
    expect(html).toContain('autoComplete="username"');
  });

  test('leads back to where one was, with the cookie of the session', async () => {
    const site = siteOf({ '/:town/sign-up': signUp }, [visitor(), names, answer(identity.signUp, account)]);
    const done = await site.post('/graz/sign-up', { ...form, returnTo: '/graz/ideas/new' });
    expect(done).toMatchObject({ status: 303, location: '/graz/ideas/new', cookies: ['session=opaque'] });
    expect(site.asked.at(-1)?.body).toEqual({
      displayName: 'Lemon Tree',
      signInName: 'lemon',
      passphrase: 'three unusual words',
      language: 'en',
    });
  });

  test('keeps what was typed when the name is taken, and never the passphrase', async () => {
    const taken = answer(identity.signUp, refuse('name_taken'));
    const { status, html } = await siteOf({ '/:town/sign-up': signUp }, [visitor(), names, taken]).post(
      '/graz/sign-up',
      { ...form, choice: 'own', own: 'Ana' },
    );
    expect(status).toBe(409);
    expect(html).toMatch(/<input [^>]*value="Ana"/);
    expect(html).toMatch(/<input [^>]*value="lemon"/);
    expect(html).toContain('href="#signInName"');
    expect(html).not.toContain('three unusual words');
  });
});

describe('signing in', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example'])(
    'does not lead away to %j',
    async (returnTo) => {
      const site = siteOf({ '/:town/sign-in': signIn }, [visitor(), answer(identity.signIn, account)]);
      const { location } = await site.post('/graz/sign-in', { ...form, returnTo });
      expect(location).toBe('/graz');
    },
  );

  test('says that name and passphrase do not belong together, and not which one is wrong', async () => {
    const wrong = answer(identity.signIn, refuse('wrong_credentials'));
    const ways = answer(identity.ways, { email: false, sso: null });
    const site = siteOf({ '/:town/sign-in': signIn }, [visitor(), ways, wrong]);
    const { status, html } = await site.post('/graz/sign-in', form);
    expect(status).toBe(401);
    expect(html).toContain('do not belong together');
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('three unusual words');
  });
});

test('the language of the account becomes the language of this browser', async () => {
  const changed = answer(identity.changeMe, { ...account, language: 'ar' });
  const site = siteOf({ '/:town/me/settings': settings }, [visitor('participant'), changed]);
  const { cookies } = await site.post('/graz/me/settings', { displayName: 'Lemon Tree', language: 'ar' });
  expect(cookies).toContainEqual(expect.stringContaining('lang=ar'));
});

describe('looking after a town', () => {
  const pages = { '/:town/admin': admin, '/:town/admin/people': people };

  test('is for admins: others are led to sign in, or told that they may not', async () => {
    expect(await siteOf(pages, [visitor()]).get('/graz/admin')).toMatchObject({
      status: 302,
      location: '/graz/sign-in?returnTo=%2Fgraz%2Fadmin',
    });
    expect(await siteOf(pages, [visitor('council')]).get('/graz/admin')).toMatchObject({ status: 403 });
  });

  test('puts the default language first and reads host names line by line', async () => {
    const site = siteOf(pages, [visitor('admin'), answer(municipalities.change, graz)]);
    const { status } = await site.post('/graz/admin', {
      name: 'Graz',
      accent: 'plum',
      'language-de': 'on',
      'language-ar': 'on',
      defaultLanguage: 'ar',
      hosts: 'ideas.graz.example\nideen.graz.example',
      ...{ 'invitation-en': '', 'invitation-sl': '', 'invitation-de': '', 'invitation-uk': '' },
      'invitation-ar': 'أهلًا',
    });
    expect(status).toBe(303);
    expect(site.asked.at(-1)?.body).toEqual({
      name: 'Graz',
      accent: 'plum',
      languages: ['ar', 'de'],
      hosts: ['ideas.graz.example', 'ideen.graz.example'],
      invitation: { en: '', sl: '', de: '', uk: '', ar: 'أهلًا' },
    });
  });

  test('a form without its fields empties nothing', async () => {
    const site = siteOf(pages, [
      visitor('admin'),
      answer(municipalities.change, ({ body }) =>
        municipalities.change.body.safeParse(body).success ? graz : refuse('invalid_input'),
      ),
    ]);
    const { status, html } = await site.post('/graz/admin', { name: 'Graz', 'language-de': 'on' });
    expect(status).toBe(400);
    expect(html).toContain('Say what you need.</textarea>');
  });

  test('offers to reset the second step of all who have one, but of no admin', async () => {
    const since = '2025-01-01T00:00:00.000Z';
    const person = (last: number, role: Role, secondStep: boolean) => {
      const id = account.id.replace(/.$/, String(last));
      return { id, displayName: 'Heron', role, since, roles: [], secondStep };
    };
    const items = [
      person(1, 'participant', true),
      person(2, 'staff', false),
      person(3, 'council', true),
      person(4, 'admin', true),
    ];
    const site = siteOf(pages, [visitor('admin'), answer(identity.accounts, { items, next: null })]);
    const { html } = await site.get('/graz/admin/people');
    const offered = [...html.matchAll(/href="[^"]*(\d)\/second-step"/g)].map((match) => match[1]);
    expect(offered).toEqual(['1', '3']);
  });

  test('says that the last admin stays', async () => {
    const site = siteOf(pages, [
      visitor('admin'),
      answer(identity.accounts, { items: [], next: null }),
      answer(identity.giveRole, refuse('last_admin')),
    ]);
    const { status, html } = await site.post('/graz/admin/people', {
      id: account.id,
      name: 'Heron',
      role: 'staff',
    });
    expect(status).toBe(409);
    expect(html).toContain('needs at least one admin');
  });
});

describe('changing a passphrase', () => {
  const pages = { '/:town/me/passphrase': passphrase };
  const step = (fresh: boolean) =>
    answer(factors.step, { halfway: false, fresh, required: false, factors: [], closed: false, demo: null });
  const unnamed = answer(identity.visit, {
    municipality: graz,
    account: { ...account, signInName: null },
    halfway: false,
    assisted: false,
    can: { propose: true, help: false, moderate: false, administer: false },
  });
  const changed = 'Your passphrase is changed';

  test.each([
    ['with a name and a fresh proof', visitor('participant'), true, true],
    ['with a name and an old proof', visitor('participant'), false, false],
    ['without a name to sign in with', unnamed, true, false],
  ])('an address says that it was done %s: %s', async (_, who, fresh, told) => {
    const { html } = await siteOf(pages, [who, step(fresh)]).get('/graz/me/passphrase?done=changed');
    expect(html.includes(changed)).toBe(told);
  });

  test('is refused in words where there is no name to sign in with', async () => {
    const none = answer(identity.changePassphrase, refuse('wrong_state'));
    const form = { act: 'change', passphrase: 'three unusual words' };
    const { status, html } = await siteOf(pages, [unnamed, step(true), none]).post(
      '/graz/me/passphrase',
      form,
    );
    expect(status).toBe(409);
    expect(html).toContain('This is no longer possible');
  });
});

test('resetting a second step that is none says so, and what becomes of one', async () => {
  const { id } = account;
  const site = siteOf({ '/:town/admin/people/:id/second-step': reset }, [
    visitor('admin'),
    answer(factors.factorsOf, { displayName: 'Lemon Tree', role: 'participant', factors: [] }),
    answer(factors.step, {
      halfway: false,
      fresh: true,
      required: true,
      factors: ['totp'],
      closed: false,
      demo: null,
    }),
    answer(factors.resetFactors, refuse('wrong_state')),
  ]);
  const { status, html } = await site.post(`/graz/admin/people/${id}/second-step`, { act: 'reset' });
  expect(status).toBe(409);
  expect(html).toContain('This is no longer possible');
  expect(html).toContain('If their role needs one');
});
