import { approval } from '../methods/approval';
import { borda } from '../methods/borda';
import { copeland } from '../methods/copeland';
import { irv } from '../methods/irv';
import { majority } from '../methods/majority';
import { meekStv } from '../methods/meek-stv';
import { minimax } from '../methods/minimax';
import { blockVote, cumulativeVote, limitedVote } from '../methods/plurality-at-large';
import { rankedPairs } from '../methods/ranked-pairs';
import { schulze } from '../methods/schulze';
import { score } from '../methods/score';
import { scottishStv } from '../methods/scottish-stv';
import { singleChoice } from '../methods/single-choice';
import { twoRound } from '../methods/two-round';
import { wigmStv } from '../methods/wigm-stv';
import { rational } from '../rational';
import type { Asked } from './asked';
import type { Method } from './method';

const unranked = ['below', 'silent'] as const;
const strength = ['winning-votes', 'margins'] as const;
const pairsStrength = ['margins', 'winning-votes'] as const;
const measure = ['winning-votes', 'margins', 'opposition'] as const;
const variant = ['classic', 'modified', 'dowdall'] as const;
const bordaUnranked = ['shared', 'nothing'] as const;
const unscored = ['zero', 'silent'] as const;
const of = ['cast', 'present', 'all'] as const;
const reached = ['above', 'at'] as const;
const abstention = ['left-out', 'no'] as const;
const tie = ['rejects', 'open'] as const;
const look = ['none', 'backwards', 'forwards'] as const;
const scottishLook = ['backwards', 'forwards', 'none'] as const;

const byTransfer = (asked: Asked, looks: typeof look | typeof scottishLook) => ({
  seats: asked.seats(),
  look: asked.word('look', looks),
  ties: asked.ties,
});

const byPairs = (asked: Asked) => ({
  seats: asked.seatsOrOne(),
  unranked: asked.word('unranked', unranked),
  ties: asked.ties,
});

const most = (asked: Asked) => ({ seats: asked.seatsOrOne(), ties: asked.ties });

/** Methods that elect people or choose among answers. */
export const elections = [
  {
    name: 'scottish-stv',
    ballots: ['ranked'],
    needs: 'seats',
    settings: { look: scottishLook },
    count: (asked) => scottishStv(asked.ranked(), byTransfer(asked, scottishLook)),
  },
  {
    name: 'wigm-stv',
    ballots: ['ranked'],
    needs: 'seats',
    settings: { look },
    count: (asked) => wigmStv(asked.ranked(), byTransfer(asked, look)),
  },
  {
    name: 'meek-stv',
    ballots: ['ranked'],
    needs: 'seats',
    settings: {},
    count: (asked) => meekStv(asked.ranked(), { seats: asked.seats(), ties: asked.ties }),
  },
  {
    name: 'irv',
    ballots: ['ranked'],
    settings: { look },
    count: (asked) => {
      const looks = asked.word('look', look);
      return irv(asked.ranked(), { ...(looks && looks !== 'none' && { look: looks }), ties: asked.ties });
    },
  },
  {
    name: 'two-round',
    ballots: ['ranked'],
    settings: {},
    count: (asked) => twoRound(asked.ranked(), { ties: asked.ties }),
  },
  {
    name: 'schulze',
    ballots: ['ranked'],
    settings: { unranked, strength },
    count: (asked) =>
      schulze(asked.ranked(), { ...byPairs(asked), strength: asked.word('strength', strength) }),
  },
  {
    name: 'ranked-pairs',
    ballots: ['ranked'],
    settings: { unranked, strength: pairsStrength },
    count: (asked) =>
      rankedPairs(asked.ranked(), { ...byPairs(asked), strength: asked.word('strength', pairsStrength) }),
  },
  {
    name: 'copeland',
    ballots: ['ranked'],
    settings: { unranked },
    count: (asked) => copeland(asked.ranked(), byPairs(asked)),
  },
  {
    name: 'minimax',
    ballots: ['ranked'],
    settings: { unranked, measure },
    count: (asked) => minimax(asked.ranked(), { ...byPairs(asked), measure: asked.word('measure', measure) }),
  },
  {
    name: 'borda',
    ballots: ['ranked'],
    settings: { variant, unranked: bordaUnranked },
    count: (asked) =>
      borda(asked.ranked(), {
        ...most(asked),
        variant: asked.word('variant', variant),
        unranked: asked.word('unranked', bordaUnranked),
      }),
  },
  {
    name: 'approval',
    ballots: ['approval'],
    settings: {},
    count: (asked) => approval(asked.approvals(), most(asked)),
  },
  {
    name: 'score',
    ballots: ['points'],
    settings: { most: 'whole number', unscored },
    count: (asked) =>
      score(asked.points(), {
        ...most(asked),
        most: asked.whole('most'),
        unscored: asked.word('unscored', unscored),
      }),
  },
  {
    name: 'single-choice',
    ballots: ['approval', 'ranked'],
    settings: {},
    count: (asked) => singleChoice(asked.choices(), most(asked)),
  },
  {
    name: 'block',
    ballots: ['approval'],
    needs: 'seats',
    settings: {},
    count: (asked) => blockVote(asked.approvals(), { seats: asked.seats(), ties: asked.ties }),
  },
  {
    name: 'limited',
    ballots: ['approval'],
    needs: 'seats',
    settings: { votes: 'whole number' },
    count: (asked) => {
      const seats = asked.seats();
      return limitedVote(asked.approvals(), {
        seats,
        votes: asked.whole('votes') ?? Math.max(1, seats - 1),
        ties: asked.ties,
      });
    },
  },
  {
    name: 'cumulative',
    ballots: ['points'],
    needs: 'seats',
    settings: { votes: 'whole number', 'per-option': 'whole number' },
    count: (asked) =>
      cumulativeVote(asked.points(), {
        seats: asked.seats(),
        votes: asked.whole('votes'),
        perOption: asked.whole('per-option'),
        ties: asked.ties,
      }),
  },
  {
    name: 'majority',
    ballots: ['approval', 'ranked'],
    settings: {
      of,
      share: 'number',
      reached,
      abstention,
      tie,
      entitled: 'whole number',
      present: 'whole number',
      quorum: 'number',
      'quorum-reached': reached,
      consent: 'number',
    },
    count: (asked) => {
      const [quorum, consent] = [asked.number('quorum'), asked.number('consent')];
      return majority(asked.choices(), {
        majority: {
          of: asked.word('of', of) ?? 'cast',
          share: asked.number('share') ?? rational(1, 2),
          reached: asked.word('reached', reached) ?? 'above',
        },
        ...(quorum && {
          quorum: { share: quorum, reached: asked.word('quorum-reached', reached) ?? 'above' },
        }),
        ...(consent && { consent: { share: consent, reached: 'at' } }),
        abstention: asked.word('abstention', abstention) === 'no' ? 'no' : 'left out',
        tie: asked.word('tie', tie) ?? 'rejects',
        entitled: asked.whole('entitled'),
        present: asked.whole('present'),
        ties: asked.ties,
      });
    },
  },
] as const satisfies readonly Method[];
