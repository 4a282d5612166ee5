import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { StartRefused } from '../../platform/config/config';
import { Database, Transaction } from '../../platform/database/database';
import { linesOf } from '../../platform/text/lines';
import { IdeasRepository } from '../ideas/ideas.repository';
import { MunicipalitiesRepository } from '../municipalities/municipalities.repository';
import { ForeignRows, type Read } from './foreign-rows';
import type { ForeignComment, ForeignProposal, Format } from './imports.format';
import { ImportsRepository, type Remark } from './imports.repository';

export interface ImportJob {
  /** Slug of the municipality. */
  municipality: string;
  /** Name of the portal that the files come from: its ids are its own. */
  source: string;
  format: Format;
  files: string[];
}

export interface Tally {
  imported: number;
  /** Here already, with another total now. */
  updated: number;
  unchanged: number;
}

export interface ImportReport {
  lines: number;
  proposals: Tally;
  comments: Tally;
  /** Imported as first comments, because the one that they answer is nowhere. */
  orphans: Remark;
  /** By reason. */
  skipped: Map<string, Remark>;
}

/** How far it is; the unit is bytes while reading, comments while placing. */
export interface Progress {
  phase: 'reading' | 'placing';
  done: number;
  of: number;
  /** Lines or comments so far. */
  count: number;
}

const BATCH = 1000;
const SHOWN_PLACES = 3;

/**
 * Brings proposals and comments of another portal into a municipality.
 *
 * An import can be repeated, and one that was killed can be started again: what is here stays as it is, with whatever
 * people have made of it since, but for the totals of supports and likes, which are brought up to date. Comments are
 * placed thread by thread, all of a thread or none.
 */
export class ImportsService {
  constructor(private readonly source: DataSource) {}

  /** @throws StartRefused when there is no such municipality or file, or another import into it is under way. */
  async run(job: ImportJob, watch: (progress: Progress) => void): Promise<ImportReport> {
    const towns = await new MunicipalitiesRepository(new Database(this.source)).all();
    const town = towns.find(({ slug }) => slug === job.municipality);
    if (!town) {
      const slugs = towns.map(({ slug }) => slug).join(', ');
      throw new StartRefused(
        `There is no municipality "${job.municipality}". There are: ${slugs || 'none'}.`,
      );
    }
    const runner = this.source.createQueryRunner();
    const repository = new ImportsRepository(new Transaction(runner.manager), {
      id: town.id,
      timeZone: town.timeZone,
      language: town.languages[0] ?? 'en',
    });
    try {
      if (!(await repository.begin())) {
        throw new StartRefused(`Another import into "${town.slug}" is under way.`);
      }
      const ideas = new IdeasRepository(new Database(this.source));
      return await new Import(runner, repository, ideas, new ForeignRows(town, job.source), job, watch).run();
    } finally {
      await repository.end().catch(() => undefined);
      await runner.release();
    }
  }
}

class Import {
  private readonly report: ImportReport = {
    lines: 0,
    proposals: { imported: 0, updated: 0, unchanged: 0 },
    comments: { imported: 0, updated: 0, unchanged: 0 },
    orphans: { count: 0, places: [] },
    skipped: new Map(),
  };

  constructor(
    private readonly runner: QueryRunner,
    private readonly repository: ImportsRepository,
    private readonly ideas: IdeasRepository,
    private readonly rows: ForeignRows,
    private readonly job: ImportJob,
    private readonly watch: (progress: Progress) => void,
  ) {}

  async run(): Promise<ImportReport> {
    await this.read();
    await this.place();
    this.report.orphans = await this.repository.orphans();
    this.remark('about a proposal that is neither here nor in the files', await this.repository.homeless());
    this.remark('an answer to itself in a circle', await this.repository.circular());
    return this.report;
  }

  private async read(): Promise<void> {
    const sizes = await Promise.all(this.job.files.map(sizeOf));
    const of = sizes.reduce((sum, size) => sum + size, 0);
    let before = 0;
    for (const [file, path] of this.job.files.entries()) {
      let batch: Read<ForeignProposal | ForeignComment>[] = [];
      let done = before;
      const flush = async () => {
        await this.take(batch);
        batch = [];
        this.watch({ phase: 'reading', done, of, count: this.report.lines });
      };
      for await (const line of linesOf(createReadStream(path))) {
        done = before + line.read;
        if (line.text?.trim() === '') continue;
        this.report.lines++;
        const where = { file, line: line.number };
        if (line.text === null) this.skip(line.refused ?? 'unreadable', where);
        else {
          const read = this.job.format(line.number === 1 ? line.text.replace(/^\ufeff/, '') : line.text);
          if (read.kind === 'unreadable') this.skip(read.why, where);
          else batch.push({ ...read, ...where, ourId: this.rows.id(read.kind, read.id) });
        }
        if (batch.length === BATCH) await flush();
      }
      before += sizes[file] ?? 0;
      done = before;
      await flush();
    }
  }

  private async take(batch: Read<ForeignProposal | ForeignComment>[]): Promise<void> {
    const met = await this.repository.meet(batch.map(({ ourId }) => ourId));
    const fresh = batch.filter((each) => {
      const first = met.delete(each.ourId);
      if (!first) this.skip('the same id again', each);
      return first;
    });
    await this.takeProposals(fresh.filter((each) => each.kind === 'proposal'));
    await this.takeComments(fresh.filter((each) => each.kind === 'comment'));
  }

  private async takeProposals(proposals: Read<ForeignProposal>[]): Promise<void> {
    if (proposals.length === 0) return;
    const ideas = proposals.map((proposal) => this.rows.idea(proposal));
    const byId = new Map(ideas.map((idea) => [idea.id, idea]));
    const changed = await this.transaction(async (tx) => {
      const authors = ideas.flatMap(({ author, at }) => (author ? [{ ...author, at }] : []));
      await this.repository.authors(tx, authors);
      const changed = await this.repository.ideas(tx, ideas);
      for (const { id, isNew, comments } of changed) {
        const idea = byId.get(id);
        if (isNew && idea) await this.ideas.index(tx, id, idea);
        await this.ideas.counted(tx, id, comments);
      }
      return changed;
    });
    const imported = changed.filter(({ isNew }) => isNew).length;
    count(this.report.proposals, imported, changed.length - imported, ideas.length - changed.length);
  }

  private async takeComments(comments: Read<ForeignComment>[]): Promise<void> {
    if (comments.length === 0) return;
    const here = await this.repository.comments(comments.map(({ ourId: id, likes }) => ({ id, likes })));
    const waiting = comments.filter(({ ourId }) => !here.has(ourId));
    await this.repository.wait(waiting.map((comment) => this.rows.comment(comment)));
    const updated = [...here.values()].filter(Boolean).length;
    count(this.report.comments, 0, updated, here.size - updated);
  }

  private async place(): Promise<void> {
    const threads = await this.repository.threads();
    const of = threads.reduce((sum, { count }) => sum + count, 0);
    let done = 0;
    for (const { idea, count: size } of threads) {
      const placed = await this.transaction(async (tx) => {
        const seq = await this.repository.lock(tx, idea);
        const placed = await this.repository.number(tx, idea, seq);
        await this.repository.place(tx, idea);
        await this.ideas.counted(tx, idea, await this.repository.move(tx, idea, placed));
        return placed;
      });
      count(this.report.comments, placed, 0, 0);
      done += size;
      this.watch({ phase: 'placing', done, of, count: done });
    }
  }

  private skip(why: string, { file, line }: { file: number; line: number }): void {
    this.remark(why, { count: 1, places: [{ file, line }] });
  }

  private remark(why: string, { count, places }: Remark): void {
    if (count === 0) return;
    const before = this.report.skipped.get(why) ?? { count: 0, places: [] };
    this.report.skipped.set(why, {
      count: before.count + count,
      places: [...before.places, ...places].slice(0, SHOWN_PLACES),
    });
  }

  private async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    await this.runner.startTransaction();
    try {
      const result = await work(new Transaction(this.runner.manager));
      await this.runner.commitTransaction();
      return result;
    } catch (error) {
      await this.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}

function count(tally: Tally, imported: number, updated: number, unchanged: number): void {
  tally.imported += imported;
  tally.updated += updated;
  tally.unchanged += unchanged;
}

async function sizeOf(path: string): Promise<number> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(
      `${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.code}.`,
    );
  });
  if (!file.isFile()) throw new StartRefused(`${path} cannot be read: it is not a file.`);
  return file.size;
}
