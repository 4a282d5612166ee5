import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Pool } from 'pg';
import { cookieName, town } from '../town';
import { type CommentRow, comment, type IdeaRow, ideaBody, listBody } from './bodies';
import type { Setting } from './statements';

interface Account {
  id: string;
  role: string;
  displayName: string;
  language: string;
}

/** Told of each comment once it is committed. */
type Follow = (change: {
  room: string;
  kind: 'comment';
  seq: number;
  total: number;
  comment: object;
}) => void;

/**
 * `node:http`, `pg` and `JSON.stringify`: the portal's statements, sent anew each time as one does without a thought, and
 * nothing that the portal adds to them.
 */
export function bareHandler(
  { databaseUrl, pool: max, townId, statements }: Setting,
  follow: Follow = () => {},
): Server {
  const pool = new Pool({ connectionString: databaseUrl, max });
  const path = `/api/municipalities/${town}`;
  const first = async <T>(statement: string, values: unknown[]): Promise<T> =>
    (await pool.query(statement, values)).rows[0];

  async function list() {
    const [select] = statements.list as [string];
    return listBody((await pool.query<IdeaRow>(select, [townId])).rows);
  }

  async function read(id: string) {
    const [idea, thread] = statements.idea as [string, string];
    const row = await first<IdeaRow>(idea, [null, id, townId]);
    return ideaBody(row, (await pool.query<CommentRow>(thread, [null, 'idea', id])).rows);
  }

  function signedIn(session: string, request: IncomingMessage): Promise<Account> {
    const token = (request.headers.cookie ?? '').slice(cookieName.length + 1);
    return first(session, [createHash('sha256').update(token).digest(), new Date(), townId]);
  }

  async function support(request: IncomingMessage, id: string) {
    const [session, insert] = statements.support as [string, string];
    const account = await signedIn(session, request);
    const { supports } = await first<{ supports: number }>(insert, [id, account.id, new Date(), townId]);
    return { supported: true, supports };
  }

  async function write(request: IncomingMessage, subject: string) {
    const [session, facts, begin, insert, count, commit] = statements.comment as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { body } = JSON.parse(await text(request));
    const account = await signedIn(session, request);
    await pool.query(facts, [subject, townId]);
    const [id, html, createdAt] = [randomUUID(), `<p>${body}</p>`, new Date()];
    const client = await pool.connect();
    try {
      await client.query(begin);
      const { rows } = await client.query(insert, [
        ...['idea', subject, townId, id, account.id, null, body, html, account.language, createdAt, null],
      ]);
      const { total, ...placed } = rows[0];
      await client.query(count, [subject, total]);
      await client.query(commit);
      const row: CommentRow = {
        ...{ ...placed, parentId: null, state: 'visible', html, language: account.language, createdAt },
        ...{
          editedAt: null,
          likes: 0,
          replies: 0,
          authorName: account.displayName,
          authorRole: account.role,
        },
      };
      const shown = comment(row);
      follow({ room: `idea:${subject}`, kind: 'comment', seq: placed.seq, total, comment: shown });
      return {
        ...shown,
        mine: true,
        liked: false,
        source: body,
        hidden: null,
        can: { edit: true, delete: true },
      };
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

  return createServer(async (request, reply) => {
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
