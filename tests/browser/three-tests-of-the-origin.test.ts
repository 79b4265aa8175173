import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel, type HashedTake } from './panel.ts';

/** The manual tests that the desktop program failed: a retry of one scene overwrote another's video. */
describe('the three tests of the origin', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const others = (takes: readonly HashedTake[], scene: number, kind: string): readonly string[] =>
    takes
      .filter((take) => take.scene !== scene || take.kind !== kind)
      .map(({ sha256 }) => sha256)
      .toSorted();

  it('[L3] image regeneration: a new image of scene 2, and every other take as it was', async () => {
    await panel.shortFilm('Images', 3);
    await panel.menu('Menu', 'Generate all images');
    for (const index of [1, 2, 3]) await panel.waitForStatus(index, 'Image ready');
    const before = await panel.hashedTakes();
    await panel.more(2, 'Regenerate image');
    await panel.waitForStatus(2, 'New take');
    const after = await panel.hashedTakes();
    expect(others(after, 2, 'image')).toEqual(others(before, 2, 'image'));
    const images = after.filter(({ scene }) => scene === 2);
    expect(images.map(({ number }) => number)).toEqual([1, 2]);
    expect(images[0]?.sha256).toBe(before.find(({ scene }) => scene === 2)?.sha256);
    expect(images[1]?.sha256).not.toBe(images[0]?.sha256);
  });

  it('[L1] video generation: each video is of its own scene', async () => {
    await panel.shortFilm('Videos', 3);
    await panel.menu('Menu', 'Generate all videos');
    for (const index of [1, 2, 3]) await panel.waitForStatus(index, 'Done');
    const takes = await panel.hashedTakes();
    expect(takes).toHaveLength(6);
    for (const take of takes) expect(take.title).toBe(`scene ${take.scene}`);
    expect(new Set(takes.map(({ sha256 }) => sha256)).size).toBe(6);
  });

  it('[L1] index preservation: scenes 3, then 1, then 2 again, each on its own scene', async () => {
    await panel.shortFilm('Indexes', 3);
    for (const index of [3, 1, 2]) {
      await panel.more(index, 'Generate video');
      await panel.waitForStatus(index, 'Done');
    }
    const before = await panel.hashedTakes();
    await panel.press(2, 'Regenerate video');
    await panel.waitForStatus(2, 'New take');
    const after = await panel.hashedTakes();
    expect(others(after, 2, 'video')).toEqual(others(before, 2, 'video'));
    for (const take of after) expect(take.title).toBe(`scene ${take.scene}`);
    expect(after.filter(({ scene, kind }) => scene === 2 && kind === 'video')).toHaveLength(2);
  });
});
