import type { EqualSharesStage } from '../methods/equal-shares';
import type { OptionIndex } from '../profile';
import { minus } from '../rational';
import { costsIn, funded, tellGreedy } from './budgets';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

type Kind<Of extends EqualSharesStage['kind']> = Extract<EqualSharesStage, { kind: Of }>;

/** The Method of Equal Shares. */
export function tellEqualShares(
  told: Told,
  shares: Kind<'shares'>,
  stages: readonly EqualSharesStage[],
): Telling {
  const unit = shares.satisfaction === 'points' ? 'Points' : '';
  const turns = tellGreedy(
    told,
    stages.filter((stage) => stage.kind === 'turn'),
  );
  const exceeded = stages.find((stage) => stage.kind === 'exceeded');
  const last = stages.findLast((stage) => stage.kind === 'bought');
  const compared = stages.find((stage) => stage.kind === 'compared');

  const bought = ({ project, cost, supporters, price, inFull, left }: Kind<'bought'>) => {
    const values = { option: told.name(project), cost, count: supporters, price, left };
    if (inFull === supporters) return line(`shares.bought${unit}`, values);
    return line(`shares.boughtPart${unit}`, { ...values, inFull });
  };
  const step = (stage: EqualSharesStage): Line[] => {
    switch (stage.kind) {
      case 'shares':
        return begun(stage);
      case 'free':
        return [line('shares.free', { option: told.name(stage.project), count: stage.supporters })];
      case 'bought':
        return [bought(stage)];
      case 'exceeded': {
        const { share, projects, cost } = stage;
        return [line('shares.exceeded', { share, options: told.names(projects), cost })];
      }
      case 'compared': {
        const { forShares, forGreedy } = stage;
        const key = forGreedy > forShares ? 'shares.greedyPreferred' : 'shares.sharesPreferred';
        return [line(key, { votes: forShares, otherVotes: forGreedy })];
      }
      default:
        return [];
    }
  };
  /** Why those who support a project could not pay for it. */
  const short = ({ project, cost, supporters, money }: Kind<'short'>): Line[] => {
    const option = told.name(project);
    if (supporters === 0) return [line('budget.nobody', { option })];
    const lines = [
      line('shares.short', { option, cost, count: supporters, money, missing: minus(cost, money) }),
    ];
    if (exceeded?.projects.includes(project))
      lines.push(line('shares.tooMuch', { option, share: exceeded.share }));
    else if (last) lines.push(line(`shares.compare${unit}`, compare(last)));
    return lines;
  };
  const compare = ({ project, cost, supporters, price }: Kind<'bought'>) => ({
    other: told.name(project),
    cost,
    count: supporters,
    price,
  });
  const own = (option: OptionIndex): Line[] =>
    stages.flatMap((stage) => {
      if (!('project' in stage) || stage.project !== option) return [];
      if (stage.kind === 'short') return short(stage);
      if (stage.kind !== 'worthless') return step(stage);
      const names = { option: told.name(option) };
      return [stage.supporters > 0 ? line('shares.worthless', names) : line('budget.nobody', names)];
    });
  const byGreedy = compared && compared.forGreedy > compared.forShares ? compared.greedy : undefined;
  return {
    winners: funded(told, costsIn(stages)),
    steps: [
      ...stages.filter(({ kind }) => kind !== 'compared').flatMap(step),
      ...(turns.steps.length > 0 ? [line('shares.rest'), ...turns.steps] : []),
      ...(compared ? step(compared) : []),
    ],
    order: orderIn(stages),
    reason(option) {
      const lines = [...own(option), ...turns.reason(option)];
      if (!byGreedy) return lines;
      const key = byGreedy.includes(option) ? 'shares.byGreedy' : 'shares.notByGreedy';
      return [...lines, line(key, { option: told.name(option) })];
    },
  };
}

function begun({ people, share, raises, increment }: Kind<'shares'>): Line[] {
  if (raises === 0) return [line('shares.begun', { count: people, share })];
  return [
    line('shares.begun', { count: people, share }),
    line('shares.raised', { count: raises, increment }),
  ];
}

/** What was bought in its order; then what had a turn. */
function orderIn(stages: readonly EqualSharesStage[]): OptionIndex[] {
  const first = stages.filter(({ kind }) => kind === 'free' || kind === 'bought');
  const turns = stages.filter(({ kind }) => kind === 'turn');
  return [...first, ...turns, ...stages].flatMap((stage) => ('project' in stage ? [stage.project] : []));
}
