import type { BallotFile } from '../formats/ballot-file';
import type { Result } from '../result';
import { Asked, CountRefused, type Wishes } from './asked';
import { budgets } from './budgets';
import { committees } from './committees';
import { elections } from './elections';
import { lists } from './lists';
import type { Method } from './method';

const all = [...elections, ...lists, ...budgets, ...committees] as const;

export type MethodName = (typeof all)[number]['name'];
export type CountStage = ReturnType<(typeof all)[number]['count']>['stages'][number];

/** Every method, by its name. */
export const methods: ReadonlyMap<string, Method<CountStage> & { name: MethodName }> = new Map(
  all.map((method) => [method.name, method]),
);

/**
 * Counts a file by a method.
 *
 * @throws CountRefused where the method or a setting is not known, or something is missing; Senseless where what is
 * given makes no sense together
 */
export function countBallots(file: BallotFile, name: string, wishes: Wishes): Result<CountStage> {
  const method = methods.get(name);
  if (!method) throw new CountRefused('method_unknown', { name });
  const known = Object.keys(method.settings);
  for (const setting of Object.keys(wishes.settings)) {
    if (known.includes(setting)) continue;
    if (known.length === 0) throw new CountRefused('settings_none', { setting, name });
    throw new CountRefused('setting_unknown', { setting, name, allowed: known.join(', ') });
  }
  return method.count(new Asked(file, wishes));
}
