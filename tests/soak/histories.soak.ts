import { expect, it } from 'vitest';
import { runHistories, wordsOf, type Start } from '../histories/run-histories.ts';

/** Histories that are drawn from one seed; the next ones come from the next seed. */
const DRAWN_AT_ONCE = 500;

function number(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is a whole number`);
  return value;
}

/** The seed and path that a failure printed. */
function replayed(text: string): Start {
  const said: unknown = JSON.parse(text);
  if (typeof said === 'object' && said !== null && 'seed' in said && 'path' in said) {
    const { seed, path } = said;
    if (typeof seed === 'number' && typeof path === 'string') return { seed, path };
  }
  throw new Error(`REPLAY is {"seed": number, "path": text}`);
}

it.runIf(process.env['REPLAY'] !== undefined)('plays one history again', async () => {
  const start = replayed(process.env['REPLAY'] ?? '');
  const { failure } = await runHistories(start, 1);
  console.log(failure === null ? 'no law is broken' : wordsOf(failure));
  expect(failure).toBeNull();
});

it.runIf(process.env['REPLAY'] === undefined)('[L1 – L16] random histories break no law', async () => {
  const seed = number('SEED', Math.floor(Math.random() * 2 ** 30));
  const wanted = number('COUNT', 1_000_000);
  const part = number('PART', 0);
  const parts = number('PARTS', 1);
  let played = 0;
  let violations = 0;
  for (let drawn = part; drawn * DRAWN_AT_ONCE < wanted; drawn += parts) {
    const count = Math.min(DRAWN_AT_ONCE, wanted - drawn * DRAWN_AT_ONCE);
    const { played: more, failure } = await runHistories({ seed: seed + drawn }, count);
    played += more;
    if (failure !== null) {
      violations++;
      console.log(wordsOf(failure));
    }
    if (drawn % (20 * parts) === part)
      console.log(`part ${part + 1}: ${played} played, ${violations} violations`);
  }
  console.log(`part ${part + 1} of ${parts}: seed ${seed}, ${played} histories, ${violations} violations`);
  expect(violations).toBe(0);
});
