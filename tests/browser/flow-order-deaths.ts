import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from './flow-panel.ts';
import { PATIENCE_MS } from './panel.ts';
import { atRest } from './stored-laws.ts';

/** Where an order is when something dies. */
export const DIES_WHILE = ['preparing', 'armed', 'submitted', 'done at the service'] as const;
type Moment = (typeof DIES_WHILE)[number];

const DEATHS = ['worker', 'page'] as const;

/** Lets the worker and the page die at moments of an order on Flow, one scene each. */
export function playOrderDeaths(moments: readonly Moment[]): void {
  describe('[L5] [L6] [L10] an order on Flow', () => {
    let panel: FlowPanel;
    let scene = 0;
    beforeAll(async () => {
      panel = await FlowPanel.openBeside();
      const prompts = Array.from({ length: moments.length * DEATHS.length }, (_, at) => `a fox ${at + 1}`);
      await panel.flowFilm('Killed', prompts);
    });
    afterEach(() => {
      expect(panel.replica.misdeeds).toEqual({});
    });
    afterAll(() => panel.close());

    it.each(moments.flatMap((moment) => DEATHS.map((death) => [death, moment] as const)))(
      'is neither lost nor made twice where the %s dies while it is %s',
      async (death, moment) => {
        const index = ++scene;
        const before = panel.replica.counters.submits;
        await panel.press(index, 'Generate image');
        await bringTo(panel, moment, index);
        if (death === 'worker') await panel.stopWorker();
        else await reload(panel);
        await panel.wake();
        // The page is loaded again only once a picture has had its time: that time passes here at once.
        if (death === 'page' && moment === 'submitted') await panel.passTime(90_000);
        if (moment === 'preparing' || moment === 'armed') await panel.pressWhenReady();
        await expect
          .poll(
            async () => {
              panel.replica.finishAll();
              return (await panel.takes()).filter((take) => take.scene === index).length;
            },
            { timeout: PATIENCE_MS },
          )
          .toBe(1);
        expect(panel.replica.counters.submits).toBe(before + 1);
      },
    );

    it('leaves every law whole', async () => {
      const { broken, summary } = await atRest(panel, PATIENCE_MS);
      console.log(`orders on Flow with deaths of worker and page: ${summary}`);
      expect(broken).toEqual([]);
    });
  });
}

async function bringTo(panel: FlowPanel, moment: Moment, index: number): Promise<void> {
  const isIn = async (wanted: string): Promise<boolean> => {
    const task = (await panel.rows('tasks')).find((row) => row['sceneIndex'] === index);
    const phase = task?.['phase'];
    return typeof phase === 'object' && phase !== null && 'state' in phase && phase.state === wanted;
  };
  const until = (state: string, interval = 50): Promise<void> =>
    expect.poll(() => isIn(state), { timeout: PATIENCE_MS, interval }).toBe(true);
  switch (moment) {
    case 'preparing':
      return until('preparing', 20);
    case 'armed':
      return until('armed');
    case 'submitted':
    case 'done at the service':
      await panel.pressWhenReady();
      await until('submitted');
      if (moment === 'done at the service') panel.replica.finishAll();
  }
}

async function reload(panel: FlowPanel): Promise<void> {
  await panel.flow.reload();
  await panel.flow.locator('flow-prompt-box').waitFor();
}
