import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { isId, type ProjectId } from '../../lib/domain/ids.ts';
import { FlowPanel } from './flow-panel.ts';
import { complaints, PATIENCE_MS } from './panel.ts';

/** What people read, by language. */
const WORDS = {
  en: {
    menu: 'Menu',
    images: 'Generate all images',
    start: 'Start',
    cancel: 'Cancel',
    cannot: 'Cannot be started',
    scene: 'Scene',
    press: 'Press Start in Flow',
    goToFlow: 'Go to Flow',
    later: 'Later',
    flow: 'Flow page',
    readyScene: /scene 1 stands ready/,
    check: 'Check this Flow page',
    spent: 'Spent',
    film: 'The whole film',
    hand: 'By hand in Flow',
  },
  vi: {
    menu: 'Menu',
    images: 'Tạo tất cả ảnh',
    start: 'Bắt đầu',
    cancel: 'Hủy',
    cannot: 'Chưa tạo được',
    scene: 'Cảnh',
    press: 'Bấm nút tạo trong Flow',
    goToFlow: 'Mở trang Flow',
    later: 'Để sau',
    flow: 'Trang Flow',
    readyScene: /cảnh 1 chờ bạn bấm/,
    check: 'Kiểm tra trang Flow',
    spent: 'Đã dùng',
    film: 'Cả phim',
    hand: 'Làm tay trong Flow',
  },
} as const;
const LANGUAGES = ['en', 'vi'] as const;
const SCENES = 6;

describe('Flow in the panel', () => {
  let panel: FlowPanel;
  let film: ProjectId;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    await panel.newProject('Cáo đỏ');
    const scenes = Array.from({ length: SCENES }, (_, at) => ({
      desc: `Cảnh số ${at + 1}`,
      prompt_image: at === 4 ? 'x'.repeat(2_451) : `a red fox ${at + 1}`,
      duration: at === 3 ? 20 : 6,
    }));
    await panel.importScript(JSON.stringify({ scenes }));
    const id = (await panel.rows('projects'))[0]?.['id'];
    if (!isId('project', id)) throw new Error('no project');
    film = id;
  });
  afterEach(() => expect(panel.replica.misdeeds).toEqual({}));
  afterAll(() => panel.close());

  const dialog = (name: string): Locator => panel.page.getByRole('dialog', { name });
  const button = (within: Locator, name: string): Locator =>
    within.getByRole('button', { name, exact: true });
  /** Opens a line of the film's menu in the language that is chosen. */
  const choose = async (language: keyof typeof WORDS, name: string): Promise<void> => {
    const banner = panel.page.getByRole('banner');
    await button(banner, WORDS[language].menu).click();
    await button(banner.getByRole('group', { name: WORDS[language].menu }), name).click();
  };
  const speak = async (language: keyof typeof WORDS): Promise<void> => {
    await panel.command({ type: 'setSettings', language });
    await panel.page.locator(`html[lang=${language}]`).waitFor();
  };
  const tasks = async (): Promise<number> => (await panel.rows('tasks')).length;
  const badge = (): Promise<string> => panel.page.evaluate(() => chrome.action.getBadgeText({}));

  it('[L19] says what another maker means before it is taken', async () => {
    await choose('en', 'Made with …');
    const asked = dialog('Made with');
    await asked.getByRole('radio', { name: /Google Flow/ }).check();
    await asked.getByText(/you press Start for each/).waitFor();
    await asked.getByText('It makes videos of 3 to 15 s. Other lengths are refused: scenes 4.').waitFor();
    expect(await complaints(panel)).toEqual([]);
    await button(asked, 'Use this').click();
    await panel.page.getByText('New takes are made with Google Flow').waitFor();
    expect((await panel.rows('projects'))[0]?.['provider']).toBe('flow');
  });

  it.each(LANGUAGES)(
    '[L9] lists what a batch starts and what not, and starts nothing before (%s)',
    async (language) => {
      await speak(language);
      const words = WORDS[language];
      await choose(language, words.images);
      const sheet = dialog(words.images);
      await sheet
        .getByRole('region', { name: words.cannot })
        .getByText(/2[.,]451.*2[.,]450/)
        .waitFor();
      expect(await complaints(panel)).toEqual([]);
      await button(sheet, words.cancel).click();
      await sheet.waitFor({ state: 'detached' });
      expect(await tasks()).toBe(0);
    },
  );

  it.each(LANGUAGES)(
    '[L17] the order that stands ready is on its card, in the line and on the badge (%s)',
    async (language) => {
      await speak(language);
      const words = WORDS[language];
      if ((await tasks()) === 0) {
        await choose(language, words.images);
        await button(dialog(words.images), words.start).click();
      }
      const card = panel.page.getByRole('article', { name: `${words.scene} 1`, exact: true });
      await card.getByText(words.press).waitFor({ timeout: PATIENCE_MS });
      for (const name of [words.goToFlow, words.later, words.cancel]) await button(card, name).waitFor();
      await panel.page.getByRole('region', { name: words.flow }).getByText(words.readyScene).waitFor();
      await expect.poll(badge).toBe('→');
      expect(await tasks()).toBe(SCENES - 1);
      expect(await complaints(panel)).toEqual([]);
    },
  );

  it.each(LANGUAGES)('stands in one banner while its card is out of sight (%s)', async (language) => {
    await speak(language);
    const banner = panel.page.getByRole('region', { name: WORDS[language].press });
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await button(banner, WORDS[language].goToFlow).waitFor();
    expect(await complaints(panel)).toEqual([]);
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, 0));
    await banner.waitFor({ state: 'detached' });
  });

  it.each([
    [320, 560],
    [360, 593],
    [180, 297],
  ])(
    'at %i × %i nothing is wider than the panel, and fixed parts take no more than before',
    async (width, height) => {
      await panel.page.setViewportSize({ width, height });
      await panel.page.locator('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await panel.page.getByRole('region', { name: WORDS.vi.press }).waitFor();
      const { wide, fixed } = await panel.page.evaluate(() => ({
        wide: [...document.querySelectorAll('main, .banner, .banner *, .flow-line *, .armed *')].filter(
          (each) => each.getBoundingClientRect().right > window.innerWidth + 1,
        ).length,
        fixed: window.innerHeight - (document.querySelector('main')?.clientHeight ?? 0),
      }));
      expect(wide).toBe(0);
      expect(fixed).toBeLessThanOrEqual(height < 400 ? height / 2 : 120);
      await panel.page.locator('main').evaluate((list) => list.scrollTo(0, 0));
      await panel.page.setViewportSize({ width: 400, height: 800 });
    },
  );

  it.each(LANGUAGES)('tells what was spent, and what the page looks like (%s)', async (language) => {
    await speak(language);
    const words = WORDS[language];
    if (language === 'en') await panel.pressWhenReady();
    await choose(language, words.spent);
    await dialog(words.spent).getByRole('row', { name: words.film }).waitFor();
    await panel.page.keyboard.press('Escape');
    await choose(language, words.check);
    const text = dialog(words.check).getByRole('textbox', { name: words.check });
    await expect.poll(() => text.inputValue().catch(() => '')).toContain('isObserverAlive: true');
    expect(await text.inputValue()).not.toContain('fox');
    expect(await complaints(panel)).toEqual([]);
    await panel.page.keyboard.press('Escape');
  });

  it.each(LANGUAGES)(
    'gives the order for the hand where the account has agent mode only (%s)',
    async (language) => {
      await speak(language);
      if (language === 'en') {
        panel.replica.set({ agentMode: true, agentOnly: true });
        await panel.flow.reload();
      }
      const name = `${WORDS[language].scene} 3`;
      const list = panel.page.getByRole('article', { name, exact: true }).getByRole('region', {
        name: WORDS[language].hand,
      });
      await list.getByRole('listitem').first().waitFor({ timeout: PATIENCE_MS });
      expect(await list.getByRole('listitem').count()).toBe(3);
    },
  );

  it('the badge goes with the last order', async () => {
    await panel.command({ type: 'stopAll', projectId: film });
    await expect.poll(badge).toBe('');
  });
});
