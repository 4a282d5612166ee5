import { isShared, type OptionIndex } from '../profile';
import { numeral } from '../rational';
import type { BallotFile, FileBallot, FileOption } from './ballot-file';

/**
 * Writes an object that `readJson` reads as the same, with a line for each option and each ballot.
 *
 * @throws RangeError for an amount that no decimal numeral says exactly
 */
export function* writeJson({ kind, seats, budget, profile }: BallotFile): Generator<string> {
  const { title, options, ballots } = profile;
  const head = { kind, title, seats, budget: budget && numeral(budget) };
  yield `${JSON.stringify(head).slice(0, -1)},\n"options":[`;
  for (const [at, { cost, ...option }] of options.entries()) {
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify({ ...option, cost: cost && numeral(cost) })}`;
  }
  yield '\n],\n"ballots":[';
  for (const [at, ballot] of ballots.entries()) {
    yield `${at > 0 ? ',' : ''}\n{"weight":${ballot.weight},${saidIn(ballot, options)}}`;
  }
  yield '\n]}\n';
}

function saidIn(ballot: FileBallot, options: readonly FileOption[]): string {
  const id = (option: OptionIndex) => options[option]?.id ?? '';
  if ('ranking' in ballot) {
    return `"ranking":${JSON.stringify(ballot.ranking.map((rank) => (isShared(rank) ? rank.map(id) : id(rank))))}`;
  }
  if ('approved' in ballot) return `"approved":${JSON.stringify(ballot.approved.map(id))}`;
  // An object would put ids that are numbers before others, and leave out `__proto__`.
  if ('points' in ballot) {
    const points = ballot.options.map(
      (option, at) => `${JSON.stringify(id(option))}:${ballot.points[at] ?? 0}`,
    );
    return `"points":{${points.join()}}`;
  }
  const { list, preferred = [] } = ballot;
  const candidates = list === null ? [] : (options[list]?.candidates ?? []);
  const names = preferred.map((candidate) => candidates[candidate]?.id ?? '');
  return `"list":${JSON.stringify(list === null ? null : id(list))}${names.length > 0 ? `,"preferred":${JSON.stringify(names)}` : ''}`;
}
