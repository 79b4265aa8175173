import { afterAll, beforeAll, describe, it } from 'vitest';
import { makeBeginning } from '../browser/big-script.ts';
import { makeAgain } from '../browser/make-again.ts';
import { Panel } from '../browser/panel.ts';

describe('films that are made', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('the biggest script makes image and clip for its first 10 scenes, the rest waits; every clip is what was ordered', () =>
    makeBeginning(panel, 10));

  it('[L3] making a video again 20 times leaves 21 takes, all playable and all different', () =>
    makeAgain(panel, 20));
});
