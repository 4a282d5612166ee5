import type { Option, OptionIndex } from '../profile';
import { FormatError } from './format-error';

interface Text {
  text: string;
  quoted: boolean;
  line: number;
  column: number;
}

/** The end of a BLT file: names of candidates, a title, and what is passed over. */
export class BltNames {
  /** Line by line, what stands there. */
  private readonly lines: Text[][] = [];
  private readonly inComments: string[] = [];

  /** A line from this place on. */
  take(line: string, number: number, from: number): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    const control = /[\u0000-\u0008\u000E-\u001F\u007F]/.exec(line);
    if (control) throw new FormatError('character_not_text', number, control.index + 1);
    const begin = from + line.slice(from).search(/\S|$/);
    const rest = line.slice(begin);
    const [, place, alternative = ''] = /^#\s*ALTERNATIVE NAME (\d+):(.*)$/.exec(rest) ?? [];
    if (place !== undefined && Number(place) === this.inComments.length + 1)
      this.inComments.push(tidy(alternative));
    if (rest === '' || rest.startsWith('#')) return;
    this.lines.push(
      rest.startsWith('"') ? quotedTexts(line, number, begin) : [plainText(rest, number, begin)],
    );
  }

  finish(
    candidates: number,
    withdrawn: ReadonlySet<OptionIndex>,
    end: { line: number; column: number },
  ): { options: Option[]; title?: string } {
    const texts = this.texts(candidates);
    const title = texts[candidates];
    if (texts.length < candidates)
      throw new FormatError('names_missing', end.line, end.column, {
        found: texts.length,
        expected: candidates,
      });
    const [source, comment] = texts.slice(candidates + 1);
    if (source && !title?.quoted) throw new FormatError('text_after_title', source.line, source.column);
    // Source and comment come together, and then whatever one likes; a single text more is a name too many.
    if (source?.quoted && !comment?.quoted) {
      const found = { found: texts.filter(({ quoted }) => quoted).length - 1, expected: candidates };
      throw new FormatError('names_left_over', source.line, source.column, found);
    }
    return {
      options: optionsOf(texts.slice(0, candidates), withdrawn),
      ...(title && { title: title.text }),
    };
  }

  /** A line each, with a party in further quotation marks; or, where there are too few lines, as many as there are. */
  private texts(candidates: number): Text[] {
    if (this.lines.length >= candidates)
      return this.lines.map(([first, ...parties]) => {
        const { text, ...place } = first as Text;
        return { text: [text, ...parties.map((party) => `"${party.text}"`)].join(' '), ...place };
      });
    const texts = this.lines.flat();
    if (texts.length > 1 || this.inComments.length !== candidates) return texts;
    const place = { quoted: false, line: 0, column: 0 };
    return [...this.inComments.map((text) => ({ text, ...place })), ...texts];
  }
}

/** Texts in quotation marks, up to the end of the line or a comment. */
function quotedTexts(line: string, number: number, from: number): Text[] {
  const texts: Text[] = [];
  const pattern = /"((?:[^"\\]|\\.|"")*)"(?=[\s#]|,?\s*$)\s*,?/y;
  pattern.lastIndex = from;
  for (let at = from; at < line.length && line[at] !== '#'; at = pattern.lastIndex) {
    const place = { line: number, column: at + 1 };
    if (line[at] !== '"') throw new FormatError('text_after_quote', place.line, place.column);
    const match = pattern.exec(line);
    if (!match) throw notQuoted(line, number, at);
    texts.push({
      text: tidy((match[1] ?? '').replace(/""|\\(["\\])/g, (mark, escaped) => escaped ?? mark[0])),
      quoted: true,
      ...place,
    });
  }
  return texts;
}

function notQuoted(line: string, number: number, at: number): FormatError {
  const closed = /"(?:[^"\\]|\\.|"")*"/y;
  closed.lastIndex = at;
  return closed.test(line)
    ? new FormatError('text_after_quote', number, closed.lastIndex + 1)
    : new FormatError('quote_not_closed', number, at + 1);
}

function plainText(rest: string, number: number, begin: number): Text {
  const text = tidy(rest.replace(/\s#.*$/, '').replace(/,\s*$/, ''));
  return { text, quoted: false, line: number, column: begin + 1 };
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const bare = (text: string) => (/^"([^"]*)"$/.exec(text)?.[1] ?? text).trim();

/** `Ann Bell "Labour Party"` is Ann Bell. */
const withoutParty = (name: string) => bare(/^(.*\S) "[^"]*"$/.exec(name)?.[1] ?? name);

function optionsOf(texts: readonly Text[], withdrawn: ReadonlySet<OptionIndex>): Option[] {
  const names = texts.map(({ text }) => text);
  const short = names.map(withoutParty);
  const once = (list: readonly string[], text: string) =>
    text !== '' && list.indexOf(text) === list.lastIndexOf(text);
  return names.map((name, index) => {
    const [number, id = ''] = [index + 1, short[index]];
    const full = once(names, name) ? name : `${name} (${number})`.trim();
    return { id: once(short, id) ? id : full, name, ...(withdrawn.has(index) && { withdrawn: true }) };
  });
}
