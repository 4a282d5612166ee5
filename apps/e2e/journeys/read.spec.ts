import { contracts } from '@zbor/contracts';
import { newcomer, Person } from '../support/person';
import { everyWay, expect, test } from '../support/test';

/** Nobody writes there while the journeys go. */
const quiet = 'ljubljana';
const town = 'graz';

test('a visitor finds an idea', { tag: everyWay }, async ({ open, t }) => {
  const { page, hand } = await open();
  const titles = page.getByRole('main').getByRole('heading', { level: 2 });
  const listed = async (query: { q?: string; sort?: 'discussed'; language?: 'uk' }) => {
    const { items } = await new Person(quiet).call(contracts.ideas.list, {
      params: { town: quiet },
      query,
    });
    return items.map((idea) => idea.title);
  };

  await page.goto('/');
  await hand.press(page.getByRole('link', { name: 'Ljubljana', exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await hand.press(page.getByRole('link', { name: t('ideas:home.all') }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ideas:list.title'));

  await hand.press(page.getByRole('link', { name: t('ideas:sort.discussed') }));
  await expect(titles.first()).toHaveText('Knjižnica reči tudi na Fužinah');
  await expect(titles).toHaveText(await listed({ sort: 'discussed' }));

  await hand.pick(page.getByRole('combobox', { name: t('ideas:filter.language') }), 'Українська');
  await hand.press(page.getByRole('button', { name: t('ideas:filter.apply') }));
  await expect(titles).toHaveText(await listed({ sort: 'discussed', language: 'uk' }));

  await hand.press(page.getByRole('link', { name: t('ideas:filter.remove') }));
  await expect(titles).toHaveText(await listed({ sort: 'discussed' }));
  await hand.write(page.getByRole('searchbox', { name: t('ideas:filter.search') }), 'حديقة');
  await hand.press(page.getByRole('button', { name: t('ideas:filter.find'), exact: true }));
  await expect(titles.first()).toHaveText('حديقة خضار مشتركة بلا أسوار بين القطع');

  await hand.write(page.getByRole('searchbox', { name: t('ideas:filter.search') }), 'xylophone zeppelin');
  await hand.press(page.getByRole('button', { name: t('ideas:filter.find'), exact: true }));
  await expect(page.getByText(t('ideas:list.nothingFound'))).toBeVisible();
  await hand.press(page.getByRole('link', { name: t('ideas:list.showAll') }));
  await expect(titles).toHaveText(await listed({}));
});

test('a visitor reads a long conversation to its end', { tag: everyWay }, async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  const first = await author.comment(idea.id, 'Words 1');
  for (let answer = 1; answer <= 7; answer++) await author.comment(idea.id, `Answer ${answer}`, first.id);
  for (let number = 2; number <= 23; number++) await author.comment(idea.id, `Words ${number}`);

  const { page, hand } = await open();
  const said = (words: string) => page.getByRole('article').getByText(words, { exact: true });
  await page.goto(`/${town}/ideas/${idea.id}`);
  await expect(said('Words 1')).toBeVisible();
  await expect(said('Words 23')).toHaveCount(0);
  await hand.press(page.getByRole('link', { name: t('comments:more') }));
  await expect(said('Words 23')).toBeVisible();

  await page.goto(`/${town}/ideas/${idea.id}`);
  await expect(said('Answer 7')).toHaveCount(0);
  await hand.press(page.getByRole('link', { name: t('comments:moreReplies', { count: 2 }) }));
  await expect(said('Answer 7')).toBeVisible();

  await page.goto(`/${town}/ideas/${idea.id}`);
  await hand.press(page.getByRole('link', { name: t('comments:sort.newest') }));
  await expect(page.getByRole('article', { name: author.displayName }).first()).toContainText('Words 23');
});

test('a visitor compares the versions of an idea', { tag: everyWay }, async ({ open, t }) => {
  const author = await newcomer(town);
  const { id } = await author.propose({ body: 'One can rest in the shade of the old trees.' });
  const edit = (body: string, version: number) =>
    author.call(contracts.ideas.edit, { params: { town, id }, body: { body, version } });
  await edit('One can rest in the shade of the young trees.', 1);
  await edit('One can rest and read in the shade of the young trees.', 2);

  const { page, hand } = await open();
  await page.goto(`/${town}/ideas/${id}`);
  await hand.press(page.getByRole('link', { name: t('ideas:edited') }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ideas:versions.title'));
  await expect(page.locator('ins')).toContainText('and read');
  await expect(page.locator('del')).toHaveCount(0);

  const versions = page.getByRole('combobox', { name: t('ideas:versions.from') });
  const oldest = await versions.locator('option').last().textContent();
  await hand.pick(versions, oldest ?? '');
  await hand.press(page.getByRole('button', { name: t('ideas:versions.show') }));
  await expect(page.locator('del')).toContainText('old');
  await expect(page.locator('ins').filter({ hasText: 'young' })).toHaveCount(1);
});

test('a link to an idea shows what it is about', async ({ request }) => {
  const author = await newcomer(town);
  const idea = await author.propose({ title: 'Shade for "everybody" & <all>' });
  const html = await (await request.get(`/${town}/ideas/${idea.id}/${idea.slug}`)).text();
  const meta = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1];
  const url = `${author.url}/${town}/ideas/${idea.id}/${idea.slug}`;
  expect(meta('og:title')).toBe('Shade for &quot;everybody&quot; &amp; &lt;all&gt;');
  expect(meta('og:type')).toBe('article');
  expect(meta('og:url')).toBe(url);
  expect(meta('og:site_name')).toBe('Graz');
  expect(meta('og:description')).toContain('sit and read in the shade');
  expect(meta('description')).toContain('sit and read in the shade');
  expect(html).toContain(`<link rel="canonical" href="${url}"`);

  const draft = await author.propose({ publish: false });
  expect((await request.get(`/${town}/ideas/${draft.id}`)).status()).toBe(404);
});
