import { z } from 'zod';
import { givenRoles, languages, locales, roles } from './choices';

export const locale = z.enum(locales);

export const language = z.enum(languages);

export const direction = z.enum(['ltr', 'rtl']);
export type Direction = z.infer<typeof direction>;

export const id = z.uuid();
/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();
/** A day of the calendar, as `2026-11-22`. */
export const day = z.iso
  .date()
  .refine((value) => value >= '0001' && value < '2200', { params: { code: 'bad_format' } });
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/);
/** An opaque place in a list; comes from an earlier reply, and is refused when it was altered. */
export const cursor = z
  .string()
  .max(300)
  .regex(/^[\w-]+$/);
/** The mark that something was shown as it will be sent; an assisted session sends nothing without it. */
export const readBack = z.string().max(100);

/** Makes repeating a request harmless: the second answer is that of the first, and other words under the same key are refused. */
export const requestKey = z.uuid();

/** Line ends as LF, Unicode NFC, no control characters but tab and line end, no blanks around. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/[^\P{Cc}\t\n]|[\u2028\u2029\ufeff]/gu, '')
    .trim();
}

/** A letter, digit, sign or picture that can be seen. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;
/** Text that must not be empty must not look empty either. */
const shows = (min: number) => (value: string) => min === 0 || visible.test(value);
const nothingShown = { params: { code: 'required' } };

/** Text of a person: tidied, then between `min` and `max` UTF-16 units long, well-formed Unicode. */
export function text(min: number, max: number) {
  return z
    .string()
    .refine((value) => value.isWellFormed(), { params: { code: 'bad_format' } })
    .overwrite(tidy)
    .min(min)
    .max(max)
    .refine(shows(min), nothingShown);
}

/** One line of such text: line ends and runs of blanks become one blank; directional overrides are taken out. */
export function line(min: number, max: number) {
  return z
    .string()
    .refine((value) => value.isWellFormed(), { params: { code: 'bad_format' } })
    .overwrite((value) => tidy(value.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')).replace(/\s+/g, ' '))
    .min(min)
    .max(max)
    .refine(shows(min), nothingShown);
}

/** The same sentence in each locale of the interface. */
export const inEveryLocale = (max: number) =>
  z.strictObject({
    en: text(0, max),
    sl: text(0, max),
    de: text(0, max),
    uk: text(0, max),
    ar: text(0, max),
  });
export const translated = z.object({
  en: z.string(),
  sl: z.string(),
  de: z.string(),
  uk: z.string(),
  ar: z.string(),
});
export type Translated = z.infer<typeof translated>;

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: cursor.nullable() });
}

export const role = z.enum(roles);
export const givenRole = z.enum(givenRoles);

/** Who wrote something, as everybody may see it; `name` is null once the person left. */
export const author = z.object({ name: z.string().nullable(), role: role.nullable() });
export type Author = z.infer<typeof author>;

export const inTown = z.strictObject({ town: slug });
export const inTownWithId = z.strictObject({ town: slug, id });
