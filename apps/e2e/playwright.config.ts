import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser';
import { everyWay, type Way } from './support/hand';
import { home } from './support/home';

/** Journeys and checks in a real browser, against two processes on one database. */
export default defineConfig<{ way: Way }>({
  testDir: '.',
  outputDir: join(home, 'reports/journeys'),
  globalSetup: './support/start.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'pointer', use: { way: 'pointer' } },
    { name: 'keyboard', use: { way: 'keyboard' }, grep: new RegExp(everyWay) },
    { name: 'plain', use: { way: 'plain' }, grep: new RegExp(everyWay) },
  ],
  use: {
    launchOptions: await findBrowser(),
    locale: 'en',
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Europe/Vienna',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
});
