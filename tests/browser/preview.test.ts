import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';
import { readWatched, watchPreview } from './preview-watch.ts';

describe('Play film', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const dialog = (): Locator => panel.page.getByRole('dialog', { name: 'Play film' });
  const button = (name: string | RegExp): Locator => dialog().getByRole('button', { name, exact: true });
  const seen = (): Promise<string | null> => dialog().locator('.stage').getAttribute('data-seen');
  const time = (): Promise<number> =>
    dialog()
      .getByRole('slider', { name: 'Time in the film' })
      .evaluate((bar: HTMLInputElement) => bar.valueAsNumber);
  const open = async (): Promise<void> => {
    await panel.menu('Menu', 'Play film');
    await dialog().waitFor();
  };
  const close = async (): Promise<void> => {
    await panel.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };

  it('needs no film to be made: takes are enough', async () => {
    await panel.newProject('Seen');
    const scenes = ['Mở hũ mật. Thơm quá!', 'Rót mật.', 'Một muỗng mỗi sáng.', 'Đặt hàng nhé!'];
    await panel.importScript(
      JSON.stringify({
        scenes: scenes.map((speech, at) => ({ title: `scene ${at + 1}`, desc: 'x', speech, duration: 1 })),
      }),
    );
    for (const index of [1, 2, 3, 4]) {
      await panel.goTo(index);
      await panel.more(index, 'Generate video');
    }
    for (const index of [1, 2, 3, 4]) {
      await panel.goTo(index);
      await panel.waitForStatus(index, 'Done');
    }
    await watchPreview(panel.page);
    await panel.card(1).waitFor();
  });

  it('plays every scene once, in the film’s order; the next one stands ready at each seam', async () => {
    await open();
    await dialog().getByText('0:04 / 0:04').waitFor();
    await button('Play').waitFor();
    const { frames, seams, scenes, mostUrls } = await readWatched(panel.page);
    expect(scenes).toEqual([1, 2, 3, 4]);
    expect(seams).toHaveLength(3);
    for (const { readyState } of seams) expect(readyState).toBeGreaterThanOrEqual(HAVE_CURRENT_DATA);
    const clips = [...new Set(frames.map(({ clip }) => clip))];
    expect(clips).toHaveLength(4);
    for (const clip of clips) {
      const own = frames.filter((frame) => frame.clip === clip).map(({ mediaS }) => mediaS);
      expect(own[0]).toBe(0);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
    // The first picture of each was there before the clip in front of it had ended.
    const firstOf = (clip: string | undefined): number => frames.findIndex((frame) => frame.clip === clip);
    const lastOf = (clip: string): number => frames.findLastIndex((frame) => frame.clip === clip);
    for (const [at, clip] of clips.slice(0, -1).entries())
      expect(firstOf(clips[at + 1])).toBeLessThan(lastOf(clip));
    expect(mostUrls).toBeLessThanOrEqual(2);
    await close();
    await expect.poll(async () => (await readWatched(panel.page)).urlsNow).toBe(0);
  });

  it('keys move the time: space, arrows, Page Up and Down, Home and End', async () => {
    await open();
    const press = (key: string) => panel.page.keyboard.press(key);
    await button('Pause').press(' ');
    await button('Play').waitFor();
    await press('Home');
    await expect.poll(time).toBe(0);
    await press('PageDown');
    await press('PageDown');
    await expect.poll(seen).toBe('3');
    expect(await time()).toBeCloseTo(2, 1);
    await press('ArrowLeft');
    await expect.poll(time).toBeCloseTo(1, 1);
    await press('ArrowRight');
    await press('PageUp');
    await expect.poll(seen).toBe('2');
    await press('End');
    await expect.poll(seen).toBe('4');
    await press(' ');
    await press('m');
    await button('Sound').and(panel.page.locator('[aria-pressed=false]')).waitFor();
    await dialog().getByRole('list', { name: 'Scenes' }).getByRole('button', { name: 'Scene 2' }).click();
    await expect.poll(seen).toBe('2');
    await close();
  });

  it('a pick that is changed plays at once, at the same moment, and one press takes it back', async () => {
    await panel.goTo(2);
    await panel.press(2, 'Regenerate video');
    await panel.waitForStatus(2, 'New take');
    await open();
    await button('Pause').click();
    await dialog().getByRole('button', { name: 'Scene 2', exact: true }).click();
    const takes = dialog().getByRole('region', { name: 'Takes of Scene 2' });
    await takes.getByRole('button', { name: /^Video take 1, Picked/ }).waitFor();
    await readWatched(panel.page);
    await takes.getByRole('button', { name: /^Video take 2/ }).click();
    await takes.getByRole('button', { name: /^Video take 2, Picked/ }).waitFor();
    await expect.poll(async () => (await readWatched(panel.page)).seams.length).toBe(1);
    expect(await seen()).toBe('2');
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await takes.getByRole('button', { name: /^Video take 1, Picked/ }).waitFor();
    await close();
  });

  it('shows a scene without a video as a card and an image as a picture, each for its length', async () => {
    await panel.menu('Menu', 'Import script');
    const script = panel.page.getByRole('dialog', { name: 'Import script' });
    await script
      .getByLabel('Paste the script')
      .fill('{"scenes":[{"title":"còn thiếu","duration":1},{"title":"có ảnh","duration":1}]}');
    await script.getByRole('button', { name: 'Import 2 scenes' }).click();
    await script.waitFor({ state: 'detached' });
    await panel.goTo(6);
    await panel.press(6, 'Generate image');
    await panel.waitForStatus(6, 'Image ready');
    await open();
    await button('Scene 5, No video yet').click();
    await dialog().locator('.missing').getByText('còn thiếu').waitFor();
    await dialog().getByRole('img', { name: 'Scene 6, Image' }).waitFor();
    await dialog().getByText('0:06 / 0:06').waitFor();
    expect((await readWatched(panel.page)).scenes.slice(-2)).toEqual([5, 6]);
    await close();
  });

  it('opens from Make film too, and axe finds nothing on it', async () => {
    await panel.menu('Menu', 'Make film');
    await panel.page
      .getByRole('dialog', { name: 'Make film' })
      .getByRole('button', { name: 'Play film' })
      .click();
    await dialog().waitFor();
    expect(await complaints(panel)).toEqual([]);
    await close();
  });

  it('fills the screen and comes back', async () => {
    await open();
    await button('Full screen').click();
    await button('Full screen').and(panel.page.locator('[aria-pressed=true]')).waitFor();
    await button('Full screen').click();
    await button('Full screen').and(panel.page.locator('[aria-pressed=false]')).waitFor();
    await close();
  });

  it('speaks Vietnamese, and fits the smallest panel', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.setViewportSize({ width: 320, height: 560 });
    await panel.menu('Menu', 'Xem phim');
    const film = panel.page.getByRole('dialog', { name: 'Xem phim' });
    for (const name of [
      'Cảnh trước',
      'Tạm dừng',
      'Cảnh sau',
      'Âm thanh',
      'Toàn màn hình',
      'Cảnh 5, Chưa có video',
    ])
      await film.getByRole('button', { name, exact: true }).waitFor();
    await film.getByRole('slider', { name: 'Thời điểm trong phim' }).waitFor();
    await film.getByRole('region', { name: 'Phiên bản của Cảnh 1' }).waitFor();
    expect(await film.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    expect(await complaints(panel)).toEqual([]);
  });
});

/** As the browser names it; there is none in Node. */
const HAVE_CURRENT_DATA = 2;
