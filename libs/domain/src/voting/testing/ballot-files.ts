import fc from 'fast-check';
import {
  BallotBox,
  type BallotFile,
  type BallotKind,
  type FileBallot,
  type FileOption,
} from '../formats/ballot-file';
import { rational } from '../rational';

/** Ids and names that files have trouble with. What stands for nothing in text is in none of them. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'>=|:\\,;"\' \t\r\na'), minLength: 1, maxLength: 5 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'option',
      'weight',
      '1',
      '0',
      ' ',
      '\ufeff',
      'null',
      'Änn Müller-Ťrn',
    ),
  )
  .filter((text) => !/[\0\ufffd]/.test(text));

const ids = (most: number) => fc.uniqueArray(texts, { minLength: 1, maxLength: most });

const options: fc.Arbitrary<FileOption> = fc.record(
  {
    id: texts,
    name: texts,
    withdrawn: fc.constant(true),
    cost: fc.tuple(fc.nat(), fc.constantFrom(1, 10, 1000)).map(([n, d]) => rational(n, d)),
  },
  { requiredKeys: ['id', 'name'] },
);

/** Files of each kind, whose ballots say everything that ballots of that kind can say. */
export const ballotFiles: fc.Arbitrary<BallotFile> = fc
  .tuple(
    fc.constantFrom<BallotKind[]>('ranked', 'approval', 'points', 'list'),
    fc.uniqueArray(options, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
    ids(3),
  )
  .chain(([kind, options, candidates]) => {
    const lists = options.map((option) =>
      kind === 'list' ? { ...option, candidates: candidates.map((id) => ({ id, name: `${id}!` })) } : option,
    );
    return fc.array(ballotsOf(kind, options.length, candidates.length), { maxLength: 6 }).map((ballots) => {
      const box = new BallotBox();
      for (const ballot of ballots)
        box.put(ballot, (code) => {
          throw new Error(code);
        });
      return box.file(kind, { options: lists });
    });
  });

function ballotsOf(kind: BallotKind, options: number, candidates: number): fc.Arbitrary<FileBallot> {
  const weight = fc.oneof(fc.nat(9), fc.nat());
  const some = (count: number) => fc.shuffledSubarray(Array.from({ length: count }, (_, index) => index));
  const points = fc.array(fc.nat(99), { minLength: options, maxLength: options });
  const { list, preferred } = { list: fc.option(fc.nat(options - 1)), preferred: some(candidates) };
  switch (kind) {
    case 'ranked':
      return fc.tuple(weight, some(options), fc.nat(options)).map(([weight, order, equals]) => {
        const shared = order.slice(0, equals);
        return { weight, ranking: shared.length > 0 ? [shared, ...order.slice(equals)] : order };
      });
    case 'approval':
      return fc.record({ weight, approved: some(options) });
    case 'points':
      return fc.tuple(weight, some(options), points).map(([weight, options, points]) => ({
        weight,
        options,
        points: points.slice(0, options.length),
      }));
    case 'list':
      return fc
        .record({ weight, list, preferred })
        .map((ballot) => (ballot.list === null ? { ...ballot, preferred: [] } : ballot));
  }
}

/** The same text in pieces, however it is cut. */
export const cut = (text: string, at: readonly number[]): string[] => {
  const cuts = [...at.map((each) => each % (text.length + 1)), text.length].sort((a, b) => a - b);
  return cuts.map((end, index) => text.slice(cuts[index - 1] ?? 0, end));
};
