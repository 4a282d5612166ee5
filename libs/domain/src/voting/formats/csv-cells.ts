/** A text in a cell, where it stands there, from 0, and the sign that comes after it; none after the last. */
export interface CellText {
  text: string;
  at: number;
  sign: string;
}

/**
 * Takes a cell apart at signs such as `>` and `=`. Blanks around texts are left out. A backslash takes the next
 * character for itself: `\>` is no sign, and a blank after a backslash is kept.
 */
export function cellTexts(cell: string, signs: string): CellText[] {
  const texts: CellText[] = [];
  let begin = 0;
  const end = (at: number, sign: string) => {
    const raw = cell.slice(begin, at).trimStart();
    texts.push({ text: unescaped(raw), at: at - raw.length, sign });
    begin = at + 1;
  };
  for (let at = 0; at < cell.length; at++) {
    const character = cell.charAt(at);
    if (character === '\\') at++;
    else if (signs.includes(character)) end(at, character);
  }
  end(cell.length, '');
  return texts;
}

function unescaped(raw: string): string {
  const bare = raw.trimEnd();
  if (!bare.includes('\\')) return bare;
  let backslashes = 0;
  while (bare.charAt(bare.length - 1 - backslashes) === '\\') backslashes++;
  const kept = backslashes % 2 === 0 ? bare : raw.slice(0, bare.length + 1);
  return kept.replace(/\\([\s\S])/g, '$1');
}

/** A cell with a single text. */
export function cellText(cell: string): string {
  return cellTexts(cell, '')[0]?.text ?? '';
}

/** A text as a cell holds it, so that it is read as the same and holds no sign. */
export function escapedText(text: string): string {
  return text.replace(/[\\>=|:]|^\s|\s$/g, '\\$&');
}
