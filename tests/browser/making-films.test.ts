import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodingErrors, Panel, PATIENCE_MS, probe } from './panel.ts';

const SCRIPTS = new URL('../fixtures/scripts/', import.meta.url);

interface Script {
  readonly name: string;
  readonly bytes: Buffer;
}

function fixture(name: string): Script {
  return { name, bytes: readFileSync(new URL(name, SCRIPTS)) };
}

/** The same script with every scene so long: its own lengths make an hour of film. */
function inSeconds(lengthS: number, { name, bytes }: Script): Script {
  return { name, bytes: Buffer.from(bytes.toString().replace(/"duration": \d+/g, `"duration": ${lengthS}`)) };
}

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

  it('the biggest makes image and clip for its first 10 scenes, the rest waits; every clip is what was ordered', async () => {
    await panel.newProject('Big', '16:9');
    await panel.importScript(inSeconds(2, fixture('hanh-trinh-300-canh.outline.json')));
    for (let index = 1; index <= 10; index++) {
      await panel.goTo(index);
      await panel.more(index, 'Generate video');
    }
    await panel.menu('Menu', 'Generate all videos');
    await expect
      .poll(async () => (await panel.takes()).filter(({ kind }) => kind === 'video').length, {
        timeout: PATIENCE_MS,
      })
      .toBeGreaterThanOrEqual(10);
    await panel.page.getByRole('button', { name: 'Pause', exact: true }).first().click();
    const takes = await panel.takes();
    const first = (kind: string) => takes.filter((take) => take.kind === kind && take.scene <= 10);
    expect(first('image').map(({ scene }) => scene)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(first('video').map(({ scene }) => scene)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const waiting = (await panel.rows('tasks')).filter(({ phase }) => phaseOf(phase) === 'queued');
    expect(waiting.length).toBeGreaterThan(500);
    await panel.page.getByRole('button', { name: 'Stop all', exact: true }).first().click();
    await panel.menu('Menu', 'Resume');
    for (const { scene, lengthS, orderedS } of first('video')) {
      const path = await panel.save(scene, 'video', 1);
      const found = probe(path);
      expect(found).toMatchObject({ width: 1280, height: 720, fps: '24/1' });
      expect(orderedS).toBe(2);
      expect(Math.abs(found.frames - (orderedS ?? 0) * 24)).toBeLessThanOrEqual(1);
      expect(lengthS).toBeCloseTo(orderedS ?? 0, 1);
      expect(decodingErrors(path)).toBe('');
    }
  });

  it.each([
    ['9:16', 720, 1280],
    ['1:1', 720, 720],
    ['4:5', 720, 900],
  ])('a clip in %s has %i × %i pixels', async (aspect, width, height) => {
    await panel.newProject(`Shape ${aspect}`, aspect);
    await panel.importScript(
      '[{"desc":"Chị Lan mở nắp hũ mật ong","speech":"Mật ong rừng U Minh, mở nắp là thơm!","duration":2.5}]',
    );
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    const found = probe(await panel.save(1, 'video', 1));
    expect(found).toMatchObject({ width, height, fps: '24/1', frames: 60 });
  });
});

function phaseOf(phase: unknown): unknown {
  return typeof phase === 'object' && phase !== null && 'state' in phase ? phase.state : null;
}
