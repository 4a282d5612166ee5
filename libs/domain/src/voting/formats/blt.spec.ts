import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReference } from '@zbor/testing';
import fc from 'fast-check';
import type { Rank } from '../profile';
import { type Blt, readBlt, writeBlt } from './blt';
import { FormatError } from './format-error';

const read = (text: string) => readBlt([text]);

const names = '"Ann"\n"Bea"\n"Cem"\n"Dan"\n"Council"\n';

/** The ballots of a file for four candidates, as `weight: ranking`. */
async function ballotsOf(text: string): Promise<string[]> {
  const { profile } = await read(text);
  return profile.ballots.map(({ weight, ranking }) => `${weight}: ${JSON.stringify(ranking)}`);
}

describe('a BLT file', () => {
  it('is read: seats, names, title, ballots, and equal ballots as one', async () => {
    expect(await read(`4 2\n3 1 2 0\n1 4 0\n2 1 2 0\n5 0\n0\n${names}`)).toEqual({
      seats: 2,
      profile: {
        title: 'Council',
        options: ['Ann', 'Bea', 'Cem', 'Dan'].map((name) => ({ id: name, name })),
        ballots: [
          { weight: 5, ranking: [0, 1] },
          { weight: 1, ranking: [3] },
          { weight: 5, ranking: [] },
        ],
      },
    });
  });

  it.each([
    ['on one line', `4 2 3 1 2 0 1 4 0 0 ${names.replaceAll('\n', ' ')}`],
    ['with CRLF', `4 2\n3 1 2 0\n1 4 0\n0\n${names}`.replaceAll('\n', '\r\n')],
    ['with CR', `4 2\n3 1 2 0\n1 4 0\n0\n${names}`.replaceAll('\n', '\r')],
    ['with a byte order mark', `\uFEFF4 2\n3 1 2 0\n1 4 0\n0\n${names}`],
    ['with blank lines, blanks and tabs', `\n 4\t2\n\n3  1 2\t0 \n1 4 0\n\n 0\n\n${names}\n\n`],
    [
      'with comments',
      `# x\n4 2 # "4"\n3 1 2 0#two\n#9 9\n1 4 0\n0 # end\n# names\n"Ann" # 1\n${names.slice(6)}`,
    ],
    ['with comments in stars', `4 2 /* two\n3 4 0 */\n3 1 2 0 1 4 0\n0 /* a /* b */ c */\n${names}`],
    ['with commas at the ends of lines', `4 2,\n3 1 2 0,\n1 4 0,\n0,\n${names.replaceAll('\n', ',\n')}`],
    ['with places left out', `4 2\n3 - 1 - - 2 0\n1 4 - 0\n0\n${names}`],
    ['without 0 after the last ballot', `4 2\n3 1 2 0\n1 4 0\n${names}`],
    ['without 0 after any ballot', `4 2\n3 1 2\n1 4\n0\n${names}`],
    ['with nicknames', `4 2\n[nick ann b c d]\n3 ann b 0\n1 4 0\n0\n${names}`],
    ['with an option over two lines', `4 2\n[nick ann b\n c d ]\n3 ann b 0\n1 d 0\n0\n${names}`],
    ['with settings of Droop', `4 2\n[droop arithmetic=fixed precision=6]\n3 1 2 0\n1 4 0\n0\n${names}`],
    ['with ids of ballots', `4 2\n(a) 1 2 0 (b 2) 1 2 0\n( c ) 1 2 0\n(d) 4 0\n0\n${names}`],
    ['with names without quotation marks', `4 2\n3 1 2 0\n1 4 0\n0\nAnn\nBea # x\n Cem\nDan\nCouncil`],
    ['with source and comment', `4 2\n3 1 2 0\n1 4 0\n0\n${names}"source"\n"comment"\nanything "else\n`],
    ['with free text at the end', `4 2\n3 1 2 0\n1 4 0\n0\n${names}\nFirst: 3 1\n0\n`],
  ])('is read %s', async (_, text) => {
    const { seats, profile } = await read(text);
    expect(seats).toBe(2);
    expect(profile.options.map(({ name }) => name)).toEqual(['Ann', 'Bea', 'Cem', 'Dan']);
    expect(profile.title).toBe('Council');
    expect(profile.ballots).toEqual([
      { weight: 3, ranking: [0, 1] },
      { weight: 1, ranking: [3] },
    ]);
  });

  it('keeps equals, in whichever order they are written', async () => {
    expect(await ballotsOf(`4 1\n1 3=1 2 0\n2 1=3 2 0\n1 4=2=1 0\n0\n${names}`)).toEqual([
      '3: [[0,2],1]',
      '1: [[0,1,3]]',
    ]);
  });

  it.each([
    ['a line each', '-2\n-4\n'],
    ['on one line', '-2 -4\n'],
    ['as an option', '[withdrawn 2 4]\n'],
    ['as an option by nickname', '[nick a b c d]\n[withdrawn b d]\n'],
    ['undeclared', '-4\n[undeclared 2]\n'],
  ])('says who withdrew: %s', async (_, lines) => {
    const { profile } = await read(`4 2\n${lines}1 2 1 0\n0\n${names}`);
    expect(profile.options.map(({ withdrawn }) => withdrawn ?? false)).toEqual([false, true, false, true]);
    expect(profile.ballots).toEqual([{ weight: 1, ranking: [1, 0] }]);
  });

  it('keeps the order that decides ties', async () => {
    expect((await read(`4 2\n[tie 3 1 4 2 ]\n1 2 0\n0\n${names}`)).tieOrder).toEqual([2, 0, 3, 1]);
  });

  it('does without a title', async () => {
    expect((await read('1 1\n3 1 0\n0\n"Ann"\n')).profile).not.toHaveProperty('title');
  });

  it.each([
    ['"Ann ""Nan"" Bell"', 'Ann "Nan" Bell', 'Ann "Nan" Bell'],
    ['"Ann \\"Nan\\" \\\\Bell"', 'Ann "Nan" \\Bell', 'Ann "Nan" \\Bell'],
    ['" Ann   # Bell "', 'Ann # Bell', 'Ann # Bell'],
    ['"Ann Bell ""Labour (SL)"""', 'Ann Bell "Labour (SL)"', 'Ann Bell'],
    ['"""Ann Bell"" ""Labour"""', '"Ann Bell" "Labour"', 'Ann Bell'],
    ['"Ann Bell" "Labour"', 'Ann Bell "Labour"', 'Ann Bell'],
    ['Ann Bell (SL)', 'Ann Bell (SL)', 'Ann Bell (SL)'],
    ['""', '', '(1)'],
  ])('reads the name %s', async (line, name, id) => {
    const { profile } = await read(`2 1\n1 1 0\n0\n${line}\n"Bea"\n"Title"`);
    expect(profile.options[0]).toEqual({ id, name });
    expect(profile.title).toBe('Title');
  });

  it('tells those of one name apart: by party, or by number', async () => {
    const { profile } = await read('4 1\n0\n"Al ""A"""\n"Al ""B"""\n"Bo"\n"Bo"\n');
    expect(profile.options.map(({ id }) => id)).toEqual(['Al "A"', 'Al "B"', 'Bo (3)', 'Bo (4)']);
  });

  it('takes names from comments where there are no others', async () => {
    const file = '2 1\n1 2 0\n0\n# ALTERNATIVE NAME 1: Ann (A)\n# ALTERNATIVE NAME 2: Bea (B)\ngovan';
    const { profile } = await read(file);
    expect(profile.options.map(({ name }) => name)).toEqual(['Ann (A)', 'Bea (B)']);
    expect(profile.title).toBe('govan');
  });

  it.each([
    ['nothing', '', 1, 1, 'header_missing'],
    ['half a header', '4', 1, 2, 'header_missing'],
    ['another format', 'META\nkey;value\n', 1, 1, 'number_expected'],
    ['a binary file', '\u0089PNG\r\n\u001a\n\u0000', 1, 1, 'number_expected'],
    ['no candidates', '0 1\n', 1, 1, 'no_candidates'],
    ['more candidates than can be', '70000 1\n', 1, 1, 'too_many_candidates'],
    ['no seats', '4 0\n', 1, 3, 'no_seats'],
    ['seats that are no number', '4 2x\n', 1, 3, 'number_expected'],
    ['a candidate beyond the last', `4 2\n1 1 0\n1 2 5 0\n0\n${names}`, 3, 5, 'candidate_out_of_range'],
    ['a candidate 0 among equals', `4 2\n1 1=0 0\n0\n${names}`, 2, 5, 'candidate_out_of_range'],
    ['a candidate who is no number', `4 2\n1 1 2x 0\n0\n${names}`, 2, 5, 'candidate_unknown'],
    ['a candidate twice after other ballots', `4 2\n1 1 0\n1 1 2 1 0\n0\n${names}`, 3, 7, 'candidate_twice'],
    ['a candidate twice', `4 2\n1 1 2 1 0\n0\n${names}`, 2, 7, 'candidate_twice'],
    ['a candidate twice among equals', `4 2\n1 2 1=3=1 0\n0\n${names}`, 2, 9, 'candidate_twice'],
    ['a rank of nobody', `4 2\n1 2 1==3 0\n0\n${names}`, 2, 7, 'rank_empty'],
    ['a rank that ends with nobody', `4 2\n1 2= 0\n0\n${names}`, 2, 5, 'rank_empty'],
    ['a weight with a fraction', `4 2\n1.5 1 0\n0\n${names}`, 2, 1, 'number_expected'],
    ['a negative weight', `4 2\n1 1 0\n-1 1 0\n0\n${names}`, 3, 1, 'number_expected'],
    ['a weight that no number holds', `4 2\n9007199254740993 1 0\n0\n${names}`, 2, 1, 'number_too_large'],
    [
      'weights that no number holds',
      `4 2\n9007199254740991 1 0\n1 2 0\n0\n${names}`,
      3,
      1,
      'weights_too_large',
    ],
    ['a withdrawn candidate that is none', `4 2\n-5\n0\n${names}`, 2, 2, 'candidate_out_of_range'],
    ['a forgotten 0', `4 2\n1 1 0\n1 2\n1 3 0\n0\n${names}`, 3, 4, 'ballot_not_ended'],
    ['a 0 forgotten first', `4 2\n1 1 2\n3 4 0\n0\n${names}`, 2, 6, 'ballot_not_ended'],
    ['an end in a ballot', '4 2\n1 1 2 0\n1 2', 3, 4, 'ballot_not_ended'],
    ['an end after the ballots', '4 2\n1 1 2 0\n0\n', 3, 2, 'names_missing'],
    ['an end among the names', '4 2\n1 1 2 0\n0\n"Ann"\n"Bea"', 5, 6, 'names_missing'],
    ['an end in a name', '4 2\n1 1 2 0\n0\n"Ann"\n "Be', 5, 2, 'quote_not_closed'],
    ['a name too many', `3 2\n1 1 2 0\n0\n${names}`, 8, 1, 'names_left_over'],
    ['a plain name too many', `2 2\n1 1 2 0\n0\nAnn\nBea\nCem\nCouncil\n`, 7, 1, 'text_after_title'],
    ['names that touch', '2 2\n1 1 2 0\n0\n"Ann"Bea" "Cem"\n', 4, 6, 'text_after_quote'],
    ['text between names', '2 2\n1 1 2 0\n0\n"Ann" x "Bea"\n', 4, 7, 'text_after_quote'],
    ['text after the last ballot', `4 2\n1 1 0\n0 2 0\n${names}`, 3, 3, 'text_after_end'],
    ['what is no text', '2 2\n1 1 2 0\n0\n"Ann"\n"B\u0000ea"\n', 5, 3, 'character_not_text'],
    ['an option without end', `4 2\n[tie 1 2\n1 1 0\n`, 2, 1, 'option_not_ended'],
    ['an unknown option', `4 2\n[x 1 2]\n`, 2, 1, 'option_unknown'],
    [
      'an incomplete tie',
      `4 2\n 1 1 0\n0\n${names}`.replace(' 1', '[tie 1 2 3 3]\n1'),
      2,
      1,
      'option_incomplete',
    ],
    ['nicknames for too few', `4 2\n[nick a b]\n`, 2, 1, 'option_incomplete'],
    ['an id twice', `4 2\n(a) 1 0\n(b) 2 0\n( a) 3 0\n0\n${names}`, 4, 1, 'ballot_id_twice'],
    ['an id without end', `4 2\n(a 1 0\n0\n${names}`, 2, 1, 'ballot_id_not_ended'],
    ['an id missing', `4 2\n(a) 1 0\n1 2 0\n0\n${names}`, 3, 1, 'ballot_id_missing'],
  ])('is refused with %s, with line and column', async (_, text, line, column, code) => {
    const error = await read(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ line, column, code });
    expect(error.message).toMatch(`line ${line}, column ${column}: ${code.replaceAll('_', ' ')}`);
  });

  it('is refused wherever it is cut off, but for the title', async () => {
    const text = '3 1\n-2\n12 1 3=2 0\n3 2 1 0\n0\n"Ann"\n"Bea"\n"Cem"';
    for (let length = 0; length < text.length; length++)
      await expect(read(text.slice(0, length))).rejects.toBeInstanceOf(FormatError);
    expect((await read(text)).profile.options).toHaveLength(3);
  });

  it('is read alike in pieces of any length', async () => {
    const text = `\uFEFF4 2\r\n-2\r\n12 1 3=2 0\r\n3 4 0\r\n0\r\n${names.replaceAll('\n', '\r\n')}`;
    const whole = await read(text);
    const faulty = text.replace('3 4 0', '3 5 0');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = (of: string) =>
          places.map((place, index) => of.slice(place, places[index + 1] ?? place));
        expect(await readBlt(pieces(text))).toEqual(whole);
        await expect(readBlt(pieces(faulty))).rejects.toMatchObject({ line: 4, column: 3 });
      }),
    );
  });
});

const nameOf = fc
  .string({ unit: fc.constantFrom('a', 'B', 'ž', ' ', '"', '\\', '#', '0', ','), minLength: 1 })
  .map((text) => text.replace(/\s+/g, ' ').trim());

const blts: fc.Arbitrary<Blt> = fc
  .record({
    names: fc.uniqueArray(nameOf, { minLength: 1, maxLength: 6 }),
    title: fc.option(nameOf, { nil: undefined }),
    withdrawn: fc.func(fc.boolean()),
    seats: fc.integer({ min: 1, max: 9 }),
    tied: fc.boolean(),
  })
  .chain(({ names, title, withdrawn, seats, tied }) => {
    const places = names.map((_, index) => index);
    const all = fc.shuffledSubarray(places);
    const ranking = fc.tuple(all, fc.func(fc.boolean())).map(([order, equal]) => {
      const ranks: number[][] = [];
      for (const each of order) {
        const last = ranks.at(-1);
        if (last && equal(each)) last.push(each);
        else ranks.push([each]);
      }
      return ranks.map((rank): Rank => (rank.length === 1 ? Number(rank[0]) : rank.sort((a, b) => a - b)));
    });
    const ballots = fc.uniqueArray(fc.record({ weight: fc.integer({ min: 1, max: 1e9 }), ranking }), {
      selector: (ballot) => JSON.stringify(ballot.ranking),
    });
    const options = names.map((name, index) => ({
      id: name,
      name,
      ...(withdrawn(index) && { withdrawn: true }),
    }));
    const order = fc.shuffledSubarray(places, { minLength: names.length });
    return fc.tuple(ballots, order).map(([all, tieOrder]) => ({
      seats,
      profile: { ...(title !== undefined && { title }), options, ballots: all },
      ...(tied && { tieOrder }),
    }));
  });

describe('a BLT file that was written', () => {
  it('is read as what was written', async () => {
    await fc.assert(
      fc.asyncProperty(blts, async (blt) => {
        const again = await readBlt(writeBlt(blt));
        // Ids follow from names.
        const ids = again.profile.options.map(({ id }) => id);
        const options = blt.profile.options.map((option, index) => ({ ...option, id: ids[index] }));
        // As JSON: arrays of fast-check have more to them than their items.
        expect(JSON.stringify(again)).toBe(JSON.stringify({ ...blt, profile: { ...blt.profile, options } }));
        expect(new Set(ids).size).toBe(ids.length);
        expect([...writeBlt(again)]).toEqual([...writeBlt(blt)]);
      }),
    );
  });

  it('says the same in every reader: one ballot a line, names in quotation marks', () => {
    const blt: Blt = {
      seats: 1,
      tieOrder: [1, 0],
      profile: {
        title: 'Who',
        options: [
          { id: 'a', name: 'A "x"' },
          { id: 'b', name: 'B', withdrawn: true },
        ],
        ballots: [
          { weight: 3, ranking: [[1, 0]] },
          { weight: 0, ranking: [0] },
          { weight: 2, ranking: [] },
        ],
      },
    };
    expect([...writeBlt(blt)].join('')).toBe('2 1\n-2\n[tie 2 1]\n3 2=1 0\n2 0\n0\n"A ""x"""\n"B"\n"Who"\n');
  });
});

describeReference('stv', 'BLT files of others', (folder) => {
  const files = ['blt', 'stv-rs'].flatMap((each) =>
    readdirSync(join(folder, each))
      .filter((name) => name.endsWith('.blt'))
      .map((name) => join(each, name)),
  );

  it.each(files)('are read, and written so that they are read alike: %s', async (file) => {
    const blt = await read(readFileSync(join(folder, file), 'utf8'));
    expect(blt.profile.ballots.length).toBeGreaterThan(0);
    expect(await readBlt(writeBlt(blt))).toEqual(blt);
  });
});
