import type { Page } from '@playwright/test';
import { ending, newcomer } from '../support/person';
import { expect, test } from '../support/test';

/** Runs in the page: everything that a browser keeps beside cookies. */
async function readStorage() {
  return {
    kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
}

test('14.3.3 a shared browser keeps nothing of whoever was there, neither meanwhile nor after they signed out', async ({
  open,
  t,
}) => {
  const person = await newcomer('graz', `Farouk ${ending()}`);
  const idea = await person.propose({ title: `A bench ${ending()}` });
  const { page, context } = await open({ as: person });
  const secrets = [person.displayName, person.signInName, person.id, idea.title, 'half a comment'];
  const expectNothing = async (page: Page) => {
    const { kept, ...rest } = await page.evaluate(readStorage);
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    expect(rest).toEqual({ local: [], databases: [], caches: [], workers: 0 });
  };
  for (const path of ['/graz/me', '/graz/me/settings', '/graz/me/data', '/graz/ideas/new', '/graz/ideas']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto(`/graz/ideas/${idea.id}/${idea.slug}`);
  await page.getByRole('textbox').last().fill('half a comment');
  await expectNothing(page);

  await page.goto('/graz/sign-out');
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('link', { name: t('nav.signIn') }).first()).toBeVisible();
  await expectNothing(page);
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names.filter((name) => name.includes('zbor-'))).toEqual([]);
  await page.goBack();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('body')).not.toContainText(person.displayName);
});
