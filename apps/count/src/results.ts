import { type CountStage, fraction, type Option, type Rational, type Result } from '@zbor/domain';

/**
 * A result as JSON. Winners, outcomes and ties name options by their ids; `stages` tell of them by their places in
 * `options`, from 0, as the method does. Fractions are exact, as texts: `5/2`.
 */
export function resultAsJson(method: string, options: readonly Option[], result: Result<CountStage>) {
  const id = (index: number) => options[index]?.id ?? '';
  const ids = (set: readonly number[]) => set.map(id);
  const { winners, outcomes, complete, tieRule, ties, turnout, ranking, stages } = result;
  return {
    method,
    winners: ids(winners),
    outcomes: outcomes.map(ids),
    complete,
    ...(ranking && { ranking: ranking.map(ids) }),
    ties: ties.map((tie) => ({
      ...tie,
      among: tie.for === 'set' ? tie.among.map(ids) : tie.among.flatMap(ids),
      taken: ids(tie.taken),
    })),
    tieRule: tieRule.kind === 'order' && tieRule.among ? { ...tieRule, among: ids(tieRule.among) } : tieRule,
    turnout,
    options: options.map(({ id, name }) => ({ id, name })),
    stages,
  };
}

/** For `JSON.stringify`: fractions and large numbers as texts. */
export function exact(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (isRational(value)) return fraction(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

export function isRational(value: unknown): value is Rational {
  return (
    typeof value === 'object' &&
    value !== null &&
    'n' in value &&
    'd' in value &&
    typeof value.n === 'bigint' &&
    typeof value.d === 'bigint'
  );
}
