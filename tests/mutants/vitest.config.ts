import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run mutants`: plants every mutant in a copy and shows what catches it, into build/mutants.md. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/mutants/*.mutants.ts'],
    setupFiles: ['tests/setup.ts'],
    disableConsoleIntercept: true,
    testTimeout: 1_200_000,
  },
});
