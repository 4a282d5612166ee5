import type { DiffPart } from '@zbor/ui';
import { diffArrays } from 'diff';

/** Beyond this many milliseconds two texts count as wholly different, so that no text can hold the server up. */
const patience = 150;

/** What changed from one wording to another, word by word in any script. */
export function compare(before: string, after: string, language: string): DiffPart[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const split = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  const changes = diffArrays(split(before), split(after), { timeout: patience });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
