import type { Category } from '@zbor/contracts';

/** What a new municipality begins with; the words of the field in every locale of the interface. */
export const startingCategories: Category[] = [
  {
    key: 'language-learning',
    names: {
      en: 'Learning the language',
      sl: 'Učenje jezika',
      de: 'Sprache lernen',
      uk: 'Вивчення мови',
      ar: 'تعلّم اللغة',
    },
  },
  { key: 'housing', names: { en: 'Housing', sl: 'Stanovanje', de: 'Wohnen', uk: 'Житло', ar: 'السكن' } },
  { key: 'work', names: { en: 'Work', sl: 'Delo', de: 'Arbeit', uk: 'Робота', ar: 'العمل' } },
  {
    key: 'children-school',
    names: {
      en: 'Children and school',
      sl: 'Otroci in šola',
      de: 'Kinder und Schule',
      uk: 'Діти та школа',
      ar: 'الأطفال والمدرسة',
    },
  },
  { key: 'health', names: { en: 'Health', sl: 'Zdravje', de: 'Gesundheit', uk: 'Здоровʼя', ar: 'الصحة' } },
  {
    key: 'public-space',
    names: {
      en: 'Streets and parks',
      sl: 'Ulice in parki',
      de: 'Straßen und Parks',
      uk: 'Вулиці та парки',
      ar: 'الشوارع والحدائق',
    },
  },
  {
    key: 'culture',
    names: {
      en: 'Culture and meeting',
      sl: 'Kultura in druženje',
      de: 'Kultur und Begegnung',
      uk: 'Культура та зустрічі',
      ar: 'الثقافة واللقاء',
    },
  },
  {
    key: 'offices',
    names: {
      en: 'Offices and papers',
      sl: 'Uradi in dokumenti',
      de: 'Ämter und Papiere',
      uk: 'Установи та документи',
      ar: 'الدوائر والأوراق',
    },
  },
];
