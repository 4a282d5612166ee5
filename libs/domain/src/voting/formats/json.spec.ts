import fc from 'fast-check';
import { fraction, rational } from '../rational';
import { ballotFiles, cut } from '../testing/ballot-files';
import type { BallotFile } from './ballot-file';
import { FormatError } from './format-error';
import { readJson } from './json';
import { writeJson } from './json-writer';

const read = (value: unknown) => readJson([JSON.stringify(value)]);
const options = [{ id: 'A' }, { id: 'B', name: 'Bea' }, { id: 'C' }];

describe('a JSON file of ballots', () => {
  it('holds rankings, and equal ballots are one', async () => {
    const ballots = [
      { weight: 12, ranking: ['A', ['B', 'C']] },
      { ranking: ['A', ['C', 'B']] },
      { ranking: [['B'], []] },
      { weight: 0, ranking: [] },
    ];
    expect(await read({ kind: 'ranked', title: 'Council', seats: 2, options, ballots })).toEqual({
      kind: 'ranked',
      seats: 2,
      profile: {
        title: 'Council',
        options: [
          { id: 'A', name: 'A' },
          { id: 'B', name: 'Bea' },
          { id: 'C', name: 'C' },
        ],
        ballots: [
          { weight: 13, ranking: [0, [1, 2]] },
          { weight: 1, ranking: [1] },
          { weight: 0, ranking: [] },
        ],
      },
    });
  });

  it('holds approvals and exact amounts', async () => {
    const text = `{"kind": "approval", "budget": 0.1, "options": [{"id": "A", "cost": "33.33"}, {"id": "B", "cost": 7}],
      "ballots": [{"approved": ["B", "A"]}]}`;
    const { budget, profile } = (await readJson([text])) as BallotFile & { budget: typeof rational };
    expect(budget).toEqual(rational(1, 10));
    expect(profile.options.map(({ cost = rational(0) }) => fraction(cost))).toEqual(['3333/100', '7']);
    expect(profile.ballots).toEqual([{ weight: 1, approved: [0, 1] }]);
  });

  it('holds points, also of options that are called as objects have it', async () => {
    const text =
      '{"kind":"points","options":[{"id":"__proto__"},{"id":"7"}],"ballots":[{"points":{"__proto__":3,"7":1}}]}';
    const { profile } = await readJson([text]);
    expect(profile.ballots).toEqual([{ weight: 1, options: [0, 1], points: [3, 1] }]);
  });

  it('holds votes for lists and their candidates', async () => {
    const lists = [{ id: 'G', candidates: [{ id: 'g1', withdrawn: true }, { id: 'g2' }] }];
    const ballots = [{ weight: 2, list: 'G', preferred: ['g2'] }, { list: 'G' }, { list: null }];
    expect(await read({ kind: 'list', options: lists, ballots })).toEqual({
      kind: 'list',
      profile: {
        options: [
          {
            id: 'G',
            name: 'G',
            candidates: [
              { id: 'g1', name: 'g1', withdrawn: true },
              { id: 'g2', name: 'g2' },
            ],
          },
        ],
        ballots: [
          { weight: 2, list: 0, preferred: [1] },
          { weight: 1, list: 0 },
          { weight: 1, list: null },
        ],
      },
    });
  });

  it('may hold many ballots', async () => {
    const ballots = Array.from({ length: 1000 }, () => ({ approved: ['A'] }));
    const { profile } = await read({ kind: 'approval', options, ballots });
    expect(profile.ballots).toEqual([{ weight: 1000, approved: [0] }]);
  });

  it('may have its keys in any order', async () => {
    const { profile } = await read({ ballots: [{ approved: ['C'] }], kind: 'approval', options });
    expect(profile.ballots).toEqual([{ weight: 1, approved: [2] }]);
  });

  it('is read as what was written, whatever the options are called and however the text is cut', async () => {
    const more = fc.record(
      { seats: fc.nat(), budget: fc.nat().map((cents) => rational(cents, 100)) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(ballotFiles, more, fc.array(fc.nat(), { maxLength: 5 }), async (file, more, cuts) => {
        const text = [...writeJson({ ...file, ...more })].join('');
        expect(await readJson(cut(text, cuts))).toEqual({ ...file, ...more });
        expect(() => JSON.parse(text)).not.toThrow();
      }),
    );
  });

  const ranked = (ballots: string) =>
    `{"kind":"ranked","options":[{"id":"A"},{"id":"B"}],\n"ballots":[${ballots}]}`;

  it.each([
    ['nothing', '', 'object_expected', 1, 1],
    ['an array', '[]', 'object_expected', 1, 1],
    ['half a file', '{"kind":"ranked",', 'string_expected', 1, 18],
    ['a comma too many', '{"kind":"ranked",}', 'string_expected', 1, 18],
    ['no comma', '{"kind":"ranked" "options":[]}', 'json_invalid', 1, 18],
    ['no colon', '{"kind" "ranked"}', 'json_invalid', 1, 9],
    ['more after the end', `${ranked('')} x`, 'text_after_end', 2, 15],
    ['a comment', '{\n// kind\n}', 'string_expected', 2, 1],
    ['an open string', '{"kind', 'string_not_ended', 1, 2],
    ['an open string after a backslash', '{"kind\\', 'string_not_ended', 1, 2],
    ['a line break in a string', '{"ki\nnd":1}', 'json_invalid', 1, 5],
    ['a wrong escape', '{"\\x":1}', 'string_invalid', 1, 2],
    ['arrays without end', `{"ballots":${'['.repeat(100_000)}`, 'too_deep', 1, 61],
    ['an unknown key', '{"sort":"ranked"}', 'key_unknown', 1, 2],
    ['a key twice', '{"kind":"ranked","kind":"ranked"}', 'key_twice', 1, 18],
    ['a prototype', '{"__proto__":{}}', 'key_unknown', 1, 2],
    ['no kind', '{"options":[],"ballots":[]}', 'key_missing', 1, 1],
    ['no options', '{"kind":"ranked","ballots":[]}', 'key_missing', 1, 1],
    ['no ballots', '{"kind":"ranked","options":[]}', 'key_missing', 1, 1],
    ['an unknown kind', '{"kind":"hasOwnProperty"}', 'kind_unknown', 1, 9],
    ['a kind that is a number', '{"kind":1}', 'string_expected', 1, 9],
    ['a title that is null', '{"title":null}', 'string_expected', 1, 10],
    ['options that are an object', '{"options":{}}', 'array_expected', 1, 12],
    ['an option that is a text', '{"options":["A"]}', 'object_expected', 1, 13],
    ['an option without id', '{"options":[{"name":"A"}]}', 'key_missing', 1, 13],
    ['an option with an empty id', '{"options":[{"id":""}]}', 'id_missing', 1, 13],
    ['an option twice', '{"options":[{"id":"A"},\n {"id":"A"}]}', 'option_twice', 2, 2],
    [
      'a candidate twice',
      '{"options":[{"id":"A","candidates":[{"id":"a"},{"id":"a"}]}]}',
      'candidate_twice',
      1,
      48,
    ],
    ['withdrawn as a text', '{"options":[{"id":"A","withdrawn":"yes"}]}', 'boolean_expected', 1, 35],
    ['a negative cost', '{"options":[{"id":"A","cost":-1}]}', 'amount_expected', 1, 30],
    ['a cost with an exponent', '{"options":[{"id":"A","cost":1e9}]}', 'amount_expected', 1, 30],
    ['a budget of a million figures', `{"budget":${'9'.repeat(1_000_000)}}`, 'amount_expected', 1, 11],
    ['seats that are half', '{"seats":1.5}', 'whole_number_expected', 1, 10],
    ['a number that begins with 0', '{"seats":01}', 'json_invalid', 1, 11],
    ['a weight that is a text', ranked('{"weight":"1","ranking":[]}'), 'whole_number_expected', 2, 22],
    ['a weight below 0', ranked('{"weight":-1,"ranking":[]}'), 'whole_number_expected', 2, 22],
    ['a huge weight', ranked('{"weight":1e99,"ranking":[]}'), 'whole_number_expected', 2, 22],
    ['a large weight', ranked('{"weight":9007199254740993,"ranking":[]}'), 'number_too_large', 2, 22],
    [
      'too many people',
      ranked('{"weight":9007199254740991,"ranking":[]},{"ranking":[]}'),
      'weights_too_large',
      2,
      53,
    ],
    ['a ballot that says nothing', ranked('{"weight":1}'), 'key_missing', 2, 12],
    ['a ballot of another kind', ranked('{"approved":[]}'), 'key_unknown', 2, 13],
    ['an unknown option', ranked('{"ranking":["A","X"]}'), 'option_unknown', 2, 28],
    ['an option by number', ranked('{"ranking":[0]}'), 'string_expected', 2, 24],
    ['an option twice on a ballot', ranked('{"ranking":["A",["B","A"]]}'), 'option_repeated', 2, 33],
    ['ranks in ranks', ranked('{"ranking":[[["A"]]]}'), 'string_expected', 2, 25],
    [
      'ballots of an unknown option before the options',
      '{"ballots":[{"approved":["X"]}],"kind":"approval","options":[]}',
      'option_unknown',
      1,
      26,
    ],
    [
      'points given twice',
      '{"kind":"points","options":[{"id":"A"}],"ballots":[{"points":{"A":1,"A":2}}]}',
      'option_repeated',
      1,
      69,
    ],
    [
      'a stranger preferred',
      '{"kind":"list","options":[{"id":"G"}],"ballots":[{"preferred":["x"],"list":"G"}]}',
      'candidate_unknown',
      1,
      64,
    ],
    ['what is no text', '\u0000\u0001PNG', 'object_expected', 1, 1],
  ])('is refused with %s', async (_, text, code, line, column) => {
    const error: unknown = await readJson([text]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ code, line, column });
    // A byte order mark moves nothing.
    const marked: unknown = await readJson([`\ufeff${text}`]).catch((thrown: unknown) => thrown);
    expect(marked).toMatchObject({ code, line, column });
  });

  it('is no other than what JSON.parse reads', async () => {
    const text = '{"kind":"ranked","options":[{"id":"A"}],"ballots":[{"weight":2,"ranking":["A"]}]}';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('', ' ', '"', '[', '}', ',', ':', '\\', '0', '-', '\t'),
        async (at, put) => {
          const changed = text.slice(0, at) + put + text.slice(at + 1);
          const error: unknown = await readJson([changed]).catch((thrown: unknown) => thrown);
          if (error instanceof Error) expect(error).toBeInstanceOf(FormatError);
          else expect(() => JSON.parse(changed)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
