import type { Rational } from '../rational';

/**
 * A sentence of an account: its key in the catalogue `voting`, and what is put into it. `count` also chooses the plural;
 * lists of names are said as a list; a fraction is shown with two places or a few more, `figures` with every place that
 * they have, where these are not all 0.
 */
export interface Line {
  key: string;
  values: Readonly<Record<string, Value>>;
}

export type Value = string | number | Rational | readonly string[] | { figures: string };

export const line = (key: string, values: Line['values'] = {}): Line => ({ key, values });
