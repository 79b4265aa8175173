import { describe, expect, it } from 'vitest';
import { LARGER_FROM } from '../../lib/domain/take.ts';
import { getLedgerRow } from '../../lib/store/ledger.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { presentAttempt } from '../../lib/domain/task.ts';
import type { LargerCopy } from '../../lib/engine/ports.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';
import { NOTHING } from '../../lib/providers/flow/write-sighting.ts';

const TAB = 7;
const COPY: LargerCopy = { output: LARGER_FROM, ref: 'large' };

/** A scene with an image, and a page that says that a larger copy of it can be had. */
async function openLarger() {
  const studio = await openStudio();
  const film = await studio.project(2);
  await studio.do(generate(film, 1, 'image'));
  await studio.settle();
  const [task] = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
  const attempt = task === undefined ? null : presentAttempt(task.phase);
  if (attempt === null) throw new Error('no attempt');
  studio.script.hear = () =>
    Promise.resolve({ ...NOTHING, larger: [attempt], enlarged: [{ attempt, taken: [50] }] });
  studio.script.larger = () => Promise.resolve([COPY]);
  const tell = async (): Promise<void> => {
    await studio.engine.heardOnPage('animatic', 'larger', TAB);
    await studio.settle();
  };
  return { studio, film, attempt, tell };
}

async function takesOf(studio: Studio, film: Parameters<Studio['card']>[0], index: number) {
  const { takes } = await studio.card(film, index);
  return takes.image.map(({ take, picked }) => [take.number, picked] as const).toSorted(([a], [b]) => a - b);
}

describe('a larger copy of an output', () => {
  it('[L1] [L3] becomes a take of its own scene once, beside the pick', async () => {
    const { studio, film, tell } = await openLarger();
    await tell();
    await tell();
    expect(await takesOf(studio, film, 1)).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(await takesOf(studio, film, 2)).toEqual([]);
  });

  it('[L9] is in the ledger row of the order that it is of, once', async () => {
    const { studio, attempt, tell } = await openLarger();
    await tell();
    await tell();
    const row = await studio.store.read((tx) => getLedgerRow(tx, attempt));
    expect(row?.larger).toEqual([50]);
  });

  it('[L3] is not picked by itself where nothing is', async () => {
    const { studio, film, tell } = await openLarger();
    const first = (await studio.card(film, 1)).takes.image[0]?.take;
    if (first === undefined) throw new Error('no take');
    const { projectId, sceneIndex: index, kind, number } = first;
    await studio.do({ type: 'markTake', projectId, index, kind, number, binned: true });
    await tell();
    expect(await takesOf(studio, film, 1)).toEqual([[2, false]]);
  });

  it('[L8] is fetched again when it is told of again, where it could not be fetched', async () => {
    const { studio, film, tell } = await openLarger();
    const { fetch } = studio.script;
    studio.script.fetch = () => Promise.resolve({ ok: false, fault: { type: 'LinkExpired' } });
    await tell();
    expect(await takesOf(studio, film, 1)).toHaveLength(1);
    studio.script.fetch = fetch;
    await tell();
    expect(await takesOf(studio, film, 1)).toHaveLength(2);
    expect(studio.defects).toEqual([]);
  });
});
