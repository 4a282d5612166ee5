import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Pool, type PoolClient } from 'pg';
import { cookieName, town } from '../town';
import { type CommentRow, comment, type IdeaRow, ideaBody, listBody } from './bodies';
import type { Setting } from './statements';

interface Account {
  id: string;
  role: string;
  displayName: string;
  language: string;
}

/** Whose sessions need a second step. */
const twoSteps = ['staff', 'admin', 'operator'];

interface SupportCount {
  supports: number;
  supportSeq: number;
}

/** What the insert of a comment answers. */
type Placed = Pick<CommentRow, 'id' | 'rootId' | 'depth' | 'seq'> & { total: number };

/** Told of each comment once it is committed. */
type Follow = (change: {
  room: string;
  kind: 'comment';
  seq: number;
  total: number;
  comment: object;
}) => void;

/** `node:http`, `pg` and `JSON.stringify`: the portal's statements, and nothing that the portal adds to them. */
export function bareHandler(
  { databaseUrl, pool: max, prepared, townId, statements }: Setting,
  follow: Follow = () => {},
): Server {
  const pool = new Pool({ connectionString: databaseUrl, max });
  const path = `/api/municipalities/${town}`;
  const texts = Object.values(statements).flat();
  const ask = async <T extends object>(text: string, values: unknown[], on: Pool | PoolClient = pool) =>
    (await on.query<T>({ text, values, ...(prepared && { name: `bare_${texts.indexOf(text)}` }) })).rows;
  const first = async <T extends object>(...asked: Parameters<typeof ask>): Promise<T> =>
    (await ask<T>(...asked))[0] as T;

  async function list() {
    const [select] = statements.list;
    return listBody(await ask<IdeaRow>(select, [townId]));
  }

  async function read(id: string) {
    const [idea, thread] = statements.idea;
    const row = await first<IdeaRow>(idea, [null, id, townId]);
    return ideaBody(row, await ask<CommentRow>(thread, [null, 'idea', id]));
  }

  function signedIn(session: string, request: IncomingMessage): Promise<Account> {
    const token = (request.headers.cookie ?? '').slice(cookieName.length + 1);
    const hash = createHash('sha256').update(token).digest();
    return first(session, [hash, new Date(), townId, twoSteps]);
  }

  async function support(request: IncomingMessage, id: string) {
    const [session, insert] = statements.support;
    const account = await signedIn(session, request);
    const count = await first<SupportCount>(insert, [id, account.id, new Date(), townId]);
    return { supported: true, ...count };
  }

  async function write(request: IncomingMessage, subject: string) {
    const [session, facts, begin, insert, count, commit] = statements.comment;
    const { body } = JSON.parse(await text(request));
    const account = await signedIn(session, request);
    await ask(facts, [subject, townId]);
    const [id, html, createdAt] = [randomUUID(), `<p>${body}</p>`, new Date()];
    const { language, displayName: authorName, role: authorRole } = account;
    const values = ['idea', subject, townId, id, account.id, null, body, html, language, createdAt, null];
    const client = await pool.connect();
    try {
      await client.query(begin);
      const placed = await first<Placed>(insert, values, client);
      await ask(count, [subject, placed.total], client);
      await client.query(commit);
      const written = {
        parentId: null,
        state: 'visible',
        editedAt: null,
        likes: 0,
        likeSeq: 0,
        replies: 0,
        liked: false,
      };
      const row = Object.assign(placed, written, { html, language, createdAt, authorName, authorRole });
      const shown = comment(row);
      const { seq, total } = placed;
      follow({ room: `idea:${subject}`, kind: 'comment', seq, total, comment: shown });
      const can = { edit: true, delete: true };
      return Object.assign(shown, { mine: true, liked: false, source: body, hidden: null, can });
    } finally {
      client.release();
    }
  }

  function answer(request: IncomingMessage): Promise<object> | object {
    const { method, url = '' } = request;
    if (url === '/api/health/ready') return { status: 'ok' };
    if (url === `${path}/ideas`) return list();
    const [act, id = '', rest] = url.slice(path.length + 1).split('/');
    if (method === 'PUT' && rest === 'support') return support(request, id);
    if (method === 'POST' && act === 'threads') return write(request, rest ?? '');
    return read(id);
  }

  // As long as Fastify's: the bench comes back after its rounds with the other side.
  return createServer({ keepAliveTimeout: 72_000 }, async (request, reply) => {
    try {
      const json = JSON.stringify(await answer(request));
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) });
      reply.end(json);
    } catch (error) {
      reply.writeHead(500).end(String(error));
    }
  });
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
