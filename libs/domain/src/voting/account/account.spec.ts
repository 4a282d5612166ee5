import fc from 'fast-check';
import { countBallots, methods } from '../catalogue/catalogue';
import { casesOf } from '../testing/counts';
import { accountOf } from './account';

describe('an account of a count', () => {
  it.each([...methods.values()].map((method) => [method.name, method] as const))(
    'says of every option why it was chosen or not, the chosen first: %s',
    (_, method) => {
      fc.assert(
        fc.property(casesOf(method), ({ file, method, wishes }) => {
          const result = countBallots(file, method, wishes);
          const { options } = file.profile;
          const { reasons } = accountOf(options, result);
          expect(reasons.map(({ option }) => option).sort((a, b) => a - b)).toEqual([...options.keys()]);
          for (const { lines } of reasons) expect(lines.length).toBeGreaterThan(0);
          const chosen = new Set(result.winners);
          const first = reasons.slice(0, chosen.size).map(({ option }) => option);
          expect(new Set(first)).toEqual(chosen);
        }),
      );
    },
  );
});
