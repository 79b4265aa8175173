// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { closePanes } from '../../../../lib/providers/flow/page/close-panes.ts';
import { look } from '../../../../lib/providers/flow/page/look.ts';
import { chooseModel, modelNameIn } from '../../../../lib/providers/flow/page/model-names.ts';
import { parseWords } from '../../../../lib/providers/flow/page/parse-choice.ts';
import { readOffers } from '../../../../lib/providers/flow/page/read-offers.ts';
import { writeSettings, type WantedSettings } from '../../../../lib/providers/flow/page/write-settings.ts';
import { setupPage } from './page-fixture.ts';
import { type PageOptions } from './page-model-fixture.ts';

const WANTED: WantedSettings = {
  mode: 'video',
  from: 'frames',
  model: 'Veo 3.1 - Fast',
  aspect: '9:16',
  lengthS: 10,
  resolution: '360p',
  count: 2,
};
const HELD = {
  mode: 'video',
  from: 'frames',
  model: 'Veo 3.1 - Fast',
  aspect: '9:16',
  lengthS: '10',
  resolution: '360p',
  count: '2',
};

async function written(options: Partial<PageOptions>, wanted: WantedSettings = WANTED) {
  const fixture = setupPage(options);
  const result = await writeSettings(fixture.page, wanted);
  const closed = await closePanes(fixture.page);
  return { ...fixture, result, closed };
}

describe('settings', () => {
  it.each<[string, Partial<PageOptions>]>([
    ['on a page that is late', {}],
    ['from images', { mode: 'image', from: 'ingredients' }],
    ['where a closed pane leaves a backdrop that eats the next press', { leavesBackdrop: true }],
    ['where the model sets ratio and length back a moment later', { resetsAfterMs: 700 }],
    ['where it sets them back after they were written', { resetsAfterMs: 1_600 }],
    ['where the first press is swallowed', { eatsFirstPress: true }],
    ['where the first press on each row is lost', { losesPress: true }],
    ['in open shadow roots', { hasShadow: true }],
    ['in a build with other names', { isVariant: true }],
  ])('[L19] are written and hold %s', async (_what, options) => {
    const { result, closed, model } = await written(options);
    expect(result).toEqual({ ok: true, value: WANTED });
    expect(closed.ok).toBe(true);
    expect(model).toMatchObject({ ...HELD, sent: 0 });
    expect(look(document).covers).toEqual([]);
  });

  it('[L19] are not touched where they are as wanted', async () => {
    const { model } = await written(
      { model: WANTED.model ?? '', aspect: '9:16', lengthS: '10' },
      { ...WANTED, resolution: null, count: 1 },
    );
    expect(model.writes).toEqual([]);
  });

  it.each<[Partial<WantedSettings>, string, readonly string[]]>([
    [{ aspect: '1:1' }, '1:1', ['16:9', '9:16']],
    [{ lengthS: 7 }, '7 s', ['4', '6', '8', '10']],
    [{ resolution: '4k' }, '4k', ['360p', '720p']],
    [{ count: 5 }, 'x5', ['1', '2', '3', '4']],
    [{ model: 'Veo 4' }, 'Veo 4', ['Omni 1.1 Flash', 'Veo 3.1 - Lite', 'Veo 3.1 - Fast']],
  ])('[L19] %o is refused with what the page does offer', async (wrong, choice, offered) => {
    const { result, closed, model } = await written({}, { ...WANTED, ...wrong });
    expect(result).toEqual({
      ok: false,
      fault: { type: 'fault', fault: { type: 'NotOffered', choice, offered } },
    });
    expect(closed.ok).toBe(true);
    expect(model.sent).toBe(0);
  });

  it.each([300, 700, 1_200, 1_900])(
    'are written again where the user closes the pane after %i ms',
    async (ms) => {
      const fixture = setupPage();
      fixture.clock.after(ms, () => fixture.editor.click());
      expect(await writeSettings(fixture.page, WANTED)).toEqual({ ok: true, value: WANTED });
      expect(fixture.model).toMatchObject({ ...HELD, sent: 0 });
    },
  );

  it('[L19] a length that this account may not choose is not offered', async () => {
    const { result } = await written({ lengths: ['4 giây*', '8 giây'] }, { ...WANTED, lengthS: 4 });
    expect(result).toMatchObject({ fault: { fault: { type: 'NotOffered', choice: '4 s', offered: ['8'] } } });
  });

  it('a length without a row counts by what the button says', async () => {
    const { result } = await written({ lengths: [], lengthS: '8' }, { ...WANTED, lengthS: 8 });
    expect(result.ok).toBe(true);
    const other = await written({ lengths: [], lengthS: '8' }, { ...WANTED, lengthS: 6 });
    expect(other.result).toMatchObject({
      fault: { fault: { type: 'NotOffered', choice: '6 s', offered: ['8'] } },
    });
  });

  it('are read with all that the page offers, and nothing is changed by it', async () => {
    const { page, model } = setupPage();
    const offers = await readOffers(page);
    expect(offers).toMatchObject({
      value: {
        mode: 'video',
        lengths: [4, 6, 8, 10],
        models: ['Omni 1.1 Flash', 'Veo 3.1 - Lite', 'Veo 3.1 - Fast'],
      },
    });
    expect(model.writes).toEqual([]);
    expect(look(document).covers).toEqual([]);
  });

  it('end with the signal', async () => {
    const { page, end } = setupPage();
    const writing = writeSettings(page, WANTED);
    end();
    await expect(writing).rejects.toThrow('abort');
  });
});

describe('a model’s name', () => {
  const veo = ['Veo 3.1 - Lite', 'Veo 3.1 - Lite [Lower Priority]', 'Veo 3.1 - Fast', 'Veo 3.1 - Quality'];
  const bananas = ['🍌 Nano Banana 2.1', '🍌 Nano Banana Pro', '🍌 Nano Banana 2 Lite'];
  it.each([
    ['Veo 3.1 - Lite', veo, 'Veo 3.1 - Lite'],
    ['veo 3.1 – lite', veo, 'Veo 3.1 - Lite'],
    ['Veo 3.2 - Fast', veo, 'Veo 3.1 - Fast'],
    ['Veo 3.1', veo, null],
    ['Nano Banana 2', bananas, '🍌 Nano Banana 2.1'],
    ['Nano Banana 2', [...bananas, 'Nano Banana 3'], null],
    ['Nano Banana 2.1', [...bananas, 'Nano Banana 2'], '🍌 Nano Banana 2.1'],
    ['Omni Flash', ['Omni 1.1 Flash', 'Omni 1.2 Flash'], null],
    ['Omni Flash', ['Omni 1.1 Flash', 'Veo 3.1 - Fast'], 'Omni 1.1 Flash'],
    ['Omni Flash', ['Omni Flash', 'Omni Flash'], null],
  ])('[L19] “%s” of %o is %s', (wanted, offered, chosen) => {
    expect(chooseModel(wanted, offered)).toBe(chosen);
  });

  it('is read without the emoji before it and the description after it', () => {
    expect(modelNameIn(['🍌', 'Nano Banana 2.1', 'Fast'])).toBe('Nano Banana 2.1');
    expect(modelNameIn(['🍌 Nano Banana Pro'])).toBe('Nano Banana Pro');
    expect(modelNameIn(['Veo 3.1 - Lite', '[Lower Priority]', 'Slow'])).toBe(
      'Veo 3.1 - Lite [Lower Priority]',
    );
    expect(modelNameIn(['🍌'])).toBeNull();
  });
});

describe('the words of a choice', () => {
  it.each([
    ['4s', { setting: 'lengthS', value: '4' }],
    ['4초', { setting: 'lengthS', value: '4' }],
    ['10 giây', { setting: 'lengthS', value: '10' }],
    ['8 dtk', { setting: 'lengthS', value: '8' }],
    ['6 seg.', { setting: 'lengthS', value: '6' }],
    ['360p', { setting: 'resolution', value: '360p' }],
    ['4K', { setting: 'resolution', value: '4k' }],
    ['x4', { setting: 'count', value: '4' }],
    ['2×', { setting: 'count', value: '2' }],
    ['Video', null],
    ['16:9', null],
    ['3', null],
  ])('“%s” is %o', (words, choice) => {
    expect(parseWords(words)).toEqual(choice);
  });
});
