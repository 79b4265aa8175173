import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledCopy } from '../browser/extension-reloads.ts';
import { complaints, Panel, PATIENCE_MS } from '../browser/panel.ts';

describe('[L10] [L13] a background that the browser has lost', () => {
  const copy = new InstalledCopy();
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open({ build: copy.folder });
    await panel.shortFilm('Lost', 1);
  });
  afterAll(async () => {
    await panel.close();
    copy.remove();
  });

  it('is told of, and one press brings it back with everything that was there', async () => {
    const putBack = copy.withoutBackground();
    panel = await copy.openAfter(panel, () => panel.page.evaluate(() => chrome.runtime.reload()));
    const lost = panel.page.getByRole('heading', { name: 'Retake did not start' });
    await lost.waitFor({ timeout: PATIENCE_MS });
    expect(await complaints(panel)).toEqual([]);
    putBack();
    panel = await copy.openAfter(panel, () =>
      panel.page.getByRole('button', { name: 'Restart Retake' }).click(),
    );
    await panel.card(1).waitFor();
    await panel.press(1, 'Generate image');
    await expect.poll(() => panel.status(1), { timeout: PATIENCE_MS }).toBe('Image ready');
  });
});
