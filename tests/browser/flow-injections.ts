import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { InstalledCopy } from './extension-reloads.ts';
import { FlowPanel } from './flow-panel.ts';
import { PATIENCE_MS } from './panel.ts';
import { atRest } from './stored-laws.ts';

/** Where the order is when the extension goes, and how it goes. */
export const LIVES = [
  ['before the press, and is loaded again', 'reload', 'after'],
  ['before the press, and is updated', 'update', 'after'],
  ['before the press, which comes while it is off', 'off', 'meanwhile'],
  ['right after the press, and is loaded again', 'reload', 'before'],
] as const;
type Life = (typeof LIVES)[number];
type How = Life[1];

/** Puts the extension under a page of Flow that is there already, and lets it go and come in orders, one scene each. */
export function playInjections(lives: readonly Life[]): void {
  describe('[L10] a Flow page that is older than the extension in it', () => {
    const copy = new InstalledCopy();
    let panel: FlowPanel;
    let install: () => void;
    let scene = 0;
    beforeAll(async () => {
      install = copy.withoutScripts();
      panel = await FlowPanel.openBeside({ build: copy.folder });
      await countReports(panel);
    });
    afterEach(() => {
      expect(panel.replica.misdeeds).toEqual({});
      expect(panel.replica.defects).toEqual([]);
    });
    afterAll(async () => {
      await panel.close();
      copy.remove();
    });

    it('is of use from the installation on, without being loaded again', async () => {
      await panel.wake();
      expect(await isWatched(panel)).toBe(false);
      install();
      panel = panel.beside(await copy.reload(panel));
      await expect.poll(() => isWatched(panel)).toBe(true);
      await panel.flowFilm('Injected', ['a fox', ...lives.map((_, at) => `a fox ${at + 2}`)]);
      await panel.press(++scene, 'Generate image');
      await panel.pressWhenReady();
      await untilMade(panel, scene);
      expect(await reportsOfSubmits(panel)).toHaveLength(1);
    });

    it.each(lives)('has its order made once where the extension goes %s', async (_, how, press) => {
      const before = panel.replica.counters.submits;
      await panel.press(++scene, 'Generate image');
      await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(scene);
      const submits = (): number => panel.replica.counters.submits - before;
      const pressed = async (): Promise<void> => {
        await panel.startButton().click();
        await expect.poll(submits, { timeout: PATIENCE_MS }).toBe(1);
      };
      if (press === 'before') await pressed();
      panel = panel.beside(
        await goAndCome(copy, panel, how, press === 'meanwhile' ? pressed : async () => {}),
      );
      if (press === 'after') {
        // The mark of the life before is gone, and the next one's is there.
        await panel.flow.locator('retake-mark').waitFor({ state: 'attached' });
        await panel.pressWhenReady();
      }
      await untilMade(panel, scene);
      expect(submits()).toBe(1);
      await expect.poll(() => marks(panel)).toBe(0);
    });

    it('has one observer, which tells of each request once', async () => {
      const reports = await reportsOfSubmits(panel);
      expect(reports).toHaveLength(panel.replica.counters.submits);
      expect(new Set(reports).size).toBe(reports.length);
      expect(new Set(reports.map((report) => report.split(' ')[0])).size).toBe(1);
    });

    it('leaves every law whole', async () => {
      const { broken, summary } = await atRest(panel, PATIENCE_MS);
      console.log(`orders on Flow while the extension went and came: ${summary}`);
      expect(broken).toEqual([]);
    });
  });
}

function goAndCome(copy: InstalledCopy, panel: FlowPanel, how: How, meanwhile: () => Promise<void>) {
  switch (how) {
    case 'reload':
      return copy.reload(panel);
    case 'update':
      return copy.update(panel);
    case 'off':
      return copy.offAndOn(panel, meanwhile);
  }
}

async function untilMade(panel: FlowPanel, scene: number): Promise<void> {
  const made = async (): Promise<number> => {
    panel.replica.finishAll();
    return (await panel.takes()).filter((take) => take.scene === scene).length;
  };
  await expect.poll(made, { timeout: PATIENCE_MS }).toBe(1);
}

function isWatched({ flow }: FlowPanel): Promise<boolean> {
  return flow.evaluate(() => Reflect.has(document, Symbol.for('retake.observer')));
}

/** Notes every report in the page itself, which a page that is loaded again would forget. */
async function countReports({ flow }: FlowPanel): Promise<void> {
  await flow.evaluate(() => {
    const told: string[] = [];
    Reflect.set(window, 'told', told);
    document.addEventListener('retake:report', (event) => {
      const { documentId, seq, type, submit } = JSON.parse((event as CustomEvent<string>).detail);
      if (type === 'sent' && submit.items !== undefined) told.push(`${documentId} ${seq}`);
    });
  });
}

function reportsOfSubmits({ flow }: FlowPanel): Promise<readonly string[]> {
  return flow.evaluate(() => Reflect.get(window, 'told'));
}

function marks({ flow }: FlowPanel): Promise<number> {
  return flow.locator('retake-mark').count();
}
