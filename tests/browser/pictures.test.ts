import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readFileSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSceneIndex } from '../../lib/domain/ids.ts';
import { Panel, PATIENCE_MS } from './panel.ts';
import { avif, dropFiles, heic, movingGif, onDisk, paint, pixelAt, withExif } from './picture-files.ts';

const SCRIPT = Buffer.from('{"scenes":[{"title":"một","desc":"Cảnh một","duration":1}]}');

describe('pictures', () => {
  let panel: Panel;
  const folder = mkdtempSync(join(tmpdir(), 'retake-pictures-'));
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  /** The pictures in use of the newest project, as their rows stand. */
  async function pictures(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const projects = await panel.rows('projects');
    const newest = projects.toSorted((a, b) => Number(b['createdAt']) - Number(a['createdAt']))[0];
    const rows = await panel.rows('pictures');
    return rows
      .filter((row) => row['projectId'] === newest?.['id'] && row['deletedAt'] === null)
      .toSorted((a, b) => Number(a['addedAt']) - Number(b['addedAt']));
  }

  async function choose(index: number, paths: readonly string[]): Promise<void> {
    const choosing = panel.page.waitForEvent('filechooser');
    await panel.more(index, 'Add picture');
    await (await choosing).setFiles([...paths]);
  }

  /** Gives scene 1 a file by its chooser and answers where the stored bytes can be read. */
  async function stored(name: string, bytes: Buffer): Promise<string> {
    const before = (await pictures()).length;
    await choose(1, onDisk(folder, { [name]: bytes }));
    await expect.poll(async () => (await pictures()).length, { timeout: PATIENCE_MS }).toBe(before + 1);
    const row = (await pictures()).find((each) => each['name'] === name);
    return panel.saveAsset(String(row?.['assetId']), name);
  }

  async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  const dialog = (): Locator => panel.page.getByRole('dialog', { name: 'Pictures' });
  const chips = (index: number): Locator => panel.card(index).getByRole('group', { name: 'Pictures' });

  describe('are made ready', () => {
    beforeAll(() => panel.shortFilm('Ready', 1));

    it('upright for good, without what the camera noted of place and owner', async () => {
      const flat = await paint(panel.page, { width: 400, height: 300, colours: ['#d02020', '#2020d0'] });
      const path = await stored('held-upside-down.jpg', withExif(flat, 3, 'Home of Lan'));
      const [red = 0, , blue = 0] = pixelAt(path, 20, 150);
      expect([red < 60, blue > 180]).toEqual([true, true]);
      expect((await pictures()).at(-1)).toMatchObject({
        width: 400,
        height: 300,
        role: 'scene',
        sceneIndex: 1,
      });
      const bytes = readFileSync(path);
      for (const trace of ['Exif', 'Home of Lan', 'http://ns.adobe.com/xap'])
        expect(bytes.includes(trace)).toBe(false);
    });

    it('turned by a quarter, width and height change places', async () => {
      const flat = await paint(panel.page, { width: 400, height: 300, colours: ['#d02020', '#2020d0'] });
      const path = await stored('held-sideways.jpg', withExif(flat, 6, 'x'));
      expect((await pictures()).at(-1)).toMatchObject({ width: 300, height: 400 });
      const [red = 0, , blue = 0] = pixelAt(path, 150, 20);
      expect([red > 180, blue < 60]).toEqual([true, true]);
    });

    it('of 40 megapixels at 2048 on the long side', async () => {
      const large = await paint(panel.page, { width: 8000, height: 5000, colours: ['#20a040', '#e0e0e0'] });
      const path = await stored('large.jpg', large);
      expect((await pictures()).at(-1)).toMatchObject({ width: 2048, height: 1280 });
      const [red = 0, green = 0] = pixelAt(path, 300, 600);
      expect([red < 60, green > 140]).toEqual([true, true]);
    });

    it('cut out, the ground still shows through', async () => {
      const cutOut = { width: 300, height: 300, colours: [null, '#d09020', null], type: 'image/png' };
      const path = await stored('jar.png', await paint(panel.page, cutOut));
      expect(pixelAt(path, 2, 2)[3]).toBe(0);
      expect(pixelAt(path, 150, 150)[3]).toBe(255);
    });

    it('moving, as its first frame', async () => {
      const [red = 0, , blue = 0] = pixelAt(await stored('moving.gif', movingGif(folder)), 30, 20);
      expect([red > 200, blue < 60]).toEqual([true, true]);
    });

    it('from an AVIF', async () => {
      const [red = 0, , blue = 0] = pixelAt(await stored('bright.avif', avif(folder, 'blue')), 40, 30);
      expect([red < 60, blue > 200]).toEqual([true, true]);
    });

    it('from a WebP and from a PNG without holes, as JPEG', async () => {
      for (const type of ['image/webp', 'image/png']) {
        const bytes = await paint(panel.page, {
          width: 90,
          height: 60,
          colours: ['#123456', '#abcdef', type === 'image/png' ? '#fff' : '#000'],
          type,
        });
        const path = await stored(type.replace('/', '.'), bytes);
        expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      }
    });
  });

  it('[L13] [L16] each refused file is named with its reason, and the good ones among them are added', async () => {
    await panel.shortFilm('Refused', 1);
    const good = await paint(panel.page, { width: 80, height: 60, colours: ['#345678'] });
    const whole = await paint(panel.page, {
      width: 900,
      height: 700,
      colours: ['#a11', '#1a1', '#11a', '#aa1'],
    });
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200007530000075300806000000', 'hex');
    const paths = onDisk(folder, {
      'a-good.jpg': good,
      'b-phone.heic': heic(),
      'c-logo.svg': Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'd-empty.png': Buffer.alloc(0),
      'e-cut.jpg': whole.subarray(0, Math.floor(whole.length * 0.6)),
      'f-note.jpg': Buffer.from('not a picture at all'),
      'g-old.bmp': Buffer.from('BM not more than a head'),
      'h-huge.jpg': good,
      'i-bomb.png': Buffer.concat([png, Buffer.alloc(64)]),
      'j-good.jpg': await paint(panel.page, { width: 80, height: 60, colours: ['#876543'] }),
    });
    truncateSync(join(folder, 'h-huge.jpg'), 100_000_001);
    await dropFiles(panel.page, await middleOf(panel.card(1)), paths);
    const told = panel.page.getByRole('alert');
    await told.getByText('8 files were not added').waitFor();
    await told.getByRole('button', { name: 'Show' }).click();
    await told.getByRole('listitem').first().waitFor();
    expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^b-phone.heic .*Most Compatible/),
      expect.stringMatching(/^c-logo.svg SVG files cannot be used/),
      'd-empty.png This file is empty.',
      expect.stringMatching(/^e-cut.jpg .*damaged or incomplete/),
      'f-note.jpg This file is not a picture.',
      expect.stringMatching(/^g-old.bmp BMP files cannot be used/),
      'h-huge.jpg This file has 101 MB; a picture has at most 100 MB.',
      expect.stringMatching(/^i-bomb.png .*900 megapixels; at most 120/),
    ]);
    expect((await pictures()).map(({ name }) => name)).toEqual(['a-good.jpg', 'j-good.jpg']);
    expect(await panel.rows('staged')).toEqual([]);
    await told.getByRole('button', { name: 'Close' }).click();
    await told.waitFor({ state: 'detached' });
    await panel.page.keyboard.press('Escape');
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(pictures).toEqual([]);
  });

  it('[L11] the same bytes twice on one scene are one picture', async () => {
    await panel.shortFilm('Twice', 2);
    const bytes = await paint(panel.page, { width: 80, height: 60, colours: ['#246', '#642'] });
    const paths = onDisk(folder, { 'one.jpg': bytes, 'copy of one.jpg': bytes });
    await dropFiles(panel.page, await middleOf(panel.card(1)), paths);
    await panel.page.getByText('1 picture added').waitFor();
    await dropFiles(panel.page, await middleOf(panel.card(1)), paths);
    await panel.page.getByText('Already there, nothing added').waitFor();
    await dropFiles(panel.page, await middleOf(panel.card(2)), paths.slice(0, 1));
    await chips(2).getByRole('button', { name: 'Picture one.jpg, photo' }).waitFor();
    expect((await pictures()).map((row) => row['sceneIndex'])).toEqual([1, 2]);
    expect(await panel.rows('staged')).toEqual([]);
  });

  it('[L1] one pasted on a card in focus is that scene’s', async () => {
    await panel.shortFilm('Pasted', 2);
    await panel.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const bytes = await paint(panel.page, { width: 50, height: 50, colours: ['#a0f'], type: 'image/png' });
    await panel.page.evaluate(async (base64) => {
      const raw = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const png = new Blob([raw], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    }, bytes.toString('base64'));
    await panel.card(2).focus();
    await panel.page.keyboard.press('Control+V');
    await chips(2).getByRole('button', { name: 'Picture image.png, photo' }).waitFor();
    expect((await pictures()).map((row) => row['sceneIndex'])).toEqual([2]);
  });

  it('[L1] 30 dropped at once go to the scenes that have none, in order, each stored as it is ready', async () => {
    await panel.shortFilm('Thirty', 30);
    const own = await paint(panel.page, { width: 60, height: 60, colours: ['#000'] });
    await dropFiles(panel.page, await middleOf(panel.card(2)), onDisk(folder, { 'own.jpg': own }));
    await panel.page.getByText('1 picture added').waitFor();
    const files: Record<string, Buffer> = {};
    for (let n = 30; n >= 1; n--) {
      const colours = [`rgb(${n * 8} 40 90)`, `rgb(40 ${n * 8} 90)`];
      files[`shot-${n}.jpg`] =
        n === 4 ? heic() : await paint(panel.page, { width: 1200, height: 800, colours });
    }
    const header = panel.page.getByRole('banner');
    await dropFiles(panel.page, await middleOf(header), onDisk(join(folder, 'thirty'), files));
    await dialog().getByText('What do these 30 pictures show?').waitFor();
    await dialog().getByRole('button', { name: 'One for each scene, in order' }).click();
    await dialog()
      .getByText(/Adding pictures · \d+ of 30/)
      .waitFor();
    await expect.poll(async () => (await pictures()).length, { timeout: PATIENCE_MS }).toBeGreaterThan(3);
    const told = dialog().getByRole('alert');
    await told.getByText('2 files were not added').waitFor({ timeout: PATIENCE_MS });
    expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^shot-4.jpg HEIC/),
      'shot-30.jpg Every scene has a picture of its own already.',
    ]);
    const given = (await pictures()).map((row) => [row['sceneIndex'], row['name']]);
    // Scene 2 kept its own, scene 5 waits for what was refused.
    const expected = Array.from({ length: 29 }, (_, at) => at + 1)
      .filter((n) => n !== 4)
      .map((n) => [n === 1 ? 1 : n + 1, `shot-${n}.jpg`]);
    expect(given).toEqual([[2, 'own.jpg'], ...expected]);
    await dialog().getByText('28 pictures added').waitFor();
    await dialog().getByRole('button', { name: 'Dismiss' }).click();
    await panel.page.keyboard.press('Escape');
  });

  it('[L3] a photo becomes the scene’s image by one press, and undo brings the earlier pick back', async () => {
    await panel.shortFilm('Used', 1);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    const [made] = await panel.hashedTakes();
    const bytes = await paint(panel.page, { width: 1600, height: 1200, colours: ['#c03030', '#30c030'] });
    await dropFiles(panel.page, await middleOf(panel.card(1)), onDisk(folder, { 'used.jpg': bytes }));
    await chips(1).getByRole('button', { name: 'Picture used.jpg, photo' }).click();
    await panel.card(1).getByRole('button', { name: 'Use as image' }).click();
    await panel.card(1).getByRole('button', { name: 'Image take 2, Picked', exact: true }).waitFor();
    const [kept, used] = await panel.hashedTakes();
    expect(kept).toEqual(made);
    const path = await panel.save(1, 'image', 2);
    const [left = 0] = pixelAt(path, 100, 450);
    expect(left).toBeGreaterThan(170);
    const row = (await panel.rows('takes')).find((take) => take['assetId'] === used?.sha256);
    expect(row).toMatchObject({
      number: 2,
      origin: { type: 'imported' },
      media: { mime: 'image/jpeg', width: 1600, height: 900 },
      snapshot: { pictures: [{ role: 'scene' }] },
    });
    expect(await panel.rows('staged')).toEqual([]);
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel
      .card(1)
      .getByRole('button', { name: 'Image take 1, Picked, made from earlier words' })
      .waitFor();
    expect(await panel.takes()).toHaveLength(2);
    await expect
      .poll(() =>
        panel
          .card(1)
          .getByRole('button', { name: /^Image take 2/ })
          .count(),
      )
      .toBe(0);
  });

  it('[L4] the film’s product stands behind the words of its scenes, and taking it away marks their takes', async () => {
    await panel.shortFilm('Product', 1);
    await panel.menu('Menu', 'Pictures');
    const white = await paint(panel.page, { width: 1280, height: 720, colours: ['#fff'] });
    const product = dialog().getByRole('region', { name: 'Product' });
    await dropFiles(panel.page, await middleOf(product), onDisk(folder, { 'white.jpg': white }));
    await product.getByRole('button', { name: 'Picture white.jpg, product, film' }).waitFor();
    await dialog().getByRole('button', { name: 'Close' }).first().click();
    await chips(1).getByRole('button', { name: 'Picture white.jpg, product, film' }).waitFor();
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    const path = await panel.save(1, 'image', 1);
    // Around the words, at their height: the ground that they stand on, up to where they may end.
    for (const x of [60, 140, 600])
      for (const y of [60, 497]) expect(contrast(SOFT_INK, pixelAt(path, x, y))).toBeGreaterThan(7);
    expect(pixelAt(path, 1150, 360)[0]).toBeGreaterThan(240);
    await chips(1)
      .getByRole('button', { name: /white.jpg/ })
      .click();
    await panel.card(1).getByRole('button', { name: 'Remove', exact: true }).click();
    await panel.card(1).getByText('Made before you changed: pictures').waitFor();
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.card(1).getByText('Made before you changed: pictures').waitFor({ state: 'detached' });
  });

  it('what a picture shows can be said anew', async () => {
    await panel.menu('Menu', 'Pictures');
    const product = dialog().getByRole('region', { name: 'Product' });
    await product.getByRole('button', { name: /^Picture white.jpg/ }).click();
    await product
      .getByRole('group', { name: /^Picture white.jpg/ })
      .getByRole('button', { name: 'Place' })
      .click();
    await dialog()
      .getByRole('region', { name: 'Place' })
      .getByRole('button', { name: 'Picture white.jpg, place, film' })
      .waitFor();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await product.getByRole('button', { name: 'Picture white.jpg, product, film' }).waitFor();
    await dialog().getByRole('button', { name: 'Close' }).first().click();
  });

  it('[L1] a picture that is called by a name goes with the scenes alone that say it', async () => {
    await panel.shortFilm('Called', 2);
    await panel.edit(2, 'Voice-over', 'Chị Lan mở cửa hàng.');
    await panel.menu('Menu', 'Pictures');
    const person = dialog().getByRole('region', { name: 'Person' });
    const face = await paint(panel.page, { width: 640, height: 640, colours: ['#a64'] });
    await dropFiles(panel.page, await middleOf(person), onDisk(folder, { 'lan.jpg': face }));
    await person.getByRole('button', { name: /^Picture lan.jpg/ }).click();
    const field = person.getByRole('textbox', { name: /^Only in scenes that say/ });
    await field.fill('Lan');
    await field.press('Enter');
    await expect.poll(async () => (await pictures())[0]?.['calledAs']).toBe('Lan');
    await panel.page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Close' }).first().click();
    await chips(2).getByRole('button', { name: 'Picture lan.jpg, person, film' }).waitFor();
    expect(await chips(1).count()).toBe(0);
  });

  it('[L13] a refused picture can be changed: the new one takes its place', async () => {
    await panel.shortFilm('Changed', 1);
    const first = await paint(panel.page, { width: 90, height: 60, colours: ['#611'] });
    await dropFiles(panel.page, await middleOf(panel.card(1)), onDisk(folder, { 'refused.jpg': first }));
    await chips(1).getByRole('button', { name: 'Picture refused.jpg, photo' }).waitFor();
    const scene = 1;
    if (!isSceneIndex(scene)) throw new Error('no index');
    const fault = { type: 'ContentRefused', what: 'picture', words: '' } as const;
    await panel.setFaultPlan({ faults: [{ scene, kind: 'image', step: 'submit', fault }], delayMs: 0 });
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Failed');
    await panel.setFaultPlan(null);
    const choosing = panel.page.waitForEvent('filechooser');
    await panel.press(1, 'Change picture');
    const better = await paint(panel.page, { width: 90, height: 60, colours: ['#161'] });
    await (await choosing).setFiles([...onDisk(folder, { 'better.jpg': better })]);
    await chips(1).getByRole('button', { name: 'Picture better.jpg, photo' }).waitFor();
    expect((await pictures()).map(({ name }) => name)).toEqual(['better.jpg']);
    await panel.press(1, 'Retry');
    await panel.waitForStatus(1, 'Image ready');
    const [red = 0, green = 0] = pixelAt(await panel.save(1, 'image', 1), 600, 300);
    expect(green).toBeGreaterThan(red + 40);
  });

  it('a script dropped on a card opens the import, a picture of any name the pictures', async () => {
    const [script = '', picture = ''] = onDisk(folder, {
      'script.json': SCRIPT,
      'picture.json': await paint(panel.page, { width: 40, height: 30, colours: ['#0aa'] }),
    });
    await dropFiles(panel.page, await middleOf(panel.card(1)), [script]);
    const opened = panel.page.getByRole('dialog', { name: 'Import script' });
    await opened.getByText('1 scene', { exact: true }).waitFor();
    await opened.getByRole('button', { name: 'Cancel' }).click();
    await dropFiles(panel.page, await middleOf(panel.page.getByRole('banner')), [picture]);
    await dialog().getByText('What does this picture show?').waitFor();
    await dialog().getByRole('button', { name: 'Person' }).first().click();
    await dialog().getByRole('button', { name: 'Picture picture.json, person, film' }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing on the dialog and on a card with chips in %s',
    async (colorScheme) => {
      await panel.page.emulateMedia({ colorScheme });
      expect(await dialog().isVisible()).toBe(true);
      expect(await complaints(panel)).toEqual([]);
      await dialog().getByRole('button', { name: 'Close' }).first().click();
      await chips(1)
        .getByRole('button', { name: /picture.json/ })
        .click();
      expect(await complaints(panel)).toEqual([]);
      await panel.page.keyboard.press('Escape');
      await panel.menu('Menu', 'Pictures');
    },
  );
});

async function complaints(panel: Panel): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: panel.page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A little darker than the darker of the two inks that words are drawn in, `oklch(0.88 0.03 …)`: its grey is 215. */
const SOFT_INK = [210, 210, 210];

/** Contrast of two colours as WCAG 2.2 counts it, 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
