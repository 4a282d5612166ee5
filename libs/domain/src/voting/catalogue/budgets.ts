import { equalShares } from '../methods/equal-shares';
import { greedy } from '../methods/greedy';
import { phragmen } from '../methods/phragmen';
import type { Asked } from './asked';
import type { Method } from './method';

const score = ['votes', 'points'] as const;
const satisfaction = ['cost', 'cardinality', 'points'] as const;
const completion = ['none', 'greedy', 'add1', 'add1u'] as const;
const noYes = ['no', 'yes'] as const;

const asks = {
  ballots: ['approval', 'points', 'ranked'],
  needs: 'budget',
} as const satisfies Partial<Method>;

const greedily = (asked: Asked, per: 'project' | 'cost') =>
  greedy(asked.budgetBallots(), {
    budget: asked.budget(),
    score: asked.word('score', score),
    per,
    ties: asked.ties,
  });

/** Methods that spend a budget on projects. */
export const budgets = [
  { name: 'greedy', ...asks, settings: { score }, count: (asked) => greedily(asked, 'project') },
  { name: 'greedy-per-cost', ...asks, settings: { score }, count: (asked) => greedily(asked, 'cost') },
  {
    name: 'equal-shares',
    ...asks,
    settings: { satisfaction, completion, increment: 'number', exhaustive: noYes, integral: noYes },
    count: (asked) =>
      equalShares(asked.budgetBallots(), {
        budget: asked.budget(),
        satisfaction: asked.word('satisfaction', satisfaction),
        completion: asked.word('completion', completion),
        increment: asked.number('increment'),
        exhaustive: asked.word('exhaustive', noYes) === 'yes',
        integral: asked.word('integral', noYes) === 'yes',
        ties: asked.ties,
      }),
  },
  {
    name: 'phragmen',
    ...asks,
    settings: {},
    count: (asked) => phragmen(asked.budgetBallots(), { budget: asked.budget(), ties: asked.ties }),
  },
] as const satisfies readonly Method[];
