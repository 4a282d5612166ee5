import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { tsconfigPaths: true },
  build: {
    // Contracts and rules only describe: what a page does not use of them stays out of the browser.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/\/libs\/(contracts|domain|i18n)\//.test(id) },
    },
  },
});
