import { gzipSync } from 'node:zlib';
import type { Server } from '../server';
import { town } from '../town';
import { browser } from './pages';
import type { Scenario } from './scenario';

/** The language whose sentences weigh most. */
const language = 'uk';

/** What a first view of the list brings over the wire, and what of it is script. */
export const weight: Scenario = {
  name: 'weight',
  async measure({ portal }) {
    const whole = await firstView(portal, {});
    const light = await firstView(portal, { 'save-data': 'on' });
    const figure = (what: string, ours: number) => ({ what, unit: 'kB gzip', ours: ours / 1000 });
    return [
      { ...figure('First view: scripts', whole.js), goal: { of: 'ours', atMost: 150 } },
      figure('First view: styles', whole.css),
      figure('First view: HTML', whole.html),
      { ...figure('First view: all, as it was sent', whole.sent), unit: 'kB sent' },
      { ...figure('Light version: scripts', light.js), goal: { of: 'ours', atMost: 0 } },
      figure('Light version: styles and HTML', light.css + light.html),
    ];
  },
};

async function firstView({ port }: Server, more: Record<string, string>) {
  const sizes = { js: 0, css: 0, html: 0, sent: 0 };
  const get = async (path: string, kind: 'js' | 'css' | 'html') => {
    const address = `http://127.0.0.1:${port}${path}`;
    const reply = await fetch(address, { headers: { ...browser, cookie: `lang=${language}`, ...more } });
    if (!reply.ok) throw new Error(`${path} was answered with ${reply.status}.`);
    const text = await reply.text();
    const gzip = gzipSync(text).length;
    sizes[kind] += gzip;
    sizes.sent += reply.headers.has('content-encoding') ? gzip : Buffer.byteLength(text);
    return text;
  };
  const html = await get(`/${town}/ideas`, 'html');
  const files = new Set(html.match(/\/assets\/[\w.-]+\.(js|css)\b/g));
  const catalogues = new RegExp(`(?<![\\w-])${language}-[\\w-]+\\.js\\b`, 'g');
  for (const file of files) {
    const kind = file.endsWith('.js') ? 'js' : 'css';
    const text = await get(file, kind);
    // Scripts ask for the sentences themselves.
    for (const [name] of kind === 'js' ? text.matchAll(catalogues) : []) files.add(`/assets/${name}`);
  }
  return sizes;
}
