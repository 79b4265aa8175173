import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { FlowPanel } from './flow-panel.ts';
import { complaints, PATIENCE_MS } from './panel.ts';

/** The same in both languages. */
const OWN = [
  {
    language: 'en',
    bar: 'Chosen scenes',
    choose: 'Choose scene',
    more: 'More for 1 scene',
    what: 'What makes 1 scene',
    draft: 'Draft on this machine',
    model: 'Video model',
    use: 'Use this',
    note: (maker: string) => `Only this scene: ${maker}.`,
    menu: 'Menu',
    all: 'Generate all videos',
    start: 'Start',
  },
  {
    language: 'vi',
    bar: 'Các cảnh đã chọn',
    choose: 'Chọn cảnh',
    more: 'Việc khác với 1 cảnh',
    what: 'Công cụ tạo của 1 cảnh',
    draft: 'Dựng nháp trên máy này',
    model: 'Mô hình video',
    use: 'Dùng cách này',
    note: (maker: string) => `Riêng cảnh này: ${maker}.`,
    menu: 'Menu',
    all: 'Tạo tất cả video',
    start: 'Bắt đầu',
  },
] as const;

describe('what Flow makes a film with, chosen in the panel', () => {
  let panel: FlowPanel;
  let film: ProjectId;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    film = await panel.flowFilm('Cáo đỏ', ['a red fox', 'a blue fox', 'a green fox']);
    await panel.command({ type: 'setProject', projectId: film, videoFrom: 'text' });
  });
  afterEach(() => {
    expect(panel.replica.misdeeds).toEqual({});
    expect(panel.replica.defects).toEqual([]);
  });
  afterAll(() => panel.close());

  const maker = (): Locator => panel.page.getByRole('dialog', { name: 'Made with' });
  const field = (name: string): Locator => maker().getByRole('combobox', { name, exact: true });
  const openMaker = (): Promise<void> => panel.menu('Menu', 'Made with …');
  const use = async (): Promise<void> => {
    await maker().getByRole('button', { name: 'Use this' }).click();
    await maker().waitFor({ state: 'detached' });
  };
  const summary = (): Promise<string> =>
    panel.flow.locator('flow-prompt-box .settings-summary').first().innerText();

  it('offers what the page offers now, learned without changing anything there', async () => {
    panel.replica.set({ renamedModels: { abra: 'Omni 2 Flash' } });
    await panel.flow.reload();
    await panel.flow.locator('flow-prompt-box').waitFor();
    const before = await summary();
    await openMaker();
    await expect
      .poll(() => field('Video model').locator('option').allInnerTexts(), { timeout: PATIENCE_MS })
      .toContain('Omni 2 Flash');
    expect(await summary()).toBe(before);
    expect(await complaints(panel)).toEqual([]);
  });

  it('orders with the model and the number that were chosen, and keeps each output as a take', async () => {
    await field('Video model').selectOption('Omni 2 Flash');
    await field('Video length').selectOption('4');
    await field('Takes per order').selectOption('2');
    await use();
    await panel.press(1, 'Generate video');
    await panel.pressWhenReady();
    await expect
      .poll(() => (panel.replica.finishAll(), panel.takes()), { timeout: PATIENCE_MS })
      .toHaveLength(2);
    expect((await panel.takes()).map(({ scene, kind }) => [scene, kind])).toEqual([
      [1, 'video'],
      [1, 'video'],
    ]);
    const [first] = await panel.rows('takes');
    expect(first?.['snapshot']).toMatchObject({ model: 'Omni 2 Flash', lengthS: 4, outputs: 2 });
    expect(panel.replica.media.map(({ modelKey }) => modelKey)).toEqual(['abra_t2v_4s', 'abra_t2v_4s']);
  });

  it('[L19] a model that the page has not is refused with what it has, and nothing else is taken', async () => {
    const choices = { videoModel: 'Omni Flash 9 Pro' };
    await panel.command({ type: 'setProject', projectId: film, choices });
    await panel.press(2, 'Generate video');
    const card = panel.card(2);
    await card.getByText(/Omni Flash 9 Pro.*Omni 2 Flash/).waitFor({ timeout: PATIENCE_MS });
    expect(panel.replica.counters.submits).toBe(1);
  });

  it('stands in the sheet before a batch, with the way to change it', async () => {
    await openMaker();
    await field('Video model').selectOption('');
    await field('Orders at once').selectOption('1');
    await use();
    const banner = panel.page.getByRole('banner');
    await banner.getByRole('button', { name: 'Menu', exact: true }).click();
    const menu = banner.getByRole('group', { name: 'Menu' });
    await menu.getByRole('button', { name: 'Generate all images', exact: true }).click();
    const sheet = panel.page.getByRole('dialog', { name: 'Generate all images' });
    await sheet.getByText('As set in Flow · 2 takes per order').waitFor();
    await sheet.getByRole('button', { name: 'Change' }).click();
    await maker().waitFor();
    await panel.page.keyboard.press('Escape');
  });

  it('[L4] [L19] ends a video with a frame where the model can: the page holds both, and the order carries them', async () => {
    const choices = { videoModel: 'Veo 3.1 - Quality', clipLengthS: null, outputs: 1 };
    await panel.command({ type: 'setProject', projectId: film, videoFrom: 'picture', choices });
    for (const [how, frame] of [
      ['Begin with it', 'First frame of video 1, scene 1'],
      ['End with it', 'Last frame of video 2, scene 1'],
    ] as const) {
      await panel.more(3, 'Frame from a video…');
      const dialog = panel.page.getByRole('dialog', { name: 'Frame for scene 3' });
      await dialog.getByRole('radio', { name: new RegExp(`^${how}`) }).check();
      await dialog.getByRole('button', { name: frame }).click();
      await panel.page.getByText(/^The frame is the (image|end frame) of scene 3 now/).waitFor();
    }
    const lack = /This model cannot end a video with a picture\. These can: Omni 1\.1 Flash, /;
    await panel.card(3).getByText(lack).waitFor();
    const banner = panel.page.getByRole('banner');
    await banner.getByRole('button', { name: 'Menu', exact: true }).click();
    const menu = banner.getByRole('group', { name: 'Menu' });
    await menu.getByRole('button', { name: 'Generate all videos', exact: true }).click();
    const cannot = panel.page.getByRole('dialog').getByRole('region', { name: 'Cannot be started' });
    await cannot.getByText(lack).waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.command({ type: 'setProject', projectId: film, choices: { videoModel: null } });
    await panel.press(3, 'Generate video');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(3);
    const chips = panel.flow.locator('div.frame-trigger flow-image-ingredient-chip');
    expect(await chips.count()).toBe(2);
    await panel.pressWhenReady();
    const [order] = panel.replica.log.slice(-1);
    expect(order?.rpcid).toBe('nprQif');
    const sent = panel.replica.jobs.at(-1)?.references ?? [];
    const titles = sent.map((id) => panel.replica.media.find(({ mediaId }) => mediaId === id)?.title);
    const given = await panel.rows('pictures');
    const image = (await panel.rows('takes')).find(({ kind }) => kind === 'image');
    const assets = [image?.['assetId'], given[0]?.['assetId']];
    expect(titles.map((title) => title?.slice(7, 23))).toEqual(assets.map((id) => String(id).slice(0, 16)));
    expect(assets[0]).not.toBe(assets[1]);
  });

  it.each(OWN)('[L9] is of some scenes their own, listed apart and made apart: $language', async (words) => {
    panel.replica.finishAll();
    const own = await panel.flowFilm(words.choose, ['a red fox', 'a blue fox'], 8);
    await panel.command({ type: 'setSettings', language: words.language });
    await panel.command({ type: 'setProject', projectId: own, videoFrom: 'text' });
    await panel.page.getByRole('article').first().waitFor();
    await panel.page.keyboard.press('c');
    const bar = panel.page.getByRole('region', { name: words.bar });
    const choose = (index: number) => panel.page.getByRole('checkbox', { name: `${words.choose} ${index}` });
    const dialog = panel.page.getByRole('dialog', { name: words.what });
    const more = async (): Promise<void> => {
      await bar.getByRole('button', { name: words.more }).click();
      await bar.getByRole('group').getByRole('button', { name: words.what }).click();
    };
    await choose(2).check();
    await more();
    await dialog.getByRole('radio', { name: words.draft }).check();
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('button', { name: words.use }).click();
    await choose(2).uncheck();
    await choose(1).check();
    await more();
    await dialog.getByRole('radio', { name: 'Google Flow' }).last().check();
    await dialog.getByRole('combobox', { name: words.model }).selectOption('Veo 3.1 - Fast');
    await dialog.getByRole('button', { name: words.use }).click();
    await panel.page.keyboard.press('Escape');
    await panel.page.getByText(words.note('Google Flow · Veo 3.1 - Fast')).waitFor();
    await panel.page.getByText(words.note(words.draft)).waitFor();
    await panel.page.getByRole('banner').getByRole('button', { name: words.menu, exact: true }).click();
    const menu = panel.page.getByRole('banner').getByRole('group', { name: words.menu });
    await menu.getByRole('button', { name: words.all, exact: true }).click();
    const sheet = panel.page.getByRole('dialog', { name: words.all });
    await sheet
      .getByText(/Veo 3\.1 - Fast/)
      .first()
      .waitFor();
    await sheet.getByText(words.draft, { exact: true }).waitFor();
    await sheet.getByRole('button', { name: words.start, exact: true }).click();
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    await panel.pressWhenReady();
    const made = async () => {
      panel.replica.finishAll();
      return (await panel.rows('takes'))
        .filter(({ projectId }) => projectId === own)
        .map(
          ({ sceneIndex: index, snapshot }) =>
            `${String(index)} ${String(Reflect.get(Object(snapshot), 'provider'))}`,
        )
        .toSorted();
    };
    await expect.poll(made, { timeout: PATIENCE_MS }).toEqual(['1 flow', '2 animatic']);
  });
});
