import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** They share no process: the testing library holds on to the page that it saw first, and a mock to its module. */
const APART = ['components', 'entrypoints', 'platform'].map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // On two cores vitest would leave one of them idle.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'build/test-results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', ...APART],
          setupFiles: ['tests/setup.ts'],
          // A process for each of so many small files would cost a sixth of their time.
          isolate: false,
          // Clips are made and decoded here too; a slow machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'apart',
          include: APART,
          setupFiles: ['tests/setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Each file has a browser and a profile of its own. One that files share grows slower with each of them; what
          // drives them is loaded once.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 600_000,
          hookTimeout: 60_000,
          // A second is short where two browsers share two cores.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
