import { CountRefused, methods, type Setting } from '@zbor/domain';
import type { Terminal } from './command';
import type { Words } from './words';

const WIDTH = 80;

/**
 * Prints every method, or the one that is named, with the ballots that it counts and with what can be set, and what
 * that means.
 * @throws CountRefused where no method is called so.
 */
export function listMethods(words: Words, terminal: Terminal, only?: string): void {
  if (only !== undefined && !methods.has(only)) throw new CountRefused('method_unknown', { name: only });
  const print = (indent: number, line: string) => terminal.out(`${' '.repeat(indent)}${line}\n`);
  const say = (indent: number, ...[key, values]: Parameters<Words['say']>) => {
    for (const line of folded(words.say(key, values), WIDTH - indent)) print(indent, words.mark + line);
  };
  for (const { name, ballots, needs, settings } of methods.values()) {
    if (only !== undefined && name !== only) continue;
    print(0, name);
    say(2, `methods.${name}`);
    say(2, 'list.ballots', { kinds: ballots.map((kind) => words.say(`kinds.${kind}`)) });
    if (needs) print(2, `--${needs} N`);
    for (const [setting, values] of Object.entries(settings)) {
      const [asks = '', ...meanings] = settingKeys(name, setting, values, words);
      print(2, `--option ${setting}=${typeof values === 'string' ? numbers[values] : values.join('|')}`);
      say(4, asks);
      for (const [at, key] of meanings.entries()) {
        const choice = values[at] ?? '';
        say(6, at === 0 ? 'list.first' : 'list.choice', { choice, meaning: words.say(key) });
      }
    }
    print(0, '');
  }
}

const numbers = { 'whole number': 'N', number: 'N|N/N' };

/** Where it is said what a setting decides, and what each of its words means: what is so for one method goes ahead. */
export function settingKeys(method: string, name: string, values: Setting, words: Words): string[] {
  const own = `settingsOf.${method}.${name}`;
  const key = words.has(`${own}.asks`) ? own : `settings.${name}`;
  return ['asks', ...(typeof values === 'string' ? [] : values)].map((each) => `${key}.${each}`);
}

/** A text in lines, none of which is longer than this where no word is. */
function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
