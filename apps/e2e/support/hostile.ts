import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePath } from '@zbor/testing';
import type { Texts } from './world';

const mark = 'window.__pwned=1';

/** One text for each field, made to break out of wherever it stands. */
export const hostileTexts: Texts = {
  town: `<img src=x onerror=${mark}>"'><svg/onload=${mark}>`,
  author: `"><svg/onload=${mark}>`,
  title: `</title></script><script>${mark}</script><img src=x onerror="${mark}">{{constructor}}`,
  body: [
    `<script>${mark}</script>`,
    `</script><script>${mark}</script><!--`,
    `<img src=x onerror="${mark}"><svg onload="${mark}"><iframe srcdoc="<script>parent.${mark}</script>">`,
    `[a](javascript:${mark}) [b](JaVaScRiPt:${mark}) [c](java&#9;script:${mark}) [d](data:text/html,<script>${mark}</script>)`,
    `<javascript:${mark}> ![x](x"onerror="${mark}) [e](https://a.example"onmouseover="${mark})`,
    `<a href="javascript:${mark}">f</a><math><mi xlink:href="javascript:${mark}">g</mi></math>`,
    `<form action="javascript:${mark}"><button formaction="javascript:${mark}">h</button></form>`,
    `<style>@import 'javascript:${mark}'</style><base href="https://evil.example"><meta http-equiv=refresh content=0>`,
    `<noscript><p title="</noscript><img src=x onerror=${mark}>">`,
    `\`<img src=x onerror=${mark}>\` and {{7*7}} \${${mark}} <%= ${mark} %>`,
    '<!--$!--><template></template><!--/$--> `<!--$!-->` <!--',
  ].join('\n\n'),
  comment: `<!--$!--><!--/$--><details open ontoggle=${mark}>x</details> [x](javascript:${mark})\n\n> </script><svg onload=${mark}>`,
  note: `</textarea><img src=x onerror=${mark}> "onfocus="${mark}" autofocus x=" <svg onload=${mark}>`,
};

/** Markup that has broken out of other sites, from the reference data; nothing where that is not at hand. */
export function referencePayloads(): string[] {
  const folder = referencePath('sanitisation');
  if (folder === undefined) return [];
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const payloads = (file: string) =>
    (JSON.parse(read(file)) as { payload: string }[]).map(({ payload }) => payload);
  return [
    ...read('payloadbox-xss.txt').split('\n'),
    ...payloads('owasp-filter-evasion.json'),
    ...payloads('dompurify-expect.json'),
    ...(JSON.parse(read('blns.json')) as string[]),
  ].filter((text) => text.trim() && text.isWellFormed());
}

/** As few texts as can hold them all, each a paragraph of its own. */
export function pack(payloads: string[], length: number): string[] {
  const texts: string[] = [];
  for (const payload of payloads.map((text) => text.slice(0, length - 2))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + payload.length + 2 > length) texts.push(payload);
    else texts[texts.length - 1] = `${last}\n\n${payload}`;
  }
  return texts;
}
