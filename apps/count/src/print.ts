import type { Account, Profile, Weighted } from '@zbor/domain';
import type { Terminal } from './command';
import type { Words } from './words';

/** Prints what came of a count, how it went, and for each option why it was chosen or not. */
export function printAccount(
  { title, options }: Profile<Weighted>,
  method: string,
  { outcome, steps, reasons }: Account,
  words: Words,
  terminal: Terminal,
): void {
  const line = (text = '') => terminal.out(`${text}\n`);
  if (title) line(title);
  line(words.say(`methods.${method}`));
  line();
  for (const { key, values } of outcome) line(words.say(key, values));
  if (steps.length > 0) {
    line();
    line(words.say('headings.steps'));
    for (const { key, values } of steps) line(`  ${words.say(key, values)}`);
  }
  line();
  line(words.say('headings.reasons'));
  for (const { option, lines } of reasons) {
    line(`  ${options[option]?.name ?? ''}`);
    for (const { key, values } of lines) line(`    ${words.say(key, values)}`);
  }
}
