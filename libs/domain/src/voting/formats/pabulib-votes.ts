import type { ApprovalBallot, Option, PointsBallot, Profile, RankedBallot } from '../profile';
import { parseRational } from '../rational';
import { FormatError } from './format-error';
import type { Row } from './separated-rows';

/** Ballots of each kind that the format knows. */
export type PabulibVotes<Choice extends Option> =
  | { voteType: 'approval'; profile: Profile<ApprovalBallot, Choice> }
  | { voteType: 'ordinal'; profile: Profile<RankedBallot, Choice> }
  | {
      voteType: 'cumulative' | 'scoring';
      profile: Profile<PointsBallot, Choice>;
      /** Points of ballots are whole: this many of them, a power of ten, are one point of the file. */
      pointUnit: number;
    };

type VoteType = PabulibVotes<Option>['voteType'];

const voteTypes: Readonly<Record<string, VoteType>> = {
  approval: 'approval',
  'choose-1': 'approval',
  ordinal: 'ordinal',
  cumulative: 'cumulative',
  scoring: 'scoring',
};

export const voteTypeOf = (meta: ReadonlyMap<string, string>) =>
  voteTypes[(meta.get('vote_type') ?? '').toLowerCase()];

/** With more figures before and after the point, sums of points could be too large to be exact. */
const MOST_FIGURES = 9;

/** What a ballot says, and how many said it. */
interface Said {
  weight: number;
  options: readonly number[];
  /** Numerals: in which unit they are whole is known when the last was read. */
  points?: readonly string[];
}

/** Reads the rows of the section VOTES, and holds of them what ballots say and how many say it. */
export class VotesReader {
  readonly voteType: VoteType;
  readonly pointed: boolean;
  count = 0;
  private voteAt = 0;
  private pointsAt = 0;
  private decimals = 0;
  private figures = 1;
  private readonly said = new Map<string, Said>();
  /** What a project gets from a ballot of the type `scoring` that leaves it out. */
  private readonly unlisted: string | undefined;

  /** @throws FormatError unknown_vote_type, not_a_number, number_negative, in the line where the votes begin */
  constructor(
    meta: ReadonlyMap<string, string>,
    private readonly projects: ReadonlyMap<string, number>,
    line: number,
  ) {
    const voteType = voteTypeOf(meta);
    if (!voteType) throw new FormatError('unknown_vote_type', line, 1, { text: meta.get('vote_type') ?? '' });
    this.voteType = voteType;
    this.pointed = voteType === 'cumulative' || voteType === 'scoring';
    const score = voteType === 'scoring' && meta.get('default_score');
    const unlisted = score ? this.numeral(score, 'default_score', line, 1) : '0';
    this.unlisted = unlisted === '0' ? undefined : unlisted;
  }

  begin(header: readonly string[]): void {
    this.voteAt = header.indexOf('vote');
    this.pointsAt = header.indexOf('points');
  }

  take(row: Row): void {
    this.count++;
    const options = this.optionsOf(row);
    const points = this.pointed ? this.pointsOf(row) : undefined;
    if (points && points.length !== options.length) {
      const { lines, columns } = row;
      const found = { points: points.length, projects: options.length };
      throw new FormatError(
        'points_do_not_match',
        lines[this.pointsAt] ?? 1,
        columns[this.pointsAt] ?? 1,
        found,
      );
    }
    const ballot = this.inOrder(options, points);
    // One character for each project: short keys, since a file can have millions of them.
    const key = String.fromCharCode(...ballot.options) + (ballot.points?.join() ?? '');
    const same = this.said.get(key);
    if (same) same.weight++;
    else this.said.set(key, ballot);
  }

  whole<Choice extends Option>(of: { title?: string; options: readonly Choice[] }): PabulibVotes<Choice> {
    const { voteType, decimals } = this;
    const said = [...this.said.values()];
    this.said.clear();
    if (voteType === 'approval') {
      const ballots = said.map(({ weight, options }) => ({ weight, approved: options }));
      return { voteType, profile: { ...of, ballots } };
    }
    if (voteType === 'ordinal') {
      const ballots = said.map(({ weight, options }) => ({ weight, ranking: options }));
      return { voteType, profile: { ...of, ballots } };
    }
    const ballots = said.map(({ weight, options, points = [] }) => ({
      weight,
      options,
      points: points.map((numeral) => inUnits(numeral, decimals)),
    }));
    return { voteType, profile: { ...of, ballots }, pointUnit: 10 ** decimals };
  }

  private optionsOf({ fields, lines, columns }: Row): number[] {
    const text = fields[this.voteAt] ?? '';
    const options: number[] = [];
    if (text === '') return options;
    let column = columns[this.voteAt] ?? 1;
    for (const each of text.split(',')) {
      const project = each.trim();
      const option = this.projects.get(project);
      const code = option === undefined ? 'unknown_project' : 'project_twice';
      if (option !== undefined && !options.includes(option)) options.push(option);
      // To approve of something twice is to approve of it.
      else if (option === undefined || this.voteType !== 'approval') {
        throw new FormatError(code, lines[this.voteAt] ?? 1, column, { project });
      }
      column += each.length + 1;
    }
    return options;
  }

  private pointsOf({ fields, lines, columns }: Row): string[] {
    const text = fields[this.pointsAt] ?? '';
    if (text === '') return [];
    let column = columns[this.pointsAt] ?? 1;
    return text.split(',').map((each) => {
      const numeral = this.numeral(each.trim(), 'points', lines[this.pointsAt] ?? 1, column);
      column += each.length + 1;
      return numeral;
    });
  }

  /** A number of points, written one way only. */
  private numeral(text: string, field: string, line: number, column: number): string {
    const parsed = parseRational(text);
    if (!parsed) throw new FormatError('not_a_number', line, column, { field, text });
    if (parsed.n < 0n) throw new FormatError('number_negative', line, column, { field, text });
    const [whole = '', part = ''] = text.replace(/[+-]/, '').split('.');
    const figures = whole.replace(/^0+(?=\d)/, '') || '0';
    const decimals = part.replace(/0+$/, '');
    this.figures = Math.max(this.figures, figures.length);
    this.decimals = Math.max(this.decimals, decimals.length);
    if (this.figures + this.decimals > MOST_FIGURES) {
      throw new FormatError('too_many_figures', line, column, { field, text, most: MOST_FIGURES });
    }
    return decimals ? `${figures}.${decimals}` : figures;
  }

  /** Where order says nothing, projects stand in that of the file, so that equal ballots are found to be equal. */
  private inOrder(options: number[], points: readonly string[] | undefined): Said {
    if (this.voteType === 'ordinal') return { weight: 1, options: options.slice() };
    if (!points) return { weight: 1, options: options.sort((a, b) => a - b).slice() };
    const given = new Map(options.map((option, index) => [option, points[index] ?? '0']));
    if (this.unlisted !== undefined) {
      for (const option of this.projects.values()) if (!given.has(option)) given.set(option, this.unlisted);
    }
    const sorted = [...given].sort(([a], [b]) => a - b);
    return {
      weight: 1,
      options: sorted.map(([option]) => option),
      points: sorted.map(([, numeral]) => numeral),
    };
  }
}

function inUnits(numeral: string, decimals: number): number {
  const [whole = '', part = ''] = numeral.split('.');
  return Number(whole + part.padEnd(decimals, '0'));
}
