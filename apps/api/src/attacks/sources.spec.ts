import { isSafe } from 'redos-detector';
import { calls, imports, type Place, regularExpressions } from '../testing/sources';

const where = (places: Place[]) => places.map(({ file, text }) => `${file}: ${text}`);

test('11.2.1 what is encrypted, signed, hashed and drawn is so by Node and by libraries that are known for it', () => {
  const all = imports();
  const others = /crypt|hash|argon|cipher|sjcl|nacl|jose|jwt|jsonwebtoken|otp|webauthn|openid|passport/;
  const foreign = all.filter(({ from }) => others.test(from) && !/^(\.|@zbor)/.test(from));
  expect(new Set(foreign.map(({ from }) => from))).toEqual(
    new Set([
      'node:crypto',
      '@node-rs/argon2',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      '@simplewebauthn/browser',
      '@simplewebauthn/server',
      'openid-client',
      'otpauth',
      'passport',
      'passport-local',
    ]),
  );
  const known = ['createCipheriv', 'createDecipheriv', 'createHash', 'createHmac', 'hkdfSync'];
  const chance = ['randomBytes', 'randomInt', 'randomUUID', 'timingSafeEqual'];
  const taken = foreign.filter(({ from }) => from === 'node:crypto').flatMap(({ names }) => names);
  expect(taken.filter((name) => ![...known, ...chance].includes(name))).toEqual([]);
});

test('11.2.3 nothing is weaker than 128 bits', () => {
  const algorithms = calls()
    .filter(({ name }) => /^(create(Hash|Hmac|Cipheriv|Decipheriv)|hkdfSync)$/.test(name))
    .map(({ given: [algorithm] }) => algorithm);
  expect(algorithms.length).toBeGreaterThan(8);
  expect(new Set(algorithms)).toEqual(new Set(["'sha256'", "'aes-256-gcm'"]));
  const drawn = calls().filter(({ name }) => name === 'randomBytes');
  expect(drawn.length).toBeGreaterThan(3);
  // A nonce of AES-GCM has 96 bits (NIST SP 800-38D).
  expect(where(drawn.filter(({ given: [size] }) => size !== 'NONCE' && !(Number(size) >= 16)))).toEqual([]);
});

test('1.2.9 no regular expression is made of what somebody types', () => {
  expect(where(calls().filter(({ name }) => /(^|\.)RegExp$/.test(name)))).toEqual([]);
});

describe('1.2.9 S7 no text keeps a regular expression busy for longer than in proportion to its length', () => {
  /** Those in which the checker sees a way back whose length it cannot bound, though each character is tried once. */
  const linear = [
    String.raw`/^\s*(\d{1,2})\.\s*(\p{L}+)\s+(\d{4})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?))?\s*$/u`,
    String.raw`/(^|;\s*)(__Host-)?zbor-/`,
    String.raw`/\{\{(\w+)(, number)?\}\}/g`,
    // In sentences of our own.
    String.raw`/\ue000(\w+)\ue000/g`,
    String.raw`/(<(\w+)>.*?<\/\2>)/`,
    String.raw`/^<(\w+)>(.*)<\/\1>$/`,
  ];
  /** Files of ballots are counted by whoever has them; nothing of the portal reads them. */
  const ballots = /^libs\/domain\/src\/voting\/formats\//;
  const all = new Set(
    regularExpressions()
      .filter(({ file }) => !ballots.test(file))
      .map(({ text }) => text),
  );

  test('of those that there are', () => {
    expect(all.size).toBeGreaterThan(60);
    const slow = [...all].filter((text) => {
      const [, source = '', flags] = /^\/(.*)\/(\w*)$/s.exec(text) ?? [];
      return !isSafe(new RegExp(source, flags), { maxScore: 15 }).safe;
    });
    expect(slow.sort()).toEqual(linear.sort());
  }, 60_000);

  test('and the checker knows a bad one', () => {
    for (const bad of [/^(a+)+$/, /\s+$/, /(\s*,)+x$/])
      expect(isSafe(bad, { maxScore: 15 }).safe).toBe(false);
  });
});
