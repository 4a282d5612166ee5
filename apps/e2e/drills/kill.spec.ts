import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { addressOf, contracts, type Endpoint } from '@zbor/contracts';
import { startPostgres } from '../../launch/postgres.mjs';
import { home } from '../support/home';
import { type Server, startServer } from '../support/server';

const { comments, ideas, identity } = contracts;
const town = 'graz';
const dataDir = join(home, 'drill');

/** Somebody on a bad line: repeats what was not answered, with the same key, until it is. */
class Writer {
  private cookie = '';
  readonly acknowledged = new Set<string>();
  supports = false;

  constructor(private readonly url: string) {}

  async send(endpoint: Endpoint, params: Record<string, unknown>, body?: unknown): Promise<{ id: string }> {
    for (;;) {
      const answer = await fetch(this.url + addressOf(endpoint, { town, ...params }), {
        method: endpoint.method,
        headers: {
          origin: this.url,
          ...(this.cookie && { cookie: this.cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined);
      if (answer && answer.status < 500) {
        expect(answer.status).toBe(endpoint.status);
        this.cookie ||= (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
        return (await answer.json()) as { id: string };
      }
      await answer?.body?.cancel();
      await sleep(50);
    }
  }

  async signUp(): Promise<void> {
    const signInName = `drill-${randomUUID().slice(0, 8)}`;
    const body = {
      displayName: 'Drill',
      signInName,
      passphrase: 'violet tractor under snow',
      language: 'en',
    };
    await this.send(identity.signUp, {}, body);
  }

  /** Comments and changes its mind about the support until it is over. */
  async write(idea: string, over: () => boolean): Promise<void> {
    while (!over()) {
      const requestKey = randomUUID();
      const body = { body: `Written under trouble: ${requestKey}`, language: 'en', requestKey };
      const { id } = await this.send(comments.write, { type: 'idea', subject: idea }, body);
      expect(this.acknowledged.has(id)).toBe(false);
      this.acknowledged.add(id);
      await this.send(this.supports ? ideas.unsupport : ideas.support, { id: idea });
      this.supports = !this.supports;
    }
  }
}

test('V12 kill -9 of the server and of PostgreSQL under writes loses and doubles nothing that was acknowledged', async () => {
  test.setTimeout(120_000);
  const postgres = await startPostgres({ dataDir });
  let server: Server = await startServer(postgres.url);
  try {
    const { url } = server;
    const port = Number(new URL(url).port);
    const writers = Array.from({ length: 6 }, () => new Writer(url));
    await Promise.all(writers.map((writer) => writer.signUp()));
    const idea = await (writers[0] as Writer).send(
      ideas.propose,
      {},
      {
        title: 'An idea for hard days',
        body: 'Everything that is acknowledged here must stay.',
        publish: true,
      },
    );
    const count = () => writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
    const writing = writers.map((writer) => writer.write(idea.id, () => count() >= 150));
    const reached = async (number: number) => {
      while (count() < number) await sleep(20);
    };
    await reached(50);
    await server.kill();
    server = await startServer(postgres.url, port);
    await reached(100);
    const [postmaster] = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(postmaster), 'SIGKILL');
    await Promise.all(writing);

    const seen: { id: string; seq: number }[] = [];
    let after = 0;
    let more = true;
    let total = 0;
    while (more) {
      const answer = await fetch(
        url + addressOf(comments.changes, { town, type: 'idea', subject: idea.id }, { after }),
      );
      const page = comments.changes.output.parse(await answer.json());
      seen.push(...page.items);
      ({ seq: after, more, total } = page);
    }
    const acknowledged = writers.flatMap((writer) => [...writer.acknowledged]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    expect(seen.map((comment) => comment.id).sort()).toEqual(acknowledged.sort());
    expect(seen.map((comment) => comment.seq)).toEqual(
      Array.from({ length: seen.length }, (_, at) => at + 1),
    );
    expect(total).toBe(seen.length);
    const answer = await fetch(url + addressOf(ideas.read, { town, id: idea.id }));
    const read = ideas.read.output.parse(await answer.json());
    expect(read.idea.supports).toBe(writers.filter((writer) => writer.supports).length);
    expect(read.idea.comments).toBe(seen.length);
  } finally {
    await server.stop();
    await postgres.stop();
  }
});
