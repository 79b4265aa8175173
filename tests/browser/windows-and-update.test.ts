import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledCopy } from './extension-reloads.ts';
import { Panel, PATIENCE_MS } from './panel.ts';
import { untilNotices } from './random-moments.ts';
import { atRest } from './stored-laws.ts';
import { openSecondWindow, showTheSame, workInBoth } from './two-windows.ts';

describe('[L10] a film that is made', () => {
  const copy = new InstalledCopy();
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open({ build: copy.folder });
  });
  afterAll(async () => {
    await panel.close();
    copy.remove();
  });

  it('[L1] from two windows at once is the same film in both', async () => {
    await panel.shortFilm('Twice', 4);
    const windows = [panel, await openSecondWindow(panel)] as const;
    await workInBoth(windows, 20, 3);
    const { broken, summary, takes } = await atRest(panel, PATIENCE_MS);
    console.log(`worked in two windows at once 20 times: ${summary}`);
    expect(broken).toEqual([]);
    expect(takes.length).toBeGreaterThan(0);
    await showTheSame(windows);
    await windows[1].page.close();
  });

  it('while an update meets a store of the version before goes on', async () => {
    await panel.shortFilm('Earlier', 2);
    await panel.menu('Menu', 'Generate all videos');
    await untilNotices(panel, 6);
    panel = await copy.updateOverVersion1(panel);
    const { broken, summary, tasks } = await atRest(panel, PATIENCE_MS);
    console.log(`updated over a store of version 1: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state === 'failed')).toEqual([]);
  });
});
