import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../fakes/clips.ts';
import { complaints, Panel } from './panel.ts';
import { dropFiles } from './picture-files.ts';

const FPS = 24;

/** Which frame of a clip a picture of 320 × 180 is most like, by ffmpeg, from 0: colours differ a little with who converts them. */
function frameIn(clip: string, picture: string): number {
  const errors = errorsIn(clip, picture);
  return errors.indexOf(Math.min(...errors));
}

/** How unlike each frame of a clip is to a picture: the mean square of the difference. */
function errorsIn(clip: string, picture: string, size = '320:180'): readonly number[] {
  const as = `scale=${size}:flags=area,format=gbrp`;
  const filter = `[0:v]${as}[clip];[1:v]${as}[picture];[clip][picture]psnr=stats_file=-:shortest=1`;
  const args = [
    '-v',
    'error',
    '-i',
    clip,
    '-framerate',
    String(FPS),
    '-loop',
    '1',
    '-i',
    picture,
    '-lavfi',
    filter,
  ];
  const { stdout, stderr } = spawnSync('ffmpeg', [...args, '-shortest', '-f', 'null', '/dev/null'], {
    encoding: 'utf8',
  });
  const errors = [...stdout.matchAll(/mse_avg:([\d.]+)/g)].map(([, mse]) => Number(mse));
  if (errors.length === 0) throw new Error(stderr);
  return errors;
}

describe('a scene that goes on from another', () => {
  let panel: Panel;
  const folder = mkdtempSync(join(tmpdir(), 'retake-frames-'));
  const clip = makeClip(folder, 'first', { lengthS: 1 });
  const another = makeClip(folder, 'second', { lengthS: 2 });
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Goes on', 3);
  });
  afterAll(() => panel.close());

  const drop = async (index: number, path: string): Promise<void> => {
    const box = await panel.card(index).boundingBox();
    if (box === null) throw new Error('It is not on the screen.');
    await dropFiles(panel.page, { x: box.x + box.width / 2, y: box.y + 8 }, [path]);
    await panel.page.getByText(`The video is in use in scene ${index} now`).waitFor();
  };
  const told = (words: string): Promise<void> => panel.page.getByText(words).first().waitFor();
  const stale = () => panel.card(2).getByText('This image is the end of a video that scene 1 does not use');

  it('says so where the scene before has no video in use', async () => {
    await panel.more(2, 'Image from the end of the scene before');
    await told('No video is in use in the scene before this one yet.');
    expect(await panel.rows('takes')).toEqual([]);
  });

  it('[L3] [L12] gets the exact last frame of its neighbour’s video as its image, and undo takes it back', async () => {
    await drop(1, clip);
    await panel.more(2, 'Image from the end of the scene before');
    await panel.waitForStatus(2, 'Image ready');
    const picture = await panel.save(2, 'image', 1);
    expect(frameIn(clip, picture)).toBe(1 * FPS - 1);
    const [made] = (await panel.rows('takes')).filter((row) => row['sceneIndex'] === 2);
    expect(made).toMatchObject({ origin: { type: 'frame', of: { sceneIndex: 1, take: 1, edge: 'last' } } });
    expect(await panel.rows('staged')).toEqual([]);
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.waitForStatus(2, 'Not generated');
  });

  it('says when that video is not in use any more, and takes the new end by one press', async () => {
    await panel.more(2, 'Image from the end of the scene before');
    await panel.waitForStatus(2, 'Image ready');
    expect(await stale().count()).toBe(0);
    await drop(1, another);
    await stale().waitFor();
    await panel.press(2, 'Use its new end');
    await told('The frame is the image of scene 2 now');
    await stale().waitFor({ state: 'detached' });
    const numbers = (await panel.takes()).filter(({ scene }) => scene === 2).map(({ number }) => number);
    expect(Math.max(...numbers)).toBe(3);
    expect(frameIn(another, await panel.save(2, 'image', 3))).toBe(2 * FPS - 1);
  });

  it('[L12] begins with the exact first frame of any video take, its own first in the list, by keys alone', async () => {
    await drop(3, another);
    await panel.edit(1, 'Description', 'a line that is longer than any dialog is wide, '.repeat(3));
    await panel.more(3, 'Frame from a video…');
    const dialog = panel.page.getByRole('dialog', { name: 'Frame for scene 3' });
    const of = (take: number, scene: number) => `of video ${take}, scene ${scene}`;
    await dialog.getByRole('button', { name: `First frame ${of(1, 1)}` }).waitFor();
    const names = await dialog
      .getByRole('button', { name: /^(First|Last) frame/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    const both = (take: number, scene: number) =>
      ['First', 'Last'].map((edge) => `${edge} frame ${of(take, scene)}`);
    expect(names).toEqual([...both(1, 3), ...both(2, 1), ...both(1, 1)]);
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect(await complaints(panel)).toEqual([]);
    await panel.page.keyboard.press('Tab');
    for (let at = 0; at < 5; at++) await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    await told('The frame is the image of scene 3 now');
    const [made] = (await panel.rows('takes')).filter(
      ({ sceneIndex, kind }) => sceneIndex === 3 && kind === 'image',
    );
    expect(made).toMatchObject({ origin: { type: 'frame', of: { sceneIndex: 1, take: 1, edge: 'first' } } });
    expect(frameIn(clip, await panel.save(3, 'image', 1))).toBe(0);
  });

  it('[L4] ends with a frame of another video: the next clip comes to it, and a new end makes that stale', async () => {
    const endWith = async (frame: string) => {
      await panel.more(2, 'Frame from a video…');
      const dialog = panel.page.getByRole('dialog', { name: 'Frame for scene 2' });
      await dialog.getByRole('radio', { name: /^End with it/ }).check();
      await dialog.getByRole('button', { name: frame }).click();
      await told('The frame is the end frame of scene 2 now');
    };
    await endWith('First frame of video 1, scene 1');
    await panel.card(2).getByRole('button', { name: 'Picture scene1_take1_first.png, end frame' }).waitFor();
    const [given] = await panel.rows('pictures');
    const end = await panel.saveAsset(String(given?.['assetId']), 'end');
    expect(frameIn(clip, end)).toBe(0);
    await panel.press(2, 'Generate video');
    await panel.waitForStatus(2, 'Done');
    // Small, so that what is compared is the picture and not what its encoding left of the finest lines.
    const errors = errorsIn(await panel.save(2, 'video', 1), end, '32:18');
    expect((errors.at(-1) ?? Infinity) * 4).toBeLessThan(errors[0] ?? 0);
    await endWith('Last frame of video 1, scene 1');
    await panel.card(2).getByText('Made before you changed: pictures').waitFor();
  });

  it('says when the video that it comes to is not in use any more, and takes the new one’s frame by one press', async () => {
    const old = panel
      .card(2)
      .getByText('This scene ends with the last frame of a video that scene 1 does not use any more');
    await old.waitFor();
    await panel.press(2, 'Use its new end');
    await told('The frame is the end frame of scene 2 now');
    await old.waitFor({ state: 'detached' });
    const inUse = (await panel.rows('pictures')).filter(({ deletedAt }) => deletedAt === null);
    expect(inUse).toMatchObject([{ role: 'end', name: 'scene1_take2_last.png' }]);
    const [given] = inUse;
    expect(frameIn(another, await panel.saveAsset(String(given?.['assetId']), 'new-end'))).toBe(2 * FPS - 1);
  });
});
