import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, decodingErrors, Panel, PATIENCE_MS, probe } from './panel.ts';

const PHOTO = fileURLToPath(new URL('../../public/samples/1.webp', import.meta.url));

/** What a chat model answers, as it comes. */
const ANSWER = `Dạ, đây là kịch bản ạ:

\`\`\`json
{"meta": {"ratio": "9:16"}, "scenes": [
  {"title": "Mở hũ mật", "description": "Chị Lan mở nắp hũ mật ong", "voiceover": "Mở nắp là thơm!", "duration": 1},
  {"title": "Rót mật", "description": "Mật chảy vào ly nước ấm", "voiceover": "Một muỗng mỗi sáng.", "duration": 1},
]}
\`\`\`
Chúc chị bán đắt hàng!`;

describe('a film made in Vietnamese from nothing to its file', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open({ language: 'vi' });
    await panel.page.setViewportSize({ width: 360, height: 593 });
  });
  afterAll(() => panel.close());

  const card = (index: number): Locator =>
    panel.page.getByRole('article', { name: `Cảnh ${index}`, exact: true });
  const press = (index: number, name: string) =>
    card(index).getByRole('button', { name, exact: true }).click();
  const more = async (index: number, name: string): Promise<void> => {
    await press(index, 'Tùy chọn khác');
    await card(index)
      .getByRole('group', { name: 'Tùy chọn khác' })
      .getByRole('button', { name, exact: true })
      .click();
  };
  const menu = (name: string) => panel.menu('Menu', name);
  const told = (words: string | RegExp) => panel.page.getByRole('status').getByText(words);

  it('begins with a project for TikTok and a request to a chat model, whose answer is pasted', async () => {
    await panel.page.getByRole('button', { name: 'Dự án mới', exact: true }).click();
    const dialog = panel.page.getByRole('dialog', { name: 'Dự án mới' });
    await dialog.getByLabel('Tên dự án').fill('Mật ong U Minh');
    await dialog.getByRole('radio', { name: /^TikTok, Reels/ }).check();
    await dialog.getByRole('radio', { name: /^Dựng nháp trên máy này/ }).check();
    await dialog.getByRole('button', { name: 'Tạo', exact: true }).click();
    await menu('Nhờ AI viết kịch bản');
    const ask = panel.page.getByRole('dialog', { name: 'Nhờ AI viết kịch bản' });
    await ask.getByLabel('Sản phẩm hoặc chủ đề').fill('Mật ong rừng U Minh');
    await ask.getByRole('button', { name: 'Sao chép' }).click();
    await ask.getByText('Đã sao chép').waitFor();
    await ask.getByLabel('Dán câu trả lời vào đây').fill(ANSWER);
    await ask.getByRole('button', { name: 'Nhập 2 cảnh' }).click();
    await card(2).getByText('Chưa tạo').waitFor();
  });

  it('[L1] writes, inserts and moves a scene, each told with its number and its place', async () => {
    await card(1).getByRole('button', { name: 'Chị Lan mở nắp hũ mật ong', exact: true }).click();
    await card(1).getByRole('textbox', { name: 'Mô tả' }).fill('Chị Lan mở nắp hũ mật trong bếp');
    await card(1).getByText('Đã lưu', { exact: true }).waitFor();
    await press(1, 'Xong');
    await more(1, 'Chèn cảnh phía sau');
    await told('Cảnh mới 3 đứng thứ 2. Số của cảnh là tên của nó mãi mãi.').waitFor();
    await card(3).getByRole('textbox', { name: 'Mô tả' }).fill('Hũ mật và giá');
    await card(3).getByRole('spinbutton', { name: 'Thời lượng (giây)' }).fill('1');
    await press(3, 'Xong');
    await card(3).getByRole('button', { name: 'Di chuyển cảnh 3' }).focus();
    await panel.page.keyboard.press('ArrowDown');
    await told('Cảnh 3 giờ đứng thứ 3/3').waitFor();
    expect(await panel.page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Cảnh 1',
      'Cảnh 2',
      'Cảnh 3',
    ]);
  });

  it('takes a photo of its own as a scene’s image, and a product for the whole film', async () => {
    await card(1).locator('input[type=file]').first().setInputFiles(PHOTO);
    await card(1).getByRole('button', { name: 'Ảnh 1.webp, Ảnh cảnh' }).click();
    await card(1).getByRole('button', { name: 'Dùng làm ảnh của cảnh' }).click();
    await card(1).getByText('Có ảnh').waitFor();
    await menu('Ảnh của phim');
    const dialog = panel.page.getByRole('dialog', { name: 'Ảnh của phim' });
    await dialog.getByRole('region', { name: 'Sản phẩm' }).locator('input[type=file]').setInputFiles(PHOTO);
    await dialog.getByRole('button', { name: 'Ảnh 1.webp, Sản phẩm' }).waitFor();
    expect(await complaints(panel)).toEqual([]);
    await panel.page.keyboard.press('Escape');
    await card(2).getByRole('button', { name: 'Ảnh 1.webp, Sản phẩm' }).waitFor();
  });

  it('makes all videos, says what another format would leave behind, and joins the film', async () => {
    await menu('Tạo tất cả video');
    for (const index of [1, 2, 3])
      await card(index).getByText('Xong', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await menu('16:9');
    await told(/^Đã đổi sang khung 16:9; \d+ bản đang dùng vẫn theo khung cũ\.$/).waitFor();
    await panel.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await told('Đã hoàn tác: đã đổi cài đặt dự án').waitFor();
    await panel.page
      .getByRole('banner')
      .getByRole('button', { name: 'Ghép phim', exact: true })
      .first()
      .click();
    const dialog = panel.page.getByRole('dialog', { name: 'Ghép phim' });
    await dialog.getByRole('button', { name: 'Ghép phim', exact: true }).click();
    await dialog.getByText('Đã lưu vào Downloads/Mat-ong-U-Minh/Mat-ong-U-Minh.mp4').waitFor();
    const file = join(panel.launched.downloads, 'Mat-ong-U-Minh/Mat-ong-U-Minh.mp4');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(probe(file)).toMatchObject({ width: 720, height: 1280, frames: 72 });
    expect(decodingErrors(file)).toBe('');
    const each = join(panel.launched.downloads, 'Mat-ong-U-Minh/Mat-ong-U-Minh_scene3_take1.mp4');
    await expect.poll(() => existsSync(each)).toBe(true);
  });
});
