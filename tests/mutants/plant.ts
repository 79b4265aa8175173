import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { runHistories } from '../histories/run-histories.ts';
import type { Mutant } from './mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Copies the source and its tests, without what needs a browser, and plants a mutant there. Answers the copy's path. */
export function plant({ name, changes }: Mutant): string {
  const copy = join(ROOT, 'build/mutants', name.replaceAll(' ', '-'));
  rmSync(copy, { recursive: true, force: true });
  for (const folder of [
    'lib',
    'tests/histories',
    'tests/durability',
    'tests/fakes',
    'tests/engine',
    'tests/store',
    'tests/providers/flow',
  ])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  for (const { file, search, replace } of changes) {
    const path = join(copy, file);
    const parts = readFileSync(path, 'utf8').split(search);
    if (parts.length !== 2)
      throw new Error(`${name}: ${file} has it ${parts.length - 1} times, not once: ${search}`);
    writeFileSync(path, parts.join(replace));
  }
  return copy;
}

/** The changes of a mutant whose text does not stand once where it is to be planted; empty where it can be. */
export function unplantable({ name, changes }: Mutant): readonly string[] {
  return changes
    .filter(({ file, search }) => readFileSync(join(ROOT, file), 'utf8').split(search).length !== 2)
    .map(({ file, search }) => `${name}: ${file} has not once: ${search}`);
}

interface Histories {
  readonly runHistories: typeof runHistories;
}

/** Plays histories against a planted copy in this process; answers the law that breaks, null where none does. */
export async function lawBrokenIn(copy: string, count: number): Promise<string | null> {
  const planted: Histories = await import(/* @vite-ignore */ join(copy, 'tests/histories/run-histories.ts'));
  const { failure } = await planted.runHistories({ seed: 1 }, count, 'no shrinking');
  return failure?.laws.split('\n')[0] ?? null;
}
