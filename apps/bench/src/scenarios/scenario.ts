import type { Arena } from '../arena';
import type { Figure } from '../figures';

/** Something that is measured on the filled portal. */
export interface Scenario {
  name: string;
  lone?: false;
  measure(arena: Arena): Promise<Omit<Figure, 'scenario'>[]>;
}

/** Something that is measured without a portal. */
export interface LoneScenario {
  name: string;
  lone: true;
  measure(): Promise<Omit<Figure, 'scenario'>[]>;
}
