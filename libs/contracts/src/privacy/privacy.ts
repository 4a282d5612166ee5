import { z } from 'zod';
import { endpoint } from '../endpoint';
import { inTown, locale } from '../primitives';

/** How long something of a person stays: see `Keep` beside the columns. */
export const keeping = z.union([
  z.enum(['until erased', 'for good']),
  z.object({ days: z.number().int(), after: z.string() }),
]);

/** One line of the privacy page; what and why are sentences of the catalogue `privacy`, by the purpose. */
export const held = z.object({ purpose: z.string(), keep: keeping });
export type Held = z.infer<typeof held>;

/** What becomes of what others can read: taken away, or left there as by a former participant. */
export const contributions = ['remove', 'leave'] as const;
export type Contributions = (typeof contributions)[number];

/** Everything about one person, by section; times are ISO 8601. */
const everything = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

export const privacy = {
  held: endpoint({
    summary: 'What is held of persons here, what for, and how long.',
    method: 'GET',
    path: '/municipalities/:town/privacy',
    params: inTown,
    output: z.object({ items: z.array(held) }),
  }),
  mine: endpoint({
    summary: 'How I can erase my account.',
    method: 'GET',
    path: '/municipalities/:town/me/data',
    params: inTown,
    output: z.object({
      /** What shows that it is me: my passphrase, or my display name where I have none. */
      proof: z.enum(['passphrase', 'name']),
      /** Then nobody could look after the municipality: another admin comes first. */
      lastAdmin: z.boolean(),
    }),
  }),
  take: endpoint({
    summary: 'Everything about me, as a file to keep.',
    method: 'GET',
    path: '/municipalities/:town/me/data/file',
    params: inTown,
    query: z.strictObject({ format: z.enum(['json', 'html']), language: locale.optional() }),
    output: everything,
    problems: ['too_fast'],
  }),
  erase: endpoint({
    summary: 'Erase my account, and what I wrote or only my name on it. It cannot be undone.',
    method: 'POST',
    path: '/municipalities/:town/me/data/erase',
    params: inTown,
    body: z.strictObject({
      contributions: z.enum(contributions),
      /** The passphrase, or the display name of an account without one. */
      proof: z.string().min(1).max(200),
    }),
    problems: ['not_confirmed', 'last_admin', 'too_fast'],
  }),
};
