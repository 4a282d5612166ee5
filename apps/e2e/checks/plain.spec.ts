import { places } from '../support/places';
import { expect, test } from '../support/test';

test.use({ way: 'plain' });

for (const place of places.filter(({ act }) => !act)) {
  test(`without scripts: ${place.name}`, async ({ open, world }) => {
    const { page } = await open({ as: place.as && world[place.as] });
    await page.goto(place.path(world));
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate(findDeadControls)).toEqual([]);
  });
}

/** Runs in the page: what could be pressed or filled in, and would do nothing. */
function findDeadControls(): string[] {
  const dead = (control: Element) => {
    if (control instanceof HTMLButtonElement) return control.type !== 'submit' || !control.form;
    if (control instanceof HTMLAnchorElement) return !control.hasAttribute('href');
    if (control instanceof HTMLFormElement) return !control.querySelector('button:not([type=button])');
    return !(control as HTMLInputElement).form || !(control as HTMLInputElement).name;
  };
  return [...document.querySelectorAll('button, a, form, input, select, textarea')]
    .filter((control) => control.checkVisibility() && dead(control))
    .map((control) => control.outerHTML.slice(0, 160));
}
