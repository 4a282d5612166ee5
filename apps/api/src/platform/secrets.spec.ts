import { Secrets } from './secrets';

const secrets = new Secrets({ secretKey: 'a key for this spec alone, long enough' });
const others = new Secrets({ secretKey: 'the key of another installation, as long' });

test('a hash is the same for the same parts, purpose and key, and else another', () => {
  const same = secrets.hash('subject', 'graz', '17');
  expect(secrets.hash('subject', 'graz', '17')).toEqual(same);
  for (const other of [
    secrets.hash('subject', 'graz', '18'),
    secrets.hash('subject', 'graz1', '7'),
    secrets.hash('subject', 'graz17'),
    secrets.hash('code', 'graz', '17'),
    others.hash('subject', 'graz', '17'),
  ])
    expect(other).not.toEqual(same);
});

test('what is sealed is read for its purpose alone, and never the same twice', () => {
  const sealed = secrets.seal('mail', 'sedem 🌳');
  expect(sealed.toString('latin1')).not.toContain('sedem');
  expect(secrets.seal('mail', 'sedem 🌳')).not.toEqual(sealed);
  expect(secrets.unseal('mail', sealed)).toBe('sedem 🌳');
  expect(secrets.unseal('other', sealed)).toBeNull();
  expect(others.unseal('mail', sealed)).toBeNull();
  expect(secrets.unseal('mail', sealed.subarray(0, 20))).toBeNull();
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(secrets.unseal('mail', altered)).toBeNull();
  }
});
