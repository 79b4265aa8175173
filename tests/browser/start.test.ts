import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel, PATIENCE_MS } from './panel.ts';

async function complaints(panel: Panel): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: panel.page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const SCENES = [1, 2, 3].map((n) => ({
  index: n,
  title: `Scene ${n} of tea`,
  description: `A hand pours tea ${n}`,
  voiceover: `Words ${n}`,
  image_prompt: `tea ${n}`,
  video_prompt: `tea flows ${n}`,
  duration: 5,
}));
const FILM = JSON.stringify({ meta: { ratio: '1:1' }, scenes: SCENES }, null, 2);
const ANSWER = `Of course! Here is your script:\n\n\`\`\`json\n${FILM}\n\`\`\`\n\nShall I change the tone?`;

describe('a start without a script', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const ask = async (): Promise<ReturnType<Panel['page']['getByRole']>> => {
    await panel.page.getByRole('main').getByRole('button', { name: 'Ask a chat model' }).click();
    return panel.page.getByRole('dialog', { name: 'Ask a chat model' });
  };

  it('copies the request, and keeps what was typed while the dialog is closed', async () => {
    const dialog = await ask();
    expect(await dialog.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    await dialog.getByLabel('Product or topic').fill('Lotus tea');
    await dialog.getByLabel('Points to make').fill('Picked at dawn');
    await dialog.getByRole('combobox', { name: 'Tone' }).selectOption('calm');
    await dialog.getByRole('combobox', { name: 'Voice-over in' }).selectOption('Vietnamese');
    await dialog.getByRole('combobox', { name: 'Shown on' }).selectOption({ label: 'Shop 1:1' });
    await dialog.getByRole('combobox', { name: 'Counted in' }).selectOption('scenes');
    await dialog.getByRole('spinbutton', { name: 'Length' }).fill('3');
    await dialog.getByText('About 18 seconds in 3 scenes', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByRole('status').getByText('Copied').waitFor();
    // Writing needed no permission; only this test reads.
    await panel.context.grantPermissions(['clipboard-read']);
    const copied = await panel.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await dialog.getByLabel(/^The request/).inputValue());
    for (const words of ['Lotus tea', 'Picked at dawn', 'calm', 'Vietnamese', '"ratio": "1:1"', '3 scenes']) {
      expect(copied).toContain(words);
    }
    await panel.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await (await ask()).getByLabel('Product or topic').inputValue()).toBe('Lotus tea');
  });

  it.each(['light', 'dark'] as const)('axe finds nothing on the dialog in %s', async (colorScheme) => {
    await panel.page.emulateMedia({ colorScheme });
    const dialog = panel.page.getByRole('dialog', { name: 'Ask a chat model' });
    await dialog.getByLabel('Paste the answer here').fill(`${ANSWER}\n${FILM.slice(0, -3)}`);
    await dialog.getByRole('region', { name: 'Preview' }).waitFor();
    expect(await complaints(panel)).toEqual([]);
    await dialog
      .getByLabel('Paste the answer here')
      .fill(ANSWER.replace('"title": "Scene 2', '"title" "Scene 2'));
    await dialog.getByRole('alert').waitFor();
    expect(await complaints(panel)).toEqual([]);
  });

  it('[L16] names the line of an answer that breaks off, and shows it', async () => {
    const dialog = panel.page.getByRole('dialog', { name: 'Ask a chat model' });
    const answer = dialog.getByLabel('Paste the answer here');
    const broken = ANSWER.replace('"title": "Scene 2', '"title" "Scene 2');
    const line = broken.split('\n').findIndex((text) => text.includes('"title" "Scene 2')) + 1;
    await answer.fill(broken);
    await dialog.getByRole('alert').getByText(`line ${line},`).waitFor();
    await dialog.getByRole('alert').getByText('"title" "Scene 2 of tea",').waitFor();
    await answer.fill(ANSWER.slice(0, ANSWER.indexOf('tea flows 3')));
    await dialog.getByRole('alert').getByText('cut off').waitFor();
    expect(await dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  });

  it('brings an answer in with the prose and the fence around it', async () => {
    const dialog = panel.page.getByRole('dialog', { name: 'Ask a chat model' });
    await dialog.getByLabel('Paste the answer here').fill(ANSWER);
    await dialog.getByRole('button', { name: 'Import 3 scenes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.page.getByRole('button', { name: 'Project: Lotus tea' }).waitFor();
    await expect.poll(() => panel.rows('scenes')).toMatchObject(SCENES.map(({ title }) => ({ title })));
    expect(await panel.rows('projects')).toMatchObject([{ aspect: '1:1', name: 'Lotus tea' }]);
  });

  it('another format says how many takes become stale, and one press takes it back', async () => {
    await panel.shortFilm('Shapes', 2);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    await panel.menu('Menu', '9:16');
    await panel.page.getByText('Format is now 9:16. 1 take becomes stale.').waitFor();
    await panel.card(1).getByText('Made before you changed: format').waitFor();
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.page.getByText('Undone: project setting changed').waitFor();
    await panel.card(1).getByText('Made before you changed').waitFor({ state: 'detached' });
    expect((await panel.rows('projects')).find(({ name }) => name === 'Shapes')).toMatchObject({
      aspect: '16:9',
    });
  });
});

describe('a new project asks what it is for', () => {
  it.each([['vi', 'Dự án mới', 'Tên dự án', 'Phim để làm gì?', 'Tạo bằng', 'chỉ dựng nháp', 'Tạo']])(
    'in %s',
    async (language, title, name, purpose, maker, draftOnly, create) => {
      const panel = await Panel.open({ language });
      try {
        await panel.page.getByRole('main').getByRole('button', { name: title }).click();
        const dialog = panel.page.getByRole('dialog', { name: title });
        await dialog.waitFor();
        const shapes = dialog.getByRole('group', { name: purpose });
        expect(await shapes.getByRole('radio').count()).toBe(4);
        expect(await dialog.getByText(draftOnly).count()).toBe(0);
        await dialog.getByRole('group', { name: maker }).getByRole('radio', { name: 'Google Flow' }).check();
        expect(await shapes.getByRole('radio', { name: draftOnly }).count()).toBe(2);
        expect(await shapes.getByRole('radio', { name: /^TikTok, Reels\s*9:16$/ }).isChecked()).toBe(true);
        expect(await complaints(panel)).toEqual([]);
        await shapes.getByRole('radio', { name: '4:5' }).check();
        await dialog.getByLabel(name).fill('Trà sen');
        await dialog.getByRole('button', { name: create, exact: true }).click();
        await expect
          .poll(() => panel.rows('projects'))
          .toMatchObject([{ name: 'Trà sen', aspect: '4:5', provider: 'animatic' }]);
      } finally {
        await panel.close();
      }
    },
  );
});

describe('the sample', () => {
  it.each([['vi', 'Mở dự án mẫu', 'Tạo tất cả ảnh', 'Cảnh']])(
    'opens in %s with six pictures, and its images are made from them',
    async (language, open, all, card) => {
      const panel = await Panel.open({ language });
      try {
        await panel.page.getByRole('button', { name: open }).click();
        await expect
          .poll(async () => (await panel.rows('pictures')).length, { timeout: PATIENCE_MS })
          .toBe(6);
        await panel.page.getByRole('article', { name: `${card} 1`, exact: true }).waitFor();
        const pictures = await panel.rows('pictures');
        expect(pictures).toMatchObject(
          pictures.map(() => ({ role: 'scene', width: 720, height: 1280, deletedAt: null })),
        );
        expect(new Set(pictures.map(({ sceneIndex }) => sceneIndex))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
        expect(await panel.rows('staged')).toEqual([]);
        await panel.page.getByRole('banner').getByRole('button', { name: all }).first().click();
        await expect.poll(async () => (await panel.takes()).length, { timeout: PATIENCE_MS }).toBe(6);
        const takes = await panel.rows('takes');
        for (const { sceneIndex, snapshot } of takes) {
          const own = pictures.find((picture) => picture.sceneIndex === sceneIndex);
          expect(snapshot).toMatchObject({ pictures: [{ role: 'scene', assetId: own?.assetId }] });
        }
      } finally {
        await panel.close();
      }
    },
  );
});
