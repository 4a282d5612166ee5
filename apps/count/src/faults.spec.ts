import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BallotFile,
  type BallotFormat,
  ballotFormats,
  CountRefused,
  countBallots,
  FormatError,
  rational,
  Senseless,
  type Wishes,
} from '@zbor/domain';
import { readArguments } from './arguments';
import { readBallots } from './ballots';
import { Refused } from './refused';
import { faultsOf } from './testing/sentences';

const domain = join(__dirname, '../../../libs/domain/src/voting');

/** What stands in the sources of this folder, besides specs. */
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('testing'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const codesIn = (source: string, pattern: RegExp) =>
  new Set([...source.matchAll(pattern)].map(([, code = '']) => code));

/** The error by which this ends. */
async function thrownBy(act: () => unknown): Promise<Error> {
  try {
    await act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}

/** Every whole ballot of two candidates, and what comes after. */
const blt = (rest: string) => `2 1\n1 1 0\n0\n${rest}`;
const pb = (meta: string, projects = 'p;5', votes = '1;p', fields = 'voter_id;vote') =>
  `META\nkey;value\nbudget;9\n${meta}\nPROJECTS\nproject_id;cost\n${projects}\nVOTES\n${fields}\n${votes}\n`;
const whole = '{"kind":"ranked","options":[],"ballots":[]}';

const broken: [BallotFormat, string, string][] = [
  ['blt', 'ballot_id_missing', '2 1\n(a) 1 0\n1 2 0\n'],
  ['blt', 'ballot_id_not_ended', '2 1\n(a 1 0\n'],
  ['blt', 'ballot_id_twice', '2 1\n(a) 1 0\n(a) 2 0\n'],
  ['blt', 'ballot_not_ended', '2 1\n1 1 0\n1 2\n'],
  ['blt', 'candidate_out_of_range', '2 1\n1 3 0\n'],
  ['blt', 'candidate_twice', '2 1\n1 1 1 0\n'],
  ['blt', 'candidate_unknown', '2 1\n1 x 0\n'],
  ['blt', 'character_not_text', blt('"A\u0001"\n')],
  ['blt', 'header_missing', ''],
  ['blt', 'names_left_over', blt('"A"\n"B"\n"C"\n"D"\n')],
  ['blt', 'names_missing', blt('"A"\n')],
  ['blt', 'no_candidates', '0 1\n'],
  ['blt', 'no_seats', '2 0\n'],
  ['blt', 'number_expected', 'x 1\n'],
  ['blt', 'number_too_large', '99999999999999999999 1\n'],
  ['blt', 'option_incomplete', '2 1\n[nick a]\n'],
  ['blt', 'option_not_ended', '2 1\n[nick a b\n'],
  ['blt', 'option_unknown', '2 1\n[foo]\n'],
  ['blt', 'quote_not_closed', blt('"A\n')],
  ['blt', 'rank_empty', '2 1\n1 1= 0\n'],
  ['blt', 'text_after_end', blt('').replace('0\n0\n', '0\n0 x\n')],
  ['blt', 'text_after_quote', blt('"A"x\n')],
  ['blt', 'text_after_title', blt('A\nB\nC\nD\n')],
  ['blt', 'too_many_candidates', '70000 1\n'],
  ['blt', 'weights_too_large', `2 1\n${2 ** 53 - 1} 1 0\n1 1 0\n`],
  ['csv', 'amount_expected', 'option,ranking,cost\nA,,x\n'],
  ['csv', 'ballot_column_missing', 'weight\n'],
  ['csv', 'ballot_columns_rival', 'ranking,points\n'],
  ['csv', 'candidate_repeated', 'option,list,preferred\nL,,\nx,L,\n,L,x|x\n'],
  ['csv', 'candidate_twice', 'option,list\nL,\nx,L\nx,L\n'],
  ['csv', 'candidate_unknown', 'list,preferred\nL,x\n'],
  ['csv', 'column_twice', 'ranking,ranking\n'],
  ['csv', 'column_unknown', 'foo\n'],
  ['csv', 'field_beyond_columns', 'ranking\nA,B\n'],
  ['csv', 'field_unexpected', 'option,ranking\nA,B\n'],
  ['csv', 'header_missing', ''],
  ['csv', 'id_missing', 'ranking\nA>>B\n'],
  ['csv', 'not_text', 'ranking\nA\0\n'],
  ['csv', 'number_too_large', 'points\nA: 99999999999999999999\n'],
  ['csv', 'option_after_ballots', 'option,ranking\nA,\n,A\nB,\n'],
  ['csv', 'option_repeated', 'ranking\nA>A\n'],
  ['csv', 'option_twice', 'option,ranking\nA,\nA,\n'],
  ['csv', 'option_unknown', 'option,ranking\nA,\n,B\n'],
  ['csv', 'points_missing', 'points\nA\n'],
  ['csv', 'points_too_large', `points,weight\nA: ${2 ** 53 - 1},2\n`],
  ['csv', 'text_after_quote', 'ranking\n"A"x\n'],
  ['csv', 'unclosed_quote', 'ranking\n"A\n'],
  ['csv', 'weight_missing', 'ranking,weight\nA,\n'],
  ['csv', 'weights_too_large', `ranking,weight\nA,${2 ** 53 - 1}\nA,1\n`],
  ['csv', 'whole_number_expected', 'points\nA: x\n'],
  ['csv', 'yes_or_no_expected', 'option,ranking,withdrawn\nA,,maybe\n'],
  ['json', 'amount_expected', '{"budget":"x"}'],
  ['json', 'array_expected', '{"options":1}'],
  ['json', 'boolean_expected', '{"options":[{"id":"A","withdrawn":1}]}'],
  ['json', 'candidate_twice', '{"options":[{"id":"A","candidates":[{"id":"x"},{"id":"x"}]}]}'],
  ['json', 'id_missing', '{"options":[{"id":""}]}'],
  ['json', 'json_invalid', '{"kind" "x"}'],
  ['json', 'json_invalid', '{"ballots":x}'],
  ['json', 'key_missing', '{}'],
  ['json', 'key_twice', '{"title":"a","title":"b"}'],
  ['json', 'key_unknown', '{"x":1}'],
  ['json', 'kind_unknown', '{"kind":"x"}'],
  ['json', 'number_too_large', '{"seats":99999999999999999999}'],
  ['json', 'object_expected', '[]'],
  ['json', 'option_twice', '{"options":[{"id":"A"},{"id":"A"}]}'],
  ['json', 'string_expected', '{"title":1}'],
  ['json', 'string_invalid', '{"title":"\\x"}'],
  ['json', 'string_not_ended', '{"title":"'],
  ['json', 'text_after_end', `${whole}x`],
  ['json', 'too_deep', `{"ballots":${'['.repeat(60)}`],
  ['json', 'whole_number_expected', '{"seats":"x"}'],
  ['pb', 'column_missing', 'META\nkey\n'],
  ['pb', 'column_twice', 'META\nkey;value;key\n'],
  ['pb', 'empty_field', pb('vote_type;approval', ';5')],
  ['pb', 'key_missing', pb('x;y')],
  ['pb', 'key_twice', pb('budget;7')],
  ['pb', 'not_a_number', pb('vote_type;approval', 'p;x')],
  ['pb', 'number_differs', pb('vote_type;approval\nnum_votes;7')],
  ['pb', 'number_negative', pb('vote_type;approval', 'p;-5')],
  ['pb', 'points_do_not_match', pb('vote_type;scoring', 'p;5', '1;p;1,2', 'voter_id;vote;points')],
  ['pb', 'project_twice', pb('vote_type;approval', 'p;5\np;6')],
  ['pb', 'section_missing', 'x\n'],
  ['pb', 'section_out_of_place', 'VOTES\n'],
  ['pb', 'too_few_fields', pb('vote_type;approval', 'p')],
  ['pb', 'too_many_fields', pb('vote_type;approval', 'p;5;6')],
  ['pb', 'too_many_figures', pb('vote_type;scoring', 'p;5', '1;p;1.23456789012', 'voter_id;vote;points')],
  ['pb', 'unknown_project', pb('vote_type;approval', 'p;5', '1;q')],
  ['pb', 'unknown_vote_type', pb('vote_type;shouting')],
];

/** What one reader tells besides and the others do not, so that no sentence says it. */
const unsaid: Record<string, string> = {
  candidate_twice: 'candidate',
  json_invalid: 'expected',
  number_too_large: 'most',
};

describe('what is said of a file that is not right', () => {
  it.each(broken)('%s: %s', async (format, code, text) => {
    const error = await thrownBy(() => ballotFormats[format]([text]));
    expect(error).toMatchObject({ name: 'FormatError', code });
    const values = Object.keys((error as FormatError).params).filter((name) => name !== unsaid[code]);
    expect(faultsOf(`format.${code}`, values)).toEqual([]);
  });

  it('is there for every reason that a reader has', () => {
    const source = sourcesIn(join(domain, 'formats'));
    const others = ['num_votes', 'num_projects', 'project_id', 'vote_type', 'default_score', 'voter_id'];
    const codes = [...codesIn(source, /'([a-z]+(?:_[a-z]+)+)'/g)].filter((code) => !others.includes(code));
    expect(codes.filter((code) => !broken.some(([, known]) => known === code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(50);
  });
});

const named = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const ranked: BallotFile = {
  kind: 'ranked',
  profile: { options: named('A', 'B'), ballots: [{ weight: 1, ranking: [0] }] },
};
const motion: BallotFile = {
  kind: 'approval',
  profile: { options: named('yes', 'no'), ballots: [{ weight: 5, approved: [0] }] },
};
const half: BallotFile = {
  kind: 'points',
  profile: {
    options: named('A').map((option) => ({ ...option, cost: rational(1) })),
    ballots: [{ weight: 1, options: [0], points: [0.5] }],
  },
};
/** Each voter has a candidate of his own, so that all groups are equally good. */
const alone: BallotFile = {
  kind: 'approval',
  profile: {
    options: named(...Array.from({ length: 17 }, (_, at) => `o${at}`)),
    ballots: Array.from({ length: 17 }, (_, at) => ({ weight: 1, approved: [at] })),
  },
};
const crowd: BallotFile = {
  kind: 'ranked',
  profile: { options: named('A', 'B'), ballots: [{ weight: 2 ** 52, ranking: [0] }] },
};

const asked = (...argv: string[]) => readArguments(argv);
const counted = (
  file: BallotFile,
  method: string,
  settings: Wishes['settings'] = {},
  more: Partial<Wishes> = {},
) =>
  countBallots(file, method, { seats: 1, budget: rational(1), ties: { kind: 'order' }, settings, ...more });

const refusals: [string, () => unknown][] = [
  ['one_file', () => asked()],
  ['no_method', () => asked('a.blt')],
  ['argument', () => asked('a.blt', '--loud')],
  ['format', () => asked('a.blt', '--method', 'irv', '--format', 'xml')],
  ['seats', () => asked('a.blt', '--method', 'irv', '--seats', '0')],
  ['budget', () => asked('a.blt', '--method', 'irv', '--budget', 'much')],
  ['setting', () => asked('a.blt', '--method', 'irv', '--option', 'strength')],
  ['ties', () => asked('a.blt', '--method', 'irv', '--ties', 'dice')],
  ['no_file', () => readBallots('nowhere.blt', undefined)],
  ['no_reading', () => readBallots(`${'x'.repeat(5000)}.blt`, undefined)],
  ['method_unknown', () => counted(ranked, 'magic')],
  ['setting_unknown', () => counted(ranked, 'schulze', { completion: 'add1' })],
  ['settings_none', () => counted(motion, 'approval', { completion: 'add1' })],
  ['setting_value', () => counted(ranked, 'schulze', { strength: 'great' })],
  ['seats_missing', () => counted(ranked, 'scottish-stv', {}, { seats: undefined })],
  ['budget_missing', () => counted(half, 'greedy', {}, { budget: undefined })],
  ['ballots_differ', () => counted(ranked, 'approval')],
  ['cost_missing', () => counted(ranked, 'greedy')],
  ['answer_missing', () => counted(ranked, 'majority')],
  ['present_below_cast', () => counted(motion, 'majority', { present: '1' })],
  ['entitled_below_present', () => counted(motion, 'majority', { entitled: '1' })],
  ['entitled_missing', () => counted(motion, 'majority', { quorum: '0.5' })],
  ['increment_too_small', () => counted(half, 'equal-shares', { increment: '0' })],
  ['points_not_whole', () => counted(half, 'equal-shares', { satisfaction: 'points' })],
  ['people_above_limit', () => counted(crowd, 'meek-stv')],
  ['committees_above_limit', () => counted(alone, 'pav', {}, { seats: 8 })],
  // A search that takes too long takes long to test.
  ['search_too_long', () => Promise.reject(new Senseless('search_too_long', ''))],
];

describe('what is said where nothing can be counted', () => {
  it.each(refusals)('%s', async (code, act) => {
    const error = await thrownBy(act);
    expect(error).toMatchObject({ code });
    const { params } = error as Refused | CountRefused | Senseless;
    expect(faultsOf(`refused.${code}`, Object.keys(params))).toEqual([]);
  });

  it('is there for every reason', () => {
    const source = sourcesIn(domain) + sourcesIn(__dirname);
    const codes = codesIn(source, /(?:Refused|Senseless)\(\s*(?:[^()']*\? )?'([a-z_]+)'/g);
    for (const code of [...codesIn(source, /super\(\s*'([a-z_]+)'/g), 'no_reading']) codes.add(code);
    expect([...codes].filter((code) => !refusals.some(([known]) => known === code))).toEqual([]);
    expect(codes.size).toBe(refusals.length);
  });
});
