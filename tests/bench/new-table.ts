import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs before the benches: the table holds what this run measures and nothing older. */
export function setup(): void {
  for (const name of ['bench.json', 'bench.md'])
    rmSync(fileURLToPath(new URL(`../../build/${name}`, import.meta.url)), { force: true });
}
