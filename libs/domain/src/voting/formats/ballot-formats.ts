import type { OptionIndex } from '../profile';
import type { BallotFile } from './ballot-file';
import { readBlt } from './blt';
import { readCsv } from './csv';
import { readJson } from './json';
import { readPabulib } from './pabulib';

type Pieces = AsyncIterable<string> | Iterable<string>;

/** What a file of any format holds. `tieOrder`: by which the file wants equals told apart, where it says so. */
export type Ballots = BallotFile & { tieOrder?: readonly OptionIndex[] };

/** Formats that ballots are read from. Each throws FormatError with line and column, and nothing is half read. */
export const ballotFormats = {
  async blt(pieces: Pieces): Promise<Ballots> {
    return { kind: 'ranked', ...(await readBlt(pieces)) };
  },
  async pb(pieces: Pieces): Promise<Ballots> {
    const { budget, ...votes } = await readPabulib(pieces);
    switch (votes.voteType) {
      case 'approval':
        return { kind: 'approval', budget, profile: votes.profile };
      case 'ordinal':
        return { kind: 'ranked', budget, profile: votes.profile };
      default:
        return { kind: 'points', budget, profile: votes.profile };
    }
  },
  csv: (pieces: Pieces): Promise<Ballots> => readCsv(pieces),
  json: (pieces: Pieces): Promise<Ballots> => readJson(pieces),
};

export type BallotFormat = keyof typeof ballotFormats;

/** The format of a file by its name, else by how it begins. */
export function ballotFormat(name: string, beginning: string): BallotFormat {
  const ending = /\.(blt|pb|csv|json)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending) return ending as BallotFormat;
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(text)) return 'json';
  if (/^META\b/.test(text)) return 'pb';
  return /^(#|\d+\s+\d+\s)/.test(text) ? 'blt' : 'csv';
}
