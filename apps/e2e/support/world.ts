import { contracts, type Idea } from '@zbor/contracts';
import { halfwayIn, newcomer, newTown, official, type Person } from './person';

/** A town in which there is something to see on every page, and people who may see it. */
export interface World {
  town: string;
  author: Person;
  moderator: Person;
  admin: Person;
  operator: Person;
  /** Signed in as admin and as operator, but for the second step. */
  halfway: Person;
  /** Somebody with a helper at their side. */
  assisted: Person;
  /** Edited, supported, discussed and reported. */
  idea: Idea;
  draft: Idea;
  withdrawn: Idea;
  hidden: Idea;
  /** Ids of comments on the idea. */
  comment: string;
  answer: string;
}

/** What people write there. */
export interface Texts {
  town: string;
  author: string;
  title: string;
  body: string;
  comment: string;
  note: string;
}

export const plainTexts: Texts = {
  // Words longer than a phone is wide, as there are.
  town: 'Donaudampfschifffahrtsneustadt',
  author: 'Amina al-Khalil',
  title: 'Schatten und Bänke für die Donaudampfschifffahrtsgesellschaftshaltestelle',
  body: 'Im Sommer gibt es **keinen Schatten**. Wir wünschen uns:\n\n- drei Bänke\n- zwei Bäume\n\n> Wer lange wartet, soll sitzen können.',
  comment: 'Donaudampfschifffahrtsgesellschaftskapitäne würden dort auch gerne sitzen.',
  note: 'Bitte freundlich bleiben.',
};

export async function layOut(texts: Texts = plainTexts): Promise<World> {
  const [admin, operator] = await Promise.all([newTown(texts.town), official('operator')]);
  const { town } = admin;
  const [author, reader, moderator] = await Promise.all([
    newcomer(town, texts.author),
    newcomer(town, texts.author),
    newcomer(town, texts.author),
  ]);
  await describeTown(admin, moderator, texts);

  const assisted = await newcomer(town, texts.author);
  await admin.call(contracts.identity.giveRole, {
    params: { town, id: assisted.id },
    body: { role: 'facilitator' },
  });
  const helped = { displayName: texts.author, language: 'de' as const };
  await assisted.call(contracts.assistance.open, { params: { town }, body: helped });

  // The second is the widest that a tag can be.
  const tags = ['bänke', 'ш'.repeat(30)];
  const written = { title: texts.title, body: texts.body, language: 'de' as const, tags };
  const idea = await author.propose({ ...written, body: 'Im Sommer gibt es dort keinen Schatten.' });
  const [draft, withdrawn, hidden] = await Promise.all([
    author.propose({ ...written, publish: false }),
    author.propose(written),
    author.propose(written),
  ]);
  const on = ({ id }: { id: string }) => ({ town, id });
  const { ideas, comments, moderation } = contracts;
  await author.call(ideas.edit, { params: on(idea), body: { body: texts.body, version: 1 } });
  await author.call(ideas.withdraw, { params: on(withdrawn), body: { state: 'published' } });
  await reader.call(ideas.support, { params: on(idea) });

  const comment = await author.comment(idea.id, 'Und ein Brunnen.');
  await author.call(comments.edit, { params: on(comment), body: { body: texts.comment } });
  const answer = await reader.comment(idea.id, texts.comment, comment.id);
  await reader.call(comments.like, { params: on(comment) });
  const gone = await reader.comment(idea.id, texts.comment, answer.id);
  await reader.call(comments.remove, { params: on(gone) });
  const bad = await author.comment(idea.id, texts.comment, comment.id);

  const why = { reason: 'other' as const, note: texts.note };
  const hide = (type: 'idea' | 'comment', { id }: { id: string }) =>
    moderator.call(moderation.hide, { params: { town, type, id }, body: why });
  await hide('comment', bad);
  await hide('idea', hidden);
  for (const [type, { id }] of [['idea', idea] as const, ['comment', answer] as const])
    await admin.call(moderation.report, { params: { town }, body: { type, id, ...why } });
  return {
    ...{
      town,
      author,
      moderator,
      admin,
      operator,
      assisted,
      halfway: await halfwayIn(admin),
      idea,
      draft,
      withdrawn,
      hidden,
    },
    ...{ comment: comment.id, answer: answer.id },
  };
}

async function describeTown(admin: Person, moderator: Person, { town: name, note }: Texts): Promise<void> {
  const { town } = admin;
  const { identity, councils, municipalities } = contracts;
  const inAll = (text: string) => ({ en: text, sl: text, de: text, uk: text, ar: text });
  const { id: accountId } = moderator;
  await admin.call(identity.giveRole, { params: { town, id: accountId }, body: { role: 'council' } });
  await admin.call(municipalities.change, { params: { town }, body: { invitation: inAll(note) } });
  const member = { accountId, position: 'chair' as const, since: '2024-05-01', note: inAll(note) };
  await admin.call(councils.write, {
    params: { town },
    body: { name: inAll(name), about: inAll(note), members: [member] },
  });
}
