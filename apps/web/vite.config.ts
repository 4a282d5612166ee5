import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type UserConfig } from 'vite';

const productionRouter = (file: string) =>
  fileURLToPath(new URL(`../../node_modules/react-router/dist/production/${file}`, import.meta.url));

/** What only concerns the browser. */
const browser: UserConfig = {
  resolve: {
    // The library without its warnings for developers, which its package names for no environment.
    alias: [
      { find: /^react-router$/, replacement: productionRouter('index.mjs') },
      { find: /^react-router\/dom$/, replacement: productionRouter('dom-export.mjs') },
    ],
  },
  build: {
    rolldownOptions: {
      output: {
        // What every page is built of comes in one piece, instead of thirty.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /\/libs\/ui\/src\/(?!illustrations\/(square|steps))|\/app\/shared\/|\/lucide\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
};

export default defineConfig(({ isSsrBuild, command }) => {
  const own = command === 'build' && !isSsrBuild ? browser : {};
  return {
    plugins: [reactRouter()],
    resolve: { tsconfigPaths: true, ...own.resolve },
    // Of all the drawings, the server needs those in use.
    ssr: { noExternal: ['lucide'] },
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
