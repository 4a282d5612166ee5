import type { OptionIndex } from '../profile';
import type { Result } from '../result';
import type { Tie, TieRule } from '../ties';
import { type Line, line } from './line';
import type { Told } from './told';

/** As many outcomes are told of; the others are only counted. */
const MOST = 50;

type Decided = Pick<Result<unknown>, 'outcomes' | 'complete' | 'tieRule' | 'ties'>;

/** What could not be told apart, and what came of it. */
export function tellTies(told: Told, { outcomes, complete, tieRule, ties }: Decided): Line[] {
  const lines = withoutTwice(ties.map((tie) => decided(told, tie, tieRule)));
  if (tieRule.kind !== 'all') return lines;
  if (!told.open) return ties.length > 0 ? [line('ties.same')] : [];
  const possible = outcomes.slice(0, MOST).map((outcome, at) => {
    const options = counted(told, outcome);
    return options.length > 0
      ? line('ties.outcome', { number: at + 1, options })
      : line('ties.nobody', { number: at + 1 });
  });
  return [
    line('ties.open', { count: outcomes.length }),
    ...possible,
    ...(outcomes.length > MOST ? [line('ties.more', { count: outcomes.length - MOST })] : []),
    ...(complete ? [] : [line('ties.incomplete')]),
    ...lines,
  ];
}

/** How ties went for an option: the one that it won or that put it out, or else the last one that it lost. */
export function tiesOf(told: Told, option: OptionIndex, { outcomes, tieRule, ties }: Decided): Line[] {
  if (tieRule.kind === 'all') {
    if (told.fate(option) !== 'open') return [];
    const number = outcomes.filter((outcome) => outcome.includes(option)).length;
    return [line('ties.some', { option: told.name(option), number, count: outcomes.length })];
  }
  const met = ties.filter(({ among }) => concerns(among, option));
  const taken = met.filter((tie) => tie.taken.includes(option));
  const lost = told.fate(option) === 'not' ? met.filter((tie) => tie.for !== 'lose') : [];
  return [...(taken.length > 0 ? taken : lost).slice(-1)].map((tie) => decided(told, tie, tieRule));
}

/** Whether an option is one of the equals, or in some of several sets and not in all. */
function concerns(among: Tie['among'], option: OptionIndex): boolean {
  const within = among.filter((set) => set.includes(option)).length;
  return within > 0 && within < among.length;
}

function decided(told: Told, tie: Tie, rule: TieRule): Line {
  const key = `ties.${tie.for}.${rule.kind}`;
  const seed: Line['values'] = rule.kind === 'lot' ? { seed: rule.seed } : {};
  if (tie.for === 'set') return line(key, { taken: told.names(tie.taken), ...seed });
  return line(key, { options: told.names(tie.among.flat()), taken: told.name(tie.taken[0] ?? -1), ...seed });
}

/** By name, lists with as many seats as they have: `Greens: 2`. */
function counted(told: Told, outcome: readonly OptionIndex[]): string[] {
  return [...new Set(outcome)].map((option) => {
    const seats = outcome.filter((each) => each === option).length;
    return outcome.length > new Set(outcome).size ? `${told.name(option)}: ${seats}` : told.name(option);
  });
}

function withoutTwice(lines: readonly Line[]): Line[] {
  const seen = new Map(lines.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()];
}
