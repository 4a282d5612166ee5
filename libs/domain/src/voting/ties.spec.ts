import type { Option } from './profile';
import { counted, type TieRule, type Ties } from './ties';

const options: Option[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }));

/** Takes `seats` of all options, which are equal. */
const anyOf = (seats: number) => (ties: Ties) => {
  const winners: number[] = [];
  while (winners.length < seats)
    winners.push(
      ties.pick(
        [0, 1, 2, 3].filter((each) => !winners.includes(each)),
        'win',
        [...winners].sort().join(),
      ),
    );
  return { winners, stages: [], turnout: { cast: 0, counted: 0 } };
};

const count = (rule: TieRule, seats: number) => counted(options, rule, anyOf(seats));

describe('ties', () => {
  it('finds every outcome, each once, and names those as winners who win in all of them', () => {
    const { outcomes, winners, complete } = count({ kind: 'all' }, 2);
    expect(outcomes).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(winners).toEqual([]);
    expect(complete).toBe(true);
  });

  it('takes the first in the list, or spares it, by order', () => {
    expect(count({ kind: 'order' }, 2).winners).toEqual([0, 1]);
    const loser = (ties: Ties) => ({
      winners: [ties.pick([1, 2, 3], 'lose')],
      stages: [],
      turnout: { cast: 0, counted: 0 },
    });
    expect(counted(options, { kind: 'order' }, loser).winners).toEqual([3]);
  });

  it('takes the order that is given, and after it that of the list', () => {
    expect(count({ kind: 'order', among: [2, 1] }, 4).winners).toEqual([2, 1, 0, 3]);
  });

  it('draws the lot that anybody draws from the same seed', () => {
    // printf 'spring:a' | sha256sum, and so on.
    const first = (seed: string) => count({ kind: 'lot', seed }, 4).winners.map((each) => options[each]?.id);
    expect(first('spring')).toEqual(first('spring'));
    expect(first('spring')).toEqual(['c', 'a', 'd', 'b']);
  });

  it('says what was tied and who was taken', () => {
    expect(count({ kind: 'order' }, 1).ties).toEqual([
      { for: 'win', among: [[0], [1], [2], [3]], taken: [0] },
    ]);
  });

  it('takes the set with the better options', () => {
    const find = (rule: TieRule) =>
      counted(options, rule, (ties) => ({
        winners: ties.pickSet([
          [1, 2],
          [0, 3],
          [0, 2],
        ]),
        stages: [],
        turnout: { cast: 0, counted: 0 },
      }));
    expect(find({ kind: 'order' }).winners).toEqual([0, 2]);
    expect(find({ kind: 'all' }).outcomes).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
    ]);
  });
});
