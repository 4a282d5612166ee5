import fc from 'fast-check';
import { casesOf } from '../testing/counts';
import type { Wishes } from './asked';
import { countBallots, methods } from './catalogue';

const choices = [...methods.values()].flatMap((method) =>
  Object.entries(method.settings).flatMap(([setting, words]) =>
    typeof words === 'string' ? [] : [{ method, name: method.name, setting, words }],
  ),
);

it.each(choices)('$name counts as the first word of $setting says where nothing is said', (choice) => {
  const { method, name, setting, words } = choice;
  const changing = new Set<string>();
  // With this seed, rare differences come soon.
  for (let seed = 16; changing.size < words.length - 1 && seed < 26; seed++) {
    for (const { file, wishes } of fc.sample(casesOf(method), { numRuns: 200, seed })) {
      const counted = (word?: string) => shown(countBallots(file, name, saying(wishes, setting, word)));
      const unsaid = counted();
      for (const word of words) if (counted(word) !== unsaid) changing.add(word);
    }
  }
  // Every other one has changed a count.
  expect(words.filter((word) => !changing.has(word))).toEqual([words[0]]);
});

function saying({ settings, ...wishes }: Wishes, name: string, word?: string): Wishes {
  const { [name]: _, ...others } = settings;
  return { ...wishes, settings: word === undefined ? others : { ...others, [name]: word } };
}

const shown = (result: unknown) =>
  JSON.stringify(result, (_, value) => (typeof value === 'bigint' ? String(value) : value));
