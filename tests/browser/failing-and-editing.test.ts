import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isSceneIndex, type SceneIndex } from '../../lib/domain/ids.ts';
import { Panel } from './panel.ts';

function scene(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

const REFUSED = { type: 'ContentRefused', what: 'prompt', words: 'planned' } as const;

describe('failing, retrying and editing', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterEach(() => panel.setFaultPlan(null));
  afterAll(() => panel.close());

  it('[L13] scene 2 fails and is retried while 1 is made again, 3 is deleted and all are moved: each lands on its own', async () => {
    await panel.shortFilm('Meanwhile', 4);
    await panel.setFaultPlan({
      faults: [
        { scene: scene(2), kind: 'video', step: 'poll', fault: { type: 'RenderFailed', words: 'planned' } },
      ],
    });
    await panel.page.getByText('The developer switch is on').waitFor();
    await panel.menu('Menu', 'Generate all videos');
    await panel.waitForStatus(2, 'Failed');
    for (const index of [1, 3, 4]) await panel.waitForStatus(index, 'Done');
    expect(await panel.card(2).locator('.note.bad').innerText()).toContain('You were not charged.');
    await panel.setFaultPlan({ delayMs: 1_500 });
    await panel.press(2, 'Retry');
    await panel.press(1, 'Regenerate video');
    await panel.more(4, 'Move up');
    // A card that moves closes its menu, so the next one is opened when the order stands.
    await panel.card(4).getByText('Scene 4 · place 3').waitFor();
    await panel.more(3, 'Delete scene');
    await panel.card(3).waitFor({ state: 'detached' });
    await panel.waitForStatus(2, 'Done');
    await panel.waitForStatus(1, 'New take');
    const takes = await panel.takes();
    for (const take of takes) expect(take.title).toBe(`scene ${take.scene}`);
    const videos = takes.filter(({ kind }) => kind === 'video').map(({ scene: of, number }) => [of, number]);
    expect(videos).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.card(3).waitFor();
    await panel.waitForStatus(3, 'Done');
  });

  it('[L4] a refused scene whose prompt was edited is retried with the new prompt', async () => {
    await panel.shortFilm('Refused', 1);
    await panel.setFaultPlan({
      faults: [{ scene: scene(1), kind: 'image', step: 'submit', fault: REFUSED }],
    });
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Failed');
    await panel.setFaultPlan(null);
    await panel.edit(1, 'Image prompt', 'a kinder prompt');
    await panel.press(1, 'Retry');
    await panel.waitForStatus(1, 'Image ready');
    const [take] = await panel
      .rows('takes')
      .then((rows) => rows.filter(({ snapshot }) => promptOf(snapshot) === 'a kinder prompt'));
    expect(take).toBeDefined();
  });

  it('[L4] a scene edited while queued is made with the edit', async () => {
    await panel.shortFilm('Queued', 1);
    await panel.menu('Menu', 'Pause');
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Queued');
    await panel.edit(1, 'Image prompt', 'edited while queued');
    await panel.menu('Menu', 'Resume');
    await panel.waitForStatus(1, 'Image ready');
    const rows = await panel.rows('takes');
    expect(rows.some(({ snapshot }) => promptOf(snapshot) === 'edited while queued')).toBe(true);
    expect(await panel.card(1).getByText('Made before you changed').count()).toBe(0);
  });

  it('[L4] a scene edited while running gives a take that is marked stale', async () => {
    await panel.shortFilm('Running', 1);
    await panel.setFaultPlan({ neverFinish: [scene(1)] });
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Generating');
    await panel.edit(1, 'Image prompt', 'edited while running');
    await panel.setFaultPlan(null);
    await panel.waitForStatus(1, 'Image ready');
    expect(await panel.card(1).getByText('Made before you changed: prompt').count()).toBe(1);
  });

  it('[L14] stop waiting keeps the take that still comes, and stop all is undone by one press', async () => {
    await panel.shortFilm('Stopped', 3);
    await panel.menu('Menu', 'Pause');
    await panel.menu('Menu', 'Generate all images');
    await panel.waitForStatus(3, 'Queued');
    await panel.page.getByRole('button', { name: 'Stop all', exact: true }).first().click();
    await panel.waitForStatus(1, 'Cancelled');
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.waitForStatus(1, 'Queued');
    await panel.menu('Menu', 'Resume');
    for (const index of [1, 2, 3]) await panel.waitForStatus(index, 'Image ready');
  });
});

function promptOf(snapshot: unknown): unknown {
  return typeof snapshot === 'object' && snapshot !== null && 'prompt' in snapshot ? snapshot.prompt : null;
}
