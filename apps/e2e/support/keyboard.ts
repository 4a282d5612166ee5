import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from './hand';

/** More stops than any page has. */
const enough = 250;

/** Tab, Enter, Space and arrows alone. Wherever the focus comes by, one must see it. */
export function keyboardHand(page: Page): Hand {
  const { keyboard } = page;
  return {
    async press(target) {
      await tabTo(page, target);
      const isButton = await target.evaluate((element) => element.matches('button'));
      await keyboard.press(isButton ? 'Space' : 'Enter');
    },
    async write(field, text) {
      await tabTo(page, field);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.insertText(text);
    },
    async tick(choice) {
      await tabTo(page, choice);
      for (let moves = 0; moves < enough && !(await isFocused(choice)); moves++) {
        await keyboard.press('ArrowDown');
        await expectSeen(choice);
      }
      if (!(await choice.isChecked())) await keyboard.press('Space');
    },
    async pick(list, words) {
      await tabTo(page, list);
      const moves = await list.evaluate((element, wanted) => {
        const { options, selectedIndex } = element as HTMLSelectElement;
        return [...options].findIndex((option) => option.label === wanted) - selectedIndex;
      }, words);
      for (let move = 0; move < Math.abs(moves); move++)
        await keyboard.press(moves > 0 ? 'ArrowDown' : 'ArrowUp');
    },
  };
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes on from where the focus is until it reaches the target, or the group of choices in which it stands. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < enough; stops++) {
    if (await expectSeen(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Answers whether the focus has come to the target. Wherever it is, it has a ring, and nothing covers it. */
async function expectSeen(target: Locator): Promise<boolean> {
  const { reached, unseen } = await target.evaluate(lookAtFocus);
  expect(unseen, 'where the focus is').toBeUndefined();
  return reached;
}

/** Runs in the page. */
function lookAtFocus(target: Element): { reached: boolean; unseen?: string } {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { reached: false };
  const radio = (one: Element) => (one instanceof HTMLInputElement && one.type === 'radio' ? one : undefined);
  const [wanted, current] = [radio(target), radio(focused)];
  const grouped = wanted && wanted.name === current?.name && wanted.form === current.form;
  const reached = focused === target || Boolean(grouped);

  const ringed = (element: Element | null | undefined) =>
    element &&
    [undefined, '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  const label = (focused as HTMLInputElement).labels?.[0];
  const name = focused.outerHTML.slice(0, 120);
  // The parts of a date are the browser's own, and so is their ring.
  const date = focused.matches('[type=date]');
  if (!date && ![focused, label, label?.parentElement].some(ringed))
    return { reached, unseen: `${name}: no ring` };

  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const there = document.elementFromPoint(x, y);
  const same = there && (focused.contains(there) || there.contains(focused) || label?.contains(there));
  return { reached, unseen: same ? undefined : `${name}: covered by ${there?.tagName} ${there?.className}` };
}
