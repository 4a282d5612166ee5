import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type BallotFormat, type Ballots, ballotFormat, ballotFormats, FormatError } from '@zbor/domain';
import { Refused } from './refused';

/**
 * Reads the ballots of a file, piece by piece, or of standard input (`-`).
 * @throws FormatError, Refused where there is no such file
 */
export async function readBallots(file: string, format: BallotFormat | undefined): Promise<Ballots> {
  const bytes = file === '-' ? process.stdin : await open(file);
  const pieces = textOf(bytes, file);
  const first = await pieces.next();
  const beginning = first.done ? '' : first.value;
  async function* all() {
    yield beginning;
    yield* pieces;
  }
  return ballotFormats[format ?? ballotFormat(file, beginning)](all());
}

async function open(file: string): Promise<AsyncIterable<Buffer>> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(error.code === 'ENOENT' ? 'no_file' : 'no_reading', { file });
  });
  if (!found.isFile()) throw new Refused('no_file', { file });
  return createReadStream(file, { highWaterMark: 1 << 18 });
}

/** Older files are not always UTF-8: what is none is shown as a sign of its own. What no text has ends the reading. */
async function* textOf(bytes: AsyncIterable<Buffer | string>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const place = { line: 1, column: 1 };
  try {
    for await (const piece of bytes) {
      const text = decoder.decode(typeof piece === 'string' ? Buffer.from(piece) : piece, { stream: true });
      watch(text, place);
      yield text;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new Refused('no_reading', { file });
    throw error;
  }
  yield decoder.decode();
}

/** @throws FormatError at a character that is in no text file */
function watch(text: string, place: { line: number; column: number }): void {
  const end = text.indexOf('\0');
  const seen = end < 0 ? text.length : end;
  let begin = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < seen; at = text.indexOf('\n', begin)) {
    begin = at + 1;
    place.line++;
    place.column = 1;
  }
  place.column += seen - begin;
  if (end >= 0)
    throw new FormatError('character_not_text', place.line, place.column, { character: 'U+0000' });
}
