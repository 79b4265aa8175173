import { expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { lawBrokenIn, plant, unplantable } from './plant.ts';

/** Far more than any of these needs. */
const MOST_HISTORIES = 2_000;

const quick = MUTANTS.filter(({ isQuick }) => isQuick);

it('every bug of others can still be planted', () => {
  expect(MUTANTS.flatMap(unplantable)).toEqual([]);
});

it.each(quick)(
  'the histories see the bug of others that $name ($law)',
  async (mutant) => {
    expect(await lawBrokenIn(plant(mutant), MOST_HISTORIES)).not.toBeNull();
  },
  300_000,
);
