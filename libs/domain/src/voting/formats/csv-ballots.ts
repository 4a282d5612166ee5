import type { OptionIndex, Rank } from '../profile';
import { type BallotKind, type Fail, type FileBallot, wholeNumber } from './ballot-file';
import { shown } from './blt-tokens';
import { type CellText, cellText, cellTexts } from './csv-cells';

/** A cell of a row, and what to do where something is wrong in it, so many characters from its beginning. */
export interface Cell {
  text: string;
  fail(at?: number): Fail;
}

/** Where an option stands, or a candidate in a list; fails where there is none. */
export interface Places {
  option(id: string, fail: Fail): OptionIndex;
  candidate(list: OptionIndex | null, id: string, fail: Fail): number;
}

/** What the cells of a row say in the columns of this kind. */
export function ballotOf(
  kind: BallotKind,
  weight: number,
  cell: (column: string) => Cell,
  places: Places,
): FileBallot {
  switch (kind) {
    case 'ranked':
      return { weight, ranking: rankingOf(cell('ranking'), places) };
    case 'approval':
      return { weight, approved: optionsOf(cell('approved'), '|', places).map(([option]) => option) };
    case 'points':
      return { weight, ...pointsOf(cell('points'), places) };
    case 'list':
      return { weight, ...listVoteOf(cell('list'), cell('preferred'), places) };
  }
}

/** The options of a cell, each named once, and how they stand there. */
function optionsOf({ text, fail }: Cell, signs: string, places: Places): [OptionIndex, CellText][] {
  if (text.trim() === '') return [];
  const met = new Set<OptionIndex>();
  return cellTexts(text, signs).map((each) => {
    const option = places.option(each.text, fail(each.at));
    if (met.has(option)) fail(each.at)('option_repeated', { option: shown(each.text) });
    met.add(option);
    return [option, each];
  });
}

function rankingOf(cell: Cell, places: Places): Rank[] {
  const ranks: OptionIndex[][] = [[]];
  for (const [option, { sign }] of optionsOf(cell, '>=', places)) {
    ranks.at(-1)?.push(option);
    if (sign === '>') ranks.push([]);
  }
  return ranks.filter((rank) => rank.length > 0);
}

function pointsOf({ text, fail }: Cell, places: Places) {
  const given = new Map<OptionIndex, number>();
  const texts = text.trim() === '' ? [] : cellTexts(text, ':|');
  for (let at = 0; at < texts.length; at += 2) {
    const [name, points] = [texts[at] as CellText, texts[at + 1]];
    const option = { option: shown(name.text) };
    if (name.sign !== ':' || !points) return fail(name.at)('points_missing', option);
    const place = places.option(name.text, fail(name.at));
    if (given.has(place)) fail(name.at)('option_repeated', option);
    if (points.sign === ':') fail(points.at)('whole_number_expected', { found: `${shown(points.text)}:` });
    given.set(place, wholeNumber(points.text, fail(points.at)));
  }
  return { options: [...given.keys()], points: [...given.values()] };
}

function listVoteOf(list: Cell, preferred: Cell, places: Places) {
  const id = cellText(list.text);
  const voted = id === '' ? null : places.option(id, list.fail());
  const met = new Set<number>();
  for (const { text, at } of preferred.text.trim() === '' ? [] : cellTexts(preferred.text, '|')) {
    const candidate = places.candidate(voted, text, preferred.fail(at));
    if (met.has(candidate)) preferred.fail(at)('candidate_repeated', { candidate: shown(text) });
    met.add(candidate);
  }
  return { list: voted, preferred: [...met] };
}
