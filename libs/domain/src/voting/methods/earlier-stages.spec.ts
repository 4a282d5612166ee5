import { byEarlierStages } from './earlier-stages';

/** The votes of four options, stage by stage. */
const history = [
  [1, 2, 2, 9],
  [5, 4, 4, 9],
  [5, 6, 4, 9],
  [7, 7, 7, 9],
].map((votes) => (option: number) => votes[option] ?? 0);

const compare = (a: number, b: number) => a - b;

describe('a look at earlier stages', () => {
  it.each([
    ['fewest', 'backwards', [0, 1, 2], [2]],
    ['fewest', 'forwards', [0, 1, 2], [0]],
    ['most', 'backwards', [0, 1, 2], [1]],
    ['most', 'forwards', [0, 1, 2], [1]],
    ['most', 'backwards', [0, 2], [0]],
    ['most', 'forwards', [0, 2], [2]],
    ['fewest', 'backwards', [3], [3]],
  ] as const)('finds who had %s, looking %s, among %j', (wanted, look, equals, found) => {
    expect(byEarlierStages(equals, history, wanted, look, compare)).toEqual(found);
  });

  it('leaves those who never differed', () => {
    expect(
      byEarlierStages([0, 1, 2], [(option) => Number(option === 2)], 'fewest', 'backwards', compare),
    ).toEqual([0, 1]);
  });
});
