import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';

describe('projects', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.newProject('Mật ong');
    await panel.newProject('Giày chạy bộ');
    await panel.newProject('Cà phê Đà Lạt');
  });
  afterAll(() => panel.close());

  const dialog = (): Locator => panel.page.getByRole('dialog', { name: 'Projects' });
  const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
  const list = (name: string): Locator => dialog().getByRole('list', { name, exact: true });
  const names = (): Promise<readonly string[]> => list('Projects').locator('.open').allInnerTexts();
  const open = async (): Promise<void> => {
    await panel.menu(/^Project: /, 'Projects');
    await button('Archive “Mật ong”')
      .or(button('Bring “Mật ong” back'))
      .first()
      .waitFor({ state: 'attached' });
  };

  it('are found by name and by client', async () => {
    await open();
    await button('Name and client of “Mật ong”').click();
    const naming = panel.page.getByRole('dialog', { name: 'Rename project' });
    await naming.getByLabel('Client (optional)').fill('Bà Lan');
    await naming.getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('Bà Lan').waitFor();
    const search = dialog().getByRole('searchbox', { name: 'Find by name or client' });
    await search.fill('ba lan');
    await expect.poll(names).toEqual(['Mật ong']);
    await search.fill('da lat');
    await expect.poll(names).toEqual(['Cà phê Đà Lạt']);
    await search.fill('xyz');
    await dialog().getByText('No project has these words.').waitFor();
    await search.fill('');
    expect(await complaints(panel)).toEqual([]);
  });

  it('one that is put away is no more in the chooser; it is found, opened and brought back', async () => {
    await button('Archive “Giày chạy bộ”').click();
    await dialog().getByText('Archived (1)').click();
    await list('Archived (1)').getByRole('button', { name: 'Giày chạy bộ', exact: true }).waitFor();
    expect(await names()).not.toContain('Giày chạy bộ');
    await panel.page.keyboard.press('Escape');
    const chooser = panel.page.getByRole('banner').getByRole('group', { name: /^Project: / });
    await panel.page.getByRole('button', { name: 'Project: Cà phê Đà Lạt' }).click();
    await chooser.getByRole('button', { name: 'Mật ong' }).waitFor();
    expect(await chooser.getByRole('button', { name: 'Giày chạy bộ' }).count()).toBe(0);
    await chooser.getByRole('button', { name: 'Projects', exact: true }).click();
    await dialog().getByRole('searchbox').fill('giay');
    await button('Giày chạy bộ').click();
    await dialog().waitFor({ state: 'detached' });
    await panel.page.getByRole('button', { name: 'Project: Giày chạy bộ' }).waitFor();
    await panel.menu(/^Project: /, 'Bring project back');
    await panel.page.getByText('Project brought back', { exact: true }).waitFor();
    await panel.menu(/^Project: /, 'Archive project');
    await panel.page.getByText('Project archived', { exact: true }).waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await open();
    await expect.poll(names).toContain('Giày chạy bộ');
  });

  it('one that is deleted comes back with Undo', async () => {
    await button('Delete “Mật ong”').click();
    await expect.poll(names).not.toContain('Mật ong');
    await dialog().getByText('Project deleted').waitFor();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(names).toContain('Mật ong');
    await panel.page.keyboard.press('Escape');
  });

  it('speaks Vietnamese', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.setViewportSize({ width: 320, height: 560 });
    await panel.menu(/^Dự án: /, 'Dự án');
    const all = panel.page.getByRole('dialog', { name: 'Dự án' });
    await all.getByRole('searchbox', { name: 'Tìm theo tên hoặc khách hàng' }).waitFor();
    for (const name of ['Cất “Mật ong”', 'Xóa “Mật ong”', 'Tên và khách hàng của “Mật ong”'])
      await all.getByRole('button', { name, exact: true }).waitFor();
    await all.getByText(/^Bà Lan · 0 cảnh · làm gần nhất /).waitFor();
    expect(await complaints(panel)).toEqual([]);
  });
});
