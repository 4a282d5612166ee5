/** @jest-config-loader esbuild-register */
import { join } from 'node:path';
import type { Config } from 'jest';

const root = __dirname;

// Published as ES modules alone; specs run as CommonJS, so that these are translated too.
const modules = ['@nestjs', '@noble', '@tokenizer', 'eld', 'entities', 'file-type', 'strtok3', 'token-types'];
const openId = ['jose', 'oauth4webapi', 'oidc-provider', 'openid-client'];
const translated = [...modules, ...openId, '@borewit', 'uint8array-extras', 'uuid'].join('|');

const transform = {
  '\\.(ts|tsx|js|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
    },
  ],
} satisfies Config['transform'];

const project = (name: string, folder: string, more: Config = {}) => ({
  displayName: name,
  rootDir: join(root, folder),
  testMatch: ['<rootDir>/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${translated})/)`],
  moduleNameMapper: {
    '^@zbor/(contracts|domain|i18n|testing|ui)$': join(root, 'libs/$1/src/index.ts'),
    '^eld$': join(root, 'node_modules/eld/src/entries/dynamic.js'),
    '^eld/(.+)$': join(root, 'node_modules/eld/src/entries/static.$1.js'),
    '\\.css(\\?url)?$': join(root, 'apps/launch/jest/style.cjs'),
  },
  ...more,
});

export default {
  maxWorkers: 2,
  testTimeout: 20_000,
  projects: [
    ...['contracts', 'domain', 'i18n', 'ui'].map((lib) => project(lib, `libs/${lib}`)),
    project('api', 'apps/api', {
      globalSetup: join(root, 'apps/launch/jest/setup.mjs'),
      globalTeardown: join(root, 'apps/launch/jest/teardown.mjs'),
    }),
    project('count', 'apps/count'),
    project('web', 'apps/web'),
    project('launch', 'apps/launch', { testMatch: ['<rootDir>/*.spec.mjs'] }),
  ],
} satisfies Config;
