import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../fakes/clips.ts';
import { Panel } from './panel.ts';
import { onDisk, paint, pixelAt } from './picture-files.ts';

const HINT = 'Drop here to make it a take of this scene';

describe('an image that the user brings as a take', () => {
  let panel: Panel;
  let image: string;
  const folder = mkdtempSync(join(tmpdir(), 'retake-images-'));
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Brought', 2);
    const bytes = await paint(panel.page, { width: 640, height: 360, colours: ['#d02020', '#2020d0'] });
    [image = ''] = onDisk(folder, { 'mine.jpg': bytes });
  });
  afterAll(() => panel.close());

  const told = (words: string | RegExp): Promise<void> => panel.page.getByText(words).first().waitFor();
  const middleOf = async (locator: Locator): Promise<{ x: number; y: number }> => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('It is not on the screen.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  /** Drags a file over a card, to where its takes are given, and lets it go there. */
  const dropAsTake = async (card: Locator, hint: string, path: string): Promise<void> => {
    const session = await panel.context.newCDPSession(panel.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    const drag = async (type: 'dragEnter' | 'dragOver' | 'drop', at: { x: number; y: number }) =>
      session.send('Input.dispatchDragEvent', { type, ...at, data });
    await drag('dragEnter', await middleOf(card));
    await drag('dragOver', await middleOf(card));
    const zone = card.getByText(hint);
    await zone.waitFor();
    await drag('dragOver', await middleOf(zone));
    await drag('drop', await middleOf(zone));
    await session.detach();
  };
  const choose = async (index: number, paths: readonly string[]): Promise<void> => {
    const choosing = panel.page.waitForEvent('filechooser');
    await panel.more(index, 'Add a take from a file');
    await (await choosing).setFiles([...paths]);
  };

  it('[L3] [L12] dropped where the card says so, is in use, and undo takes it back', async () => {
    await dropAsTake(panel.card(2), HINT, image);
    await told('The image is in use in scene 2 now');
    await panel.waitForStatus(2, 'Image ready');
    expect(await panel.takes()).toMatchObject([{ scene: 2, kind: 'image', number: 1 }]);
    const [red = 0, , blue = 0] = pixelAt(await panel.save(2, 'image', 1), 20, 100);
    expect([red > 180, blue < 60]).toEqual([true, true]);
    expect(await panel.rows('pictures')).toEqual([]);
    expect(await panel.rows('staged')).toEqual([]);
    expect(await panel.card(2).getByText(HINT).isVisible()).toBe(false);
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel.waitForStatus(2, 'Not generated');
  });

  it('comes by the card’s menu as well, with a video beside it', async () => {
    await choose(1, [image, makeClip(folder, 'clip', { lengthS: 1 })]);
    await panel.waitForStatus(1, 'Done');
    const strip = panel.card(1).getByRole('group', { name: 'Takes' });
    await strip.getByRole('button', { name: 'Image take 1, Picked' }).waitFor();
    await panel.press(1, 'About Video take 1');
    await panel.card(1).getByRole('region').getByText('Your own file').waitFor();
  });

  it('pasted while the strip has the focus, is one too', async () => {
    await panel.card(1).getByRole('group', { name: 'Takes' }).getByRole('button').first().focus();
    await panel.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(320, 180);
      canvas.getContext('2d')?.fillRect(0, 0, 320, 180);
      const files = new DataTransfer();
      files.items.add(new File([await canvas.convertToBlob()], 'pasted.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true }));
    });
    await panel.card(1).getByRole('button', { name: 'Image take 2, Picked' }).waitFor();
    expect(await panel.rows('pictures')).toEqual([]);
  });

  it('[L16] is refused in words where it cannot be read, in both languages, and nothing is written', async () => {
    const before = (await panel.rows('takes')).length;
    const [broken = ''] = onDisk(folder, { 'broken.png': Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1') });
    await choose(2, [broken]);
    await told(/^This picture is damaged/);
    await panel.command({ type: 'setSettings', language: 'vi' });
    const card = panel.page.getByRole('article', { name: 'Cảnh 2', exact: true });
    await card.waitFor();
    await dropAsTake(card, 'Thả vào đây để thành một phiên bản của cảnh', image);
    await told('Cảnh 2 đã dùng ảnh này');
    expect(await panel.rows('takes')).toHaveLength(before + 1);
  });
});
