import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledCopy, reloadAtRandom } from '../browser/extension-reloads.ts';
import { Panel } from '../browser/panel.ts';
import { untilNotices } from '../browser/random-moments.ts';
import { atRest } from '../browser/stored-laws.ts';
import type { Task } from '../../lib/domain/task.ts';
import { countOf } from './counts.ts';

const RELOADS = countOf('RELOADS', 20);
const SCENES = countOf('SCENES', 20);
const SEED = countOf('SEED', 1);

describe('[L10] an extension that is loaded again and updated while a film is made', () => {
  const copy = new InstalledCopy();
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open({ build: copy.folder });
  });
  afterAll(async () => {
    await panel.close();
    copy.remove();
  });

  it(`${RELOADS} times leaves every law whole`, async () => {
    await panel.shortFilm('Loaded again', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    panel = await reloadAtRandom(copy, panel, RELOADS, SEED);
    const { broken, summary, tasks } = await atRest(panel, 600_000);
    console.log(`extension loaded again ${RELOADS} times, half of them updates, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(isOtherThanLost)).toEqual([]);
  });

  it('over a store of the version before, in the middle of the work, goes on with it', async () => {
    await panel.shortFilm('Earlier', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    await untilNotices(panel, 20);
    panel = await copy.updateOverVersion1(panel);
    const { broken, summary, tasks } = await atRest(panel, 600_000);
    console.log(`updated over a store of version 1 in the middle of the work: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(isOtherThanLost)).toEqual([]);
    expect(tasks.length).toBeGreaterThanOrEqual(SCENES * 4);
  });
});

/** The renderer goes with the extension: a scene that lost three renders in a row asks for Retry, which is free. */
function isOtherThanLost({ phase }: Task): boolean {
  return phase.state !== 'done' && !(phase.state === 'failed' && phase.fault.type === 'RenderLost');
}
