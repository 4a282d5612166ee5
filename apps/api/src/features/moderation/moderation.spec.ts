import { contracts } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { moderation, ideas, comments } = contracts;
const town = 'graz';

let portal: TestPortal;
let author: Agent;
let council: Agent;
let other: Agent;
let visitor: Agent;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
  author = await portal.person(town);
  other = await portal.person(town);
  council = await portal.person(town, 'council');
  visitor = portal.visitor();
});
afterAll(() => portal.close());

const why = { reason: 'insult' as const, note: 'This sentence insults another person.' };

test('a comment is reported, hidden with a reason that its author sees, and restored; all of it in the log', async () => {
  const idea = await author.propose(town);
  const { id } = await author.comment(town, idea.id, 'something rude');
  const about = { town, type: 'comment' as const, id };
  await visitor.ok(moderation.report, { params: { town }, body: { type: 'comment', id, reason: 'insult' } });
  await other.ok(moderation.report, {
    params: { town },
    body: { type: 'comment', id, reason: 'hate', note: 'Look here' },
  });
  expect(
    await other.refused(moderation.report, {
      params: { town },
      body: { type: 'comment', id, reason: 'spam' },
    }),
  ).toBe('409 already_reported');

  const queue = await council.ok(moderation.queue, { params: { town } });
  expect(queue.items[0]).toMatchObject({
    subject: { id, text: 'something rude', hidden: null },
    reports: [{}, {}],
  });
  expect(queue.items[0]?.subject.page).toMatch(new RegExp(`/ideas/${idea.id}/[^?]+\\?focus=${id}#c-${id}$`));

  await council.ok(moderation.hide, { params: about, body: why });
  expect(await council.refused(moderation.hide, { params: about, body: why })).toBe('409 wrong_state');
  expect((await council.ok(moderation.queue, { params: { town } })).items).toHaveLength(0);

  const seenBy = async (who: Agent) => (await who.ok(ideas.read, { params: { town, id: idea.id } })).thread;
  expect((await seenBy(visitor)).items[0]?.root).toMatchObject({ state: 'hidden', html: '', hidden: null });
  expect((await seenBy(visitor)).total).toBe(0);
  expect((await seenBy(author)).items[0]?.root).toMatchObject({ hidden: why, html: '<p>something rude</p>' });
  expect(await other.refused(comments.like, { params: { town, id } })).toBe('409 wrong_state');

  await council.ok(moderation.restore, { params: about, body: { note: 'It was a quotation.' } });
  expect((await seenBy(visitor)).items[0]?.root).toMatchObject({
    state: 'visible',
    html: '<p>something rude</p>',
  });
  const log = await council.ok(moderation.log, { params: { town } });
  expect(log.items.map((entry) => [entry.act, entry.note, entry.by.name])).toEqual([
    ['restore', 'It was a quotation.', `Name of ${council.name}`],
    ['hide', why.note, `Name of ${council.name}`],
  ]);
});

test('a hidden idea is gone for everybody but its author, who sees why, and the moderators', async () => {
  const idea = await author.propose(town);
  const about = { town, type: 'idea' as const, id: idea.id };
  const read = { params: { town, id: idea.id } };
  await council.ok(moderation.hide, { params: about, body: why });
  expect(await visitor.refused(ideas.read, read)).toBe('404 not_found');
  expect(await other.refused(ideas.support, read)).toBe('404 not_found');
  expect((await author.ok(ideas.read, read)).idea).toMatchObject({
    hidden: true,
    hiding: why,
    can: { support: false },
  });
  expect((await council.ok(ideas.read, read)).idea.can.moderate).toBe(true);
  expect((await visitor.ok(ideas.list, { params: { town } })).items.map((i) => i.id)).not.toContain(idea.id);
  expect(await visitor.refused(comments.thread, { params: { town, type: 'idea', subject: idea.id } })).toBe(
    '404 not_found',
  );
  await council.ok(moderation.restore, { params: about, body: { note: 'A mistake of ours.' } });
  expect((await visitor.ok(ideas.read, read)).idea.hidden).toBe(false);
});

test('a report can be dismissed, once', async () => {
  const idea = await author.propose(town);
  const { id } = await other.ok(moderation.report, {
    params: { town },
    body: { type: 'idea', id: idea.id, reason: 'spam' },
  });
  const dismiss = { params: { town, id }, body: { note: 'It is none.' } };
  await council.ok(moderation.dismiss, dismiss);
  expect(await council.refused(moderation.dismiss, dismiss)).toBe('409 wrong_state');
});

test('two moderators who decide at once do not both succeed', async () => {
  const idea = await author.propose(town);
  const { id } = await author.comment(town, idea.id);
  const second = await portal.person(town, 'staff');
  const answers = await Promise.all(
    [council, second, council, second].map((who) =>
      who.call(moderation.hide, { params: { town, type: 'comment', id }, body: why }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409, 409, 409]);
});

test.each(['participant', 'visitor', 'council elsewhere'])('nothing of it is for a %s', async (who) => {
  const idea = await author.propose(town);
  const agent =
    who === 'visitor' ? visitor : who === 'participant' ? other : await portal.person('lublin', 'council');
  const expected = who === 'participant' ? '403 not_allowed' : '401 not_signed_in';
  const about = { town, type: 'idea' as const, id: idea.id };
  expect(await agent.refused(moderation.queue, { params: { town } })).toBe(expected);
  expect(await agent.refused(moderation.log, { params: { town } })).toBe(expected);
  expect(await agent.refused(moderation.subject, { params: about })).toBe(expected);
  expect(await agent.refused(moderation.hide, { params: about, body: why })).toBe(expected);
  if (who !== 'council elsewhere') return;
  const abroad = { ...about, town: 'lublin' };
  expect(await agent.refused(moderation.subject, { params: abroad })).toBe('404 not_found');
  expect(await agent.refused(moderation.hide, { params: abroad, body: why })).toBe('404 not_found');
});

test('hiding wants a reason', async () => {
  const idea = await author.propose(town);
  const params = { town, type: 'idea' as const, id: idea.id };
  expect(await council.refused(moderation.hide, { params, body: { ...why, note: '  ' } })).toBe(
    '400 invalid_input',
  );
});
