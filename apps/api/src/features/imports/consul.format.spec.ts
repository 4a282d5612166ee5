import { readConsul } from './consul.format';

const proposal = { id: '7', title: 'Bänke am Fluss', text: 'Zum Sitzen und Lesen im Schatten.' };
const comment = { id: '70', proposal: '7', text: 'Mit Lehne, bitte.' };
const read = (object: object) => readConsul(JSON.stringify(object));

test('a proposal is what has a title, and its text is its summary and its text', () => {
  expect(
    read({
      ...proposal,
      lang: 'de',
      summary: 'Drei Bänke.',
      date: '2015-09-15',
      status: 'archived',
      supports: 7908,
      num_comments: 99,
      author: 'u1',
      city: 'Graz',
      project: 'Am Fluss',
    }),
  ).toEqual({
    kind: 'proposal',
    id: '7',
    title: 'Bänke am Fluss',
    body: 'Drei Bänke.\n\nZum Sitzen und Lesen im Schatten.',
    language: 'de',
    at: '2015-09-15',
    author: 'u1',
    category: null,
    tags: ['graz', 'am fluss'],
    withdrawn: false,
    supports: 7908,
  });
  expect(read({ ...proposal, text: null, status: 'retired' })).toMatchObject({ body: '', withdrawn: true });
  expect(read({ ...proposal, summary: 'Zum Sitzen' })).toMatchObject({ body: proposal.text });
});

test('a comment is about a proposal by its id, or by its title and city', () => {
  expect(read({ ...comment, parent: null, date: '2015-09-15', time: '11:48:43', votes_up: 6 })).toEqual({
    kind: 'comment',
    id: '70',
    parent: null,
    about: { id: '7' },
    body: 'Mit Lehne, bitte.',
    language: null,
    at: '2015-09-15T11:48:43',
    author: null,
    likes: 6,
  });
  const { proposal: _, ...titled } = { ...comment, on_title: 'Bänke am Fluss', city: 'Graz', parent: '69' };
  expect(read(titled)).toMatchObject({ parent: '69', about: { title: 'Bänke am Fluss', tag: 'graz' } });
});

test.each([
  ['16. Januar 2025 20:36:03', '2025-01-16T20:36:03'],
  ['1. Jänner 2025', '2025-01-01'],
  ['03. März 2024 7:05', '2024-03-03T07:05'],
  ['31. Dezember 2024, 23:59:59', '2024-12-31T23:59:59'],
])('the German date %s', (date_text, at) => {
  expect(read({ ...comment, date_text })).toMatchObject({ at });
});

test.each([
  [{ date: '2025-01-16' }, '2025-01-16'],
  [{ date: '2025-01-16 08:00:00' }, '2025-01-16T08:00:00'],
  [{ date: '2025-01-16T08:00:00+02:00' }, '2025-01-16T06:00:00.000Z'],
  [{ date: '2025-01-16T08:00:00+23:00' }, '2025-01-15T09:00:00.000Z'],
  [{}, null],
])('the date of %j', (date, at) => {
  expect(read({ ...comment, ...date })).toMatchObject({ at });
});

test.each([
  [{ date: '2025-02-30' }],
  [{ date: 'yesterday' }],
  [{ date: '0000-01-01' }],
  [{ date: '2025-01-16', time: '25:00:00' }],
  [{ date_text: '30. Februar 2025' }],
  [{ date_text: '16. Brumaire 2025' }],
])('nobody understands the date of %j', (date) => {
  expect(read({ ...comment, ...date })).toEqual({
    kind: 'unreadable',
    why: 'a date that cannot be understood',
  });
});

test.each([
  ['es', 'es'],
  ['de-AT', 'de'],
  ['PT_br', 'pt'],
  ['klingon', null],
])('the language %s', (lang, language) => {
  expect(read({ ...comment, lang })).toMatchObject({ language });
});

test.each([
  ['{"id": "1", ', 'not JSON'],
  ['', 'not JSON'],
  ['['.repeat(500_000), 'not JSON'],
  ['null', 'neither a proposal nor a comment'],
  ['"text"', 'neither a proposal nor a comment'],
  ['[1, 2]', 'neither a proposal nor a comment'],
  ['{"id": "1", "kind": "process", "title": "A plan"}', 'neither a proposal nor a comment'],
  ['{"id": "1", "proposal": "2", "text": "hi", "__proto__": {"role": "admin"}}', 'a field "__proto__"'],
  ['{"id": "1", "proposal": "2", "text": "hi", "\\u005f_proto__": 1}', 'a field "__proto__"'],
  ['{"proposal": "2", "text": "hi"}', '"id" is missing'],
  ['{"id": ["1"], "proposal": "2", "text": "hi"}', '"id" is not what it should be'],
  ['{"id": "1", "proposal": "2"}', '"text" is missing'],
  ['{"id": "1", "proposal": "2", "text": " \\n "}', '"text" is empty'],
  ['{"id": "1", "proposal": "2", "text": "half of \\ud83d"}', '"text" is not what it should be'],
  ['{"id": "1", "proposal": null, "text": "hi"}', 'no word on which proposal it is about'],
  ['{"id": "1", "proposal": "2", "text": "hi", "votes_up": -1}', '"votes_up" is too small'],
  ['{"id": "1", "proposal": "2", "text": "hi", "votes_up": "6"}', '"votes_up" is not what it should be'],
  ['{"id": "1", "title": "A", "text": "hi", "supports": 1e12}', '"supports" is too large'],
  [JSON.stringify({ ...comment, text: 'x'.repeat(4001) }), '"text" is too long'],
  [JSON.stringify({ ...proposal, title: 'x'.repeat(121) }), '"title" is too long'],
  [
    JSON.stringify({ ...proposal, text: 'x'.repeat(9_000), summary: 'y'.repeat(1_000) }),
    '"text" is too long',
  ],
])('%.60s is passed over', (line, why) => {
  expect(readConsul(line)).toEqual({ kind: 'unreadable', why });
});

test('what PostgreSQL cannot hold is taken out', () => {
  expect(read({ ...comment, text: 'a\u0000b\u0007c' })).toMatchObject({ body: 'abc' });
});
