import { createHash, randomInt } from 'node:crypto';
import type { Locale } from '@zbor/contracts';

/**
 * Two words that make a friendly name in each language, so chosen that every pair agrees in gender and number.
 * Nothing in them says where anybody comes from.
 */
const words: Record<Locale, readonly [readonly string[], readonly string[]]> = {
  en: [
    [
      'Quiet',
      'Bright',
      'Early',
      'Silver',
      'Amber',
      'Green',
      'Golden',
      'Calm',
      'Northern',
      'Wide',
      'Gentle',
      'Merry',
    ],
    [
      'River',
      'Lantern',
      'Harbour',
      'Garden',
      'Swallow',
      'Linden',
      'Bridge',
      'Meadow',
      'Window',
      'Comet',
      'Heron',
      'Almond',
    ],
  ],
  sl: [
    [
      'Tiha',
      'Svetla',
      'Zgodnja',
      'Srebrna',
      'Zlata',
      'Zelena',
      'Mirna',
      'Široka',
      'Vesela',
      'Jutranja',
      'Nežna',
      'Bistra',
    ],
    [
      'reka',
      'svetilka',
      'lipa',
      'lastovka',
      'ptica',
      'gora',
      'zvezda',
      'jablana',
      'luna',
      'čaplja',
      'travnica',
      'breza',
    ],
  ],
  de: [
    [
      'Stille',
      'Helle',
      'Frühe',
      'Silberne',
      'Goldene',
      'Grüne',
      'Ruhige',
      'Weite',
      'Heitere',
      'Sanfte',
      'Klare',
      'Warme',
    ],
    [
      'Linde',
      'Laterne',
      'Schwalbe',
      'Brücke',
      'Wiese',
      'Quelle',
      'Birke',
      'Wolke',
      'Mandel',
      'Insel',
      'Lerche',
      'Quitte',
    ],
  ],
  uk: [
    [
      'Тиха',
      'Світла',
      'Рання',
      'Срібна',
      'Золота',
      'Зелена',
      'Спокійна',
      'Широка',
      'Весела',
      'Лагідна',
      'Ясна',
      'Тепла',
    ],
    [
      'річка',
      'ластівка',
      'липа',
      'зірка',
      'хмара',
      'гора',
      'яблуня',
      'береза',
      'чайка',
      'долина',
      'криниця',
      'калина',
    ],
  ],
  ar: [
    ['نجمة', 'غيمة', 'حديقة', 'سنونوة', 'نافذة', 'زهرة', 'شجرة', 'بحيرة', 'لوزة', 'يمامة', 'واحة', 'شمعة'],
    [
      'هادئة',
      'مضيئة',
      'فضية',
      'ذهبية',
      'خضراء',
      'واسعة',
      'لطيفة',
      'صافية',
      'دافئة',
      'مشرقة',
      'باسمة',
      'عالية',
    ],
  ],
};

/** So many different pseudonyms in a language. */
export function pseudonyms(language: Locale, count: number): string[] {
  const [first, second] = words[language];
  const names = new Set<string>();
  while (names.size < count) {
    names.add(`${first[randomInt(first.length)]} ${second[randomInt(second.length)]} ${randomInt(10, 100)}`);
  }
  return [...names];
}

/** The same pseudonym each time for the same key, which it does not betray. */
export function pseudonymOf(key: string, language: Locale): string {
  const [first, second] = words[language];
  const digest = createHash('sha256').update(key).digest();
  const one = digest.readUInt32BE(0) % first.length;
  const other = digest.readUInt32BE(4) % second.length;
  return `${first[one]} ${second[other]} ${10 + (digest.readUInt32BE(8) % 9_990)}`;
}
