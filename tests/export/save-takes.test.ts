import { beforeEach, describe, expect, it } from 'vitest';
import type { DownloadState } from '../../lib/domain/download.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { ok } from '../../lib/domain/result.ts';
import { createTakeSaver, type SavePorts, type TakeSaver } from '../../lib/export/save-takes.ts';
import { getUnsaved } from '../../lib/store/marks.ts';
import { getSaveFault } from '../../lib/store/save-fault.ts';
import { generate, openStudio, type Studio } from '../fakes/studio.ts';

/** The browser's downloads: they outlive every background. */
class Downloads implements SavePorts {
  readonly started: { readonly url: string; readonly name: string }[] = [];
  readonly states = new Map<string, DownloadState>();
  readonly urls = new Set<string>();
  /** What the next download comes to; null where it stays on its way. */
  next: () => DownloadState = () => this.saved();
  dies: 'never' | 'before' | 'after' = 'never';
  private count = 0;

  saved(): DownloadState {
    const last = this.started.at(-1);
    return { state: 'saved', downloadId: this.started.length, name: last?.name ?? '' };
  }
  makeUrl = () => {
    const url = `blob:${++this.count}`;
    this.urls.add(url);
    return Promise.resolve(ok(url));
  };
  revokeUrl = (url: string) => Promise.resolve(this.urls.delete(url));
  download = (url: string, name: string) => {
    if (this.dies === 'before') return new Promise<number>(() => undefined);
    this.started.push({ url, name });
    this.states.set(url, this.next());
    if (this.dies === 'after') return new Promise<number>(() => undefined);
    return Promise.resolve(this.started.length);
  };
  downloadState = (url: string) => Promise.resolve(this.states.get(url) ?? { state: 'unknown' as const });

  get names(): readonly string[] {
    return this.started.map(({ name }) => name);
  }
}

describe('saving each take as it is made', () => {
  let studio: Studio;
  let downloads: Downloads;
  let saver: TakeSaver;
  let projectId: ProjectId;
  beforeEach(async () => {
    studio = await openStudio();
    downloads = new Downloads();
    saver = createTakeSaver(studio.store, downloads);
    projectId = await studio.project(3);
  });

  const make = async (index: number): Promise<void> => {
    await studio.do(generate(projectId, index, 'image'));
    await studio.settle();
  };
  /** Everything that the browser does by itself: each download that ends says so. */
  const runToEnd = async (by = saver): Promise<void> => {
    await by.run();
    for (let told = 0; told < downloads.started.length; told++) {
      await by.ended(downloads.started[told]?.url ?? '');
    }
  };
  const waiting = (): Promise<number> => studio.store.read(async (tx) => (await getUnsaved(tx)).length);
  const fault = () => studio.store.read(getSaveFault);

  it('saves every take once under its own name, and says where in its mark', async () => {
    for (const index of [1, 2, 3]) await make(index);
    expect(studio.stored).toBe(3);
    await runToEnd();
    await runToEnd();
    expect(downloads.names).toEqual([1, 2, 3].map((n) => `Mat-ong/Mat-ong_scene${n}_image_take1.png`));
    expect(await waiting()).toBe(0);
    const [take] = (await studio.card(projectId, 2)).takes.image;
    expect(take?.mark.saved).toEqual([{ name: 'Mat-ong/Mat-ong_scene2_image_take1.png', downloadId: 2 }]);
  });

  it('has one download on its way at a time', async () => {
    for (const index of [1, 2]) await make(index);
    downloads.next = () => ({ state: 'running' });
    await saver.run();
    await saver.run();
    expect(downloads.started).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)(
    '[L10] a death right %s the browser took the file in makes no second one',
    async (dies) => {
      await make(1);
      downloads.dies = dies;
      void saver.run();
      await expect
        .poll(() => studio.store.read(async (tx) => (await getUnsaved(tx))[0]?.toSave?.url))
        .toBe('blob:1');
      downloads.dies = 'never';
      await runToEnd(createTakeSaver(studio.store, downloads));
      expect(downloads.names).toEqual(['Mat-ong/Mat-ong_scene1_image_take1.png']);
      expect(await waiting()).toBe(0);
    },
  );

  it('[L13] a folder that cannot be written to is met once, told once, and tried at the next round', async () => {
    for (const index of [1, 2, 3]) await make(index);
    downloads.next = () => ({ state: 'failed', fault: { type: 'FolderClosed' } });
    await runToEnd();
    expect(downloads.started).toHaveLength(1);
    expect(await fault()).toEqual({ type: 'FolderClosed' });
    expect(await waiting()).toBe(3);
    downloads.next = () => downloads.saved();
    await runToEnd();
    expect(downloads.started).toHaveLength(4);
    expect(await waiting()).toBe(0);
    expect(await fault()).toBeNull();
  });

  it('[L13] a browser that takes no download leaves the take waiting, and its URL is freed', async () => {
    await make(1);
    const take = downloads.download;
    downloads.download = () => Promise.reject(new Error('blocked by the administrator'));
    await saver.run();
    expect(await fault()).toEqual({ type: 'DownloadFailed', words: 'blocked by the administrator' });
    expect(downloads.urls.size).toBe(0);
    downloads.download = take;
    await runToEnd();
    expect(downloads.started).toHaveLength(1);
    expect(await fault()).toBeNull();
  });

  it('a download that the user stopped is not begun again', async () => {
    await make(1);
    downloads.next = () => ({ state: 'cancelled' });
    await runToEnd();
    await runToEnd();
    expect(downloads.started).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('switched off nothing is saved, and switched on again only what is made from then on', async () => {
    await make(1);
    await studio.do({ type: 'setSaveTakes', saveTakes: false });
    await make(2);
    await runToEnd();
    expect(downloads.names).toEqual([]);
    await studio.do({ type: 'setSaveTakes', saveTakes: true });
    await make(3);
    await runToEnd();
    expect(downloads.names).toEqual(['Mat-ong/Mat-ong_scene3_image_take1.png']);
  });
});
