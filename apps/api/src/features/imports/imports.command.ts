import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { StartRefused } from '../../platform/config/config';
import { readConsul } from './consul.format';
import type { Format } from './imports.format';
import type { Remark } from './imports.repository';
import {
  type ImportJob,
  type ImportReport,
  ImportsService,
  type Progress,
  type Tally,
} from './imports.service';

const formats = new Map<string, Format>([['consul', readConsul]]);

const usage = `npm run import -- --municipality SLUG --format ${[...formats.keys()].join('|')} [--source NAME] FILE…`;

/** Where the command writes; a line can be drawn over where it is a TTY. */
export interface Terminal {
  write(text: string): unknown;
  isTTY?: boolean;
}

/**
 * `import --municipality graz --format consul FILE…` imports, shows how it goes, and reports what was skipped and why.
 * `--source` names the portal that the files come from, where ids of several could be the same.
 * @returns the exit code: 1 when nothing could be read.
 * @throws StartRefused with a sentence when it cannot begin.
 */
export async function importCommand(argv: string[], source: DataSource, terminal: Terminal): Promise<number> {
  const job = readArguments(argv);
  const line = new ProgressLine(terminal);
  const started = Date.now();
  const report = await new ImportsService(source).run(job, (progress) => line.draw(progress));
  line.end();
  for (const sentence of sentences(report, job.files, Date.now() - started)) terminal.write(`${sentence}\n`);
  return sum(report.proposals) + sum(report.comments) > 0 ? 0 : 1;
}

function readArguments(argv: string[]): ImportJob {
  const { values, positionals } = parsed(argv);
  const { municipality, format: name = '' } = values;
  const format = formats.get(name);
  if (!municipality || !format || positionals.length === 0) throw new StartRefused(`Use: ${usage}`);
  return { municipality, format, source: values.source ?? name, files: positionals };
}

function parsed(argv: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: argv,
      options: { municipality: option, format: option, source: option },
      allowPositionals: true,
    });
  } catch (error) {
    throw new StartRefused(`${(error as Error).message.split('. ')[0]}. Use: ${usage}`);
  }
}

/** One line that grows on a terminal; elsewhere a line every few seconds. */
class ProgressLine {
  private phase: Progress['phase'] | undefined;
  private since = Date.now();
  private latest = this.since;
  private shown = 0;
  private open = false;

  constructor(private readonly terminal: Terminal) {}

  draw({ phase, done, of, count }: Progress): void {
    const now = Date.now();
    if (phase !== this.phase) {
      this.end();
      this.phase = phase;
      this.since = this.latest;
      this.shown = 0;
    }
    this.latest = now;
    const last = done >= of;
    if (!last && now - this.shown < (this.terminal.isTTY ? 100 : 5_000)) return;
    this.shown = now;
    const share = of === 0 ? 1 : done / of;
    const rate = Math.round((count / Math.max(now - this.since, 1)) * 1000);
    const bar = this.terminal.isTTY ? `${'█'.repeat(Math.round(share * 24)).padEnd(24, '░')} ` : '';
    const things = phase === 'reading' ? 'lines read' : 'comments placed';
    const text = `${bar}${String(Math.floor(share * 100)).padStart(3)} %  ${number(count)} ${things}, ${number(rate)}/s`;
    this.terminal.write(this.terminal.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
    this.open = this.terminal.isTTY === true;
  }

  end(): void {
    if (this.open) this.terminal.write('\n');
    this.open = false;
  }
}

function sentences(report: ImportReport, files: string[], took: number): string[] {
  const { lines, proposals, comments, orphans, skipped } = report;
  const all = [...skipped].sort(([, a], [, b]) => b.count - a.count);
  const total = all.reduce((count, [, each]) => count + each.count, 0);
  const names = files.map((file) => basename(file));
  return [
    `${number(lines)} lines read in ${(took / 1000).toFixed(1)} s.`,
    `Proposals: ${tally(proposals)}.`,
    `Comments: ${tally(comments)}.`,
    ...(orphans.count > 0
      ? [`First comments now, since what they answer is missing: ${remark(orphans, names)}.`]
      : []),
    `Skipped: ${number(total)}`,
    ...all.map(([why, each]) => `  ${why}: ${remark(each, names)}`),
  ];
}

function tally({ imported, updated, unchanged }: Tally): string {
  return `${number(imported)} imported, ${number(updated)} updated, ${number(unchanged)} unchanged`;
}

/** How many, and where the first of them stand. */
function remark({ count, places }: Remark, names: string[]): string {
  const shown = places.map(({ file, line }) => `${names[file]}:${line}`).join(', ');
  return `${number(count)} (${shown}${count > places.length ? ' …' : ''})`;
}

const sum = ({ imported, updated, unchanged }: Tally) => imported + updated + unchanged;

const number = (value: number) => value.toLocaleString('en');
