import type { MeekStage } from '../methods/meek-stv';
import type { GregoryStage } from '../methods/weighted-inclusive-gregory';
import type { OptionIndex } from '../profile';
import { compareRationals, parseRational, zero } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

type Stage = GregoryStage | MeekStage;

const exact = (figures: string) => parseRational(figures) ?? zero;

/** The single transferable vote, by transfers of surpluses or by Meek's factors. */
export function tellStv(told: Told, stages: readonly Stage[]): Telling {
  /** Whoever is neither elected nor excluded before a stage. */
  const hopefulAt = (at: number) => {
    const gone = stages
      .slice(0, at)
      .flatMap(({ elected, kind, option }) => [
        ...elected,
        ...(kind === 'exclusion' && option !== undefined ? [option] : []),
      ]);
    return told.standing.filter((option) => !gone.includes(option));
  };
  /** Transfers have taken place when the votes of a stage are noted, and exclusions by Meek have not. */
  const votesBefore = (at: number) => {
    const stage = stages[at];
    return stage && 'cutOff' in stage ? stages[at - 1]?.votes : stage?.votes;
  };
  const figuresOf = (option: OptionIndex, votes: Stage['votes'] = []) =>
    votes.find((each) => each.option === option)?.votes ?? '0';
  const elected = (at: number, option: OptionIndex): Line => {
    const { kind, votes, quota } = stages[at] as Stage;
    const values = {
      number: at + 1,
      option: told.name(option),
      votes: { figures: figuresOf(option, votes) },
    };
    if (kind === 'remaining') return line('stv.remaining', values);
    return line('stv.elected', { ...values, quota: { figures: quota } });
  };
  const excluded = (at: number, option: OptionIndex) =>
    line('rounds.excluded', {
      number: at + 1,
      option: told.name(option),
      votes: { figures: figuresOf(option, votesBefore(at)) },
    });
  /** Why one of several goes first who had as many votes, or by Meek so nearly as many that it is as good as the same. */
  const equals = (at: number): Line[] => {
    const stage = stages[at] as Stage;
    const { equals = [] } = stage;
    if (equals.length < 2) return [];
    const options = told.names(equals);
    const isClose =
      !('cutOff' in stage) && new Set(equals.map((option) => figuresOf(option, stage.votes))).size > 1;
    return [
      ...(isClose ? [line('stv.close', { options })] : []),
      ...(told.tied(equals) ? [] : [line('rounds.earlier', { options })]),
    ];
  };
  const step = (stage: Stage, at: number): Line[] => {
    const lines: Line[] = [];
    const { kind, option } = stage;
    if (kind === 'first') lines.push(...begun(told, stage));
    if (kind === 'surplus' && option !== undefined) {
      const surplus = { figures: stage.surplus ?? '0' };
      lines.push(line('stv.surplus', { number: at + 1, option: told.name(option), surplus }));
    }
    if (kind === 'exclusion' && option !== undefined) lines.push(excluded(at, option));
    lines.push(...equals(at));
    return [...lines, ...stage.elected.map((each) => elected(at, each))];
  };
  return {
    steps: [...stages.flatMap(step), ...ended(told, stages.at(-1))],
    order: orderIn(stages, told.standing),
    reason(option) {
      const at = stages.findIndex((stage) => stage.elected.includes(option));
      if (at >= 0) return [elected(at, option)];
      const out = stages.findIndex((stage) => stage.kind === 'exclusion' && stage.option === option);
      const stage = stages[out];
      const last = stages.at(-1);
      if (!stage) return last ? [left(told, stages.length, option, figuresOf(option, last.votes), last)] : [];
      const votes = votesBefore(out);
      const rest = hopefulAt(out).filter((other) => other !== option);
      const [next] = rest.sort((a, b) =>
        compareRationals(exact(figuresOf(a, votes)), exact(figuresOf(b, votes))),
      );
      if (next === undefined) return [excluded(out, option)];
      const others = { other: told.name(next), otherVotes: { figures: figuresOf(next, votes) } };
      return [excluded(out, option), line('rounds.next', others), ...equals(out)];
    },
  };
}

function begun(told: Told, { quota, votes }: Stage): Line[] {
  return [
    line('stv.first', { quota: { figures: quota } }),
    ...[...votes]
      .sort((a, b) => compareRationals(exact(b.votes), exact(a.votes)))
      .map(({ option, votes }) =>
        line('rounds.has', { number: 1, option: told.name(option), votes: { figures: votes } }),
      ),
  ];
}

/** What the elected keep of each vote, and which votes found nobody. */
function ended(told: Told, last: Stage | undefined): Line[] {
  if (!last) return [];
  const keep =
    'cutOff' in last ? [] : last.votes.filter(({ keep }) => exact(keep).n > 0n && exact(keep).d > 1n);
  return [
    ...keep.map(({ option, keep }) =>
      line('stv.keep', { option: told.name(option), keep: { figures: keep } }),
    ),
    line('stv.lost', { votes: { figures: last.nonTransferable } }),
  ];
}

function left(told: Told, number: number, option: OptionIndex, figures: string, { quota }: Stage): Line {
  const votes = { figures };
  return line('stv.left', { number, option: told.name(option), votes, quota: { figures: quota } });
}

/** The elected, those who were left, and the excluded from the last one on. */
function orderIn(stages: readonly Stage[], standing: readonly OptionIndex[]): OptionIndex[] {
  const elected = stages.flatMap((stage) => stage.elected);
  const excluded = stages.flatMap(({ kind, option }) =>
    kind === 'exclusion' && option !== undefined ? [option] : [],
  );
  const rest = standing.filter((option) => !elected.includes(option) && !excluded.includes(option));
  return [...elected, ...rest, ...excluded.reverse()];
}
