import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';

/** The smallest panel, a small laptop's, a usual one, the widest, and the second at 200 %. */
const SIZES = [
  [320, 560],
  [360, 593],
  [400, 800],
  [800, 900],
  [180, 297],
] as const;

const LONG = {
  title: 'Người gác kèo ong dùng khói nhẹ để lấy mật mà không làm hại đàn ong trong rừng tràm',
  desc: 'Buổi sớm tinh mơ, sương còn phủ trắng mặt nước, người gác kèo chống xuồng len giữa những thân tràm.',
  speech: 'Gác kèo ong là nghề cha truyền con nối của nhà mình, phải kiên nhẫn và biết thương con ong.',
  duration: 1,
};

/** Runs in the page: what is wider than the window, and buttons whose words do not fit them. */
function overflows(): string[] {
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
  const shown = [...document.querySelectorAll<HTMLElement>('main, main *, header *, .toast *')].filter(
    (element) =>
      element.checkVisibility() && element.closest('.filters, .takes, .film-bar, [popover]') === null,
  );
  const out = shown.filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
  const cut = shown.filter(
    (element) =>
      element.matches('.button') &&
      !element.matches('.scene-row > *') &&
      element.scrollWidth > element.clientWidth + 1,
  );
  return [
    ...wide,
    ...[...out, ...cut].map(({ className, innerText }) => `${className}: ${innerText.slice(0, 40)}`),
  ];
}

describe('the panel on small screens, with the longest Vietnamese words', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.newProject('Hành trình của mật ong từ rừng tràm U Minh Thượng đến bàn ăn', '9:16');
    await panel.importScript(JSON.stringify({ scenes: Array.from({ length: 4 }, () => LONG) }));
    await panel.more(1, 'Generate video');
    await panel.card(1).getByText('Done', { exact: true }).waitFor();
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.getByRole('article', { name: 'Cảnh 1', exact: true }).getByText('Xong').waitFor();
  });
  afterAll(() => panel.close());

  it.each(SIZES)('at %i × %i nothing is wider than the panel, nor than its button', async (width, height) => {
    await panel.page.setViewportSize({ width, height });
    expect(await panel.page.evaluate(overflows)).toEqual([]);
  });

  it.each(SIZES)(
    'at %i × %i fixed parts take at most 120 px, and one button stands out',
    async (width, height) => {
      await panel.page.setViewportSize({ width, height });
      const fixed = await panel.page.evaluate(() => {
        const list = document.querySelector('main')?.getBoundingClientRect();
        return window.innerHeight - (list?.height ?? 0);
      });
      // At 200 % a message that is told has its button in a second line: half the window is left all the same.
      expect(fixed).toBeLessThanOrEqual(height < 400 ? height / 2 : 120);
      const main = panel.page.locator('.button.main:not(article *)');
      expect(await main.count()).toBe(1);
    },
  );

  it.each([
    ['16:9', 1],
    ['9:16', 84],
    ['1:1', 112],
    ['4:5', 112],
  ])('a picture of %s stands as wide as the design says at 360', async (aspect, width) => {
    await panel.page.setViewportSize({ width: 360, height: 593 });
    await panel.menu('Menu', aspect);
    const picture = panel.page.getByRole('article').first().locator('.picture');
    const shown = () => picture.evaluate((element) => element.getBoundingClientRect().width);
    const wide = await panel.page
      .getByRole('article')
      .first()
      .evaluate((card) => card.clientWidth - 24);
    await expect.poll(shown).toBeCloseTo(width === 1 ? wide : width, 0);
  });

  it.each(SIZES)('at %i × %i a long film’s rows fit too', async (width, height) => {
    await panel.page.setViewportSize({ width: 400, height: 800 });
    await panel.menu('Menu', 'English');
    await panel.newProject(`Rows at ${width}`, '16:9');
    await panel.importScript(JSON.stringify({ scenes: Array.from({ length: 40 }, () => LONG) }));
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.getByRole('group', { name: 'Lọc cảnh' }).waitFor();
    await panel.page.setViewportSize({ width, height });
    expect(await panel.page.evaluate(overflows)).toEqual([]);
  });
});
