import { Injectable } from '@nestjs/common';
import type { Locale } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/http/caller';
import { documentOf } from './export.document';
import { PersonalRegister, type Section } from './personal-things';
import { PrivacyRepository, type Row } from './privacy.repository';

/** A section and its rows, which are read while they are written. */
export interface Told {
  section: Section;
  rows: AsyncIterable<Row>;
}

/** Everything about one person, as a file that is written piece by piece. */
@Injectable()
export class ExportService {
  constructor(
    private readonly repository: PrivacyRepository,
    private readonly register: PersonalRegister,
    private readonly clock: Clock,
  ) {}

  /** All that one section tells of a person. */
  async section(name: Section['name'], accountId: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (const section of this.register.sections.filter((each) => each.name === name))
      for await (const row of this.repository.read(section, accountId)) rows.push(row);
    return rows;
  }

  /** @param language of the readable file; the person's own unless it is said. */
  async file({ town, person }: Caller, format: 'json' | 'html', language = person.language as Locale) {
    const now = this.clock.now();
    const told = this.register.sections.map(
      (section): Told => ({ section, rows: this.repository.read(section, person.id) }),
    );
    return {
      name: `zbor-${town.slug}-${now.toISOString().slice(0, 10)}.${format}`,
      parts: format === 'json' ? jsonOf(told) : await documentOf(told, town, now, language),
    };
  }
}

async function* jsonOf(told: Told[]): AsyncGenerator<string> {
  yield '{';
  for (const [place, { section, rows }] of told.entries()) {
    yield `${place > 0 ? ',' : ''}\n${JSON.stringify(section.name)}: [`;
    let between = '\n';
    for await (const row of rows) {
      yield between + JSON.stringify(row);
      between = ',\n';
    }
    yield ']';
  }
  yield '\n}\n';
}
