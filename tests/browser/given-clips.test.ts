import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../fakes/clips.ts';
import { Panel } from './panel.ts';
import { dropFiles, onDisk } from './picture-files.ts';

describe('a video that the user brings', () => {
  let panel: Panel;
  const folder = mkdtempSync(join(tmpdir(), 'retake-clips-'));
  const clip = makeClip(folder, 'mine', { lengthS: 2 });
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Given', 2);
  });
  afterAll(() => panel.close());

  const drop = async (onto: Locator, paths: readonly string[]): Promise<void> => {
    const box = await onto.boundingBox();
    if (box === null) throw new Error('It is not on the screen.');
    await dropFiles(panel.page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, paths);
  };
  const told = (words: string | RegExp): Promise<void> => panel.page.getByText(words).first().waitFor();

  it('[L3] [L12] becomes a take of the scene that it was dropped on, picked, and undo takes it back', async () => {
    await drop(panel.card(2), [clip]);
    await told('The video is in use in scene 2 now');
    await panel.waitForStatus(2, 'Done');
    const [take] = await panel.takes();
    expect(take).toMatchObject({ scene: 2, kind: 'video', number: 1 });
    expect(readFileSync(await panel.save(2, 'video', 1)).equals(readFileSync(clip))).toBe(true);
    const [row] = await panel.rows('takes');
    const media = { mime: 'video/mp4', width: 320, height: 180, lengthS: 2, hasSound: true };
    expect(row).toMatchObject({ origin: { type: 'imported' }, media });
    expect(row?.['posterId']).not.toBeNull();
    expect(await panel.rows('staged')).toEqual([]);
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.waitForStatus(2, 'Not generated');
    expect(await panel.status(1)).toBe('Not generated');
  });

  it('[L16] is refused in words where it is none, is damaged, or has another shape, and nothing is written', async () => {
    const before = (await panel.rows('takes')).length;
    const whole = readFileSync(clip);
    const [none = '', broken = ''] = onDisk(folder, {
      'none.mp4': Buffer.from('no video at all, whatever its name says'),
      'broken.mp4': whole.subarray(0, whole.length / 3),
    });
    await drop(panel.card(1), [none]);
    await told('This file is no video that Retake can take: MP4 and WebM are.');
    await drop(panel.card(1), [broken]);
    await told(/^This video cannot be played/);
    await drop(panel.card(1), [makeClip(folder, 'tall', { size: '180x320' })]);
    await told('This video has another shape than the film (16:9): it is 180 × 320.');
    await drop(panel.page.getByRole('banner'), [clip]);
    await told('Drop a video on the scene that it belongs to.');
    await panel.command({ type: 'setSettings', language: 'vi' });
    const card = panel.page.getByRole('article', { name: 'Cảnh 1', exact: true });
    await card.waitFor();
    await drop(card, [none]);
    await told(/^Tệp này không phải video mà Retake nhận được/);
    expect(await panel.rows('takes')).toHaveLength(before);
  });
});
