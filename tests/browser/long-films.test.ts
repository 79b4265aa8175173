import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSceneIndex, type SceneIndex } from '../../lib/domain/ids.ts';
import { complaints, Panel } from './panel.ts';

const NAME = 'hanh-trinh-300-canh.outline.json';
const BIG = readFileSync(new URL(`../fixtures/scripts/${NAME}`, import.meta.url));

function scene(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

/** A script of chapters, each with this many short scenes. */
function chapters(count: number, scenes: number): string {
  const all = Array.from({ length: count * scenes }, (_, at) => ({
    chapter: `Chương ${Math.floor(at / scenes) + 1}`,
    desc: `Cảnh thứ ${at + 1}`,
    duration: 1,
  }));
  return JSON.stringify({ scenes: all });
}

describe('a film of 300 scenes', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.page.setViewportSize({ width: 360, height: 593 });
    await panel.newProject('Three hundred');
    await panel.importScript({ name: NAME, bytes: BIG });
  });
  afterAll(() => panel.close());

  const filter = (name: string | RegExp) =>
    panel.page.getByRole('group', { name: 'Show scenes' }).getByRole('button', { name });
  const isFocused = (index: number) =>
    panel.card(index).evaluate((card) => card.contains(document.activeElement));
  const shown = () =>
    panel.page
      .getByRole('article')
      .evaluateAll((all) =>
        all.map((each) => Number(/\d+/.exec(each.getAttribute('aria-label') ?? '')?.[0])),
      );

  it('stands as rows of a feed, of which only those near the window are there', async () => {
    await panel.card(1).getByRole('button', { name: 'Generate image' }).waitFor();
    expect(await panel.card(1).getAttribute('aria-setsize')).toBe('300');
    expect(await panel.card(1).getAttribute('aria-posinset')).toBe('1');
    expect(await panel.page.getByRole('feed').count()).toBe(1);
    expect((await shown()).length).toBeLessThan(25);
    expect(await panel.card(1).evaluate((row) => row.getBoundingClientRect().height)).toBeLessThan(64);
  });

  it('a row opens into a card and folds again', async () => {
    await panel.card(2).getByTitle('Open scene').click();
    await panel.card(2).getByRole('button', { name: 'More', exact: true }).waitFor();
    await panel.card(2).getByRole('button', { name: 'Fold scene', exact: true }).first().click();
    await panel.card(2).getByTitle('Open scene').waitFor();
  });

  it('/ finds scene 200 by its number and gives it the focus', async () => {
    await panel.goTo(200);
    expect(await isFocused(200)).toBe(true);
    const top = await panel.card(200).evaluate((card) => card.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(60);
    expect(top).toBeLessThan(300);
  });

  it('/ finds scenes by words without accents, and says where there are none', async () => {
    await panel.page.getByRole('button', { name: 'Menu' }).focus();
    await panel.page.keyboard.press('/');
    const dialog = panel.page.getByRole('dialog', { name: 'Go to scene' });
    await dialog.getByRole('combobox').fill('xich lo can tho');
    const [first = ''] = await dialog.getByRole('option').allInnerTexts();
    expect(first).toMatch(/^Scene \d+\s+Xe xích lô ở Cần Thơ/);
    await dialog.getByRole('combobox').fill('nothing says this');
    await dialog.getByText('No scene says that.').waitFor();
    await panel.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('Page Down and Page Up move by scene, and not while somebody writes', async () => {
    await panel.goTo(100);
    await panel.card(100).focus();
    for (const index of [101, 102, 103]) {
      await panel.page.keyboard.press('PageDown');
      await expect.poll(() => isFocused(index)).toBe(true);
    }
    await panel.page.keyboard.press('PageUp');
    await expect.poll(() => isFocused(102)).toBe(true);
  });

  it('the film’s bar has a hundred parts in one tab stop; arrows move in it and a press leads to its scenes', async () => {
    const parts = panel.page.getByRole('group', { name: 'The film at a glance' }).getByRole('button');
    expect(await parts.count()).toBe(100);
    expect(await parts.evaluateAll((all) => all.filter((part) => part.tabIndex === 0).length)).toBe(1);
    await parts.first().focus();
    await panel.page.keyboard.press('End');
    await panel.page.keyboard.press('ArrowLeft');
    await panel.page.keyboard.press('Enter');
    await expect.poll(() => isFocused(295)).toBe(true);
  });

  it('[L13] filters count, show only theirs, and one that would show nothing is not there', async () => {
    await panel.goTo(1);
    expect(await filter(/^All/).innerText()).toBe('All 300');
    expect(await filter(/^Failed/).count()).toBe(0);
    const fault = { type: 'ContentRefused', what: 'prompt', words: '' } as const;
    await panel.setFaultPlan({ faults: [{ scene: scene(1), kind: null, step: 'submit', fault }] });
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Failed');
    await panel.setFaultPlan(null);
    await panel.card(2).getByRole('button', { name: 'Generate image' }).click();
    await panel.waitForStatus(2, 'Image ready');
    await filter('Failed 1').click();
    await expect.poll(shown).toEqual([1]);
    expect(await panel.card(1).getAttribute('aria-setsize')).toBe('1');
    await panel.goTo(250);
    expect(await isFocused(250)).toBe(true);
    expect(await filter(/^All/).getAttribute('aria-pressed')).toBe('true');
  });

  it('[L16] focus and what was typed survive scrolling to the end and back', async () => {
    await panel.goTo(3);
    await panel.more(3, 'Prompt');
    const field = panel.card(3).getByRole('textbox', { name: 'Image prompt' });
    await field.fill('typed before scrolling');
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await panel.card(300).waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await panel.page.keyboard.type(', and after');
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, 0));
    expect(await field.inputValue()).toBe('typed before scrolling, and after');
    await panel.card(3).getByRole('button', { name: 'Done', exact: true }).click();
    await expect
      .poll(async () =>
        (await panel.rows('scenes')).some(
          (row) => row['imagePrompt'] === 'typed before scrolling, and after',
        ),
      )
      .toBe(true);
  });

  it('a video goes on playing while the list is scrolled', async () => {
    await panel.goTo(4);
    await panel.edit(4, 'Length in seconds', '6');
    await panel.more(4, 'Generate video');
    await panel.waitForStatus(4, 'Done');
    await panel.card(4).getByRole('button', { name: /^Play/ }).click();
    const video = panel.card(4).locator('video');
    const at = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
    await expect.poll(at).toBeGreaterThan(0.1);
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await panel.card(300).waitFor();
    const before = await at();
    await expect.poll(at).toBeGreaterThan(before);
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing on rows, an open row and Go to scene in %s',
    async (colorScheme) => {
      await panel.page.emulateMedia({ colorScheme });
      await panel.goTo(6);
      expect(await complaints(panel)).toEqual([]);
      await panel.page.keyboard.press('/');
      await panel.page.getByRole('dialog', { name: 'Go to scene' }).getByRole('combobox').fill('cho noi');
      expect(await complaints(panel)).toEqual([]);
      await panel.page.keyboard.press('Escape');
    },
  );

  it('speaks Vietnamese with the same ways', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page
      .getByRole('group', { name: 'Lọc cảnh' })
      .getByRole('button', { name: /^Tất cả 300/ })
      .waitFor();
    await panel.page.keyboard.press('/');
    const dialog = panel.page.getByRole('dialog', { name: 'Đến cảnh' });
    await dialog.getByRole('combobox').fill('150');
    await dialog.getByRole('combobox').press('Enter');
    await panel.page.getByRole('article', { name: 'Cảnh 150', exact: true }).getByText('Chưa tạo').waitFor();
    await panel.menu('Menu', 'English');
  });

  it('another project begins at its top', async () => {
    await panel.goTo(290);
    await panel.newProject('Begins above');
    await panel.importScript(chapters(1, 40));
    expect(await panel.page.locator('main').evaluate((list) => list.scrollTop)).toBe(0);
  });

  it('chapters of the script stand above their scenes and fold them away', async () => {
    await panel.newProject('Chapters');
    await panel.importScript(chapters(4, 10));
    const heading = (name: string) => panel.page.getByRole('heading', { name }).getByRole('button');
    expect(await panel.page.getByRole('feed', { name: 'Chương 1' }).count()).toBe(1);
    expect(await complaints(panel)).toEqual([]);
    await heading('Chương 1').click();
    expect(await heading('Chương 1').getAttribute('aria-expanded')).toBe('false');
    await expect.poll(async () => (await shown())[0]).toBe(11);
    await panel.goTo(5);
    expect(await heading('Chương 1').getAttribute('aria-expanded')).toBe('true');
    expect(await isFocused(5)).toBe(true);
  });
});
