import { ending, newcomer } from '../support/person';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';
import { leaked, plant } from '../support/traces';

test('16.2.5 whatever fails in the pages, none of it is printed', async () => {
  const word = `planted-${ending()}`;
  const mail = `${word}@example.org`;
  plant(word, mail);
  const { cookie } = await newcomer('graz');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const part = { 'content-type': 'multipart/form-data; boundary=x' };
  const asked: [method: string, path: string, headers?: Record<string, string>, body?: string][] = [
    ['GET', `/${word}/ideas?q=${word}`],
    ['GET', `/graz/ideas?q=${word}&after=${word}`],
    ['GET', `/graz/ideas/${word}`],
    ['GET', `/graz/join/${word}`],
    ['GET', `/graz/%E0%A4%A/${word}`],
    ['GET', `/graz/ideas.data?_routes=${word}`],
    ['GET', '/graz/me', { cookie: `${cookie.split('=')[0]}=${word}`, referer: `https://${word}.example` }],
    ['POST', `/graz/ideas?q=${word}`, form, `title=${word}`],
    ['POST', '/graz/sign-in', form, `signInName=${word}&passphrase=${mail}`],
    ['POST', '/graz/sign-in', { 'content-type': 'application/json' }, `{"signInName":"${word}`],
    ['POST', '/graz/sign-in/email', form, `address=${mail}${'x'.repeat(400)}`],
    ['POST', '/graz/ideas/new', part, `--x\r\ncontent-disposition: form-data; name="${word}\r\n\r\n${mail}`],
    ['POST', '/graz/ideas/new', form, `step=publish&title=${word}&body=${'%'.repeat(3)}${mail}`],
    ['PUT', `/graz/${word}`, form, `title=${word}`],
  ];
  for (const url of thePortal().urls)
    for (const [method, path, headers, body] of asked) {
      const sent = { cookie, origin: url, ...headers };
      const reply = await fetch(url + path, { method, headers: sent, body, redirect: 'manual' });
      expect(reply.status, `${method} ${path}`).toBeLessThan(500);
    }
  expect(leaked().filter((text) => text.includes(word))).toEqual([]);
});
