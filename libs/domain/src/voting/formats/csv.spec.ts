import fc from 'fast-check';
import { rational } from '../rational';
import { ballotFiles, cut } from '../testing/ballot-files';
import { readCsv } from './csv';
import { writeCsv } from './csv-writer';
import { FormatError } from './format-error';

const read = (...lines: string[]) => readCsv([lines.join('\n')]);
const named = (...ids: string[]) => ids.map((id) => ({ id, name: id }));

describe('a CSV file of ballots', () => {
  it('holds rankings, and equal ballots are one', async () => {
    expect(await read('weight,ranking', '12,A > B = C', '3,B', '2,A>C=B', '1,')).toEqual({
      kind: 'ranked',
      profile: {
        options: named('A', 'B', 'C'),
        ballots: [
          { weight: 14, ranking: [0, [1, 2]] },
          { weight: 3, ranking: [1] },
          { weight: 1, ranking: [] },
        ],
      },
    });
  });

  it('holds approvals', async () => {
    expect(await read('approved', 'B | A', 'A|B', 'C')).toEqual({
      kind: 'approval',
      profile: {
        options: named('B', 'A', 'C'),
        ballots: [
          { weight: 2, approved: [0, 1] },
          { weight: 1, approved: [2] },
        ],
      },
    });
  });

  it('holds points', async () => {
    expect(await read('points,weight', 'A: 3 | B: 0,2', 'B:0|A:3,5')).toEqual({
      kind: 'points',
      profile: { options: named('A', 'B'), ballots: [{ weight: 7, options: [0, 1], points: [3, 0] }] },
    });
  });

  it('holds votes for lists and their candidates', async () => {
    const rows = [
      'option,name,list,votes,preferred',
      'G,Greens',
      'R,Reds',
      'g1,Ann,G',
      'g2,Bea,G',
      ',,G,7,g2',
      ',,,1',
    ];
    const { kind, profile } = await read(...rows);
    expect({ kind, ...profile }).toEqual({
      kind: 'list',
      options: [
        {
          id: 'G',
          name: 'Greens',
          candidates: [
            { id: 'g1', name: 'Ann' },
            { id: 'g2', name: 'Bea' },
          ],
        },
        { id: 'R', name: 'Reds' },
      ],
      ballots: [
        { weight: 7, list: 0, preferred: [1] },
        { weight: 1, list: null },
      ],
    });
  });

  it('tells of options what ballots do not', async () => {
    const { profile } = await read(
      'option,name,withdrawn,cost,approved',
      'p1,"A park, a pond",,1200.50,',
      'p2,,YES,,',
      ',,,,p1',
    );
    expect(profile.options).toEqual([
      { id: 'p1', name: 'A park, a pond', cost: rational(2401, 2) },
      { id: 'p2', name: 'p2', withdrawn: true },
    ]);
  });

  it.each([
    ['semicolons', 'weight;ranking\n2;A > B\n'],
    ['tabs', 'weight\tranking\n2\tA > B\n'],
    ['CRLF, a byte order mark and empty columns', '\ufeffweight,ranking,,\r\n2,A > B,,\r\n,,,\r\n\r\n'],
    ['quotes', '"weight","ranking"\n"2","A > B"'],
    ['columns the other way round, in capitals', 'RANKING,Votes\nA > B,2'],
  ])('is read with %s', async (_, text) => {
    const { profile } = await readCsv([text]);
    expect(profile).toEqual({ options: named('A', 'B'), ballots: [{ weight: 2, ranking: [0, 1] }] });
  });

  it('is read with semicolons also where it comes letter by letter', async () => {
    const { profile } = await readCsv('weight;ranking\n2;A > B'.split(''));
    expect(profile.ballots).toEqual([{ weight: 2, ranking: [0, 1] }]);
  });

  it('is read as what was written, whatever the options are called and however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(ballotFiles, fc.array(fc.nat(), { maxLength: 5 }), async (file, cuts) => {
        expect(await readCsv(cut([...writeCsv(file)].join(''), cuts))).toEqual(file);
      }),
    );
  });

  it.each([
    ['nothing', '', 'header_missing', 1, 1],
    ['an unknown column', 'weight,rank', 'column_unknown', 1, 8],
    ['a column twice', 'votes,ranking,weight', 'column_twice', 1, 15],
    ['no ballots', 'option,name', 'ballot_column_missing', 1, 1],
    ['two kinds of ballots', 'ranking,approved', 'ballot_columns_rival', 1, 1],
    ['too many fields', 'weight,ranking\n1,A,B', 'field_beyond_columns', 2, 5],
    ['no weight', 'weight,ranking\n,A', 'weight_missing', 2, 1],
    ['half a person', 'weight,ranking\n1,A\n0.5,A', 'whole_number_expected', 3, 1],
    ['a negative weight', 'weight,ranking\n-1,A', 'whole_number_expected', 2, 1],
    ['a weight that is no number', 'weight,ranking\n1e3,A', 'whole_number_expected', 2, 1],
    ['a huge weight', 'weight,ranking\n9007199254740992,A', 'number_too_large', 2, 1],
    ['too many people', 'weight,ranking\n9007199254740991,A\n1,B', 'weights_too_large', 3, 1],
    [
      'too many points',
      'weight,points\n9007199254740991,A:1\n0,A:1\n0,A:9007199254740991\n1,A:1',
      'weights_too_large',
      5,
      1,
    ],
    ['points too many to add', 'weight,points\n9,A:9007199254740991', 'points_too_large', 2, 1],
    ['an option twice', 'ranking\nA > B > A', 'option_repeated', 2, 9],
    ['an option twice among equals', 'ranking\nA = A', 'option_repeated', 2, 5],
    ['an option approved twice', 'approved\nA|A', 'option_repeated', 2, 3],
    ['points given twice', 'points\nA:1|A:1', 'option_repeated', 2, 5],
    ['no option between signs', 'ranking\nA >> B', 'id_missing', 2, 4],
    ['points without a number', 'points\nA:1|B', 'points_missing', 2, 5],
    ['points that are no number', 'points\nA: x', 'whole_number_expected', 2, 4],
    ['points twice', 'points\nA:1:2', 'whole_number_expected', 2, 3],
    ['an option that is not among them', 'option,ranking\nA,\n,B', 'option_unknown', 3, 2],
    ['an option twice among them', 'option,ranking\nA,\nA,', 'option_twice', 3, 1],
    ['an option after ballots', 'option,ranking\n,A\nB,', 'option_after_ballots', 3, 1],
    ['an option that votes', 'option,ranking\nA,A', 'field_unexpected', 2, 3],
    ['a ballot with a name', 'option,name,ranking\n,Ann,A', 'field_unexpected', 2, 2],
    ['a cost that is no amount', 'option,cost,approved\nA,1 000', 'amount_expected', 2, 3],
    [
      'a cost with a million figures',
      `option,cost,approved\nA,${'9'.repeat(1_000_000)}`,
      'amount_expected',
      2,
      3,
    ],
    ['somebody who may have withdrawn', 'option,withdrawn,ranking\nA,perhaps', 'yes_or_no_expected', 2, 3],
    ['a candidate twice', 'option,list\nG\na,G\na,G', 'candidate_twice', 4, 1],
    ['a candidate before the list', 'option,list\na,G', 'option_unknown', 2, 3],
    ['a stranger preferred', 'option,list,preferred\nG\na,G\n,G,a | b', 'candidate_unknown', 4, 8],
    ['somebody preferred twice', 'option,list,preferred\nG\na,G\n,G,a|a', 'candidate_repeated', 4, 6],
    ['an open quote', 'ranking\n"A > B', 'unclosed_quote', 2, 1],
    ['what is no text', 'weight,ranking\n1,\u0000A', 'not_text', 2, 3],
  ])('is refused with %s', async (_, text, code, line, column) => {
    const error: unknown = await readCsv([text]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ code, line, column });
  });

  it('ends in a file or an error with a place, whatever is thrown at it', async () => {
    const scraps = fc.constantFrom(
      'ranking',
      'weight',
      'points',
      'list',
      'option',
      ',',
      '\n',
      '"',
      '>',
      '=',
      '|',
      ':',
      'A',
      '1',
      '__proto__',
      '\\',
      ' ',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(scraps, { maxLength: 30 }), async (pieces) => {
        const error = await readCsv(pieces).catch((thrown: unknown) => thrown);
        if (error instanceof Error) expect(error).toBeInstanceOf(FormatError);
      }),
      { numRuns: 500 },
    );
  });
});
