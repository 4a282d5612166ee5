import type { Locale } from '@zbor/contracts';
import { decimal, fraction, type Line, plus, type Rational, rational, type Value } from '@zbor/domain';
import { isLocale, localeDirection, type Sentences, sentencesOf, writingTag } from '@zbor/i18n';
import ar from '../../../libs/i18n/messages/ar/voting.json';
import de from '../../../libs/i18n/messages/de/voting.json';
import en from '../../../libs/i18n/messages/en/voting.json';
import sl from '../../../libs/i18n/messages/sl/voting.json';
import uk from '../../../libs/i18n/messages/uk/voting.json';
import { isRational } from './results';

const catalogues = { en, sl, de, uk, ar };

/** Says sentences of the catalogue `voting` in one language. */
export class Words {
  private readonly sentences: Sentences;
  private readonly lists: Intl.ListFormat;
  private readonly tag: string;
  private readonly isRightToLeft: boolean;
  /** Begins a line that would run the wrong way if a name stood first in it. */
  readonly mark: string;

  /** English for a language that there is not. */
  constructor(lang: string) {
    const locale: Locale = isLocale(lang) ? lang : 'en';
    this.sentences = sentencesOf(locale, { voting: catalogues[locale] as typeof en });
    this.tag = writingTag(locale);
    this.lists = new Intl.ListFormat(this.tag);
    this.isRightToLeft = localeDirection(locale) === 'rtl';
    this.mark = this.isRightToLeft ? '\u200f' : '';
  }

  has(key: string): boolean {
    return this.sentences.exists(`voting:${key}`);
  }

  say(key: string, values: Line['values'] = {}): string {
    const places = placesFor(Object.values(values).filter(isRational));
    const shown = Object.entries(values).map(([name, value]) => [name, this.show(name, value, places)]);
    return this.sentences.t(`voting:${key}` as Parameters<Sentences['t']>[0], Object.fromEntries(shown));
  }

  /** `count` stays a number: it chooses the plural, and the sentence writes it. */
  private show(name: string, value: Value, places: number): string | number {
    if (typeof value === 'number') return name === 'count' ? value : this.numeral(String(value));
    if (typeof value === 'string') return this.apart(value);
    if (isRational(value)) return this.numeral(rounded(value, places), 2);
    if ('figures' in value) return this.numeral(value.figures);
    return this.lists.format(value.map((each) => this.apart(each)));
  }

  /**
   * A numeral with every figure that it has, where a double would have sixteen; but with no more zeros at its end than
   * `places` ask for, and none at all where it is whole.
   */
  private numeral(text: string, places = MOST_PLACES): string {
    const [, part = ''] = text.split('.');
    const least = Number(part) === 0 ? 0 : Math.min(part.length, places);
    const digits = { minimumFractionDigits: least, maximumFractionDigits: MOST_PLACES };
    return new Intl.NumberFormat(this.tag, digits).format(text as unknown as number);
  }

  /** A text that runs the other way is set apart, so that it does not mix up the sentence around it. */
  private apart(text: string): string {
    if (!/\p{L}/u.test(text)) return text;
    const runsLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
    return runsLeft === this.isRightToLeft ? text : `\u2068${text}\u2069`;
  }
}

const MOST_PLACES = 12;

/** With two places, or as many as show that small numbers are not 0 and different ones not equal. */
function placesFor(numbers: readonly Rational[]): number {
  const isEnough = (places: number) => {
    const shown = new Set(numbers.map((each) => rounded(each, places)));
    const exact = new Set(numbers.map(fraction));
    return shown.size === exact.size && numbers.every((each) => isTold(each, places));
  };
  for (let places = 2; places < MOST_PLACES; places++) if (isEnough(places)) return places;
  return MOST_PLACES;
}

/** As a decimal numeral; what lies in the middle is rounded away from 0. */
function rounded(number: Rational, places: number): string {
  const half = rational(number.n < 0n ? -1n : 1n, 2n * 10n ** BigInt(places));
  return decimal(plus(number, half), places);
}

/** Whether it has three figures besides leading zeros, or no more than are shown. */
function isTold({ n, d }: Rational, places: number): boolean {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(places);
  return scaled % d === 0n || scaled / d >= 100n;
}
