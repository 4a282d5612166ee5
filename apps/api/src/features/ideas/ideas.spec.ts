import { randomUUID } from 'node:crypto';
import { contracts } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { ideas } = contracts;
const town = 'graz';
const params = (id: string) => ({ params: { town, id } });

let portal: TestPortal;
let amal: Agent;
let jan: Agent;
let visitor: Agent;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
  amal = await portal.person(town);
  jan = await portal.person(town);
  visitor = portal.visitor();
});
afterAll(() => portal.close());

describe('an idea', () => {
  test('is a draft for its author alone, then published for everybody', async () => {
    const draft = await amal.propose(town, { publish: false });
    expect(draft).toMatchObject({
      state: 'draft',
      mine: true,
      publishedAt: null,
      can: { publish: true, support: false },
    });
    expect(await visitor.refused(ideas.read, params(draft.id))).toBe('404 not_found');
    expect(await jan.refused(ideas.read, params(draft.id))).toBe('404 not_found');
    expect((await amal.ok(ideas.mine, { params: { town } })).items[0]?.id).toBe(draft.id);
    await amal.ok(ideas.publish, params(draft.id));
    const { idea } = await visitor.ok(ideas.read, params(draft.id));
    expect(idea).toMatchObject({
      state: 'published',
      mine: false,
      source: null,
      can: { edit: false, support: false },
    });
    expect((await visitor.ok(ideas.list, { params: { town } })).items[0]?.id).toBe(draft.id);
    expect(await amal.refused(ideas.publish, params(draft.id))).toBe('409 wrong_state');
  });

  test('has a language and a direction of its own, recognised and correctable', async () => {
    const idea = await amal.propose(town, {
      title: 'مطبخ مشترك في المكتبة',
      body: 'أقترح أن نفتح مطبخًا مشتركًا في المكتبة العامة حتى نلتقي ونطبخ معًا ونتعلم اللغة.',
    });
    expect(idea).toMatchObject({ language: 'ar', direction: 'rtl', slug: 'مطبخ-مشترك-في-المكتبة' });
    const corrected = await amal.ok(ideas.edit, { ...params(idea.id), body: { version: 1, language: 'fa' } });
    expect(corrected).toMatchObject({ language: 'fa', direction: 'rtl', version: 2, editedAt: null });
  });

  test('keeps its versions, and refuses to be overwritten by one who read an older one', async () => {
    const idea = await amal.propose(town, { title: 'Tram signs' });
    await amal.ok(ideas.edit, { ...params(idea.id), body: { version: 1, title: 'Tram signs one can read' } });
    expect(
      await amal.refused(ideas.edit, { ...params(idea.id), body: { version: 1, title: 'Something else' } }),
    ).toBe('409 changed_meanwhile');
    const { items } = await visitor.ok(ideas.versions, params(idea.id));
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [2, 'Tram signs one can read'],
      [1, 'Tram signs'],
    ]);
  });

  test('that was published is not overwritten by one who read it as a draft', async () => {
    const { id, version } = await amal.propose(town, { title: 'Tram signs', publish: false });
    const old = { ...params(id), body: { version, title: 'Old tram signs' } };
    await amal.ok(ideas.edit, { ...params(id), body: { version, title: 'Tram signs one can read' } });
    const published = await amal.ok(ideas.publish, { ...params(id), body: {} });
    for (const seen of [version, version + 1])
      expect(await amal.refused(ideas.edit, { ...old, body: { ...old.body, version: seen } })).toBe(
        '409 changed_meanwhile',
      );
    await amal.ok(ideas.edit, {
      ...params(id),
      body: { version: published.version, title: 'New tram signs' },
    });
    // Readers count the versions that were public, from 1.
    const { items } = await visitor.ok(ideas.versions, params(id));
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [2, 'New tram signs'],
      [1, 'Tram signs one can read'],
    ]);
  });

  test('can be withdrawn by its author alone, and does not move any more then', async () => {
    const idea = await amal.propose(town);
    const withdrawn = { ...params(idea.id), body: { state: 'published' } } as const;
    expect(await jan.refused(ideas.withdraw, withdrawn)).toBe('403 not_allowed');
    await jan.ok(ideas.support, params(idea.id));
    await amal.ok(ideas.withdraw, withdrawn);
    const { idea: read } = await visitor.ok(ideas.read, params(idea.id));
    expect(read).toMatchObject({ state: 'withdrawn', supports: 1 });
    expect(await jan.refused(ideas.support, params(idea.id))).toBe('409 wrong_state');
    expect(await jan.refused(ideas.unsupport, params(idea.id))).toBe('409 wrong_state');
    const listed = await visitor.ok(ideas.list, { params: { town } });
    expect(listed.items.map((one) => one.id)).not.toContain(idea.id);
  });

  test('is not withdrawn by one who wanted to delete the draft, nor deleted by one who wanted to withdraw it', async () => {
    const { id } = await amal.propose(town, { publish: false });
    const as = (state: 'draft' | 'published') => ({ ...params(id), body: { state } });
    expect(await amal.refused(ideas.withdraw, as('published'))).toBe('409 wrong_state');
    await amal.ok(ideas.publish, { ...params(id), body: {} });
    expect(await amal.refused(ideas.withdraw, as('draft'))).toBe('409 wrong_state');
    expect((await visitor.ok(ideas.read, params(id))).idea.state).toBe('published');
    const draft = await amal.propose(town, { publish: false });
    await amal.ok(ideas.withdraw, { ...params(draft.id), body: { state: 'draft' } });
    expect(await amal.refused(ideas.read, params(draft.id))).toBe('404 not_found');
  });

  test('sent twice with one key is made once', async () => {
    const requestKey = randomUUID();
    const made = await Promise.all(Array.from({ length: 8 }, () => amal.propose(town, { requestKey })));
    expect(new Set(made.map((idea) => idea.id)).size).toBe(1);
  });

  test('sent with the key of another one is refused, and says which one that is', async () => {
    const words = { title: 'Tram signs', body: 'Signs that one can read from afar.', tags: ['tram'] };
    const written = { ...words, publish: true, requestKey: randomUUID() };
    const { id } = await amal.propose(town, written);
    for (const change of [{ title: 'Bus signs' }, { body: 'Signs that one can hear.' }, { tags: [] }]) {
      const sent = await amal.call(ideas.propose, { params: { town }, body: { ...written, ...change } });
      expect(sent).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', params: { id } } });
    }
    expect((await amal.propose(town, written)).id).toBe(id);
    expect((await visitor.ok(ideas.read, params(id))).idea).toMatchObject({ title: words.title, version: 1 });
  });
});

describe('support', () => {
  test('counts once per person, whatever comes at once and from how many processes', async () => {
    const second = await portal.another();
    const idea = await amal.propose(town);
    const people = await Promise.all(Array.from({ length: 4 }, () => portal.person(town)));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const person = people[at % people.length] as Agent;
        const url = at % 2 === 0 ? portal.url : second.url;
        return fetch(`${url}/api/municipalities/${town}/ideas/${idea.id}/support`, {
          method: 'PUT',
          headers: { cookie: person.cookie, origin: url },
        }).then((answer) => answer.json() as Promise<{ supported: boolean }>);
      }),
    );
    expect(answers.every((answer) => answer.supported)).toBe(true);
    expect((await visitor.ok(ideas.read, params(idea.id))).idea).toMatchObject({
      supports: 4,
      supportSeq: 4,
    });
    const [row] = await portal.source.query('SELECT count(*)::int AS n FROM support WHERE idea_id = $1', [
      idea.id,
    ]);
    expect(row.n).toBe(4);
    await second.close();
  });

  test('can be taken back, once', async () => {
    const idea = await amal.propose(town);
    await jan.ok(ideas.support, params(idea.id));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => jan.ok(ideas.unsupport, params(idea.id))),
    );
    expect(answers.every((answer) => !answer.supported && answer.supports === 0)).toBe(true);
    expect((await visitor.ok(ideas.read, params(idea.id))).idea).toMatchObject({
      supports: 0,
      supportSeq: 2,
    });
  });

  test('is for those who are signed in, in this municipality', async () => {
    const idea = await amal.propose(town);
    expect(await visitor.refused(ideas.support, params(idea.id))).toBe('401 not_signed_in');
    const stranger = await portal.person('lublin');
    expect(await stranger.refused(ideas.support, params(idea.id))).toBe('401 not_signed_in');
    expect(await stranger.refused(ideas.support, { params: { town: 'lublin', id: idea.id } })).toBe(
      '404 not_found',
    );
  });
});

describe('the list', () => {
  test('goes through every idea once, in every order', async () => {
    const place = 'leoben';
    await portal.town(place);
    const people = await Promise.all(Array.from({ length: 5 }, () => portal.person(place)));
    const author = people[0] as Agent;
    const made = [];
    for (let at = 0; at < 45; at++) made.push(await author.propose(place, { title: `Idea number ${at}` }));
    for (const [at, idea] of made.entries()) {
      for (const person of people.slice(0, at % 6)) {
        await person.ok(ideas.support, { params: { town: place, id: idea.id } });
      }
      if (at % 7 === 0) await author.comment(place, idea.id);
    }
    for (const sort of ['newest', 'supported', 'discussed', 'rising'] as const) {
      const seen = [];
      let after: string | undefined;
      do {
        const page = await visitor.ok(ideas.list, { params: { town: place }, query: { sort, after } });
        seen.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(seen.map((idea) => idea.id)).size).toBe(45);
      if (sort === 'supported') {
        const counts = seen.map((idea) => idea.supports);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }
      if (sort === 'newest')
        expect(seen.map((idea) => idea.title)).toEqual(made.map((idea) => idea.title).reverse());
    }
  });

  test.each([
    ['sl', 'Knjižnica za vse', 'V knjižnici bi imeli jezikovno kavarno za vse sosede.', 'knjižnice'],
    ['de', 'Fahrradkurse für Erwachsene', 'Viele Erwachsene haben nie Radfahren gelernt.', 'Fahrradkurs'],
    ['pl', 'Wspólna kuchnia w bibliotece', 'Chcielibyśmy gotować razem raz w tygodniu.', 'biblioteka'],
    [
      'uk',
      'Мовний клуб у бібліотеці',
      'Зустрічаймося щотижня і розмовляймо українською та польською.',
      'бібліотека',
    ],
    ['ar', 'ساعات سباحة للنساء', 'نقترح تخصيص ساعات للنساء في المسبح البلدي كل أسبوع.', 'المسبح'],
    ['fa', 'کلاس دوچرخه‌سواری', 'پیشنهاد می‌کنم کلاس‌های دوچرخه‌سواری برای بزرگسالان برگزار شود.', 'کلاسهای'],
    [
      'tr',
      'Mahalle kütüphanesi',
      'Mahallemizde herkesin gelebileceği bir kütüphane olsun istiyoruz.',
      'kütüphane',
    ],
    ['fr', 'Un jardin partagé', 'Nous voudrions cultiver ensemble des légumes dans le quartier.', 'légume'],
    ['en', 'A tool library', 'Neighbours could borrow drills and ladders for a weekend.', 'borrowing'],
  ] as const)('finds words in %s whatever their ending', async (language, title, body, q) => {
    const idea = await amal.propose(town, { title, body, language });
    const { items } = await visitor.ok(ideas.list, { params: { town }, query: { q } });
    expect(items.map((one) => one.id)).toContain(idea.id);
  });

  test('filters by category, tag and language', async () => {
    const place = 'krems';
    await portal.town(place);
    const author = await portal.person(place);
    const wanted = await author.propose(place, {
      category: 'health',
      tags: ['#Swimming', 'women'],
      language: 'uk',
    });
    await author.propose(place, { category: 'work', tags: ['jobs'] });
    for (const query of [{ category: 'health' }, { tag: 'swimming' }, { language: 'uk' }] as const) {
      const { items } = await visitor.ok(ideas.list, { params: { town: place }, query });
      expect(items.map((one) => one.id)).toEqual([wanted.id]);
    }
    expect(
      await author.refused(ideas.propose, {
        params: { town: place },
        body: { title: 'Elsewhere', body: 'A category of another town.', category: 'nowhere', publish: true },
      }),
    ).toBe('400 invalid_input');
  });

  test.each(['x', 'eyJ9', Buffer.from('["newest","2026-01-01","x"]').toString('base64url'), "' OR 1=1 --"])(
    'refuses the cursor %s',
    async (after) => {
      expect(await visitor.refused(ideas.list, { params: { town }, query: { after } })).toBe(
        '400 invalid_input',
      );
    },
  );

  test.each([
    '0000-01-01T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    '+294277-01-01T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
  ])('refuses a cursor with the moment %s, which PostgreSQL does not take', async (moment) => {
    const after = Buffer.from(JSON.stringify(['newest', moment, randomUUID()])).toString('base64url');
    expect(await visitor.refused(ideas.list, { params: { town }, query: { after } })).toBe(
      '400 invalid_input',
    );
  });
});
