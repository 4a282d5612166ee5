import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appIconSvg, faviconSvg, themeColour } from './index';

test('what the browser paints outside the page has the colours of the tokens', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8');
  const papers = [...tokens.matchAll(/--z-paper: (#\w+)/g)].map((match) => match[1]);
  expect(papers.slice(0, 2)).toEqual([themeColour.light, themeColour.dark]);
  for (const icon of [faviconSvg, appIconSvg]) {
    for (const [colour] of icon.matchAll(/#[0-9a-f]{6}/g)) expect(tokens).toContain(colour);
  }
});

test('the icons stand alone', () => {
  for (const icon of [faviconSvg, appIconSvg]) {
    expect(icon).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="[^"]+">.*<\/svg>$/);
    expect(icon).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org)/);
    expect(icon.match(/<circle/g)).toHaveLength(8);
  }
});
