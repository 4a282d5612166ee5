import { isShared, type Weighted } from '../profile';
import { compareRationals, numeral, parseRational, type Rational, rational } from '../rational';
import type { Pabulib } from './pabulib';
import { voteTypeOf } from './pabulib-votes';
import { separatedField } from './separated-rows';

/**
 * Writes a `.pb` file, line by line, that `readPabulib` reads as the same. Voters are numbered from 1.
 *
 * @throws RangeError for amounts that no decimal numeral says exactly, equal ranks, and ids of projects with a comma
 */
export function* writePabulib(file: Pabulib): Generator<string> {
  const { profile } = file;
  yield* ['META\n', line(['key', 'value'])];
  for (const [key, value] of metaOf(file)) yield line([key, value]);
  yield* ['PROJECTS\n', ...projectsOf(file)];
  yield* ['VOTES\n', line(['voter_id', 'vote', ...('pointUnit' in file ? ['points'] : [])])];
  const ids = profile.options.map(({ id }) => {
    if (/,|^\s|\s$|^$/.test(id)) throw new RangeError(`“${id}” cannot stand in a list of projects.`);
    return id;
  });
  let voter = 0;
  for (const [weight, ...fields] of saidOf(file, ids)) {
    for (let each = 0; each < weight; each++) yield line([`${++voter}`, ...fields]);
  }
}

const line = (fields: readonly string[]) =>
  `${fields.map((field) => separatedField(field, ';')).join(';')}\n`;

function metaOf(file: Pabulib): Map<string, string> {
  const { meta, budget, voteType, profile } = file;
  const written = new Map(meta);
  written.set('num_projects', `${profile.options.length}`);
  const ballots: readonly Weighted[] = profile.ballots;
  written.set('num_votes', `${ballots.reduce((sum, { weight }) => sum + weight, 0)}`);
  if (!sameAmount(meta.get('budget'), budget)) written.set('budget', numeral(budget));
  if (voteTypeOf(meta) !== voteType) written.set('vote_type', voteType);
  return written;
}

function sameAmount(text: string | undefined, amount: Rational): boolean {
  const parsed = parseRational(text?.replace(',', '.') ?? '');
  return parsed !== undefined && compareRationals(parsed, amount) === 0;
}

function projectsOf({ profile: { options } }: Pabulib): string[] {
  const named = options.some(({ id, name }) => id !== name);
  const others = [...new Set(options.flatMap(({ fields }) => [...fields.keys()]))];
  const header = ['project_id', 'cost', ...(named ? ['name'] : []), ...others];
  const rows = options.map(({ id, name, cost, fields }) => [
    id,
    numeral(cost),
    ...(named ? [name] : []),
    ...others.map((column) => fields.get(column) ?? ''),
  ]);
  return [header, ...rows].map(line);
}

function* saidOf(file: Pabulib, ids: readonly string[]): Generator<[number, ...string[]]> {
  const list = (options: readonly number[]) => options.map((option) => ids[option]).join();
  if (file.voteType === 'approval') {
    for (const { weight, approved } of file.profile.ballots) yield [weight, list(approved)];
  } else if (file.voteType === 'ordinal') {
    for (const { weight, ranking } of file.profile.ballots) {
      yield [weight, list(ranking.map((rank) => (isShared(rank) ? noEqualRanks() : rank)))];
    }
  } else {
    const { pointUnit } = file;
    for (const { weight, options, points } of file.profile.ballots) {
      yield [weight, list(options), points.map((each) => numeral(rational(each, pointUnit))).join()];
    }
  }
}

function noEqualRanks(): never {
  throw new RangeError('The Pabulib format has no equal ranks.');
}
