import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type UserConfig } from 'vite';

const productionRouter = (file: string) =>
  fileURLToPath(new URL(`../../node_modules/react-router/dist/production/${file}`, import.meta.url));

/** The library without its warnings for developers, which its package names for no environment. */
const alias = [
  { find: /^react-router$/, replacement: productionRouter('index.mjs') },
  { find: /^react-router\/dom$/, replacement: productionRouter('dom-export.mjs') },
];

/** What only concerns the browser. */
const browser: UserConfig = {
  build: {
    rolldownOptions: {
      output: {
        // What every page is built of comes in one piece, instead of thirty; so does a number that is no piece of its own.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /\/libs\/ui\/src\/(?!illustrations\/(square|steps))|\/app\/shared\/|\/limits\.ts|\/lucide\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
};

/** What only concerns the server: one file for the process that serves the pages. */
const server: UserConfig = { build: { rolldownOptions: { input: 'app/server.ts' } } };

export default defineConfig(({ isSsrBuild, command }) => {
  const own = isSsrBuild ? server : browser;
  return {
    plugins: [reactRouter()],
    resolve: { tsconfigPaths: true, ...(command === 'build' && { alias }) },
    // Of all the drawings, the server needs those in use; and of the router what is meant for production.
    ssr: { noExternal: ['lucide', 'react-router', 'set-cookie-parser'] },
    build: {
      rolldownOptions: {
        // Contracts, rules and pictures only describe: what a page does not use of them stays out of the browser.
        treeshake: {
          moduleSideEffects: (id) =>
            !/\/libs\/(contracts|domain|i18n|ui\/src\/(index|illustrations))\b/.test(id),
        },
        ...own.build?.rolldownOptions,
      },
    },
  };
});
