import type { Locator, Page } from '@playwright/test';
import { keyboardHand } from './keyboard';
import { plant } from './traces';

/** How somebody uses the pages: with a pointer, with the keys alone, or with a browser that runs no scripts. */
export type Way = 'pointer' | 'keyboard' | 'plain';

/** The tag of a journey that must be possible in each of these ways. */
export const everyWay = '@every-way';

export interface Hand {
  /** A link, a button, or what folds out. */
  press(target: Locator): Promise<void>;
  /** Into a field, in place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** One of several, or a box. */
  tick(choice: Locator): Promise<void>;
  /** One of a list, by its words. */
  pick(list: Locator, words: string): Promise<void>;
}

export function handOf(way: Way, page: Page): Hand {
  const hand = way === 'keyboard' ? keyboardHand(page) : pointer;
  const write: Hand['write'] = (field, text) => {
    plant(text);
    return hand.write(field, text);
  };
  return { ...hand, write };
}

const pointer: Hand = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  tick: (choice) => choice.check(),
  async pick(list, words) {
    await list.selectOption({ label: words });
  },
};
