import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, makeBeginning, SCRIPTS } from './big-script.ts';
import { Panel, probe } from './panel.ts';

describe('from script to clips', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it.each(readdirSync(SCRIPTS))('%s is imported, with every scene that its preview counted', async (name) => {
    await panel.newProject(name);
    const dialog = await panel.offerScript(fixture(name));
    const button = dialog.getByRole('button', { name: /^Import \d+ scenes?$/ });
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    expect((await panel.rows('scenes')).filter(({ title }) => title === name)).toEqual([]);
    const before = (await panel.rows('scenes')).length;
    await button.click();
    await expect.poll(async () => (await panel.rows('scenes')).length).toBe(before + count);
    await panel.card(1).waitFor();
    await panel.page.getByText(new RegExp(`^${count} scenes · `)).waitFor();
  });

  it('the biggest makes image and clip for its first 4 scenes, the rest waits; every clip is what was ordered', () =>
    makeBeginning(panel, 4));

  it.each([
    ['9:16', 720, 1280],
    ['1:1', 720, 720],
    ['4:5', 720, 900],
  ])('a clip in %s has %i × %i pixels', async (aspect, width, height) => {
    await panel.newProject(`Shape ${aspect}`, aspect);
    await panel.importScript(
      '[{"desc":"Chị Lan mở nắp hũ mật ong","speech":"Mật ong rừng U Minh, mở nắp là thơm!","duration":1}]',
    );
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    const found = probe(await panel.save(1, 'video', 1));
    expect(found).toMatchObject({ width, height, fps: '24/1', frames: 24 });
  });
});
