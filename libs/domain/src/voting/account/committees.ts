import type { CommitteeEqualSharesStage } from '../methods/committees/committee-equal-shares';
import type { BestCommitteeStage, ElectedStage } from '../methods/committees/thiele';
import type { OptionIndex } from '../profile';
import { compareRationals } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

/** The committee that is worth most. */
export function tellBestCommittee(told: Told, stage: BestCommitteeStage): Telling {
  const { members, worth, approving, without, instead } = stage;
  return {
    steps: [
      line('committee.best', { options: told.names(members), worth }),
      ...approving.flatMap((count, number) =>
        count > 0 ? [line('committee.approving', { number, count })] : [],
      ),
    ],
    reason(option) {
      const own = without.find(({ member }) => member === option);
      const name = told.name(option);
      if (own)
        return [
          line('committee.member', { option: name, count: own.supporters, worth, otherWorth: own.worth }),
        ];
      const other = instead.find((each) => each.option === option);
      if (other?.of === undefined) return [line('seats.none')];
      const values = { option: name, other: told.name(other.of), count: other.supporters, worth };
      if (compareRationals(other.worth, worth) === 0) return [line('committee.insteadEqual', values)];
      return [line('committee.instead', { ...values, otherWorth: other.worth })];
    },
  };
}

/** One by one whoever raises the worth of the committee most. */
export function tellElected(told: Told, stages: readonly ElectedStage[]): Telling {
  const gainOf = ({ gains }: ElectedStage, option: OptionIndex) =>
    gains.find((each) => each.option === option)?.gain;
  const step = (stage: ElectedStage): Line[] => {
    const gain = gainOf(stage, stage.option);
    const number = stages.indexOf(stage) + 1;
    return gain ? [line('elected.seat', { number, option: told.name(stage.option), gain })] : [];
  };
  const compared = (stage: ElectedStage, option: OptionIndex, other: OptionIndex): Line[] => {
    const [gain, otherGain] = [gainOf(stage, option), gainOf(stage, other)];
    if (!gain || !otherGain) return [];
    const difference = compareRationals(gain, otherGain);
    const key = difference > 0 ? 'elected.ahead' : difference < 0 ? 'elected.behind' : 'elected.level';
    const number = stages.indexOf(stage) + 1;
    const names = { number, option: told.name(option), other: told.name(other) };
    return [line(key, { ...names, gain, ...(difference !== 0 && { otherGain }) })];
  };
  return {
    steps: stages.flatMap(step),
    order: stages.map(({ option }) => option),
    reason(option) {
      const own = stages.find((stage) => stage.option === option);
      const last = stages.at(-1);
      if (!own) return last ? compared(last, option, last.option) : [];
      const others = own.gains.filter((each) => each.option !== option);
      const [next] = others.sort((a, b) => compareRationals(b.gain, a.gain));
      return [...step(own), ...(next ? compared(own, option, next.option) : [told.alone(option)])];
    },
  };
}

/** Seats that are paid for, by Phragmén's rule and by equal shares. */
export function tellPaid(told: Told, stages: readonly CommitteeEqualSharesStage[]): Telling {
  const lastSeated = stages.findLast((stage) => stage.kind === 'seated');
  // Where purses were used before, all get more than is in them.
  const more = stages.some(({ kind }) => kind === 'paid' || kind === 'short') ? 'More' : '';
  const lastApproved = stages.findLast((stage) => stage.kind === 'approved');
  const step = (stage: CommitteeEqualSharesStage): Line[] => {
    if (stage.kind === 'filled') return [line('paid.filled', { options: told.names(stage.options) })];
    const values = { option: told.name(stage.option), count: stage.supporters };
    switch (stage.kind) {
      case 'paid': {
        const { price, inFull, supporters } = stage;
        if (inFull === supporters) return [line('paid.bought', { ...values, price })];
        return [line('paid.boughtPart', { ...values, price, inFull })];
      }
      case 'seated':
        return [line(`paid.seated${more}`, { ...values, time: stage.time })];
      case 'approved':
        return [line('paid.approved', values)];
      default:
        return [];
    }
  };
  const missing = (stage: CommitteeEqualSharesStage): Line[] => {
    if (stage.kind !== 'short' && stage.kind !== 'unseated') return [];
    const { option, supporters } = stage;
    const values = { option: told.name(option), count: supporters };
    if (stage.kind === 'short') {
      const lines = supporters > 0 ? [line('paid.short', { ...values, money: stage.money })] : [];
      if (!lastApproved || lastApproved.option === option) return lines;
      return [...lines, ...fewer(option, supporters, lastApproved.option, lastApproved.supporters)];
    }
    if (!stage.time) return [line('paid.nobody', { option: values.option })];
    if (!lastSeated) return [line('paid.late', { ...values, time: stage.time })];
    const last = { other: told.name(lastSeated.option), otherTime: lastSeated.time };
    return [line(`paid.later${more}`, { ...values, time: stage.time, ...last })];
  };
  /** Seats that are left go to those whom most approve of. */
  const fewer = (option: OptionIndex, count: number, other: OptionIndex, otherVotes: number): Line[] => {
    if (stages.some((stage) => stage.kind === 'approved' && stage.option === option)) return [];
    const values = { option: told.name(option), count, other: told.name(other) };
    return [count < otherVotes ? line('paid.fewer', { ...values, otherVotes }) : line('paid.equal', values)];
  };
  return {
    steps: stages.flatMap(step),
    reason(option) {
      const lines = stages.flatMap((stage): Line[] => {
        if (stage.kind === 'filled')
          return stage.options.includes(option) ? [line('paid.last', { option: told.name(option) })] : [];
        if (stage.option !== option) return [];
        return [...step(stage), ...missing(stage)];
      });
      return lines.length > 0 ? lines : [line('paid.nobody', { option: told.name(option) })];
    },
  };
}
