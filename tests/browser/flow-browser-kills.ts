import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel, stateOf } from './flow-panel.ts';
import { PATIENCE_MS } from './panel.ts';
import { atRest } from './stored-laws.ts';

/** Where an order is when the browser is killed. */
export const KILLED_WHILE = [
  'armed',
  'pressed but not answered',
  'generating',
  'done but not fetched',
  'downloading',
] as const;
type Moment = (typeof KILLED_WHILE)[number];

/** Kills the browser at moments of an order on Flow, one scene each, and starts it again on the same profile. */
export function playKills(moments: readonly Moment[]): void {
  describe('[L5] [L6] [L10] an order on Flow whose browser is killed', () => {
    const profile = mkdtempSync(join(tmpdir(), 'retake-'));
    let panel: FlowPanel;
    beforeAll(async () => {
      panel = await FlowPanel.openBeside({ earlier: { profile } });
      await panel.flowFilm(
        'Killed',
        moments.map((_, at) => `a fox ${at + 1}`),
      );
    });
    afterAll(async () => {
      await panel.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    it.each(moments)('while it is %s is neither lost nor ordered twice', async (moment) => {
      const { replica } = panel;
      const index = moments.indexOf(moment) + 1;
      const before = replica.counters.submits;
      await panel.press(index, 'Generate image');
      await bringTo(panel, moment, index);
      await panel.launched.kill();
      replica.set({ submitReply: 'given', mediaHangs: false });
      panel = await FlowPanel.openBeside({ earlier: { profile, replica } });
      if (moment === 'armed') await panel.pressWhenReady();
      // The page is loaded again only once a picture has had its time: that time passes here at once.
      if (moment === 'pressed but not answered' || moment === 'generating')
        await panel.setFaultPlan({ clockOffsetMs: 90_000 });
      await untilTaken(panel, index);
      await panel.setFaultPlan(null);
      expect(replica.counters.submits).toBe(before + 1);
      expect(replica.misdeeds).toEqual({});
    });

    it('leaves every law whole', async () => {
      const { broken, summary } = await atRest(panel, PATIENCE_MS);
      console.log(`browser killed ${moments.length} times in orders on Flow: ${summary}`);
      expect(broken).toEqual([]);
    });
  });
}

async function bringTo(panel: FlowPanel, moment: Moment, index: number): Promise<void> {
  const { replica } = panel;
  if (moment === 'armed') return until(panel, index, 'armed');
  replica.set({
    submitReply: moment === 'pressed but not answered' ? 'lost' : 'given',
    mediaHangs: moment === 'downloading',
  });
  await panel.pressWhenReady();
  await until(panel, index, 'submitted');
  if (moment === 'done but not fetched' || moment === 'downloading') replica.finishAll();
  if (moment === 'downloading') await until(panel, index, 'saving');
}

function until(panel: FlowPanel, index: number, state: string): Promise<void> {
  const stateNow = async (): Promise<unknown> => {
    const task = (await panel.rows('tasks')).find((row) => row['sceneIndex'] === index);
    return task === undefined ? null : stateOf(task);
  };
  return expect.poll(stateNow, { timeout: PATIENCE_MS, interval: 50 }).toBe(state);
}

async function untilTaken(panel: FlowPanel, index: number): Promise<void> {
  await expect
    .poll(
      async () => {
        panel.replica.finishAll();
        return (await panel.takes()).filter(({ scene }) => scene === index).length;
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(1);
}
