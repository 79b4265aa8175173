import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from '../browser/flow-panel.ts';
import { PATIENCE_MS } from '../browser/panel.ts';

/** Above the 20 s after which an order that waits is told of. */
const LONG_MS = 25_000;

describe('an order that waits for its press, beside the open panel', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    await panel.flowFilm('Cáo đỏ', ['a red fox']);
    await panel.page.evaluate(() => {
      const played: string[] = [];
      const Own = AudioContext;
      class Counted extends Own {
        constructor() {
          super();
          played.push(this.state);
        }
      }
      Object.assign(window, { AudioContext: Counted, played });
    });
  });
  afterAll(() => panel.close());

  const played = (): Promise<unknown> => panel.page.evaluate(() => Reflect.get(window, 'played'));

  it('is heard once where the sound is on; the first is heard as it is switched on', async () => {
    await panel.menu('Menu', 'Sound');
    await expect.poll(played).toEqual(['running']);
    expect((await panel.rows('settings')).find(({ name }) => name === 'settings')).toMatchObject({
      sound: true,
      notification: false,
    });
    await panel.press(1, 'Generate image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    expect(await played()).toEqual(['running']);
    await expect.poll(played, { timeout: LONG_MS + PATIENCE_MS }).toEqual(['running', 'running']);
  });
});
