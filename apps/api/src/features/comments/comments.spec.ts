import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Comment, type Conversation, contracts, type Idea } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { miscounts } from '../../testing/state';

const { comments, ideas } = contracts;
const town = 'graz';

let portal: TestPortal;
let author: Agent;
let reader: Agent;
let visitor: Agent;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
  author = await portal.person(town);
  reader = await portal.person(town);
  visitor = portal.visitor();
});
afterAll(() => portal.close());

const on = (subject: string) => ({ params: { town, type: 'idea' as const, subject } });
const one = (id: string) => ({ params: { town, id } });
const textOf = (comment: Comment) => comment.html.replace(/<[^>]+>/g, '');

describe('a thread', () => {
  test('holds answers to any depth in reading order', async () => {
    const idea = await author.propose(town);
    const first = await author.comment(town, idea.id, 'first');
    const second = await reader.comment(town, idea.id, 'second');
    const answer = await reader.comment(town, idea.id, 'first, answered', first.id);
    await author.comment(town, idea.id, 'second, answered', second.id);
    await author.comment(town, idea.id, 'first, answered twice over', answer.id);
    const { thread } = await visitor.ok(ideas.read, one(idea.id));
    expect(thread.total).toBe(5);
    expect(thread.items.map(({ root, replies }) => [textOf(root), ...replies.map(textOf)])).toEqual([
      ['first', 'first, answered', 'first, answered twice over'],
      ['second', 'second, answered'],
    ]);
    expect(thread.items[0]?.root.replies).toBe(2);
    expect(thread.items[0]?.replies.map((reply) => reply.depth)).toEqual([1, 2]);
    expect((await visitor.ok(ideas.list, { params: { town } })).items[0]?.comments).toBe(5);
  });

  test('is paged without losing or doubling anything, oldest, newest and most liked first', async () => {
    const idea = await author.propose(town);
    const roots = [];
    for (let at = 0; at < 45; at++) roots.push(await author.comment(town, idea.id, `number ${at}`));
    for (const at of [7, 31, 44]) await reader.ok(comments.like, one(roots[at]?.id ?? ''));
    for (const sort of ['oldest', 'newest', 'liked'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await visitor.ok(comments.thread, { ...on(idea.id), query: { sort, after } });
        seen.push(...page.items.map(({ root }) => textOf(root)));
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(seen).size).toBe(45);
      if (sort === 'oldest') expect(seen).toEqual(roots.map((_, at) => `number ${at}`));
      if (sort === 'newest') expect(seen[0]).toBe('number 44');
      if (sort === 'liked') expect(seen.slice(0, 3)).toEqual(['number 44', 'number 31', 'number 7']);
    }
  });

  test('shows the first answers and pages through the rest', async () => {
    const idea = await author.propose(town);
    const root = await author.comment(town, idea.id, 'root');
    for (let at = 0; at < 60; at++) await reader.comment(town, idea.id, `answer ${at}`, root.id);
    const { items } = await visitor.ok(comments.thread, on(idea.id));
    const seen = items[0]?.replies.map(textOf) ?? [];
    let after = items[0]?.next ?? undefined;
    while (after) {
      const page = await visitor.ok(comments.replies, { ...one(root.id), query: { after } });
      seen.push(...page.items.map(textOf));
      after = page.next ?? undefined;
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => `answer ${at}`));
  });

  test('opens at one comment with those above it', async () => {
    const idea = await author.propose(town);
    let parent = await author.comment(town, idea.id, 'depth 0');
    await author.comment(town, idea.id, 'beside', parent.id);
    for (let depth = 1; depth <= 8; depth++) {
      parent = await author.comment(town, idea.id, `depth ${depth}`, parent.id);
    }
    const { items } = await visitor.ok(comments.thread, { ...on(idea.id), query: { focus: parent.id } });
    expect([items[0]?.root, ...(items[0]?.replies ?? [])].map((c) => c && textOf(c))).toEqual(
      Array.from({ length: 9 }, (_, depth) => `depth ${depth}`),
    );
    expect(await visitor.refused(comments.thread, { ...on(idea.id), query: { focus: randomUUID() } })).toBe(
      '404 not_found',
    );
    const first = { ...on(idea.id), query: { focus: items[0]?.root.id } };
    const [whole] = (await visitor.ok(comments.thread, first)).items;
    expect(whole?.replies.map(textOf)).toEqual([
      'beside',
      ...Array.from({ length: 8 }, (_, at) => `depth ${at + 1}`),
    ]);
  });
});

describe('a conversation of three hundred answers, each to the one before', () => {
  let idea: Idea;
  const chain: Comment[] = [];
  beforeAll(async () => {
    idea = await author.propose(town);
    for (let depth = 0; depth <= 300; depth++) {
      chain.push(await author.comment(town, idea.id, `depth ${depth}`, chain.at(-1)?.id));
    }
  }, 60_000);
  const at = async (focus?: string) =>
    (await visitor.ok(comments.thread, { ...on(idea.id), query: { focus } })).items[0] as Conversation;
  const depths = (found: Comment[]) => found.map(({ depth }) => depth);
  const from = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);

  test('is read to its end', async () => {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await visitor.ok(comments.replies, { ...one(chain[0]?.id ?? ''), query: { after } });
      seen.push(...depths(page.items));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(from(1, 300));
  });

  test.each([1, 11, 12, 50, 58, 199, 200, 201, 202, 250, 300])(
    'opens at depth %i, with ten above and fifty from there on',
    async (depth) => {
      const { root, replies } = await at(chain[depth]?.id);
      expect(root.id).toBe(chain[0]?.id);
      expect(depths(replies)).toEqual(from(Math.max(1, depth - 10), Math.min(300, depth + 49)));
    },
  );

  test('is walked page by page, each from the last answer of the one before, and back up', async () => {
    const seen = new Set<number>();
    let page = await at();
    for (let walked = 0; page.next; walked++) {
      expect(walked).toBeLessThan(10);
      for (const depth of depths(page.replies)) seen.add(depth);
      page = await at(page.replies.at(-1)?.id);
    }
    for (const depth of depths(page.replies)) seen.add(depth);
    expect([...seen]).toEqual(from(1, 300));
    let top = page.replies[0] as Comment;
    for (let walked = 0; top.parentId !== page.root.id; walked++) {
      expect(walked).toBeLessThan(40);
      top = (await at(top.parentId as string)).replies[0] as Comment;
    }
  });
});

describe('changes', () => {
  test('are numbered without a gap, so that what was missed can be asked for', async () => {
    const idea = await author.propose(town);
    const writers = await Promise.all(Array.from({ length: 5 }, () => portal.person(town)));
    const written = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        (writers[at % 5] as Agent).comment(town, idea.id, `at once ${at}`),
      ),
    );
    expect(written.map((c) => c.seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    const early = written.find((c) => c.seq === 3) as Comment;
    const by = writers.find((w, at) =>
      written.some((c, n) => c.id === early.id && n % 5 === at && w),
    ) as Agent;
    await by.ok(comments.edit, { ...one(early.id), body: { body: 'said differently' } });
    await by.ok(comments.remove, one(early.id));
    const missed = await visitor.ok(comments.changes, { ...on(idea.id), query: { after: 38 } });
    expect(missed.items.map((c) => [c.seq, c.state])).toEqual([
      [39, 'visible'],
      [40, 'visible'],
      [42, 'deleted'],
    ]);
    expect(missed).toMatchObject({ seq: 42, total: 39, more: false });
  });

  test('come in pages when there are many', async () => {
    const idea = await author.propose(town);
    for (let at = 0; at < 105; at++) await author.comment(town, idea.id, `n ${at}`);
    const first = await visitor.ok(comments.changes, { ...on(idea.id), query: { after: 0 } });
    expect(first).toMatchObject({ seq: 100, more: true });
    const rest = await visitor.ok(comments.changes, { ...on(idea.id), query: { after: first.seq } });
    expect(rest.items).toHaveLength(5);
    expect(rest).toMatchObject({ seq: 105, more: false });
  });

  test('cannot be asked for after more than there can be', async () => {
    const idea = await author.propose(town);
    const asked = (after: number) => ({ ...on(idea.id), query: { after } });
    expect((await visitor.ok(comments.changes, asked(2 ** 31 - 1))).items).toEqual([]);
    expect(await visitor.refused(comments.changes, asked(2 ** 31))).toBe('400 invalid_input');
  });
});

describe('a comment', () => {
  test('sent twice with one key is made once', async () => {
    const idea = await author.propose(town);
    const requestKey = randomUUID();
    const send = () => author.ok(comments.write, { ...on(idea.id), body: { body: 'once', requestKey } });
    const made = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(made.map((c) => c.id)).size).toBe(1);
    expect((await visitor.ok(comments.thread, on(idea.id))).total).toBe(1);
  });

  test('sent with a key that has brought other words, or the same elsewhere, is not taken for it', async () => {
    const [idea, another] = [await author.propose(town), await author.propose(town)];
    const parent = await author.comment(town, idea.id, 'parent');
    const requestKey = randomUUID();
    const send = (subject: string, body: string, parentId?: string) =>
      author.refused(comments.write, { ...on(subject), body: { body, parentId, requestKey } });
    await author.ok(comments.write, { ...on(idea.id), body: { body: 'as it was', requestKey } });
    expect(await send(idea.id, 'corrected')).toBe('409 sent_before');
    expect(await send(idea.id, 'as it was', parent.id)).toBe('409 sent_before');
    expect(await send(another.id, 'as it was')).toBe('409 sent_before');
    const { items } = await visitor.ok(comments.thread, on(idea.id));
    expect(items.map(({ root }) => textOf(root))).toEqual(['parent', 'as it was']);
  });

  test('keeps its wordings, and is changed by its author alone', async () => {
    const idea = await author.propose(town);
    const { id } = await author.comment(town, idea.id, 'I would like a bench.');
    expect(await reader.refused(comments.edit, { ...one(id), body: { body: 'Not mine' } })).toBe(
      '403 not_allowed',
    );
    const edited = await author.ok(comments.edit, {
      ...one(id),
      body: { body: 'I would like **two** benches.' },
    });
    expect(edited.html).toBe('<p>I would like <strong>two</strong> benches.</p>');
    expect(edited.editedAt).not.toBeNull();
    const { items } = await visitor.ok(comments.versions, one(id));
    expect(items.map((v) => v.body)).toEqual(['I would like **two** benches.', 'I would like a bench.']);
  });

  test('leaves its place and nothing of its text when it is deleted', async () => {
    const idea = await author.propose(town);
    const { id } = await author.comment(town, idea.id, 'a secret wording');
    await author.ok(comments.edit, { ...one(id), body: { body: 'another secret wording' } });
    await reader.comment(town, idea.id, 'an answer that stays', id);
    expect(await reader.refused(comments.remove, one(id))).toBe('403 not_allowed');
    await author.ok(comments.remove, one(id));
    expect(await author.refused(comments.remove, one(id))).toBe('409 wrong_state');
    const { thread } = await visitor.ok(ideas.read, one(idea.id));
    expect(thread.items[0]?.root).toMatchObject({ state: 'deleted', html: '', author: null });
    expect(thread.items[0]?.replies).toHaveLength(1);
    expect(thread.total).toBe(1);
    expect(await visitor.refused(comments.versions, one(id))).toBe('404 not_found');
    const rows = await portal.source.query(`SELECT 1 FROM comment_version WHERE body LIKE '%secret%'
      UNION ALL SELECT 1 FROM comment WHERE body LIKE '%secret%'`);
    expect(rows).toHaveLength(0);
  });

  test('is liked once by each, whatever comes at once', async () => {
    const idea = await author.propose(town);
    const { id } = await author.comment(town, idea.id);
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? author : reader).ok(comments.like, one(id))),
    );
    expect((await reader.ok(comments.thread, on(idea.id))).items[0]?.root).toMatchObject({
      likes: 2,
      likeSeq: 2,
      liked: true,
    });
    await Promise.all(Array.from({ length: 5 }, () => reader.ok(comments.unlike, one(id))));
    expect((await reader.ok(comments.thread, on(idea.id))).items[0]?.root).toMatchObject({
      likes: 1,
      likeSeq: 3,
      liked: false,
    });
  });

  test('that is deleted keeps no like, whatever comes at once', async () => {
    const ideas = await Promise.all(Array.from({ length: 20 }, () => author.propose(town)));
    const written = await Promise.all(ideas.map(({ id }) => author.comment(town, id)));
    for (const { id } of written.slice(10)) await reader.ok(comments.like, one(id));
    // All of them begin before any can end.
    const held = portal.source.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT 1 FROM comment WHERE id = ANY ($1) FOR NO KEY UPDATE', [
      written.map((c) => c.id),
    ]);
    const both = written.flatMap(({ id }, index) => [
      reader.call(index < 10 ? comments.like : comments.unlike, one(id)),
      author.call(comments.remove, one(id)),
    ]);
    await setTimeout(500);
    await held.commitTransaction();
    await held.release();
    const seen = (await Promise.all(both)).map(({ status, body }) => `${status} ${body?.code}`);
    const allowed = ['200 undefined', '204 undefined', '409 wrong_state'];
    expect(seen.filter((one) => !allowed.includes(one))).toEqual([]);
    expect(await miscounts(portal.source)).toEqual({});
  });

  test('cannot be written to what is closed, missing, or elsewhere', async () => {
    const idea = await author.propose(town);
    const elsewhere = await author.propose(town);
    const parent = await author.comment(town, elsewhere.id);
    const write = (who: Agent, subject: string, parentId?: string, place = town) =>
      who.refused(comments.write, {
        params: { town: place, type: 'idea', subject },
        body: { body: 'x', parentId },
      });
    expect(await write(visitor, idea.id)).toBe('401 not_signed_in');
    expect(await write(reader, randomUUID())).toBe('404 not_found');
    expect(await write(reader, idea.id, parent.id)).toBe('409 wrong_state');
    const stranger = await portal.person('lublin');
    expect(await write(stranger, idea.id, undefined, 'lublin')).toBe('404 not_found');
    await author.ok(ideas.withdraw, { ...one(idea.id), body: { state: 'published' } });
    expect(await write(reader, idea.id)).toBe('409 wrong_state');
    expect((await visitor.ok(comments.thread, on(idea.id))).seq).toBe(0);
  });
});
