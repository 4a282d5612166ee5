import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeReference } from '@zbor/testing';
import fc from 'fast-check';
import type { Option } from '../profile';
import { fraction, rational } from '../rational';
import { supportOf } from '../support';
import { FormatError } from './format-error';
import { type Pabulib, readPabulib } from './pabulib';
import type { PabulibVotes } from './pabulib-votes';
import { writePabulib } from './pabulib-writer';

/** As https://pabulib.org/format has it, with blanks after the separators. */
const wieliczka = `META
key; value
description; Municipal PB in Wieliczka
country; Poland
num_projects; 3
num_votes; 4
budget; 2500
vote_type; approval
rule; greedy
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
4; 1400.50; culture
VOTES
voter_id; age; sex; vote
1; 34; f; 1,2,4
2; 51; m; 1,2
3; 23; m; 2, 1
4; 19; f;
`;

const file = (
  votes: readonly string[],
  { type = 'approval', meta = '', header = 'voter_id;vote', projects = ['1;600', '2;800', '4;1400'] } = {},
) =>
  [
    `META\nkey;value\nbudget;2500\nvote_type;${type}${meta}`,
    `PROJECTS\nproject_id;cost\n${projects.join('\n')}`,
    `VOTES\n${header}`,
    ...votes,
  ].join('\n');

const pointed = { type: 'cumulative', header: 'voter_id;vote;points' };

const failure = async (text: string) => {
  try {
    await readPabulib([text]);
  } catch (thrown) {
    if (thrown instanceof FormatError) return `${thrown.line}:${thrown.column} ${thrown.code}`;
    throw thrown;
  }
  return 'read';
};

describe('a Pabulib file', () => {
  it('is read with all keys and columns, and with ballots of the same once', async () => {
    const { meta, budget, profile, voteType } = await readPabulib([wieliczka]);
    expect([...meta]).toEqual([
      ['description', 'Municipal PB in Wieliczka'],
      ['country', 'Poland'],
      ['num_projects', '3'],
      ['num_votes', '4'],
      ['budget', '2500'],
      ['vote_type', 'approval'],
      ['rule', 'greedy'],
    ]);
    expect(fraction(budget)).toBe('2500');
    expect(voteType).toBe('approval');
    expect(profile.title).toBe('Municipal PB in Wieliczka');
    expect(profile.options[2]).toEqual({
      id: '4',
      name: '4',
      cost: rational(2801, 2),
      fields: new Map([['category', 'culture']]),
    });
    expect(profile.ballots).toEqual([
      { weight: 1, approved: [0, 1, 2] },
      { weight: 2, approved: [0, 1] },
      { weight: 1, approved: [] },
    ]);
  });

  it('can hold separators, quotes and line breaks in quoted fields, CRLF, a byte order mark, empty lines and none last', async () => {
    const text =
      '\ufeffMETA\r\nkey;value\r\ndescription;"a ""b""; c"\r\nbudget;2500,5\r\nvote_type;approval\r\n\r\n' +
      'PROJECTS\r\nproject_id;cost;name\r\n1;600;"two\r\nlines; one ""name"""\r\n2;7;a "bare" quote\r\nVOTES;;\r\nvote\r\n"1,2"';
    const { meta, budget, profile } = await readPabulib([text]);
    expect(meta.get('description')).toBe('a "b"; c');
    expect(fraction(budget)).toBe('5001/2');
    expect(profile.options.map(({ name }) => name)).toEqual(['two\r\nlines; one "name"', 'a "bare" quote']);
    expect(profile.ballots).toEqual([{ weight: 1, approved: [0, 1] }]);
  });

  it('reads ranks, points and scores, and decimals of them exactly', async () => {
    const ordinal = await readPabulib([file(['1;4,1', '2;1,4', '3;4,1'], { type: 'ordinal' })]);
    expect(ordinal.profile.ballots).toEqual([
      { weight: 2, ranking: [2, 0] },
      { weight: 1, ranking: [0, 2] },
    ]);
    const cumulative = await readPabulib([file(['1;4,1;3,2', '2;1,4;2,3.0', '3;;'], pointed)]);
    expect(cumulative).toMatchObject({ pointUnit: 1 });
    expect(cumulative.profile.ballots).toEqual([
      { weight: 2, options: [0, 2], points: [2, 3] },
      { weight: 1, options: [], points: [] },
    ]);
    const decimals = await readPabulib([file(['1;1;0.1', '2;2;.25', '3;4;3'], pointed)]);
    expect(decimals).toMatchObject({ pointUnit: 100 });
    expect(decimals.profile.ballots).toMatchObject([{ points: [10] }, { points: [25] }, { points: [300] }]);
    const scoring = { ...pointed, type: 'scoring', meta: '\ndefault_score;1' };
    expect((await readPabulib([file(['1;4;5'], scoring)])).profile.ballots).toEqual([
      { weight: 1, options: [0, 1, 2], points: [1, 1, 5] },
    ]);
  });

  it.each<[string, string, string]>([
    ['an empty file', '', '1:1 section_missing'],
    ['a BLT file', '3 2\n1 1 0\n', '1:1 section_missing'],
    ['a binary file', 'META\nkey;value\n\u0000\u0001', '3:1 not_text'],
    ['a file that is no UTF-8', 'META\nkey;va\ufffdue', '2:7 not_text'],
    ['a page', '<!doctype html>\n<p>Not found', '1:1 section_missing'],
    ['sections in another order', 'PROJECTS\nproject_id;cost', '1:1 section_out_of_place'],
    ['a section twice', `${file([])}\nVOTES\nvote`, '12:1 section_out_of_place'],
    ['a section without header', 'META\nPROJECTS\n', '2:1 section_out_of_place'],
    ['a file that ends after its projects', file([]).split('VOTES')[0] ?? '', '9:1 section_missing'],
    ['a file that ends before votes begin', 'META\nkey;value\nbudget;5', '3:1 section_missing'],
    [
      'a file that ends with the title of its votes',
      file([]).replace('\nvoter_id;vote', ''),
      '10:1 section_missing',
    ],
    ['a file without budget', file([]).replace('budget', 'bucket'), '5:1 key_missing'],
    ['a file without type', file([]).replace('vote_type', 'type'), '5:1 key_missing'],
    ['a type that nobody knows', file([], { type: 'guess' }), '10:1 unknown_vote_type'],
    ['a key twice', file([], { meta: '\nbudget;3' }), '5:1 key_twice'],
    ['a key without value', 'META\nkey;value\nbudget\n', '3:1 too_few_fields'],
    ['a budget in words', file([]).replace('2500', 'much'), '3:8 not_a_number'],
    ['a budget with thousands', file([]).replace('2500', '2,500,000'), '3:8 not_a_number'],
    ['a debt', file([]).replace('2500', '-1'), '3:8 number_negative'],
    ['a cost in words', file([], { projects: ['1;', '2;3'] }), '7:3 not_a_number'],
    ['a cost below 0', file([], { projects: ['1;-3'] }), '7:3 number_negative'],
    ['a project twice', file([], { projects: ['1;3', ' 1;3'] }), '8:1 project_twice'],
    ['a project without id', file([], { projects: [';3'] }), '7:1 empty_field'],
    ['a row that is cut off', file([], { projects: ['1;3', '2'] }), '8:1 too_few_fields'],
    ['a row that is too long', file([], { projects: ['1;3;4'] }), '7:5 too_many_fields'],
    ['projects without cost', file([]).replace('cost', 'price'), '6:1 column_missing'],
    ['a column twice', file([], { header: 'vote;x;vote' }), '11:8 column_twice'],
    ['votes without votes', file([], { header: 'voter_id;choice' }), '11:1 column_missing'],
    ['points without points', file([], { type: 'scoring' }), '11:1 column_missing'],
    ['a vote for a stranger', file(['7;1,2,3']), '12:7 unknown_project'],
    ['a rank for two', file(['7;1,2,1'], { type: 'ordinal' }), '12:7 project_twice'],
    ['more projects than points', file(['7;1,2;3'], pointed), '12:7 points_do_not_match'],
    ['points in words', file(['7;1,2;3,x'], pointed), '12:9 not_a_number'],
    ['points below 0', file(['7;1,2;3,-1'], pointed), '12:9 number_negative'],
    ['points too fine to count', file(['7;1,2;1234,.123456'], pointed), '12:12 too_many_figures'],
    ['a quote that never ends', file(['7;"1,2\n8;1\n']), '12:3 unclosed_quote'],
    ['text after a quote', file(['7;"1"2']), '12:6 text_after_quote'],
    ['fewer votes than it says', file(['1;1'], { meta: '\nnum_votes;2' }), '13:1 number_differs'],
    ['more projects than it says', file(['1;1'], { meta: '\nnum_projects;2' }), '11:1 number_differs'],
  ])('is refused with line and column: %s', async (_, text, expected) => {
    expect(await failure(text)).toBe(expected);
  });

  it('takes a project that is approved twice as approved, and an older name for approval', async () => {
    expect((await readPabulib([file(['1;2,2'])])).profile.ballots).toEqual([{ weight: 1, approved: [1] }]);
    expect(await readPabulib([file(['1;2'], { type: 'choose-1' })])).toMatchObject({ voteType: 'approval' });
  });

  it('is read the same in whatever pieces it comes', async () => {
    const text = file(['1;"1,2"', '2;4', '"3";"4"'], {
      meta: '\r\ndescription;"a;\r\n""b"""',
      projects: ['1;600', '2;"800"', '4;1400'],
    });
    const whole = await readPabulib([text]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, at) => text.slice(places[at], end));
        expect(await readPabulib(pieces)).toEqual(whole);
      }),
    );
  });

  it('is refused at the same place in whatever pieces it comes, and never half read', async () => {
    const text = file(['1;1', '2;"2\n,4";x'], { meta: '\r\nnum_votes;3' });
    const expected = await failure(text);
    expect(expected).toBe('15:5 too_many_fields');
    for (let end = 0; end < text.length; end++) expect(await failure(text.slice(0, end))).not.toBe('read');
  });

  it('is written as it is read', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (written) => {
        expect(await readPabulib(writePabulib(written))).toEqual(written);
      }),
    );
  });

  it('cannot be written with what the format has no words for', async () => {
    const read = await readPabulib([file(['1;1'], { type: 'ordinal' })]);
    const [option] = read.profile.options;
    if (read.voteType !== 'ordinal' || !option) throw new Error();
    const write = (changed: Partial<Pabulib>) => [...writePabulib({ ...read, ...changed } as Pabulib)];
    const { profile } = read;
    expect(() => write({ profile: { ...profile, ballots: [{ weight: 1, ranking: [[0, 1]] }] } })).toThrow(
      RangeError,
    );
    expect(() => write({ profile: { ...profile, options: [{ ...option, id: 'a,b' }] } })).toThrow(RangeError);
    expect(() => write({ budget: rational(1, 3) })).toThrow(RangeError);
  });
});

/** Texts that are hard to write, without blanks at their ends, which mean nothing in the format. */
const texts = fc
  .string({ unit: fc.constantFrom('a', 'ž', ';', '"', ',', '\n', '\r\n', ' ', '1', '🙂') })
  .map((text) => text.trim());
const ids = texts.map((text) => `${text.replaceAll(',', '')}x`.trim());
const amounts = fc.tuple(fc.nat(1e9), fc.nat(4)).map(([n, places]) => rational(n, 10 ** places));

const projects = fc.uniqueArray(ids, { minLength: 1, maxLength: 5 }).chain((all) =>
  fc.tuple(
    ...all.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: texts.map((name) => name || id),
        cost: amounts,
        fields: texts.map((category) => new Map([['category', category]])),
      }),
    ),
  ),
);

/** Ballots of which no two say the same. */
const ballotsOf = <Ballot extends object>(ballots: fc.Arbitrary<Ballot>) =>
  fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 4 }), ballots).map(([weight, ballot]) => ({ weight, ...ballot })),
    { selector: ({ weight: _, ...ballot }) => JSON.stringify(ballot), maxLength: 6 },
  );

/** The votes of a file, by the places of its projects. */
const votes = (places: readonly number[]): fc.Arbitrary<PabulibVotes<Option>> => {
  const chosen = fc.subarray([...places]);
  const approving = ballotsOf(chosen.map((approved) => ({ approved })));
  const ranking = ballotsOf(fc.shuffledSubarray([...places]).map((ranking) => ({ ranking })));
  const hundredths = (length: number) => fc.array(fc.nat(9999), { minLength: length, maxLength: length });
  const pointed = ballotsOf(
    chosen.chain((options) => hundredths(options.length).map((points) => ({ options, points }))),
  );
  return fc.oneof(
    approving.map((ballots) => ({ voteType: 'approval' as const, profile: { options: [], ballots } })),
    ranking.map((ballots) => ({ voteType: 'ordinal' as const, profile: { options: [], ballots } })),
    fc.tuple(fc.constantFrom('cumulative', 'scoring'), pointed).map(([voteType, ballots]) => {
      const all = ballots.flatMap(({ points }) => points);
      // The largest unit in which all points are whole.
      const pointUnit = [1, 10].find((unit) => all.every((each) => (each * unit) % 100 === 0)) ?? 100;
      const inUnits = ballots.map(({ points, ...ballot }) => ({
        ...ballot,
        points: points.map((each) => (each * pointUnit) / 100),
      }));
      return { voteType, pointUnit, profile: { options: [], ballots: inUnits } };
    }),
  );
};

const files: fc.Arbitrary<Pabulib> = projects.chain((options) =>
  fc.tuple(amounts, texts, votes([...options.keys()])).map(([budget, description, said]): Pabulib => {
    const ballots: readonly { weight: number }[] = said.profile.ballots;
    const meta = new Map([
      ['description', description],
      ['budget', `${Number(budget.n) / Number(budget.d)}`],
      ['vote_type', said.voteType],
      ['num_projects', `${options.length}`],
      ['num_votes', `${ballots.reduce((sum, { weight }) => sum + weight, 0)}`],
    ]);
    const of = { options, ...(description ? { title: description } : {}) };
    if (said.voteType === 'approval') return { ...said, meta, budget, profile: { ...said.profile, ...of } };
    if (said.voteType === 'ordinal') return { ...said, meta, budget, profile: { ...said.profile, ...of } };
    return { ...said, meta, budget, profile: { ...said.profile, ...of } };
  }),
);

describeReference('pb/instances', 'files of Pabulib', (folder) => {
  it.each(readdirSync(folder))(
    '%s is read, agrees with its own sums, and is written as it is read',
    async (name) => {
      const read = await readPabulib(createReadStream(join(folder, name), 'utf8'));
      const votes = supportOf(read.profile, 'votes').map(({ score }) => `${score}`);
      expect(read.profile.options.map(({ fields }) => fields.get('votes'))).toEqual(votes);
      if (read.voteType === 'cumulative') {
        const points = supportOf(read.profile, 'points').map(({ score }) => `${score}`);
        expect(read.profile.options.map(({ fields }) => fields.get('score'))).toEqual(points);
      }
      expect(await readPabulib(writePabulib(read))).toEqual(read);
    },
  );
});
