import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './terminal.mjs';

const permissive = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...[
    'CC0-1.0',
    'Unlicense',
    'Zlib',
    'PostgreSQL',
    'Unicode-3.0',
    'Unicode-DFS-2016',
    'Python-2.0',
    'PSF-2.0',
  ],
]);

// Their manifests are silent, their Readme is not.
const readme = { 'node_modules/pause': 'MIT' };

/** The packages shipped in production whose licence is not a permissive one, each with its licence. */
export function findOffenders() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev)
    .map(([path, entry]) => ({ path, licence: entry.license ?? readme[path] ?? readManifest(path) }))
    .filter(({ licence }) => !isPermissive(licence))
    .map(({ path, licence }) => `${path}: ${licence}`);
}

/** Old manifests have a list of licences to choose from. */
function readManifest(path) {
  const file = join(root, path, 'package.json');
  const { license, licenses = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return license ?? licenses.map(({ type }) => type).join(' OR ');
}

/** Reads an SPDX expression: one choice of an OR is enough, each part of an AND is needed. */
export function isPermissive(expression) {
  if (typeof expression !== 'string') return false;
  const [whole, inner] = expression.match(/\(([^()]*)\)/) ?? [];
  if (whole) return isPermissive(expression.replace(whole, isPermissive(inner) ? 'MIT' : 'none'));
  return expression
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => permissive.has(licence.trim())));
}
