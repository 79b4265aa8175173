// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { dropFile } from '../../../../lib/providers/flow/page/drop-file.ts';
import { look } from '../../../../lib/providers/flow/page/look.ts';
import { prepare, type PageOrder } from '../../../../lib/providers/flow/page/prepare.ts';
import type { PicturePorts } from '../../../../lib/providers/flow/page/upload-picture.ts';
import { consentDialog } from './library-fixture.ts';
import { setupPage, type Fixture } from './page-fixture.ts';
import { mediaId, PROJECT, type PageOptions } from './page-model-fixture.ts';

const ORDER: PageOrder = {
  projectId: PROJECT,
  mode: 'video',
  from: 'text',
  model: 'Omni 1.1 Flash',
  aspect: '9:16',
  lengthS: 8,
  resolution: '720p',
  count: 1,
  prompt: 'A red fox\n\nruns  through “snow” @dawn 🦊',
  start: null,
  end: null,
  ingredients: [],
};
const known = (at: number) => ({ name: `p${at}.jpg`, ids: [mediaId(at)], file: null });
const fresh = (name: string) => ({ name, ids: [], file: new File(['jpeg'], name, { type: 'image/jpeg' }) });
const library = [1, 2, 3].map((at) => ({ title: `p${at}.jpg`, mediaId: mediaId(at) }));

function portsOf({ library: shown }: Fixture): PicturePorts {
  const drop: PicturePorts['drop'] = (place, file) => Promise.resolve(dropFile(document, place, file));
  return { uploaded: shown.uploaded, drop };
}

async function prepared(options: Partial<PageOptions>, order: Partial<PageOrder>) {
  const fixture = setupPage(options);
  const result = await prepare(fixture.page, portsOf(fixture), { ...ORDER, ...order });
  expect(fixture.model.sent).toBe(0);
  return { ...fixture, result };
}

describe('preparing an order', () => {
  it.each<[string, Partial<PageOptions>]>([
    ['on an empty page', {}],
    ['over the text of an earlier scene', { prompt: 'something else' }],
    ['where a closed pane leaves a backdrop', { leavesBackdrop: true }],
    ['where the model resets ratio and length', { model: 'Veo 3.1 - Lite', resetsAfterMs: 700 }],
    ['where the first press is swallowed', { eatsFirstPress: true }],
    ['from images', { mode: 'image' }],
    ['in open shadow roots', { hasShadow: true }],
    ['in a build with other names', { isVariant: true }],
  ])('[L19] writes and reads back %s', async (_what, options) => {
    const { result, model } = await prepared(options, {});
    expect(result).toMatchObject({
      ok: true,
      value: { projectId: PROJECT, price: 10, settings: { model: 'Omni 1.1 Flash' } },
    });
    expect(model).toMatchObject({
      mode: 'video',
      aspect: '9:16',
      lengthS: '8',
      prompt: 'A red fox runs through “snow” @dawn 🦊',
    });
    expect(look(document)).toMatchObject({ covers: [], composer: { start: 'ready' } });
  });

  it('[L19] a second time writes nothing', async () => {
    const fixture = setupPage();
    await prepare(fixture.page, portsOf(fixture), ORDER);
    fixture.model.writes.length = 0;
    expect((await prepare(fixture.page, portsOf(fixture), ORDER)).ok).toBe(true);
    expect(fixture.model.writes).toEqual([]);
  });

  it('refuses a prompt over the ceiling before it touches the page', async () => {
    const { result, model } = await prepared({}, { prompt: 'x'.repeat(2_451) });
    const fault = { type: 'PromptTooLong', characters: 2_451, limit: 2_450 };
    expect(result).toEqual({ ok: false, fault: { type: 'fault', fault } });
    expect(model.writes).toEqual([]);
    expect((await prepared({}, { prompt: `${'x'.repeat(2_450)}\n\n` })).result.ok).toBe(true);
  });

  it('[L17] names what stands in the way and touches nothing', async () => {
    const { result, model } = await prepared({ agent: 'on' }, {});
    expect(result).toEqual({ ok: false, fault: { type: 'obstacles', obstacles: [{ type: 'AgentMode' }] } });
    expect(model.writes).toEqual([]);
  });

  it('waits for a page that is still being drawn, and tells one that changed', async () => {
    const late = setupPage();
    const editor = document.querySelector('flow-rich-text-editor');
    const parent = editor?.parentElement;
    editor?.remove();
    late.clock.after(3_000, () => editor !== null && parent?.append(editor));
    expect((await prepare(late.page, portsOf(late), ORDER)).ok).toBe(true);
    const changed = setupPage();
    document.querySelector('flow-rich-text-editor')?.remove();
    expect(await prepare(changed.page, portsOf(changed), ORDER)).toEqual({
      ok: false,
      fault: { type: 'obstacles', obstacles: [{ type: 'PageChanged', missing: ['editor'] }] },
    });
  });

  it('a dialog that comes meanwhile is left to the user', async () => {
    const fixture = setupPage();
    fixture.clock.after(2_000, () => document.body.append(consentDialog(() => fixture.model.sent++)));
    const result = await prepare(fixture.page, portsOf(fixture), ORDER);
    expect(result).toEqual({
      ok: false,
      fault: { type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] },
    });
    expect(fixture.model.sent).toBe(0);
  });

  it('[L19] an editor that does not keep the text is no prepared order', async () => {
    const fixture = setupPage();
    Object.assign(document, { execCommand: () => false });
    fixture.editor.textContent = ORDER.prompt;
    const result = await prepare(fixture.page, portsOf(fixture), ORDER);
    expect(result).toMatchObject({ ok: false, fault: { type: 'notHeld', what: 'start' } });
  });
});

describe('pictures of an order', () => {
  it('[L1] those of an earlier scene go, and the right one stays where it is', async () => {
    const { result, model } = await prepared(
      { from: 'ingredients', chips: [mediaId(1), mediaId(2), mediaId(1)], library },
      { from: 'ingredients', ingredients: [known(1)] },
    );
    expect(result.ok).toBe(true);
    expect(model.chips).toEqual([mediaId(1)]);
  });

  it('[L1] a text order takes out frames and ingredients', async () => {
    const { result, model } = await prepared({ frames: [mediaId(1), mediaId(2)] }, {});
    expect(result.ok).toBe(true);
    expect(model.frames).toEqual([null, null]);
  });

  it('known ones are picked by their names, each into its frame', async () => {
    const { result, model } = await prepared(
      { library, frames: [mediaId(3), null] },
      { from: 'frames', start: known(1), end: known(2) },
    );
    expect(result).toMatchObject({
      value: { pictures: [{ slot: 'start', ids: [mediaId(1)] }, { slot: 'end' }] },
    });
    expect(model.frames).toEqual([mediaId(1), mediaId(2)]);
  });

  it('[L19] an end frame that the model has no place for is refused', async () => {
    const { result, model } = await prepared(
      { library, frames: [null] },
      { from: 'frames', start: known(1), end: fresh('a_1.jpg') },
    );
    expect(result).toMatchObject({ fault: { type: 'fault', fault: { type: 'NoEndFrame' } } });
    expect(model.frames).toEqual([null]);
  });

  it('[L1] two assets of one name are not guessed between', async () => {
    const twice = [...library, { title: 'p1.jpg', mediaId: mediaId(9) }];
    const { result, model } = await prepared({ library: twice }, { from: 'frames', start: known(1) });
    expect(result).toEqual({ ok: false, fault: { type: 'askUserToDrop', picture: 'p1.jpg', slot: 'start' } });
    expect(model.frames).toEqual([null, null]);
  });

  it.each<[string, Partial<PageOptions>]>([
    ['the file input', { routes: ['input'] }],
    ['a drop', { routes: ['drop'] }],
    ['a paste', { routes: ['paste'] }],
    ['a drop that the picker shows late', { routes: ['drop'], hidesUploads: 2 }],
    ['all of them, uploaded once', {}],
  ])('new ones go in by %s', async (_what, options) => {
    const {
      result,
      model,
      library: shown,
    } = await prepared(
      { ...options, from: 'ingredients' },
      { from: 'ingredients', ingredients: [fresh('a_1.jpg'), fresh('a_2.jpg')] },
    );
    expect(result.ok).toBe(true);
    expect(shown.uploads).toEqual(['a_1.jpg', 'a_2.jpg']);
    expect(model.chips).toEqual([mediaId(101), mediaId(102)]);
  });

  it('a new start frame goes into its frame', async () => {
    const { result, model } = await prepared(
      { routes: ['drop'] },
      { from: 'frames', start: fresh('a_1.jpg') },
    );
    expect(result.ok).toBe(true);
    expect(model.frames).toEqual([mediaId(101), null]);
  });

  it('an end frame that a paste put into the wrong frame goes up once and comes to its own', async () => {
    const {
      result,
      model,
      library: shown,
    } = await prepared(
      { routes: ['paste'], pastesIntoFrames: true },
      { from: 'frames', end: fresh('a_1.jpg') },
    );
    expect(result.ok).toBe(true);
    expect(shown.uploads).toEqual(['a_1.jpg']);
    expect(model.frames).toEqual([null, mediaId(101)]);
  });

  it('where no route works the user is asked, and nothing is left open', async () => {
    const { result } = await prepared({ routes: [] }, { from: 'frames', start: fresh('a_1.jpg') });
    expect(result).toEqual({
      ok: false,
      fault: { type: 'askUserToDrop', picture: 'a_1.jpg', slot: 'start' },
    });
    expect(look(document).covers).toEqual([]);
  });

  it('[L17] an upload whose reply was lost is known by its tile, and is not sent by the next route', async () => {
    const fixture = setupPage({ from: 'ingredients' });
    const uploaded: PicturePorts['uploaded'] = () => new Promise(() => undefined);
    const order = { ...ORDER, from: 'ingredients', ingredients: [fresh('a_1.jpg')] } as const;
    const result = await prepare(fixture.page, { ...portsOf(fixture), uploaded }, order);
    expect(result.ok).toBe(true);
    expect(fixture.library.uploads).toEqual(['a_1.jpg']);
  });

  it('[L17] one that went up before, by consent or by the user’s hand, is not sent again', async () => {
    const shownBefore = [{ title: 'a_1.jpg', mediaId: mediaId(7) }];
    const fixture = setupPage({ library: shownBefore });
    const uploaded: PicturePorts['uploaded'] = () =>
      Promise.resolve({ type: 'uploaded', mediaId: mediaId(7), workflowId: null });
    const order = { ...ORDER, from: 'frames', start: fresh('a_1.jpg') } as const;
    const result = await prepare(fixture.page, { ...portsOf(fixture), uploaded }, order);
    expect(result.ok).toBe(true);
    expect([fixture.library.uploads, fixture.model.frames]).toEqual([[], [mediaId(7), null]]);
  });

  it('waits no longer for a file because a clip is being made', async () => {
    const { clock, result } = await prepared({ routes: [] }, { from: 'frames', start: fresh('a_1.jpg') });
    expect(result).toMatchObject({ fault: { type: 'askUserToDrop' } });
    expect(document.querySelector('flow-pending-tile')).not.toBeNull();
    expect(clock.now() - 1_000_000).toBeLessThan(60_000);
  });

  it('[L17] a switch leaves every upload to the user', async () => {
    const fixture = setupPage();
    const order = { ...ORDER, from: 'frames', start: { ...fresh('a_1.jpg'), file: null } } as const;
    const result = await prepare(fixture.page, portsOf(fixture), order);
    expect(result).toMatchObject({ ok: false, fault: { type: 'askUserToDrop' } });
    expect(fixture.library.uploads).toEqual([]);
  });

  it('[L17] consent to uploads is the user’s, and no second route goes around it', async () => {
    const { result, library: shown } = await prepared(
      { asksConsent: true },
      { from: 'frames', start: fresh('a_1.jpg') },
    );
    expect(result).toEqual({
      ok: false,
      fault: { type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] },
    });
    expect(shown.uploads).toEqual([]);
  });

  it('[L17] the first sign of distrust ends it', async () => {
    const fixture = setupPage();
    const uploaded: PicturePorts['uploaded'] = () =>
      Promise.resolve({ type: 'fault', fault: { type: 'Distrusted' } });
    const order = { ...ORDER, from: 'frames', start: fresh('a_1.jpg') } as const;
    const result = await prepare(fixture.page, { ...portsOf(fixture), uploaded }, order);
    expect(result).toEqual({ ok: false, fault: { type: 'fault', fault: { type: 'Distrusted' } } });
    expect(fixture.library.uploads.length).toBeLessThan(2);
  });

  it('[L19] one that the model refuses is told, not sent without', async () => {
    const { result } = await prepared(
      { from: 'ingredients', mostChips: 1, library },
      { from: 'ingredients', ingredients: [known(1), known(2)] },
    );
    expect(result).toMatchObject({
      ok: false,
      fault: { type: 'notHeld', what: 'pictures', found: 'refused' },
    });
  });
});
