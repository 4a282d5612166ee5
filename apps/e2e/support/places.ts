import type { Page } from '@playwright/test';
import type { Words } from './words';
import type { World } from './world';

/** A page, or a state of one. */
export interface Place {
  name: string;
  path(world: World): string;
  /** Who sees it; a visitor unless said. */
  as?: 'author' | 'moderator' | 'admin' | 'operator' | 'halfway' | 'assisted';
  /** Its HTTP status; 200 unless said. */
  status?: number;
  /** What leads to the state. */
  act?(page: Page, t: Words): Promise<void>;
  /** Looked at in the dark as well. */
  dark?: boolean;
}

const idea = ({ town, idea: { id, slug } }: World) => `/${town}/ideas/${id}/${slug}`;
const of = (comment: 'comment' | 'answer', part: string) => (world: World) =>
  `/${world.town}/comments/${world[comment]}/${part}?on=idea:${world.idea.id}`;

const visitors: Place[] = [
  { name: 'towns', path: () => '/' },
  { name: 'home', path: ({ town }) => `/${town}`, dark: true },
  { name: 'a lively home', path: () => '/graz' },
  { name: 'ideas', path: () => '/graz/ideas', dark: true },
  { name: 'ideas, filtered', path: ({ town }) => `/${town}/ideas?language=de&tag=bänke&sort=supported` },
  { name: 'ideas with a wide tag', path: ({ town }) => `/${town}/ideas?tag=${'ш'.repeat(30)}` },
  { name: 'no idea found', path: ({ town }) => `/${town}/ideas?q=xylophone` },
  { name: 'idea', path: idea, dark: true },
  { name: 'one conversation', path: (world) => `${idea(world)}?focus=${world.answer}` },
  { name: 'withdrawn idea', path: ({ town, withdrawn: { id, slug } }) => `/${town}/ideas/${id}/${slug}` },
  { name: 'versions of an idea', path: (world) => `/${world.town}/ideas/${world.idea.id}/versions` },
  { name: 'versions of a comment', path: of('comment', 'versions') },
  { name: 'council', path: ({ town }) => `/${town}/council` },
  { name: 'privacy', path: ({ town }) => `/${town}/privacy` },
  { name: 'goodbye', path: ({ town }) => `/${town}/goodbye` },
  { name: 'accessibility', path: ({ town }) => `/${town}/accessibility` },
  { name: 'sign-in', path: ({ town }) => `/${town}/sign-in?returnTo=/${town}/me` },
  {
    name: 'sign-in, refused',
    path: ({ town }) => `/${town}/sign-in`,
    act: (page, t) =>
      submitted(page, page.getByRole('main').getByRole('button', { name: t('identity:signIn.submit') })),
  },
  { name: 'sign-in by e-mail', path: ({ town }) => `/${town}/sign-in/email` },
  {
    name: 'sign-in by e-mail, refused',
    path: ({ town }) => `/${town}/sign-in/email`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('email:signIn.submit') })),
  },
  {
    name: 'code by e-mail',
    path: ({ town }) => `/${town}/sign-in/email`,
    async act(page, t) {
      await page.getByRole('textbox', { name: t('email:signIn.address') }).fill('nobody@example.org');
      await page.getByRole('button', { name: t('email:signIn.submit') }).click();
      await page.getByRole('textbox', { name: t('email:code.label') }).waitFor();
    },
  },
  { name: 'no code by e-mail', path: ({ town }) => `/${town}/sign-in/email/code` },
  {
    name: 'having an address back',
    path: ({ town }) => `/${town}/email/changes/00000000-0000-4000-8000-000000000000`,
  },
  { name: 'sign-in elsewhere', path: () => '/graz/sign-in/sso' },
  { name: 'sign-in elsewhere, failed', path: () => '/graz/sign-in/sso?problem=sso_failed' },
  { name: 'no arrival from elsewhere', path: () => '/graz/sign-in/sso/name' },
  { name: 'sign-up', path: ({ town }) => `/${town}/sign-up`, dark: true },
  {
    name: 'sign-up, refused',
    path: ({ town }) => `/${town}/sign-up`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('identity:signUp.submit') })),
  },
  { name: 'joining with a code', path: ({ town }) => `/${town}/join/123456789012345674`, dark: true },
  {
    name: 'joining, refused',
    path: ({ town }) => `/${town}/join`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('identity:signUp.submit') })),
  },
  { name: 'coming back by a phrase', path: ({ town }) => `/${town}/recover` },
  {
    name: 'coming back by a phrase, refused',
    path: ({ town }) => `/${town}/recover`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('recovery:lost.submit') })),
  },
  { name: 'claiming', path: ({ town }) => `/${town}/claim/123456789012345674` },
  {
    name: 'claiming, refused',
    path: ({ town }) => `/${town}/claim`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('assistance:claim.submit') })),
  },
  { name: 'nothing to finish', path: ({ town }) => `/${town}/finish` },
  { name: 'sign-out', path: ({ town }) => `/${town}/sign-out` },
  { name: 'report of an idea', path: (world) => `/${world.town}/report/idea/${world.idea.id}` },
  {
    name: 'report, refused',
    path: (world) => `/${world.town}/report/comment/${world.answer}`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('moderation:report.submit') })),
  },
  { name: 'reported', path: (world) => `/${world.town}/report/comment/${world.answer}?sent=1` },
  {
    name: 'what was typed, kept without its page',
    path: ({ town }) => `/${town}`,
    async act(page, t) {
      await page.evaluate(sendWithoutScripts);
      await page.getByRole('button', { name: t('form.sendAgain') }).waitFor();
    },
  },
  { name: 'operator, signed out', path: () => '/operator' },
  { name: 'no such page', path: ({ town }) => `/${town}/nowhere`, status: 404 },
  { name: 'no such town', path: () => '/atlantis', status: 404 },
];

/** Runs in the page: sends the form of another one, as from a page that stood open when the session ended. */
function sendWithoutScripts() {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `${location.pathname}/me/settings`;
  const field = form.appendChild(document.createElement('input'));
  field.name = 'displayName';
  field.value = 'نهر هادئ';
  document.body.append(form);
  form.submit();
}

const authors: Place[] = [
  { name: 'own idea', path: idea },
  { name: 'own draft', path: ({ town, draft }) => `/${town}/ideas/${draft.id}` },
  { name: 'own hidden idea', path: ({ town, hidden }) => `/${town}/ideas/${hidden.id}` },
  { name: 'new idea', path: ({ town }) => `/${town}/ideas/new`, dark: true },
  {
    name: 'new idea, refused',
    path: ({ town }) => `/${town}/ideas/new`,
    async act(page, t) {
      await page.getByRole('textbox', { name: t('ideas:form.title') }).fill('x');
      await page.getByRole('textbox', { name: t('ideas:form.body') }).fill('x');
      await submitted(page, page.getByRole('button', { name: t('ideas:new.preview') }));
    },
  },
  {
    name: 'new idea, to be looked at',
    path: ({ town }) => `/${town}/ideas/new`,
    async act(page, t) {
      await page.getByRole('textbox', { name: t('ideas:form.title') }).fill('نحتاج إلى مقاعد في الحديقة');
      await page
        .getByRole('textbox', { name: t('ideas:form.body') })
        .fill('لا يوجد مكان للجلوس في الظل عند المحطة.');
      await page.getByRole('button', { name: t('ideas:new.preview') }).click();
      await page.getByRole('button', { name: t('ideas:new.publish') }).waitFor();
    },
  },
  { name: 'change of an idea', path: (world) => `/${world.town}/ideas/${world.idea.id}/edit` },
  { name: 'draft, to be read out', path: ({ town, draft }) => `/${town}/ideas/${draft.id}/publish` },
  { name: 'withdrawing an idea', path: (world) => `/${world.town}/ideas/${world.idea.id}/withdraw` },
  {
    name: 'answer to a comment',
    path: (world) => `/${world.town}/threads/idea/${world.idea.id}/write?parent=${world.answer}`,
  },
  { name: 'change of a comment', path: of('comment', 'edit') },
  { name: 'deleting a comment', path: of('comment', 'delete') },
  { name: 'own ideas', path: ({ town }) => `/${town}/me` },
  { name: 'own e-mail address', path: ({ town }) => `/${town}/me/email` },
  { name: 'e-mail address, taken away', path: ({ town }) => `/${town}/me/email?done=removed` },
  { name: 'settings', path: ({ town }) => `/${town}/me/settings` },
  { name: 'account that is kept', path: ({ town }) => `/${town}/me/keep` },
  { name: 'changing the passphrase', path: ({ town }) => `/${town}/me/passphrase` },
  { name: 'own codes from an app', path: ({ town }) => `/${town}/me/totp` },
  { name: 'recovery phrase', path: ({ town }) => `/${town}/me/recovery` },
  { name: 'own passkeys', path: ({ town }) => `/${town}/me/passkeys` },
  { name: 'own data', path: ({ town }) => `/${town}/me/data` },
  {
    name: 'own data, refused',
    path: ({ town }) => `/${town}/me/data`,
    act: (page, t) => submitted(page, page.getByRole('button', { name: t('privacy:data.erase.submit') })),
  },
  { name: 'not allowed', path: ({ town }) => `/${town}/moderation`, status: 403 },
];

const moderators: Place[] = [
  { name: 'idea, moderated', path: idea },
  { name: 'no own ideas', path: ({ town }) => `/${town}/me` },
  { name: 'reported texts', path: ({ town }) => `/${town}/moderation`, dark: true },
  { name: 'reported comment', path: (world) => `/${world.town}/moderation/comment/${world.answer}` },
  { name: 'hidden idea', path: ({ town, hidden }) => `/${town}/moderation/idea/${hidden.id}` },
  { name: 'log', path: ({ town }) => `/${town}/moderation/log` },
];

const admins: Place[] = [
  { name: 'own data of the last admin', path: ({ town }) => `/${town}/me/data` },
  { name: 'town', path: ({ town }) => `/${town}/admin` },
  { name: 'access codes', path: ({ town }) => `/${town}/codes`, dark: true },
  {
    name: 'cards with access codes',
    path: ({ town }) => `/${town}/codes`,
    async act(page, t) {
      await page.getByRole('button', { name: t('access-codes:batches.submit') }).click();
      await page.getByRole('heading', { level: 1, name: t('access-codes:cards.title') }).waitFor();
    },
  },
  { name: 'helping, the language', path: ({ town }) => `/${town}/assist` },
  { name: 'helping, the name', path: ({ town }) => `/${town}/assist?for=ar`, dark: true },
  { name: 'quotas of access codes', path: ({ town }) => `/${town}/admin/codes` },
  { name: 'people', path: ({ town }) => `/${town}/admin/people` },
  {
    name: 'resetting a second step',
    path: ({ town, author }) => `/${town}/admin/people/${author.id}/second-step`,
  },
  { name: 'log of acts', path: ({ town }) => `/${town}/admin/audit` },
  { name: 'log of acts, checked', path: ({ town }) => `/${town}/admin/audit?check=1` },
  { name: 'describing the council', path: ({ town }) => `/${town}/admin/council` },
];

const assisted: Place[] = [
  { name: 'idea, read together', path: idea, dark: true },
  {
    name: 'comment, to be read out',
    path: (world) => `/${world.town}/threads/idea/${world.idea.id}/write`,
    async act(page, t) {
      await page.getByRole('textbox', { name: t('comments:write.label') }).fill('Ein Brunnen wäre gut.');
      await page.getByRole('button', { name: t('comments:form.send') }).click();
      await page.getByRole('heading', { level: 1, name: t('assisted.readBack') }).waitFor();
    },
  },
  { name: 'finishing', path: ({ town }) => `/${town}/finish` },
  { name: 'sign-out without a receipt', path: ({ town }) => `/${town}/sign-out` },
];

const operators: Place[] = [
  { name: 'operator', path: () => '/operator' },
  { name: 'opening a town', path: () => '/operator/new' },
  { name: 'log of the operator', path: () => '/operator/audit?check=1' },
  { name: 'first admin', path: ({ town }) => `/operator/${town}/admin` },
  { name: 'admins of a town', path: ({ town }) => `/operator/${town}/admins` },
  {
    name: 'resetting the second step of an admin',
    path: ({ town, admin }) => `/operator/${town}/admins/${admin.id}/second-step`,
  },
];

const halfway: Place[] = [
  { name: 'second step', path: ({ town }) => `/${town}/second-step` },
  { name: 'second step of the operator', path: () => '/operator/second-step' },
];

/** Every page, and the states in which it looks different. */
export const places: readonly Place[] = [
  ...visitors,
  ...authors.map((place) => ({ ...place, as: 'author' as const })),
  ...moderators.map((place) => ({ ...place, as: 'moderator' as const })),
  ...admins.map((place) => ({ ...place, as: 'admin' as const })),
  ...assisted.map((place) => ({ ...place, as: 'assisted' as const })),
  ...operators.map((place) => ({ ...place, as: 'operator' as const })),
  ...halfway.map((place) => ({ ...place, as: 'halfway' as const })),
];

async function submitted(page: Page, button: ReturnType<Page['getByRole']>): Promise<void> {
  await button.click();
  await page.getByRole('alert').waitFor();
}
