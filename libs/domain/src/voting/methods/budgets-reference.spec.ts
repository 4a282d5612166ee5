import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReference } from '@zbor/testing';
import { type Pabulib, readPabulib } from '../formats/pabulib';
import type { ApprovalBallot, Profile, Project } from '../profile';
import { totalWeight } from '../profile';
import { over, rational } from '../rational';
import type { Result } from '../result';
import { amount, priced } from '../testing/budgets';
import { all, outcomes } from '../testing/profiles';
import { ReferenceTable } from '../testing/reference-table';
import { type EqualSharesSettings, equalShares } from './equal-shares';
import { type GreedyOrder, greedy } from './greedy';
import { phragmen } from './phragmen';

type Settings = Omit<EqualSharesSettings, 'budget' | 'ties'>;
type Rule = (file: Pabulib) => Result<unknown>;

const greedily =
  (order: GreedyOrder): Rule =>
  ({ profile, budget }) =>
    greedy(profile, { ...order, budget, ties: all });
const shared =
  (settings: Settings): Rule =>
  ({ profile, budget }) =>
    equalShares(profile, { ...settings, budget, ties: all });

/** What the references call these rules. */
const pabutools: Record<string, Rule> = {
  greedy_cost: greedily({}),
  greedy_cardinality: greedily({ per: 'cost' }),
  greedy_points: greedily({ score: 'points', per: 'cost' }),
  greedy_borda: greedily({ score: 'points', per: 'cost' }),
  mes_cost: shared({}),
  mes_cardinality: shared({ satisfaction: 'cardinality' }),
  mes_points: shared({ satisfaction: 'points' }),
  mes_borda: shared({ satisfaction: 'points' }),
  mes_cost_then_greedy_cost: shared({ completion: 'greedy' }),
  mes_cardinality_then_greedy_cardinality: shared({ satisfaction: 'cardinality', completion: 'greedy' }),
  mes_points_then_greedy_points: shared({ satisfaction: 'points', completion: 'greedy' }),
  mes_borda_then_greedy_borda: shared({ satisfaction: 'points', completion: 'greedy' }),
  mes_cost_add1pct_increase: (file) => {
    const people = totalWeight(file.profile.ballots);
    const increment = over(file.budget, rational(100 * people));
    return shared({ completion: 'add1', exhaustive: true, increment })(file);
  },
  phragmen: ({ profile, budget }) => phragmen(profile, { budget, ties: all }),
};

const equalSharesTool: Record<string, Rule> = {
  none: shared({}),
  utilitarian: shared({ completion: 'greedy' }),
  add1: shared({ completion: 'add1' }),
  add1u: shared({ completion: 'add1u' }),
  add1u_cmp_satisfaction: shared({ completion: 'add1u', compared: true }),
  add1u_exhaustive_integral: shared({ completion: 'add1u', exhaustive: true, integral: true }),
};

/** How cities say they chose. */
const official: Record<string, Rule> = {
  'sort by votes, skip unaffordable': greedily({}),
  'sort by score, skip unaffordable': greedily({ score: 'points' }),
};

interface Expected {
  winners: string[];
  /** Where equals were met: the winners when they are taken the other way round. */
  winners_reverse_lexico?: string[];
}

interface ExpectedFile {
  vote_type: string;
  num_projects: number;
  num_ballots: number;
  official_selected: string[] | null;
  official_equals?: string[];
  pabutools: Record<string, Expected>;
  equalshares_tool?: Record<string, Expected | number>;
}

const winnersOf = ({ profile }: Pabulib, { outcomes }: Result<unknown>) =>
  outcomes.map((outcome) => outcome.map((each) => profile.options[each]?.id ?? '').sort());

describeReference('pb/expected.json', 'budgets of Pabulib', (path) => {
  const files: Record<string, ExpectedFile> = JSON.parse(readFileSync(path, 'utf8'));
  const table = new ReferenceTable();
  afterAll(() => table.print());

  for (const [name, expected] of Object.entries(files)) {
    describe(name, () => {
      let file: Pabulib;
      beforeAll(async () => {
        file = await readPabulib(createReadStream(join(path, '../instances', name), 'utf8'));
      });

      const check = (set: string, rule: Rule, { winners, winners_reverse_lexico: reverse }: Expected) =>
        it(`gives what ${set} gave`, () => {
          const found = winnersOf(file, rule(file)).sort();
          const wanted = [winners, ...(reverse ? [reverse] : [])].map((each) => [...each].sort()).sort();
          table.count(set, JSON.stringify(found) === JSON.stringify(wanted));
          expect(found).toEqual(wanted);
        });

      it('is read whole', () => {
        const { voteType, profile } = file;
        const read = [voteType, profile.options.length, totalWeight(profile.ballots)];
        expect(read).toEqual([expected.vote_type, expected.num_projects, expected.num_ballots]);
      });
      for (const [set, of] of Object.entries(expected.pabutools)) {
        const rule = pabutools[set];
        if (rule) check(`pabutools ${set}`, rule, of);
        else table.leaveOut('pabutools', `${name} ${set}`, 'no rule is called so');
      }
      for (const [set, of] of Object.entries(expected.equalshares_tool ?? {})) {
        const rule = equalSharesTool[set];
        if (typeof of === 'number') continue;
        if (rule) check(`equalshares.net ${set}`, rule, of);
        else table.leaveOut(`equalshares.net ${set}`, name, 'no rule is called so');
      }
      for (const how of expected.official_equals ?? []) {
        const rule = official[how] ?? equalSharesTool[how.replace('equalshares_tool.', '')];
        const ordinal = expected.vote_type === 'ordinal';
        if (rule && !ordinal) {
          it(`can give what the town chose: ${how}`, () => {
            const found = winnersOf(file, rule(file)).map((winners) => winners.join(' '));
            const chosen = [...(expected.official_selected ?? [])].sort().join(' ');
            table.count(`the town, ${how}`, found.includes(chosen));
            expect(found).toContain(chosen);
          });
        } else {
          const reason = ordinal
            ? 'gives its last rank a point'
            : 'no rule here stops at the first that is too dear';
          table.leaveOut(`the town, ${how}`, name, reason);
        }
      }
    });
  }
});

interface SmallCase {
  name: string;
  costs: Record<string, number>;
  budget: number;
  ballots: string[][];
}

const iterated: Settings = { completion: 'add1', exhaustive: true, increment: rational(1, 10) };

const small: Record<string, (profile: Profile<ApprovalBallot, Project>, budget: number) => Result<unknown>> =
  {
    greedy_cost: (profile, budget) => greedy(profile, { budget: amount(budget), ties: all }),
    greedy_cardinality: (profile, budget) =>
      greedy(profile, { budget: amount(budget), per: 'cost', ties: all }),
    mes_cost: (profile, budget) => equalShares(profile, { budget: amount(budget), ties: all }),
    mes_cardinality: (profile, budget) =>
      equalShares(profile, { budget: amount(budget), satisfaction: 'cardinality', ties: all }),
    'mes_cost_iterated_increment_0.1': (profile, budget) =>
      equalShares(profile, { ...iterated, budget: amount(budget), ties: all }),
    'mes_cardinality_iterated_increment_0.1': (profile, budget) =>
      equalShares(profile, { ...iterated, satisfaction: 'cardinality', budget: amount(budget), ties: all }),
  };

describeReference('pb/small-cases.json', 'small budgets with every tie', (path) => {
  const { cases }: { cases: (SmallCase & Record<string, unknown>)[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const table = new ReferenceTable();
  afterAll(() => table.print());

  for (const { name, costs, budget, ballots, ...sets } of cases) {
    const ids = Object.keys(costs);
    const profile = {
      options: priced(Object.values(costs)).map((project, at) => ({ ...project, id: ids[at] ?? '' })),
      ballots: ballots.map((approved) => ({ weight: 1, approved: approved.map((id) => ids.indexOf(id)) })),
    };
    for (const [set, wanted] of Object.entries(sets)) {
      const rule = small[set];
      if (!rule) {
        table.leaveOut(set, name, 'the most welfare is sought by no method here');
        continue;
      }
      it(`gives every outcome of ${set} for ${name}`, () => {
        const found = outcomes(profile, rule(profile, budget));
        const expected = (wanted as string[][]).map((each) => [...each].sort().join('')).sort();
        table.count(`small ${set}`, JSON.stringify(found) === JSON.stringify(expected));
        expect(found).toEqual(expected);
      });
    }
  }
});
