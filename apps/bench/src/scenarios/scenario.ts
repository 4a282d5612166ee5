import type { Arena } from '../arena';
import type { Figure } from '../figures';

/** Something that is measured on the filled portal. */
export interface Scenario {
  name: string;
  measure(arena: Arena): Promise<Omit<Figure, 'scenario'>[]>;
}
