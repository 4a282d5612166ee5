export interface Goal {
  /** What is held against it: the ratio, or our own figure. */
  of: 'ratio' | 'ours';
  atLeast?: number;
  atMost?: number;
}

/** One line of the report. */
export interface Figure {
  scenario: string;
  what: string;
  unit: string;
  ours: number;
  /** What the baseline reached in the same rounds. */
  bare?: number;
  /** Ours divided by the baseline's: the median over the pairs of rounds. */
  ratio?: number;
  goal?: Goal;
}

export function reached({ ours, ratio, goal }: Figure): boolean {
  const value = goal?.of === 'ours' ? ours : (ratio ?? Number.NaN);
  return !goal || (value >= (goal.atLeast ?? value) && value <= (goal.atMost ?? value));
}

export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at % 1);
}

export const median = (values: number[]) => quantile(values, 0.5);
