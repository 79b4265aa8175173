import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run screens`: pictures of every screen and state, into `screens/`, which git ignores. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/screens/*.screens.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
