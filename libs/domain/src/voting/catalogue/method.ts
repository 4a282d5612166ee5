import type { BallotKind } from '../formats/ballot-file';
import type { Result } from '../result';
import type { Asked, Setting } from './asked';

/** A way to count, by its name. */
export interface Method<Stage = unknown> {
  name: string;
  /** What its ballots may be. */
  ballots: readonly BallotKind[];
  /** What must be known besides the ballots, be it from the file. */
  needs?: 'seats' | 'budget';
  settings: Readonly<Record<string, Setting>>;
  /** @throws CountRefused where something is missing, Senseless where what is given makes no sense */
  count(asked: Asked): Result<Stage>;
}
