import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from '../browser/flow-panel.ts';
import { PATIENCE_MS } from '../browser/panel.ts';
import { atRest } from '../browser/stored-laws.ts';

describe('a page of Flow that answers nothing', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    await panel.flowFilm('Cáo đỏ', ['a red fox']);
  });
  afterAll(() => panel.close());

  it('[L6] [L13] while a scene stands ready on it holds up no worker that starts, and the order is made once', async () => {
    await panel.press(1, 'Generate image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    const asking = panel.flow.waitForEvent('dialog');
    // Its scripts stand still behind it until it is answered.
    const asked = panel.flow.evaluate(() => alert('Flow asks something'));
    const dialog = await asking;
    await panel.stopWorker();
    await panel.newProject('Another film');
    await dialog.dismiss();
    await asked;
    await panel.pressWhenReady();
    const takes = async (): Promise<number> => {
      panel.replica.finishAll();
      return (await panel.rows('takes')).length;
    };
    await expect.poll(takes, { timeout: PATIENCE_MS }).toBe(1);
    expect(panel.replica.counters.submits).toBe(1);
    expect(panel.replica.misdeeds).toEqual({});
    expect((await atRest(panel, PATIENCE_MS)).broken).toEqual([]);
  });
});
