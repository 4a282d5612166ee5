import { expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Seat } from './test';
import type { Words } from './words';

/** The app on somebody's phone that shows six figures. */
export class Authenticator {
  private readonly totp: TOTP;
  private last = 0;

  /** @param key in Base32, as it is typed. */
  constructor(key: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  }

  /** A code that was not used yet: of this step, or of the one after. */
  code(): string {
    this.last = Math.max(this.last + 1, this.totp.counter());
    return this.totp.generate({ timestamp: this.last * 30_000 });
  }
}

/** Sets an app up on the page that one sees, by the key that is typed. */
export async function setUpApp({ page, hand }: Seat, t: Words): Promise<Authenticator> {
  await hand.press(page.getByRole('button', { name: t('factors:totp.start') }));
  await expect(page.getByRole('img', { name: t('factors:totp.picture') })).toBeVisible();
  const app = new Authenticator((await page.locator('.factors-key').textContent()) ?? '');
  await hand.write(page.getByRole('textbox', { name: t('factors:totp.confirm') }), app.code());
  await hand.press(page.getByRole('button', { name: t('factors:totp.submit') }));
  return app;
}

/** Types a code where signing in asks for the second step. */
export async function typeCode({ page, hand }: Seat, t: Words, code: string): Promise<void> {
  await hand.write(page.getByRole('textbox', { name: t('factors:step.code') }), code);
  await hand.press(page.getByRole('button', { name: t('factors:step.submit') }));
}

/**
 * Takes the second step with the code that the demo shows for its own people. Somebody else may use that very code first:
 * then with the next.
 */
export async function takeDemoStep(seat: Seat, t: Words): Promise<void> {
  const { page } = seat;
  const title = t('factors:step.title');
  const heading = page.getByRole('heading', { level: 1 });
  const pattern = new RegExp(t('factors:step.demo', { code: '(\\d{3} \\d{3})' }).replace(/[.]$/, ''));
  await expect(heading).toHaveText(title);
  await expect(async () => {
    if ((await heading.textContent()) !== title) return;
    await page.goto(page.url());
    const code = pattern.exec((await page.getByRole('main').textContent()) ?? '')?.[1];
    expect(code).toBeDefined();
    await typeCode(seat, t, code ?? '');
    await expect(heading).not.toHaveText(title, { timeout: 5_000 });
  }).toPass({ timeout: 90_000, intervals: [2_000] });
}
