import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSceneIndex, type SceneIndex } from '../../lib/domain/ids.ts';
import { Panel } from './panel.ts';

function scene(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

/** How like two clips are, by ffmpeg: the mean peak signal-to-noise ratio of their frames in dB; above 40 nobody sees a difference. */
function likeness(one: string, other: string): number {
  const args = ['-v', 'info', '-i', one, '-i', other, '-lavfi', 'psnr', '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8' });
  const found = /average:(inf|[\d.]+)/.exec(stderr)?.[1];
  if (found === undefined) throw new Error(stderr);
  return found === 'inf' ? Infinity : Number(found);
}

/** The mean colour of a picture, by ffmpeg: red, green and blue, 0 to 255. */
function meanColour(path: string): readonly number[] {
  const args = [
    '-v',
    'error',
    '-i',
    path,
    '-vf',
    'scale=1:1:flags=area',
    '-frames:v',
    '1',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    '-',
  ];
  return [...execFileSync('ffmpeg', args)];
}

describe('what is drawn', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  /** What a kind comes to when it is made, counted as refused, and asked for again with the same inputs and seed. */
  async function twice(kind: 'image' | 'video', press: string): Promise<readonly [string, string]> {
    const fault = { type: 'ContentRefused', what: 'result', words: '' } as const;
    await panel.setFaultPlan({ faults: [{ scene: scene(1), kind, step: 'poll', fault }], delayMs: 0 });
    await panel.press(1, press);
    await panel.waitForStatus(1, 'Failed');
    // Its bytes stay on the stage: only the answer was refused.
    await expect.poll(async () => (await panel.rows('staged')).length, { timeout: 30_000 }).toBe(1);
    const [staged] = await panel.rows('staged');
    const refused = await panel.saveAsset(String(staged?.['assetId']), `refused-${kind}`);
    await panel.setFaultPlan(null);
    await panel.more(1, 'Retry');
    await panel.waitForStatus(1, kind === 'image' ? 'Image ready' : 'Done');
    return [refused, await panel.save(1, kind, 1)];
  }

  it('the same inputs and seed give the same picture, byte for byte', async () => {
    await panel.shortFilm('Same picture', 1);
    const [refused, made] = await twice('image', 'Generate image');
    expect(readFileSync(made).equals(readFileSync(refused))).toBe(true);
  });

  it('the same inputs and seed give the same clip to the eye, another take gives another', async () => {
    await panel.page.evaluate(clearStage);
    const [refused, made] = await twice('video', 'Generate video');
    expect(likeness(refused, made)).toBeGreaterThan(40);
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
    expect(likeness(await panel.save(1, 'video', 2), made)).toBeLessThan(45);
  });

  it('a scene with a photo of its own is made from it', async () => {
    await panel.shortFilm('Photo', 1);
    await panel.addPhoto(1, [200, 20, 30]);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    const [red = 0, green = 0, blue = 0] = meanColour(await panel.save(1, 'image', 1));
    expect(Math.abs(red - 200) + Math.abs(green - 20) + Math.abs(blue - 30)).toBeLessThan(12);
  });
});

/** Runs in the page: forgets what is staged, as the sweep does a day later. */
async function clearStage(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction('staged', 'readwrite');
    tx.objectStore('staged').clear();
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('clear'));
  });
  db.close();
}
