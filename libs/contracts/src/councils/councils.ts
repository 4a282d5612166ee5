import { z } from 'zod';
import { endpoint } from '../endpoint';
import { day, id, inEveryLocale, inTown, translated } from '../primitives';

export const positions = ['chair', 'deputy', 'member'] as const;
const position = z.enum(positions);

export const council = z.object({
  name: translated,
  about: translated,
  members: z.array(
    z.object({ accountId: id, name: z.string(), position, since: day.nullable(), note: translated }),
  ),
});
export type Council = z.infer<typeof council>;

export const councils = {
  read: endpoint({
    summary: 'The council of a municipality: its members and what it does.',
    method: 'GET',
    path: '/municipalities/:town/council',
    params: inTown,
    output: council,
  }),
  write: endpoint({
    summary: 'Describe the council and name its members, who must have the role of a council member.',
    method: 'PUT',
    path: '/municipalities/:town/council',
    params: inTown,
    body: z.strictObject({
      name: inEveryLocale(120),
      about: inEveryLocale(4000),
      members: z
        .array(z.strictObject({ accountId: id, position, since: day.nullable(), note: inEveryLocale(300) }))
        .max(100),
    }),
    output: council,
  }),
};
