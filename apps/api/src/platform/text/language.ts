import { type Language, languages } from '@zbor/contracts';
import { eld } from 'eld/extrasmall';

const known: ReadonlySet<string> = new Set(languages);

/** The language in which a text is most likely written; null where it is too short or too unclear to say. */
export function recogniseLanguage(text: string): Language | null {
  const sample = text.slice(0, 2000);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < 3) return null;
  const { language } = eld.detect(sample);
  return known.has(language) ? (language as Language) : null;
}
