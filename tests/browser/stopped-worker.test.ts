import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel, PATIENCE_MS } from './panel.ts';

const SCENES = 5;

describe('[L10] a service worker that is stopped', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('at ten moments of a run leaves every scene done and no step done twice', async () => {
    await panel.shortFilm('Stopped', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    for (let stops = 0; stops < 10; stops++) {
      await expect
        .poll(async () => (await panel.rows('takes')).length, { timeout: PATIENCE_MS })
        .toBeGreaterThanOrEqual(stops);
      await panel.stopWorker();
      // Mostly the user looks again; where nobody does the wake must do, half a minute later.
      if (stops % 5 !== 4) await panel.page.reload();
    }
    for (let index = 1; index <= SCENES; index++) {
      await panel.card(index).scrollIntoViewIfNeeded();
      await panel.waitForStatus(index, 'Done');
    }
    const takes = await panel.takes();
    expect(takes.map(({ scene, kind, number }) => `${scene} ${kind} ${number}`).toSorted()).toEqual(
      [1, 2, 3, 4, 5].flatMap((index) => [`${index} image 1`, `${index} video 1`]).toSorted(),
    );
    for (const take of takes) expect(take.title).toBe(`scene ${take.scene}`);
    const attempts = await panel.rows('attempts');
    const operations = attempts.filter(({ operation }) => operation !== null);
    expect(operations).toHaveLength(SCENES * 2);
    expect(await panel.rows('staged')).toEqual([]);
  });
});
