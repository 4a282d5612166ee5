import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

const names = [
  ...['.env', '.env.local', '.env.production', '.git/HEAD', '.git/config', '.gitignore', '.npmrc', '.nvmrc'],
  ...[
    '.zbor/secret-key',
    '.zbor/postgres/PG_VERSION',
    '.htaccess',
    '.htpasswd',
    '.ssh/id_rsa',
    '.aws/credentials',
  ],
  ...[
    '.DS_Store',
    '.svn/entries',
    '.vscode/settings.json',
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
  ],
  ...['docker-compose.yml', 'Dockerfile', 'README.md', 'LICENSE', 'nx.json', 'node_modules/pg/package.json'],
  ...[
    'backup.sql',
    'backup.zip',
    'backup.tar.gz',
    'dump.sql',
    'db.sqlite',
    'database.sql',
    'www.zip',
    'site.tar',
  ],
  ...[
    'server.js',
    'main.js',
    'build/main.js',
    'server/index.js',
    'apps/api/build/main.js',
    'metrics',
    'debug',
    'status',
  ],
  ...[
    'admin',
    'phpmyadmin',
    'wp-login.php',
    'wp-config.php.bak',
    'config.json',
    'config.yml',
    'secrets.json',
  ],
  ...[
    'uploads/',
    'storage/',
    'logs/server.log',
    'error.log',
    'graphql',
    'swagger.json',
    '__debug__/',
    'actuator/env',
  ],
];
const ways = ['/', '/assets/', '/api/', '/api/docs/', '/assets/..%2f..%2f', '/%2e%2e/', '/graz/../../'];

test('P13 13.4.1 nothing of the inside can be fetched', async ({ request }) => {
  const paths = ways.flatMap((way) => names.map((name) => `${way}${name}`));
  expect(paths.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const path of paths) {
    const reply = await request.get(thePortal().urls[0] + path, { maxRedirects: 0 });
    if (reply.status() !== 404 && reply.status() !== 400) found.push(`${path} ${reply.status()}`);
  }
  expect(found).toEqual([]);
});

test('P13 what is served names no sources', async ({ request }) => {
  const page = await (await request.get('/graz/ideas')).text();
  const files = [...new Set(page.match(/\/assets\/[\w.-]+\.js\b/g))];
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect(await (await request.get(file)).text()).not.toContain('sourceMappingURL');
    expect((await request.get(`${file}.map`)).status()).toBe(404);
  }
});
