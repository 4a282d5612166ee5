/**
 * The lines of a text that comes in pieces, a batch for each piece, without what ends them: LF, CRLF or CR. The last
 * line needs no end. A byte order mark is left out.
 */
export async function* linesOf(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string[], void, undefined> {
  // Joined when a line ends, so that a line without end costs no more than its length.
  let begun: string[] = [];
  let first = true;
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    const text = first ? chunk.replace(/^\uFEFF/, '') : chunk;
    first = false;
    // A CR at the end of a piece may be half of a CRLF.
    if (!/[\r\n]/.test(text) && !begun.at(-1)?.endsWith('\r')) {
      begun.push(text);
      continue;
    }
    const whole = begun.join('') + text;
    const held = whole.endsWith('\r') ? '\r' : '';
    const lines = whole.slice(0, whole.length - held.length).split(/\r\n|\n|\r/);
    begun = [(lines.pop() ?? '') + held];
    yield lines;
  }
  const last = begun.join('');
  if (last !== '') yield [last.replace(/\r$/, '')];
}
