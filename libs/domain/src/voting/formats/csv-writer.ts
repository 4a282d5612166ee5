import { isShared, type Option, type OptionIndex } from '../profile';
import { numeral } from '../rational';
import type { BallotFile, FileBallot, FileOption } from './ballot-file';
import { escapedText } from './csv-cells';
import { separatedField } from './separated-rows';

const saidBy = {
  ranked: ['ranking'],
  approval: ['approved'],
  points: ['points'],
  list: ['list', 'preferred'],
};

/**
 * Writes a table that `readCsv` reads as the same, row by row: first the options, then the ballots. Title, seats and
 * budget are left out.
 *
 * @throws RangeError for a cost that no decimal numeral says exactly
 */
export function* writeCsv({ kind, profile }: BallotFile): Generator<string> {
  const { options, ballots } = profile;
  const said = saidBy[kind];
  const nothing = said.map(() => '');
  yield line(['option', 'name', 'withdrawn', 'cost', 'weight', ...said]);
  for (const option of options) {
    yield line([...optionFields(option), option.cost ? numeral(option.cost) : '', '', ...nothing]);
  }
  for (const { id, candidates = [] } of options) {
    for (const candidate of candidates) yield line([...optionFields(candidate), '', '', escapedText(id), '']);
  }
  for (const ballot of ballots) yield line(['', '', '', '', `${ballot.weight}`, ...saidIn(ballot, options)]);
}

const line = (fields: readonly string[]) => `${fields.map((field) => separatedField(field, ',')).join()}\n`;

const optionFields = ({ id, name, withdrawn }: Option) => [
  escapedText(id),
  escapedText(name),
  withdrawn ? 'yes' : '',
];

function saidIn(ballot: FileBallot, options: readonly FileOption[]): string[] {
  const id = (option: OptionIndex) => escapedText(options[option]?.id ?? '');
  if ('ranking' in ballot) {
    return [ballot.ranking.map((rank) => (isShared(rank) ? rank : [rank]).map(id).join(' = ')).join(' > ')];
  }
  if ('approved' in ballot) return [ballot.approved.map(id).join(' | ')];
  if ('points' in ballot) {
    return [ballot.options.map((option, at) => `${id(option)}: ${ballot.points[at] ?? 0}`).join(' | ')];
  }
  const { list, preferred = [] } = ballot;
  const candidates = list === null ? [] : (options[list]?.candidates ?? []);
  const names = preferred.map((candidate) => escapedText(candidates[candidate]?.id ?? ''));
  return [list === null ? '' : id(list), names.join(' | ')];
}
