import type { Project } from '../profile';
import { parseRational, type Rational } from '../rational';
import { FormatError } from './format-error';
import { type PabulibVotes, VotesReader } from './pabulib-votes';
import { type Row, SeparatedRows } from './separated-rows';

/** A project with all that its file says of it. */
export interface PabulibProject extends Project {
  /** The columns besides `project_id`, `cost` and `name`, as they stand there. */
  fields: ReadonlyMap<string, string>;
}

/**
 * A participatory budget as a `.pb` file has it. Ballots that say the same are one, with the weight of them all; who
 * cast which, and what else the file says of voters, is not kept.
 */
export type Pabulib = PabulibVotes<PabulibProject> & {
  /** Every key in its order, as it stands there. */
  meta: ReadonlyMap<string, string>;
  budget: Rational;
};

type Section = 'META' | 'PROJECTS' | 'VOTES';
const order: readonly Section[] = ['META', 'PROJECTS', 'VOTES'];

/** Columns without which a section says nothing. */
const needed = { META: ['key', 'value'], PROJECTS: ['project_id', 'cost'], VOTES: ['vote'] } as const;

/**
 * Reads the Pabulib format (https://pabulib.org/format; Faliszewski, Flis, Peters, Pierczyński, Skowron, Stolicki, Szufa
 * and Talmon, "Participatory Budgeting: Data, Tools and Analysis", IJCAI 2023) from pieces of text of any length.
 * `choose-1` of older files is approval. A budget or cost may have a decimal comma. Where `num_projects` and `num_votes`
 * are given, as many must follow.
 *
 * @throws FormatError with line and column; nothing is returned of a file that is not whole
 */
export async function readPabulib(pieces: AsyncIterable<string> | Iterable<string>): Promise<Pabulib> {
  const reader = new PabulibReader();
  const rows = new SeparatedRows(';', (row) => reader.take(row));
  for await (const piece of pieces) rows.push(piece);
  rows.end();
  return reader.whole();
}

class PabulibReader {
  private section: Section | undefined;
  private header: string[] | undefined;
  private readonly last = { line: 1, column: 1 };
  private readonly meta = new Map<string, string>();
  private readonly projects: PabulibProject[] = [];
  private readonly places = new Map<string, number>();
  private budget: Rational | undefined;
  private votes: VotesReader | undefined;

  take(row: Row): void {
    for (const [index, field] of row.fields.entries()) row.fields[index] = field.trim();
    const [line = 1] = row.lines;
    const [column = 1] = row.columns;
    this.last.line = line;
    const title = sectionOf(row.fields);
    if (title) {
      this.begin(title, line, column);
    } else if (!this.section) {
      throw new FormatError('section_missing', line, column, { section: 'META' });
    } else if (!this.header) {
      this.takeHeader(this.section, row);
    } else if (this.section === 'META') {
      this.takeMeta(row);
    } else {
      this.hold(row);
      if (this.section === 'PROJECTS') this.takeProject(row);
      else this.votes?.take(row);
    }
  }

  whole(): Pabulib {
    const { meta, projects: options, budget, votes } = this;
    if (!budget || !votes || !this.header) {
      const section =
        order[this.section ? order.indexOf(this.section) + (this.header ? 1 : 0) : 0] ?? 'VOTES';
      throw new FormatError('section_missing', this.last.line, this.last.column, { section });
    }
    this.agree('num_votes', votes.count, this.last);
    const title = meta.get('description');
    return { meta, budget, ...votes.whole({ ...(title ? { title } : {}), options }) };
  }

  private begin(section: Section, line: number, column: number): void {
    const expected = order[this.section ? order.indexOf(this.section) + 1 : 0];
    if (section !== expected || (this.section && !this.header)) {
      throw new FormatError('section_out_of_place', line, column, { section });
    }
    if (section === 'PROJECTS') this.budget = this.budgetBefore(line, column);
    if (section === 'VOTES') {
      this.agree('num_projects', this.projects.length, { line, column });
      this.votes = new VotesReader(this.meta, this.places, line);
    }
    this.section = section;
    this.header = undefined;
  }

  private takeHeader(section: Section, { fields, lines: [line = 1], columns }: Row): void {
    while (fields.at(-1) === '') fields.pop();
    for (const [index, name] of fields.entries()) {
      const column = columns[index] ?? 1;
      if (fields.indexOf(name) < index) throw new FormatError('column_twice', line, column, { column: name });
    }
    const all = [...needed[section], ...(section === 'VOTES' && this.votes?.pointed ? ['points'] : [])];
    const missing = all.find((name) => !fields.includes(name));
    if (missing) throw new FormatError('column_missing', line, 1, { section, column: missing });
    this.header = fields;
    if (section === 'VOTES') this.votes?.begin(fields);
  }

  private takeMeta({ fields, lines: [line = 1], columns: [column = 1, second = 1] }: Row): void {
    const [key = '', ...values] = fields;
    if (this.meta.has(key)) throw new FormatError('key_twice', line, column, { key });
    if (values.length === 0)
      throw new FormatError('too_few_fields', line, column, { fields: 1, expected: 2 });
    while (values.length > 1 && values.at(-1) === '') values.pop();
    // A value may hold separators without being quoted: no other column could follow.
    this.meta.set(key, values.join(';'));
    if (key === 'budget') this.budget = amount(values[0] ?? '', key, line, second);
  }

  private takeProject({ fields, lines, columns }: Row): void {
    const { header = [] } = this;
    const at = (name: string) => header.indexOf(name);
    const place = (name: string) => [lines[at(name)] ?? 1, columns[at(name)] ?? 1] as const;
    const id = fields[at('project_id')] ?? '';
    if (id === '') throw new FormatError('empty_field', ...place('project_id'), { field: 'project_id' });
    if (this.places.has(id)) throw new FormatError('project_twice', ...place('project_id'), { project: id });
    const cost = amount(fields[at('cost')] ?? '', 'cost', ...place('cost'));
    const others = header.flatMap((name, index) =>
      ['project_id', 'cost', 'name'].includes(name) ? [] : [[name, fields[index] ?? ''] as const],
    );
    this.places.set(id, this.projects.length);
    this.projects.push({ id, name: fields[at('name')] || id, cost, fields: new Map(others) });
  }

  /** Holds a row to the width of its table. */
  private hold({ fields, lines, columns }: Row): void {
    const expected = this.header?.length ?? 0;
    while (fields.length > expected && fields.at(-1) === '') fields.pop();
    if (fields.length === expected) return;
    const at = Math.min(fields.length, expected + 1) - 1;
    const code = fields.length < expected ? 'too_few_fields' : 'too_many_fields';
    throw new FormatError(code, lines[at] ?? 1, columns[at] ?? 1, { fields: fields.length, expected });
  }

  private budgetBefore(line: number, column: number): Rational {
    for (const key of ['budget', 'vote_type']) {
      if (!this.meta.has(key)) throw new FormatError('key_missing', line, column, { key });
    }
    return this.budget as Rational;
  }

  private agree(key: string, found: number, { line, column }: { line: number; column: number }): void {
    const said = this.meta.get(key);
    if (said === undefined || said === '' || Number(said) === found) return;
    throw new FormatError('number_differs', line, column, { key, said, found });
  }
}

function sectionOf([title = '', ...others]: readonly string[]): Section | undefined {
  const section = order.find((each) => each === title.toUpperCase());
  return others.every((each) => each === '') ? section : undefined;
}

function amount(text: string, field: string, line: number, column: number): Rational {
  const parsed = parseRational(text.replace(',', '.'));
  if (!parsed) throw new FormatError('not_a_number', line, column, { field, text });
  if (parsed.n < 0n) throw new FormatError('number_negative', line, column, { field, text });
  return parsed;
}
