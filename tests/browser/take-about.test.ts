import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel, PATIENCE_MS } from './panel.ts';

describe('everything about a take', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('About', 2, 2);
  });
  afterAll(() => panel.close());

  const about = (name: string): Locator => panel.card(1).getByRole('region', { name, exact: true });
  const video = (): Locator => about('About Video take 1');
  const toast = (): Locator => panel.page.getByRole('status');
  const told = (words: string): Promise<void> => toast().getByText(words).waitFor();
  const inAbout = (name: string): Promise<void> => video().getByRole('button', { name, exact: true }).click();
  const marks = async () =>
    (await panel.rows('marks')).find(({ kind, number }) => kind === 'video' && number === 1);

  it('says when, by whom, how and from what it was made, and what it cost', async () => {
    await panel.addPhoto(1, [20, 120, 120]);
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    await panel.press(1, 'About Video take 1');
    await video().getByText('Draft on this machine').waitFor();
    const words = await video().innerText();
    for (const said of [/Settings\s+16:9 · 2 s/, /Length\s+2 s/, /1280 × 720 · 24 fps/, /Price\s+free/])
      expect(words).toMatch(said);
    expect(words).toContain('video prompt 1');
    const pictures = video().getByRole('list', { name: 'Made from these pictures' });
    expect(await pictures.getByRole('listitem').allInnerTexts()).toEqual(['Image take 1', 'Photo']);
    await video().getByText('What else the scene said').click();
    await video().getByText('Cảnh số 1').waitFor();
    expect(await complaints(panel)).toEqual([]);
  });

  it('follows the take that the strip shows, and closes with Escape where it was opened', async () => {
    await panel.card(1).getByRole('button', { name: 'Image take 1, Picked' }).click();
    await about('About Image take 1').getByText('image prompt 1').waitFor();
    await panel.card(1).getByRole('button', { name: 'Video take 1, Picked' }).click();
    await video().getByRole('textbox', { name: 'Note' }).focus();
    await panel.page.keyboard.press('Escape');
    await video().waitFor({ state: 'detached' });
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'About Video take 1',
    );
    await panel.page.keyboard.press('Enter');
    await video().waitFor();
  });

  it('keeps a note that is typed, and one that is left in the middle', async () => {
    const note = video().getByRole('textbox', { name: 'Note' });
    await note.fill('gửi khách');
    await expect.poll(async () => (await marks())?.['note'], { timeout: PATIENCE_MS }).toBe('gửi khách');
    await note.pressSequentially(' chiều nay');
    await panel.press(1, 'About Video take 1');
    await expect
      .poll(async () => (await marks())?.['note'], { timeout: PATIENCE_MS })
      .toBe('gửi khách chiều nay');
    await panel.press(1, 'About Video take 1');
    await expect.poll(() => note.inputValue()).toBe('gửi khách chiều nay');
  });

  it('says what differs from the scene now, and brings it back by one press that undo takes back', async () => {
    await panel.edit(1, 'Video prompt', 'khác hẳn');
    await panel.edit(1, 'Description', 'mô tả khác');
    await video().getByText('Made before you changed: description, prompt').waitFor();
    await inAbout('Use these again');
    await told('Scene 1 says again what made this take.');
    await video().getByText('Made before you changed').waitFor({ state: 'detached' });
    expect((await panel.rows('scenes'))[0]).toMatchObject({
      videoPrompt: 'video prompt 1',
      description: 'Cảnh số 1',
    });
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await video().getByText('Made before you changed: description, prompt').waitFor();
    expect(await panel.rows('takes')).toHaveLength(2);
  });

  it('names what it could not bring back, in both languages', async () => {
    await panel.card(1).getByRole('group', { name: 'Pictures' }).getByRole('button').click();
    await panel.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await inAbout('Use these again');
    await told('Scene 1 says again what made this take. Left as they are: pictures.');
    await panel.command({ type: 'setSettings', language: 'vi' });
    const card = panel.page.getByRole('article', { name: 'Cảnh 1', exact: true });
    const region = card.getByRole('region', { name: 'Thông tin Video, phiên bản 1' });
    await region.getByText('Được tạo trước khi bạn sửa: ảnh mẫu').waitFor();
    await region.getByRole('button', { name: 'Dùng lại', exact: true }).click();
    await told('Cảnh đang dùng đúng nội dung này. Giữ nguyên: ảnh mẫu.');
    await panel.command({ type: 'setSettings', language: 'en' });
  });

  it('[L3] archives and brings back, and moves to the bin, each with undo', async () => {
    await inAbout('Archive');
    await told('Take archived');
    await panel.card(1).getByRole('button', { name: 'Video take 1, Picked' }).first().waitFor();
    await inAbout('Bring back');
    await told('Take brought back');
    expect(await marks()).toMatchObject({ archivedAt: null, note: 'gửi khách chiều nay' });
    await inAbout('Move to the bin');
    await told('Take moved to the bin');
    await about('About Image take 1').waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel
      .card(1)
      .getByRole('button', { name: /^Video take 1, Picked/ })
      .waitFor();
  });
});
