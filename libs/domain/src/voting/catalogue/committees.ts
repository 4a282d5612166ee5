import { committeeEqualShares } from '../methods/committees/committee-equal-shares';
import { committeePhragmen } from '../methods/committees/committee-phragmen';
import { satisfactionApproval } from '../methods/committees/satisfaction-approval';
import {
  chamberlinCourant,
  proportionalApproval,
  sequentialChamberlinCourant,
  sequentialProportionalApproval,
} from '../methods/committees/thiele';
import type { Asked } from './asked';
import type { Method } from './method';

const completion = ['phragmen', 'approval', 'none'] as const;

const asks = { ballots: ['approval'], needs: 'seats', settings: {} } as const satisfies Partial<Method>;

const committee = (asked: Asked) => ({ seats: asked.seats(), ties: asked.ties });

/** Methods that elect several by approvals, so that groups are represented. By approvals alone is `approval`. */
export const committees = [
  { name: 'sav', ...asks, count: (asked) => satisfactionApproval(asked.approvals(), committee(asked)) },
  { name: 'pav', ...asks, count: (asked) => proportionalApproval(asked.approvals(), committee(asked)) },
  {
    name: 'seq-pav',
    ...asks,
    count: (asked) => sequentialProportionalApproval(asked.approvals(), committee(asked)),
  },
  {
    name: 'chamberlin-courant',
    ...asks,
    count: (asked) => chamberlinCourant(asked.approvals(), committee(asked)),
  },
  {
    name: 'seq-chamberlin-courant',
    ...asks,
    count: (asked) => sequentialChamberlinCourant(asked.approvals(), committee(asked)),
  },
  {
    name: 'committee-phragmen',
    ...asks,
    count: (asked) => committeePhragmen(asked.approvals(), committee(asked)),
  },
  {
    name: 'committee-equal-shares',
    ...asks,
    settings: { completion },
    count: (asked) =>
      committeeEqualShares(asked.approvals(), {
        ...committee(asked),
        completion: asked.word('completion', completion),
      }),
  },
] as const satisfies readonly Method[];
