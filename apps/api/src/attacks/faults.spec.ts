import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { addressOf, contracts, type Endpoint, type Request } from '@zbor/contracts';
import { Mailbox } from '@zbor/testing';
import type { Agent } from '../testing/agent';
import { BrokenQueries } from '../testing/broken-queries';
import { openTestPortal, type TestPortal } from '../testing/portal';
import { miscounts, printOf } from '../testing/state';

const { identity, ideas, comments, moderation, email, assistance, privacy } = contracts;
const accessCodes = contracts['access-codes'];
const town = 'graz';
const params = { town };
const passphrase = 'seven quiet herons by the lake';

let box: Mailbox;
let portal: TestPortal;
let broken: BrokenQueries;

beforeAll(async () => {
  Logger.overrideLogger(false);
  box = await Mailbox.open();
  portal = await openTestPortal({
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    publicUrl: 'http://zbor.example',
  });
  await portal.town(town);
  broken = new BrokenQueries();
});
afterAll(async () => {
  broken.mend();
  await portal.close();
  await box.close();
});

/** A request that writes something: who sends it, and what. */
interface Write {
  who: Agent;
  endpoint: Endpoint;
  request: { params?: object; body?: unknown };
}
const write = <E extends Endpoint>(who: Agent, endpoint: E, request: Request<E>): Write => ({
  who,
  endpoint,
  request: request as Write['request'],
});

/** In this process, so that its queries can be told from all others. */
const send = ({ who, endpoint, request }: Write) =>
  portal.inject({
    method: endpoint.method,
    url: addressOf(endpoint, request.params as Record<string, unknown>),
    headers: {
      host: 'zbor.example',
      origin: 'http://zbor.example',
      ...(who.cookie && { cookie: who.cookie }),
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    },
    payload: request.body === undefined ? undefined : JSON.stringify(request.body),
  });

const wish = (signInName: string) => ({
  params,
  body: { displayName: 'Tiha reka', signInName, passphrase, language: 'sl' as const },
});

/** Somebody's idea, with a comment by somebody else. */
async function discussed() {
  const [author, reader] = [await portal.person(town), await portal.person(town)];
  const idea = await author.propose(town);
  const comment = await reader.comment(town, idea.id);
  const on = { params: { town, id: idea.id } };
  return { author, reader, idea, on, comment, onComment: { params: { town, id: comment.id } } };
}

const report = { type: 'comment' as const, reason: 'insult' as const, note: 'It insults a neighbour.' };
const why = { reason: 'insult' as const, note: 'It insults a neighbour.' };

/** Each with what has to be there first; made twice, for what is to succeed and what is to fail. */
const writes: Record<string, (time: number) => Promise<Write>> = {
  'signing up': async (time) => write(portal.visitor(), identity.signUp, wish(`brought-up-${time}`)),
  'signing in': async () => {
    const { name: signInName, passphrase } = await portal.person(town);
    return write(portal.visitor(), identity.signIn, { params, body: { signInName, passphrase } });
  },
  'joining with a card': async () => {
    const council = await portal.person(town, 'staff');
    const batch = { size: 1, days: '30' as const, requestKey: randomUUID() };
    const { codes } = await council.ok(accessCodes.make, { params, body: batch });
    const body = { code: codes[0] ?? '', displayName: 'Tiha reka', language: 'sl' as const };
    return write(portal.visitor(), accessCodes.join, { params, body });
  },
  'claiming what one wrote with help': async (time) => {
    const assisted = await portal.assisted(town);
    await assisted.propose(town);
    const { code } = await assisted.ok(assistance.finish, { params });
    const body = { code, signInName: `claimed-${time}`, passphrase };
    return write(portal.visitor(), assistance.claim, { params, body });
  },
  'finishing to write with help': async () =>
    write(await portal.assisted(town), assistance.finish, { params }),
  'coming back by a phrase': async () => {
    const { phrase } = await (await portal.person(town)).ok(identity.makePhrase, { params });
    return write(portal.visitor(), identity.recover, { params, body: { phrase, passphrase } });
  },
  'making cards': async () => {
    const body = { size: 3, days: '30' as const, requestKey: randomUUID() };
    return write(await portal.person(town, 'staff'), accessCodes.make, { params, body });
  },
  'giving a role': async () => {
    const { id } = await portal.person(town);
    const admin = await portal.person(town, 'admin');
    return write(admin, identity.giveRole, { params: { town, id }, body: { role: 'council' } });
  },
  'asking for a code by mail': async () =>
    write(portal.visitor(), email.ask, { params, body: { address: 'nobody@example.org' } }),
  proposing: async () => {
    const body = { title: 'A bench by the river', body: 'Where one can sit in the shade.', publish: true };
    return write(await portal.person(town), ideas.propose, { params, body });
  },
  'changing an idea': async () => {
    const { author, on } = await discussed();
    return write(author, ideas.edit, { ...on, body: { body: 'Where one can sit in the sun.', version: 1 } });
  },
  'withdrawing an idea': async () => {
    const { author, on } = await discussed();
    return write(author, ideas.withdraw, { ...on, body: { state: 'published' } });
  },
  supporting: async () => {
    const { reader, on } = await discussed();
    return write(reader, ideas.support, on);
  },
  commenting: async () => {
    const { reader, idea } = await discussed();
    const body = { body: 'I would sit there.', requestKey: randomUUID() };
    return write(reader, comments.write, { params: { town, type: 'idea', subject: idea.id }, body });
  },
  'changing a comment': async () => {
    const { reader, onComment } = await discussed();
    return write(reader, comments.edit, { ...onComment, body: { body: 'I would lie there.' } });
  },
  'deleting a comment': async () => {
    const { reader, onComment } = await discussed();
    return write(reader, comments.remove, onComment);
  },
  'liking a comment': async () => {
    const { author, onComment } = await discussed();
    return write(author, comments.like, onComment);
  },
  'reporting a comment': async () => {
    const { author, comment } = await discussed();
    return write(author, moderation.report, { params, body: { ...report, id: comment.id } });
  },
  'hiding a comment that was reported': async () => {
    const { author, comment } = await discussed();
    await author.ok(moderation.report, { params, body: { ...report, id: comment.id } });
    const on = { town, type: 'comment' as const, id: comment.id };
    return write(await portal.person(town, 'council'), moderation.hide, { params: on, body: why });
  },
  'restoring an idea': async () => {
    const { idea } = await discussed();
    const council = await portal.person(town, 'council');
    const on = { params: { town, type: 'idea' as const, id: idea.id } };
    await council.ok(moderation.hide, { ...on, body: why });
    return write(council, moderation.restore, { ...on, body: { note: 'A mistake of ours.' } });
  },
  'erasing oneself': async () => {
    const { reader } = await discussed();
    const body = { contributions: 'remove' as const, proof: reader.passphrase };
    return write(reader, privacy.erase, { params, body });
  },
};

type State = Awaited<ReturnType<typeof printOf>>;

/** The tables in which something is otherwise than before, each with how many rows there are more. */
async function changesSince(before: State): Promise<Record<string, number>> {
  const after = await printOf(portal.source);
  const changed = Object.entries(after).filter(([table, { print }]) => print !== before[table]?.print);
  return Object.fromEntries(changed.map(([table, { rows }]) => [table, rows - (before[table]?.rows ?? 0)]));
}

test.each(Object.entries(writes))(
  '2.3.3 %s is done as a whole or not at all',
  async (_, prepare) => {
    const [first, second] = [await prepare(1), await prepare(2)];
    const before = await printOf(portal.source);
    const answer = await send(first);
    expect([answer.statusCode, answer.body.slice(0, 99)]).toEqual([first.endpoint.status, expect.anything()]);
    const whole = await changesSince(before);
    expect(whole).not.toEqual({});

    const start = await printOf(portal.source);
    for (let number = 1; ; number++) {
      const { answer, broke } = await broken.breaking(number, () => send(second));
      const changed = await changesSince(start);
      // Once it is done, it stays: what follows only tells of it.
      if (Object.keys(changed).length > 0) {
        expect([number, changed]).toEqual([number, whole]);
        expect(number).toBeGreaterThan(2);
        break;
      }
      expect([number, broke, answer.statusCode, answer.headers['set-cookie']]).toEqual([
        ...[number, true, 500, undefined],
      ]);
    }
    expect(await miscounts(portal.source)).toEqual({});
  },
  60_000,
);
