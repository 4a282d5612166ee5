import { bodyLength, commentLength, languages, line, maxTags, text, titleLength } from '@zbor/contracts';
import { z } from 'zod';
import type { ForeignComment, ForeignProposal, Unreadable } from './imports.format';

const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const id = z.union([z.string().min(1).max(200), z.number().int()]).transform(String);
const count = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000)
  .nullish()
  .transform((value) => value ?? 0);

const shared = {
  id,
  author: optional(id),
  lang: optional(z.string().max(40)),
  date: optional(z.string().max(40)),
  time: optional(z.string().max(20)),
  date_text: optional(z.string().max(60)),
  city: optional(line(0, 200)),
};

const proposal = z.object({
  ...shared,
  title: line(1, titleLength.max),
  summary: optional(text(0, bodyLength.max)),
  text: optional(text(0, bodyLength.max)),
  status: optional(z.string().max(40)),
  project: optional(line(0, 200)),
  category: optional(z.string().max(100)),
  tags: optional(z.array(line(0, 200)).max(100)),
  supports: count,
});

const comment = z.object({
  ...shared,
  parent: optional(id),
  proposal: optional(id),
  on_title: optional(line(1, titleLength.max)),
  text: text(1, commentLength),
  votes_up: count,
});

/**
 * Reads a line of an export of Consul Democracy as it is published in the open: a JSON object that is a proposal or a
 * comment by its fields. Text runs by our own limits.
 */
export function readConsul(source: string): ForeignProposal | ForeignComment | Unreadable {
  let object: unknown;
  try {
    object = JSON.parse(source);
  } catch {
    return unreadable('not JSON');
  }
  if (typeof object !== 'object' || object === null) return unreadable('neither a proposal nor a comment');
  if (Object.hasOwn(object, '__proto__')) return unreadable('a field "__proto__"');
  const kind = 'kind' in object ? object.kind : undefined;
  if ('proposal' in object || 'on_title' in object) {
    if (kind === undefined || kind === 'comment') return readComment(object);
  } else if ('title' in object && (kind === undefined || kind === 'proposal')) return readProposal(object);
  return unreadable('neither a proposal nor a comment');
}

function readProposal(object: object): ForeignProposal | Unreadable {
  const { data, error } = proposal.safeParse(object);
  if (error) return unreadable(wrongIn(error, object));
  const at = momentOf(data);
  if (at === undefined) return unreadable('a date that cannot be understood');
  const { summary, text } = data;
  const body = [summary, text]
    .filter((part) => part && !(part === summary && text?.startsWith(part)))
    .join('\n\n');
  if (body.length > bodyLength.max) return unreadable('"text" is too long');
  return {
    kind: 'proposal',
    id: data.id,
    title: data.title,
    body,
    language: languageOf(data.lang),
    at,
    author: data.author,
    category: data.category,
    tags: [
      ...new Set([data.city, data.project, ...(data.tags ?? [])].flatMap((tag) => tagOf(tag) ?? [])),
    ].slice(0, maxTags),
    withdrawn: data.status === 'retired' || data.status === 'withdrawn',
    supports: data.supports,
  };
}

function readComment(object: object): ForeignComment | Unreadable {
  const { data, error } = comment.safeParse(object);
  if (error) return unreadable(wrongIn(error, object));
  const at = momentOf(data);
  if (at === undefined) return unreadable('a date that cannot be understood');
  let about: ForeignComment['about'];
  if (data.proposal !== null) about = { id: data.proposal };
  else if (data.on_title !== null) about = { title: data.on_title, tag: tagOf(data.city) };
  else return unreadable('no word on which proposal it is about');
  return {
    kind: 'comment',
    id: data.id,
    parent: data.parent,
    about,
    body: data.text,
    language: languageOf(data.lang),
    at,
    author: data.author,
    likes: data.votes_up,
  };
}

const unreadable = (why: string): Unreadable => ({ kind: 'unreadable', why });

/** The first thing that is wrong, in words. */
function wrongIn(error: z.ZodError, object: object): string {
  const issue = error.issues[0];
  const name = String(issue?.path[0]);
  if (!Object.hasOwn(object, name)) return `"${name}" is missing`;
  if (issue?.code === 'too_small')
    return issue.origin === 'string' ? `"${name}" is empty` : `"${name}" is too small`;
  if (issue?.code === 'too_big')
    return issue.origin === 'string' ? `"${name}" is too long` : `"${name}" is too large`;
  return `"${name}" is not what it should be`;
}

const known: ReadonlySet<string> = new Set(languages);

function languageOf(name: string | null): ForeignComment['language'] {
  const code = name?.split(/[-_]/)[0]?.toLowerCase();
  return code !== undefined && known.has(code) ? (code as ForeignComment['language']) : null;
}

/** The form in which a tag is kept here. */
function tagOf(name: string | null): string | null {
  const tag = name?.replace(/^#/, '').toLowerCase().slice(0, 30).trim().toWellFormed() ?? '';
  return tag.length < 2 ? null : tag;
}

const months = [
  ['januar', 'jänner'], ['februar', 'feber'], ['märz'], ['april'], ['mai'], ['juni'], ['juli'], ['august'],
  ['september'], ['oktober'], ['november'], ['dezember'],
]; // biome-ignore format: a table

const moment = z.union([z.iso.date(), z.iso.datetime({ local: true, offset: true })]);

/** Undefined where there is one that nobody understands. */
function momentOf(written: { date: string | null; time: string | null; date_text: string | null }) {
  const { date, time, date_text: words } = written;
  if (date === null && words === null) return null;
  const at =
    date === null
      ? fromWords(words ?? '')
      : time === null
        ? date.trim().replace(' ', 'T')
        : `${date}T${time}`;
  if (!/^(19|20)/.test(at) || !moment.safeParse(at).success) return undefined;
  // PostgreSQL knows fewer offsets than ISO 8601 allows.
  return /(Z|[+-]\d\d:\d\d)$/.test(at) ? new Date(at).toISOString() : at;
}

/** `16. Januar 2025 20:36:03`, with the time or without. */
function fromWords(words: string): string {
  const found = /^\s*(\d{1,2})\.\s*(\p{L}+)\s+(\d{4})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?))?\s*$/u.exec(words);
  const [, day = '', name = '', year = '', time] = found ?? [];
  const month = months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time ? `${date}T${time.padStart(time.length < 6 ? 5 : 8, '0')}` : date;
}
