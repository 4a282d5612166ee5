import { contracts, type Language } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const town = 'graz';
const params = { town };

let portal: TestPortal;
let person: Agent;
beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  person = await portal.person(town);
});
afterAll(() => portal.close());

async function found(q: string): Promise<string[]> {
  const { items } = await person.ok(contracts.ideas.list, { params, query: { q } });
  return items.map(({ title }) => title);
}

// A title, and words as somebody would type them who is looking for it.
const ideas: [Language, string, ...string[]][] = [
  ['en', 'More benches along the river', 'bench', 'BENCHES river'],
  ['de', 'Mehr Bänke am Flussufer', 'bänken', 'Bank Flussufer'],
  ['fr', 'Des bancs près de la rivière', 'rivières', 'riviere banc'],
  ['es', 'Más sombra en las plazas', 'plaza', 'sombras'],
  ['it', 'Più panchine nei giardini', 'panchina', 'giardino'],
  ['tr', 'Nehir kenarına yeni banklar', 'bankları', 'nehir'],
  ['ar', 'مقاعد جديدة في الحدائق', 'المقاعد', 'حدائق'],
  ['ar', 'مكتبة صغيرة للأطفال', 'مکتبه', 'صغيره'],
  ['fa', 'نیمکت‌های تازه کنار رودخانه', 'نيمكت', 'رودخانه'],
  ['ru', 'Новые детские площадки у реки', 'площадка', 'детская'],
  ['uk', 'Нові лавки біля школи', 'лавка', 'школа'],
  ['uk', 'Кабінет здоров’я поруч', "здоров'я", 'здоровʼя', 'здоровя'],
  ['sl', 'Nove klopi ob čisti reki', 'klopmi', 'KLOPEH', 'reka cisti'],
  ['pl', 'Ławki w cieniu drzew', 'lawka', 'drzewo'],
  ['hr', 'Više hlada na igralištima', 'igralište', 'HLAD'],
  ['sr', 'Нове клупе поред игралишта', 'клупа', 'игралиште'],
  ['ro', 'Bănci noi lângă bibliotecă', 'bibliotecii', 'banci'],
  ['hu', 'Új padok a könyvtárnál', 'könyvtár', 'padok'],
  ['el', 'Νέα παγκάκια στην πλατεία', 'πλατεία', 'παγκακια'],
  ['hy', 'Նոր նստարաններ այգում', 'նստարան', 'այգում'],
  ['sv', 'Fler bänkar vid ån', 'bänkarna', 'bankar'],
  ['pt', 'Mais bebedouros nas escolas', 'bebedouro', 'escola'],
  ['nl', 'Meer fietsenstallingen bij scholen', 'fietsenstalling', 'scholen'],
  ['hi', 'नदी के पास नई बेंचें', 'नदी', 'पास'],
  ['sq', 'Stola të reja pranë shkollës', 'shkolla', 'stola'],
  ['th', 'ม้านั่งใหม่ริมแม่น้ำ', 'ม้านั่งใหม่ริมแม่น้ำ'],
  ['ja', '川沿いに新しいベンチを', '新しいベンチ'],
];

test.each(ideas)(
  'an idea in %s is found by its title and by forms of its words',
  async (language, title, ...words) => {
    await person.propose(town, { title, body: `${title}. ${title}.`, language });
    const missed = [];
    for (const q of [title, ...words]) if (!(await found(q)).includes(title)) missed.push(q);
    expect(missed).toEqual([]);
  },
);

test('a word is found from its beginning on, and a minus takes ideas away', async () => {
  for (const title of ['Prijetnejša klop ob poti', 'Več klopi ob rijeki', 'Most čez rijeko'])
    await person.propose(town, { title, body: `${title}. ${title}.`, language: 'sl' });
  expect((await found('rijeki')).sort()).toEqual(['Most čez rijeko', 'Več klopi ob rijeki']);
  expect(await found('klopi -rijeki')).not.toContain('Več klopi ob rijeki');
  expect(await found('"rijeki klopi"')).toEqual([]);
  expect(await found('"klopi ob rijeki"')).toEqual(['Več klopi ob rijeki']);
});

test('words that no idea holds lead nowhere, in whichever script', async () => {
  for (const q of ['zeppelin', 'Цепелин', 'منطاد', 'αερόπλοιο', '飛行船', '"', '<script>', '%%%', '&|!:*'])
    expect(await found(q)).toEqual([]);
});
