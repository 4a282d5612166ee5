import fc from 'fast-check';
import type { ApprovalBallot, Profile } from '../profile';
import { rational } from '../rational';
import { all } from '../testing/profiles';
import { type MajorityRule, type MajoritySettings, majority } from './majority';

const options = ['yes', 'no', 'abstain'].map((id) => ({ id, name: id }));

const motion = (yes: number, no: number, abstain = 0, invalid = 0): Profile<ApprovalBallot> => ({
  options,
  ballots: [
    { weight: yes, approved: [0] },
    { weight: no, approved: [1] },
    { weight: abstain, approved: [2] },
    { weight: invalid, approved: [0, 1] },
  ],
});

const half = rational(1, 2);
const twoThirds = rational(2, 3);

/** By the council of migrants of Graz: nine seats, more than half present, more than half of them say yes. */
const graz: MajorityRule = {
  quorum: { share: half, reached: 'above' },
  majority: { share: half, reached: 'above', of: 'present' },
  abstention: 'no',
  tie: 'rejects',
};

/** More of those who said something say yes than no. */
const simple: MajorityRule = {
  majority: { share: half, reached: 'above', of: 'cast' },
  abstention: 'left out',
  tie: 'rejects',
};

const outcome = (profile: Profile<ApprovalBallot>, settings: Omit<MajoritySettings, 'ties'>) =>
  majority(profile, { ...settings, ties: all })
    .outcomes.map((set) => set.map((each) => options[each]?.id).join() || 'nothing')
    .join(' or ');

describe('a motion', () => {
  it.each([
    ['five of nine say yes', motion(5, 4), 9, 'yes'],
    ['abstentions count as no', motion(4, 3, 2), 9, 'no'],
    ['who says nothing counts as no', motion(3, 2), 6, 'no'],
    ['a tie is a rejection', motion(3, 3), 6, 'no'],
    ['four of nine are no quorum', motion(4, 0), 4, 'nothing'],
    ['five of nine are one', motion(3, 2), 5, 'yes'],
  ])('in Graz: %s', (_, profile, present, expected) => {
    expect(outcome(profile, { ...graz, entitled: 9, present })).toBe(expected);
  });

  it.each<[string, Profile<ApprovalBallot>, Omit<MajoritySettings, 'ties'>, string]>([
    ['abstentions left out', motion(3, 2, 9), simple, 'yes'],
    ['abstentions among those cast', motion(3, 2, 9), { ...simple, abstention: 'no' }, 'no'],
    ['invalid ballots left out', motion(3, 2, 0, 9), simple, 'yes'],
    [
      'two thirds exactly, of all, where they are enough',
      motion(6, 0),
      { ...simple, majority: { share: twoThirds, reached: 'at', of: 'all' }, entitled: 9 },
      'yes',
    ],
    [
      'two thirds exactly, where more is asked',
      motion(6, 3),
      { ...simple, majority: { share: twoThirds, reached: 'above', of: 'cast' } },
      'no',
    ],
    [
      'a third of 3, which floating point would round',
      motion(1, 2),
      { ...simple, majority: { share: rational(1, 3), reached: 'at', of: 'cast' } },
      'yes',
    ],
    ['a tie left open', motion(3, 3), { ...simple, tie: 'open' }, 'yes or no'],
    ['nobody at all', motion(0, 0), { ...simple, tie: 'open' }, 'no'],
    [
      'nobody at all, where a part of nobody is enough',
      motion(0, 0),
      { ...simple, majority: { share: half, reached: 'at', of: 'cast' } },
      'no',
    ],
    [
      'too few of all in a referendum',
      motion(199, 100),
      { ...simple, consent: { share: rational(1, 5), reached: 'at' }, entitled: 1000 },
      'no',
    ],
    [
      'enough of all in a referendum',
      motion(200, 100),
      { ...simple, consent: { share: rational(1, 5), reached: 'at' }, entitled: 1000 },
      'yes',
    ],
    [
      'an open tie without enough of all',
      motion(3, 3),
      { ...simple, tie: 'open', consent: { share: half, reached: 'at' }, entitled: 9 },
      'no',
    ],
  ])('with %s', (_, profile, settings, expected) => {
    expect(outcome(profile, settings)).toBe(expected);
  });

  it('says what was asked for and what was there', () => {
    const { stages, turnout } = majority(motion(5, 1, 1, 1), { ...graz, entitled: 9, ties: all });
    expect(turnout).toEqual({ cast: 8, counted: 7 });
    expect(stages).toEqual([
      { kind: 'answers', yes: 5, no: 1, abstain: 1, invalid: 1, present: 8 },
      { kind: 'quorum', votes: 8, of: 9, share: graz.quorum, held: true },
      { kind: 'majority', votes: 5, of: 8, share: graz.majority, held: true },
    ]);
  });

  it.each<[string, Partial<MajoritySettings>, RegExp]>([
    ['nobody knows how many may vote', { entitled: undefined }, /how many may vote/],
    ['fewer may vote than are present', { entitled: 5 }, /Fewer may vote/],
    ['fewer are present than voted', { present: 5 }, /Fewer are present/],
  ])('is not counted where %s', (_, more, message) => {
    const settings = { ...graz, entitled: 9, ties: all, ...more };
    expect(() => majority(motion(3, 3), settings)).toThrow(message);
  });

  it('is not counted without yes and no', () => {
    const profile = { options: [{ id: 'maybe', name: 'Maybe' }], ballots: [] };
    expect(() => majority(profile, { ...simple, ties: all })).toThrow('There is no option yes.');
  });

  it('is not lost by one more yes, nor won by one more no', () => {
    const number = fc.nat(50);
    fc.assert(
      fc.property(number, number, number, fc.constantFrom(graz, simple), (yes, no, abstain, rule) => {
        const { quorum: _, ...settings } = rule;
        const before = outcome(motion(yes, no, abstain), settings);
        if (before === 'yes') expect(outcome(motion(yes + 1, no, abstain), settings)).toBe('yes');
        if (before === 'no') expect(outcome(motion(yes, no + 1, abstain), settings)).toBe('no');
      }),
    );
  });
});
