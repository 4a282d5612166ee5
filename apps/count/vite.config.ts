import { defineConfig } from 'vite';

/** One file that needs nothing but Node, and that a stranger can read: not minified, with its comments. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: 'build',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      treeshake: { moduleSideEffects: false },
      output: { entryFileNames: 'count.mjs', codeSplitting: false },
    },
  },
});
