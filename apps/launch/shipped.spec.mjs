import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './terminal.mjs';

/** A file as it is shipped, without its remarks. */
const read = (file) => readFileSync(join(root, file), 'utf8').replace(/^\s*#.*\n/gm, '');
const proxy = read('apps/launch/proxy/Caddyfile');
const compose = read('docker-compose.yml');
const image = read('Dockerfile');

/** The indented lines below `  name:`. */
const service = (name) => new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)*)`, 'm').exec(compose)?.[1] ?? '';

test('12.1.1 12.2.1 4.4.1 the proxy stands on one address, and leaves its certificate and TLS 1.2 and 1.3 as they are', () => {
  expect(proxy.match(/^(\S.*)?\{$/gm)).toEqual(['{', '{$PUBLIC_URL} {']);
  // Caddy serves an address of https by TLS alone and leads to it from http, unless it is told otherwise.
  expect(proxy).not.toMatch(/\b(tls|auto_https|protocols|ciphers|curves|client_auth|http:\/\/|redir)\b/);
  expect(service('proxy')).toMatch(/PUBLIC_URL: \$\{PUBLIC_URL:\?/);
  expect(service('proxy')).toContain('ports: ["80:80", "443:443", "443:443/udp"]');
});

test('14.2.1 the proxy writes down neither addresses nor what stands in them', () => {
  for (const field of ['remote_ip', 'remote_port', 'client_ip', 'headers'])
    expect(proxy).toContain(`request>${field} delete`);
  const [, pattern, kept] = /request>uri regexp (\S+) (\S+)/.exec(proxy);
  const written = (uri) => uri.replace(new RegExp(pattern, 'g'), kept);
  expect(written('/graz/join/8A3F-9K2M?x=1')).toBe('/graz/join/-');
  expect(written('/graz/claim/8A3F-9K2M')).toBe('/graz/claim/-');
  expect(written('/graz/sign-in/sso/callback?code=abc&state=def')).toBe('/graz/sign-in/sso/callback?-');
  expect(written('/graz/ideas/1/a-bench')).toBe('/graz/ideas/1/a-bench');
});

test('13.4.2 13.4.5 nothing runs for developers, and nothing but the proxy can be reached', () => {
  expect(image).toContain('ENV NODE_ENV=production');
  expect(image).toMatch(/^USER node$/m);
  expect(image + compose).not.toMatch(/--inspect|DEBUG|NODE_OPTIONS|NODE_ENV[=:] ?dev/);
  for (const name of ['app', 'postgres', 'valkey']) {
    expect(service(name)).not.toBe('');
    expect(service(name)).not.toMatch(/\bports:/);
  }
  expect(service('mail')).toContain('ports: ["127.0.0.1:8025:8025"]');
  expect(compose).toMatch(/^ {2}back:\n {4}internal: true$/m);
});

test('15.1.2 everything that is shipped stands in the list of parts, with its version', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' });
  const { bomFormat, components } = JSON.parse(text);
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages)
    .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev)
    .map(([path, { name, version }]) => `pkg:npm/${name ?? path.split('node_modules/').pop()}@${version}`);
  expect(shipped.length).toBeGreaterThan(200);
  expect(shipped.filter((part) => !listed.has(part))).toEqual([]);
});
