import {
  accountOf,
  blockVote,
  type CountStage,
  countBallots,
  equalShares,
  type Line,
  meekStv,
  methods,
  type Option,
  phragmen,
  type Result,
  rational,
  schulze,
  scottishStv,
} from '@zbor/domain';
import fc from 'fast-check';
import { casesOf } from '../../../libs/domain/src/voting/testing/counts';
import { settingKeys } from './list';
import { faultsOf, keys } from './testing/sentences';
import { Words } from './words';

const locales = ['en', 'sl', 'de', 'uk', 'ar'];

function linesOf(options: readonly Option[], result: Result<CountStage>): Line[] {
  const { outcome, steps, reasons } = accountOf(options, result);
  return [...outcome, ...steps, ...reasons.flatMap(({ lines }) => lines)];
}

const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `o${at}`, name: `O ${at}` }));
const priced = (...costs: number[]) =>
  named(costs.length).map((option, at) => ({ ...option, cost: rational(costs[at] ?? 0) }));
const yesNo = ['yes', 'no'].map((id) => ({ id, name: id }));
const all = { kind: 'all' } as const;
const order = { kind: 'order' } as const;

/** What hardly ever comes of itself. */
function rareLines(): Line[] {
  const equal = { options: named(9), ballots: [] };
  const many = { options: named(12), ballots: [{ weight: 1, ranking: [0, 1, 2] }] };
  const projects = { options: priced(6, 8, 3), ballots: [{ weight: 2, approved: [0, 1] }] };
  const compared = { ...projects, ballots: [...projects.ballots, { weight: 3, approved: [0] }] };
  const points = { options: priced(6, 9), ballots: [{ weight: 1, options: [0, 1], points: [3, 1] }] };
  const open: Result<CountStage> = {
    ...blockVote(equal, { seats: 1, ties: all }),
    winners: [],
    outcomes: [[0], []],
    complete: false,
  };
  const preferred = equalShares(compared, { budget: rational(8), compared: true, ties: order });
  const stages = preferred.stages.map(
    (stage): CountStage => (stage.kind === 'compared' ? { ...stage, forGreedy: 9, greedy: [1] } : stage),
  );
  const tied = {
    options: named(5),
    ballots: [
      { weight: 5, ranking: [0, 1] },
      { weight: 3, ranking: [1] },
      { weight: 2, ranking: [2] },
      { weight: 1, ranking: [4, 3] },
      { weight: 1, ranking: [3] },
    ],
  };
  const halves = { options: yesNo, ballots: [0, 1].map((answer) => ({ weight: 3, approved: [answer] })) };
  const shared = {
    options: named(3),
    ballots: [
      { weight: 1, approved: [0, 2] },
      { weight: 1, approved: [0] },
      { weight: 2, approved: [1] },
    ],
  };
  const counted = (profile: typeof shared, method: string, settings = {}) =>
    linesOf(
      profile.options,
      countBallots({ kind: 'approval', profile }, method, { seats: 2, settings, ties: all }),
    );
  const three = { options: named(3), ballots: [5, 3, 2].map((weight, at) => ({ weight, ranking: [at] })) };
  const meek = meekStv(three, { seats: 1, ties: order });
  const close = meek.stages.map((stage) =>
    stage.kind === 'exclusion' ? { ...stage, equals: [1, 2] } : stage,
  );
  return [
    ...linesOf(three.options, { ...meek, stages: close }),
    ...counted(halves, 'majority', { tie: 'open' }),
    ...counted(shared, 'committee-equal-shares'),
    ...linesOf(many.options, schulze(many, { ties: order })),
    ...linesOf(equal.options, blockVote(equal, { seats: 4, ties: all })),
    ...linesOf(equal.options, blockVote(equal, { seats: 0, ties: all })),
    ...linesOf(equal.options, open),
    ...linesOf(together.options, phragmen(together, { budget: rational(14), ties: order })),
    ...linesOf(
      points.options,
      equalShares(points, { budget: rational(6), satisfaction: 'points', ties: order }),
    ),
    ...linesOf(compared.options, preferred),
    ...linesOf(compared.options, { ...preferred, winners: [1], outcomes: [[1]], stages }),
    ...linesOf(tied.options, scottishStv(tied, { seats: 2, ties: order })),
  ];
}

/** Two projects that could be bought at the same moment, of which the budget pays for one. */
const together = {
  options: priced(6, 12, 3),
  ballots: [
    { weight: 1, approved: [0] },
    { weight: 2, approved: [1] },
    { weight: 1, approved: [2] },
  ],
};

describe('sentences of an account', () => {
  /** Each sentence with the names of its values: always the same ones. */
  const said = new Map<string, Set<string>>();
  beforeAll(() => {
    const lines = rareLines();
    for (const method of methods.values()) {
      for (const { file, method: name, wishes } of fc.sample(casesOf(method), { numRuns: 200, seed: 1 }))
        lines.push(...linesOf(file.profile.options, countBallots(file, name, wishes)));
    }
    for (const { key, values } of lines) {
      const names = Object.keys(values).sort().join(' ');
      said.set(key, (said.get(key) ?? new Set()).add(names));
    }
  });

  it('are there in every language, each with all its values', () => {
    const faults = [...said].flatMap(([key, each]) =>
      [...each].flatMap((names) => faultsOf(key, names === '' ? [] : names.split(' '))),
    );
    expect(faults).toEqual([]);
  });

  it('are all of use', () => {
    const others = /^(usage|list|headings|kinds|methods|settings|settingsOf|refused|format)\b/;
    expect([...keys].filter((key) => !others.test(key) && !said.has(key))).toEqual([]);
  });
});

describe('words', () => {
  it('name every method and every kind of ballots', () => {
    const names = [...methods.values()].flatMap(({ name, ballots }) => [
      `methods.${name}`,
      ...ballots.map((kind) => `kinds.${kind}`),
    ]);
    expect(names.flatMap((key) => faultsOf(key, []))).toEqual([]);
    const known = [...keys].filter((key) => key.startsWith('methods.'));
    expect(known.sort()).toEqual([...methods.keys()].map((name) => `methods.${name}`).sort());
  });

  it('explain every setting and each of its words', () => {
    const wanted = [...methods.values()].flatMap(({ name, settings }) =>
      Object.entries(settings).flatMap(([setting, values]) =>
        settingKeys(name, setting, values, new Words('en')),
      ),
    );
    expect(wanted.flatMap((key) => faultsOf(key, []))).toEqual([]);
    const known = [...keys].filter((key) => /^settings(Of)?\./.test(key));
    expect(known.sort()).toEqual([...new Set(wanted)].sort());
  });

  it.each([
    ['headings.steps', []],
    ['headings.reasons', []],
    ['usage', []],
    ['list.ballots', ['kinds']],
    ['list.choice', ['choice', 'meaning']],
    ['list.first', ['choice', 'meaning']],
    ['format.at', ['line', 'column', 'what']],
  ])('say %s', (key, values) => {
    expect(faultsOf(key, values)).toEqual([]);
  });

  const third = rational(100, 3);
  it.each([
    ['en', 'lists.quota', { quota: third }, 'A full seat takes 33.33 votes.'],
    ['de', 'lists.quota', { quota: third }, 'Ein voller Sitz kostet 33,33 Stimmen.'],
    ['en', 'lists.quota', { quota: rational(1, 800) }, 'A full seat takes 0.00125 votes.'],
    ['en', 'lists.quota', { quota: rational(1, 700) }, 'A full seat takes 0.00143 votes.'],
    [
      'en',
      'lists.quota',
      { quota: rational(10n ** 18n + 1n) },
      'A full seat takes 1,000,000,000,000,000,001 votes.',
    ],
    [
      'de',
      'lists.quota',
      { quota: { figures: '1312.50000' } },
      'Ein voller Sitz kostet 1.312,50000 Stimmen.',
    ],
    ['de', 'lists.quota', { quota: { figures: '1312.00000' } }, 'Ein voller Sitz kostet 1.312 Stimmen.'],
    ['en', 'lists.quota', { quota: rational(-200, 3) }, 'A full seat takes -66.67 votes.'],
    ['en', 'budget.spent', { cost: rational(104, 10) }, 'Together this costs 10.40.'],
    ['en', 'budget.spent', { cost: rational(104) }, 'Together this costs 104.'],
    ['en', 'budget.bought', { options: ['A', 'B', 'C'] }, 'Funded: A, B and C.'],
    [
      'en',
      'points.more',
      { option: 'A', other: 'B', points: rational(10, 3), otherPoints: rational(3331, 1000) },
      'A has more points than B (3.333 to 3.331).',
    ],
  ])('in %s, %s is written with the figures that it needs', (lang, key, values, sentence) => {
    expect(new Words(lang).say(key, values)).toBe(sentence);
  });

  it('keep names apart that run the other way', () => {
    expect(new Words('ar').say('budget.nobody', { option: 'Park (2)' })).toContain('\u2068Park (2)\u2069');
    expect(new Words('en').say('budget.nobody', { option: 'حديقة' })).toContain('\u2068حديقة\u2069');
    expect(new Words('en').say('budget.nobody', { option: 'Park' })).toBe('Nobody supports Park.');
    expect(new Words('ar').say('ties.nobody', { number: '7' })).not.toMatch(/\u2068/);
  });

  it.each(locales)('in %s leave no place empty and show no key', (lang) => {
    const words = new Words(lang);
    for (const { key, values } of rareLines())
      expect(words.say(key, values)).not.toMatch(/\{\{|voting:|undefined/);
  });
});
