import type { MajorityShare, MajorityStage } from '../methods/majority';
import { floor, minus, rational, times, zero } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

type Answers = Extract<MajorityStage, { kind: 'answers' }>;
type Check = Exclude<MajorityStage, Answers>;

/** Yes, no or abstention. */
export function tellMajority(told: Told, answers: Answers, stages: readonly MajorityStage[]): Telling {
  const { yes, no, abstain, invalid, present } = answers;
  const checks = stages.flatMap((stage) => (stage.kind === 'answers' ? [] : [checked(stage)]));
  const votes: Line[] = [line('majority.yes', { count: yes }), line('majority.no', { count: no })];
  if (told.options.some(({ id }) => id === 'abstain'))
    votes.push(line('majority.abstain', { count: abstain }));
  if (invalid > 0) votes.push(line('majority.invalid', { count: invalid }));
  votes.push(line('majority.present', { count: present }));
  return {
    winners: [line(`majority.${outcomeOf(told)}`)],
    steps: [...votes, ...checks],
    reason(option) {
      const id = told.options[option]?.id;
      if (id === 'yes') return [line('majority.yes', { count: yes }), ...checks];
      if (id === 'no') return [line('majority.no', { count: no }), ...checks];
      if (id === 'abstain') return [line('majority.abstained', { count: abstain })];
      return [line('majority.noAnswer', { option: told.name(option) })];
    },
  };
}

function outcomeOf(told: Told): 'accepted' | 'rejected' | 'open' | 'undecided' {
  const fate = (id: string) => told.fate(told.options.findIndex((option) => option.id === id));
  if (fate('yes') === 'chosen') return 'accepted';
  if (fate('no') === 'chosen') return 'rejected';
  return fate('yes') === 'open' ? 'open' : 'undecided';
}

/** A motion to which nobody said yes is not accepted, whatever share it needs. */
function checked({ kind, votes, of, share, held }: Check): Line {
  const least = kind === 'majority' ? 1 : 0;
  const needed = Math.max(fewest(of, share), least);
  return line(`majority.${kind}.${held && votes >= least ? 'held' : 'missed'}`, { votes, of, needed });
}

/** The fewest who are enough. */
function fewest(of: number, { share, reached }: MajorityShare): number {
  const part = times(share, rational(of));
  return Number(reached === 'above' ? floor(part) + 1n : -floor(minus(zero, part)));
}
