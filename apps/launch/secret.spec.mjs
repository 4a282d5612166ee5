import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKey } from './secret.mjs';

test('an installation makes itself a key once, which others cannot read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zbor-secret-'));
  try {
    const key = secretKey(folder);
    expect(key).toMatch(/^[\da-f]{64}$/);
    expect(secretKey(folder)).toBe(key);
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
