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
  let text = '';
  let kept = 0;
  let at = -1;
  const end = (sign: string, next: number) => {
    texts.push({ text: text.slice(0, kept), at: at < 0 ? begin : at, sign });
    [text, kept, at, begin] = ['', 0, -1, next];
  };
  for (let index = 0; index < cell.length; index++) {
    const begins = index;
    let character = cell.charAt(index);
    const blank = character.trim() === '';
    if (signs.includes(character)) {
      end(character, index + 1);
      continue;
    }
    if (character === '\\' && index + 1 < cell.length) character = cell.charAt(++index);
    if (blank && text === '') continue;
    if (at < 0) at = begins;
    text += character;
    if (!blank) kept = text.length;
  }
  end('', cell.length);
  return texts;
}

/** A cell with a single text. */
export function cellText(cell: string): string {
  return cellTexts(cell, '')[0]?.text ?? '';
}

/** A text as a cell holds it, so that it is read as the same and holds no sign. */
export function escapedText(text: string): string {
  return text.replace(/[\\>=|:]|^\s|\s$/g, '\\$&');
}
