import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { home, root } from './home';

/** The browser of CHROME_PATH; else, on Linux, the Chromium that comes as a package; else an installed Chrome. */
export async function findBrowser(): Promise<LaunchOptions> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const folder = await unpack();
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts/here.conf') };
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, ...fonts } as LaunchOptions['env'],
  };
}

/** Unpacks it once, for this checkout and this user alone. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const folder = join(home, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  const { default: chromium } = await import('@sparticuz/chromium');
  // It unpacks into the system's folder for passing files, which is everybody's.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = half;
  await chromium.executablePath();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  writeFileSync(join(half, 'fonts/here.conf'), fontsOfItsOwn);
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true });
  }
  return folder;
}

/** For machines that have no fonts: the few that come along. */
const fontsOfItsOwn = `<?xml version="1.0"?>
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
