import { isUtf8 } from 'node:buffer';

/** One line of a file, counted from 1; `text` is null where `refused` says why it cannot be read. */
export interface Line {
  number: number;
  text: string | null;
  refused?: 'longer than 1 MiB' | 'not valid UTF-8';
  /** Bytes read up to its end. */
  read: number;
}

const LONGEST = 1 << 20;

/**
 * Lines of a stream of bytes, one at a time. Memory stays flat whatever the stream holds: a longer line is passed over
 * without being kept. Only a line feed ends a line, since JSON may hold every other separator of Unicode.
 */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let [size, number, read] = [0, 0, 0];
  const keep = (piece: Buffer) => {
    size += piece.length;
    read += piece.length;
    if (size > LONGEST) pieces = [];
    else pieces.push(piece);
  };
  const finish = (): Line => {
    const bytes = Buffer.concat(pieces);
    const line: Line = { number: ++number, text: null, read };
    if (size > LONGEST) line.refused = 'longer than 1 MiB';
    else if (!isUtf8(bytes)) line.refused = 'not valid UTF-8';
    else line.text = bytes.toString();
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      read++;
      yield finish();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}
