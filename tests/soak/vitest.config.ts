import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const isReplay = process.env['REPLAY'] !== undefined;
const parts = isReplay ? 1 : availableParallelism();

/**
 * `npm run soak`: every death and a million random histories, `SEED=…` for others and `COUNT=…` for fewer; or one again, by the
 * `REPLAY=…` that a failure prints. Each core plays a part.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    // Vitest keeps one core for itself otherwise, and the parts follow each other.
    maxWorkers: parts,
    projects: Array.from({ length: parts }, (_, part) => ({
      test: {
        name: `part ${part + 1} of ${parts}`,
        // The deaths are played once, by the first part.
        include:
          isReplay || part > 0 ? ['tests/soak/histories.soak.ts'] : ['tests/soak/{histories,deaths}.soak.ts'],
        setupFiles: ['tests/setup.ts'],
        env: { PART: String(part), PARTS: String(parts) },
        disableConsoleIntercept: true,
        testTimeout: 0,
      },
    })),
  },
});
