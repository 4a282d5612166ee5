import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faviconSvg } from './index';

test('what the browser paints outside the page has the colours of the tokens', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8');
  for (const [colour] of faviconSvg.matchAll(/#[0-9a-f]{6}/g)) expect(tokens).toContain(colour);
});

test('the icon stands alone', () => {
  expect(faviconSvg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="[^"]+">.*<\/svg>$/);
  expect(faviconSvg).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org)/);
  expect(faviconSvg.match(/<circle/g)).toHaveLength(8);
});
