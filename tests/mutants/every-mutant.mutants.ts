import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { MUTANTS, type Mutant } from './mutants.ts';
import { lawBrokenIn, plant } from './plant.ts';

const MOST_HISTORIES = 2_000;

const table = ['| class | mutant | law | caught by |', '| --- | --- | --- | --- |'];

/** What fails in a planted copy: the first history, else the tests of the rooms, else a death point. */
async function caughtBy(mutant: Mutant): Promise<string | null> {
  const copy = plant(mutant);
  const law = await lawBrokenIn(copy, MOST_HISTORIES);
  if (law !== null) return `histories: ${law.replaceAll('|', '/').slice(0, 120)}`;
  if (!passes(copy, ['tests/engine', 'tests/store'])) return 'tests of the engine and the store';
  if (!passes(copy, ['tests/providers/flow'])) return 'tests of Flow';
  return passes(copy, ['tests/durability']) ? null : 'death points';
}

function passes(copy: string, folders: readonly string[]): boolean {
  const args = [
    'vitest',
    'run',
    '--root',
    copy,
    '--bail',
    '1',
    '--reporter',
    'dot',
    '--testTimeout',
    '60000',
    ...folders,
  ];
  return spawnSync('npx', args, { encoding: 'utf8' }).status === 0;
}

it('a copy in which nothing is planted passes', async () => {
  const copy = plant({ bug: 'B1', name: 'nothing', law: 'none', changes: [] });
  expect(await lawBrokenIn(copy, 200)).toBeNull();
  expect(passes(copy, ['tests/engine', 'tests/store'])).toBe(true);
  expect(passes(copy, ['tests/providers/flow'])).toBe(true);
});

const chosen = MUTANTS.filter(({ name }) => name.includes(process.env['MUTANT'] ?? ''));

it.each(chosen)('$bug $name: is caught ($law)', async (mutant) => {
  const by = await caughtBy(mutant);
  table.push(`| ${mutant.bug} | ${mutant.name} | ${mutant.law} | ${by ?? '**nothing**'} |`);
  console.log(table.at(-1));
  expect(by).not.toBeNull();
});

afterAll(() => writeFileSync('build/mutants.md', `${table.join('\n')}\n`));
