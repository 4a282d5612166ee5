import { z } from 'zod';
import { endpoint } from '../endpoint';
import { inEveryLocale, inTown, line, locale, slug, translated } from '../primitives';

/** Colour families that were tested for contrast; a municipality picks one and cannot break it. */
export const accents = ['teal', 'indigo', 'terracotta', 'forest', 'plum'] as const;
export const accent = z.enum(accents);
export type Accent = z.infer<typeof accent>;

export const category = z.object({ key: z.string(), names: translated });
export type Category = z.infer<typeof category>;

export const municipality = z.object({
  slug,
  name: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  /** Locales of the interface that are offered, the first one being the default. */
  languages: z.array(locale),
  accent,
  /** Host names that lead straight to this municipality. */
  hosts: z.array(z.string()),
  invitation: translated,
  categories: z.array(category),
});
export type Municipality = z.infer<typeof municipality>;

const hostName = z
  .string()
  .overwrite((value) => value.trim().toLowerCase())
  .max(253)
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/);

const timeZone = z.string().refine(
  (value) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
    } catch {
      return false;
    }
  },
  { params: { code: 'not_a_choice' } },
);

const settings = {
  name: line(2, 80),
  timeZone,
  languages: z
    .array(locale)
    .min(1)
    .max(5)
    .refine((list) => new Set(list).size === list.length, { params: { code: 'not_a_choice' } }),
  accent,
  hosts: z.array(hostName).max(5),
  invitation: inEveryLocale(300),
};

export const municipalities = {
  list: endpoint({
    summary: 'The municipalities of this installation, by name.',
    method: 'GET',
    path: '/municipalities',
    output: z.object({ items: z.array(municipality) }),
  }),
  read: endpoint({
    summary: 'One municipality: its name, languages, colours and categories.',
    method: 'GET',
    path: '/municipalities/:town',
    params: inTown,
    output: municipality,
  }),
  change: endpoint({
    summary: 'Change the name, languages, colours, host names or invitation of a municipality.',
    method: 'PATCH',
    path: '/municipalities/:town',
    params: inTown,
    body: z.strictObject(settings).partial(),
    output: municipality,
    problems: ['host_taken'],
  }),
  create: endpoint({
    summary: 'Open a municipality; the first account in it, its admin, is made along with it.',
    method: 'POST',
    path: '/operator/municipalities',
    body: z.strictObject({
      slug,
      name: settings.name,
      country: z.string().regex(/^[A-Z]{2}$/),
      timeZone: settings.timeZone,
      languages: settings.languages,
      accent,
    }),
    output: municipality,
    status: 201,
    problems: ['slug_taken'],
  }),
};
