// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { look, readPlace } from '../../../../lib/providers/flow/page/look.ts';
import {
  factsOfObstacle,
  obstaclesIn,
  type Obstacle,
} from '../../../../lib/providers/flow/page/obstacles.ts';
import { backdrop, drift, h, icon } from './element-fixture.ts';
import { consentDialog } from './library-fixture.ts';
import { setupPage } from './page-fixture.ts';
import { mediaId, PROJECT, type PageOptions } from './page-model-fixture.ts';

describe('where the tab is', () => {
  it.each([
    [`/project/${PROJECT}`, { type: 'project', projectId: PROJECT }],
    [`/u/5/project/${PROJECT}/`, { type: 'project', projectId: PROJECT }],
    [`/project/${PROJECT}/edit/${mediaId(1)}`, { type: 'insideProject', projectId: PROJECT }],
    [`/project/${PROJECT}/scene/s1`, { type: 'insideProject', projectId: PROJECT }],
    ['/', { type: 'gallery' }],
    ['/u/1/', { type: 'gallery' }],
    ['/about', { type: 'about' }],
    ['/unavailable', { type: 'unavailable' }],
    ['/unsupported-country', { type: 'unsupportedCountry' }],
    ['/project/none', { type: 'elsewhere' }],
  ])('%s', (path, place) => {
    expect(readPlace(path)).toEqual(place);
  });
});

describe('what the composer holds', () => {
  it('is read in any language: prompt, settings, frames and price', () => {
    const { clock, page } = setupPage({ prompt: 'a red fox', frames: [mediaId(4), null] });
    const state = look(document);
    expect(state).toMatchObject({
      isSignedIn: true,
      agent: 'off',
      layout: 'wide',
      covers: [],
      missing: [],
    });
    expect(state.composer).toMatchObject({
      prompt: 'a red fox',
      price: 10,
      summary: { aspect: '16:9', lengthS: 6, resolution: '720p', count: 1 },
      frames: [{ id: mediaId(4), state: 'ready' }, null],
      ingredients: [],
      start: 'disabled',
    });
    return clock.sleep(200, page.signal).then(() => expect(look(document).composer?.start).toBe('ready'));
  });

  it('counts chips by their ids, and never the placeholder as a prompt', () => {
    setupPage({ from: 'ingredients', chips: [mediaId(1), mediaId(2)], mostChips: 1 });
    const { composer } = look(document);
    expect(composer?.prompt).toBe('');
    expect(composer?.frames).toEqual([]);
    expect(composer?.ingredients).toEqual([
      { id: mediaId(1), state: 'ready' },
      { id: mediaId(2), state: 'refused' },
    ]);
  });

  it.each([
    ['Generating will use 1,050 credits', 1050],
    ['Wird 1.050 Credits verbrauchen', 1050],
    ['10크레딧', 10],
    ['Miễn phí', null],
    [null, null],
  ])('reads the price line “%s” as %s', (price, credits) => {
    setupPage({ price });
    expect(look(document).composer?.price).toBe(credits);
  });

  it('a chip whose picture is on its way is pending, and none that was asked for', () => {
    setupPage({ from: 'ingredients', chips: [mediaId(1)] });
    document.querySelector('.chip-container')?.setAttribute('aria-busy', 'true');
    expect(look(document).composer?.ingredients).toEqual([{ id: mediaId(1), state: 'pending' }]);
    document.querySelector('.chip-container')?.replaceChildren(h('div.chip-placeholder', {}));
    expect(look(document).composer?.ingredients).toEqual([{ id: null, state: 'pending' }]);
  });

  it('is null beside the agent’s composer, which has an editor of its own', () => {
    setupPage({ agent: 'on', prompt: 'a red fox' });
    expect(look(document)).toMatchObject({ composer: null, layout: 'unknown' });
  });

  it('is read through open shadow roots', () => {
    setupPage({ prompt: 'a red fox', hasShadow: true, frames: [mediaId(4), null] });
    expect(look(document).composer).toMatchObject({
      prompt: 'a red fox',
      frames: [{ id: mediaId(4) }, null],
    });
  });
});

/** A page, what stands over it, and the obstacles that it makes. */
const CASES: ReadonlyArray<
  readonly [what: string, options: Partial<PageOptions>, change: () => void, expected: readonly Obstacle[]]
> = [
  ['a page that is ready', {}, () => undefined, []],
  ['the front page, signed out', {}, signedOut, [{ type: 'SignedOut' }]],
  ['the front page, signed in', {}, () => goTo('/about'), [{ type: 'NotLetIn' }]],
  ['a country without Flow', {}, () => goTo('/unsupported-country'), [{ type: 'UnsupportedCountry' }]],
  ['the gallery', {}, () => goTo('/'), [{ type: 'NoProject' }]],
  [
    'one tile open',
    {},
    () => goTo(`/project/${PROJECT}/edit/x`),
    [{ type: 'ProjectCovered', projectId: PROJECT }],
  ],
  [
    'another project',
    {},
    () => goTo(`/project/${mediaId(9)}`),
    [{ type: 'OtherProject', projectId: mediaId(9) }],
  ],
  ['agent mode', { agent: 'on' }, () => undefined, [{ type: 'AgentMode' }]],
  ['an account with the agent only', { agent: 'only' }, () => undefined, [{ type: 'AgentOnly' }]],
  ['the mobile layout', { isNarrow: true }, () => undefined, [{ type: 'TooNarrow', innerWidth: 1024 }]],
  ['no credits', { hasCredits: false }, () => undefined, [{ type: 'NoCredits' }]],
  ['the rights dialog', {}, () => cover(consentDialog(() => undefined)), [{ type: 'ConsentAsked' }]],
  [
    'a cookie bar',
    {},
    () => cover(h('div', { id: 'glue-cookie-notification-bar-1' })),
    [{ type: 'CookiesAsked' }],
  ],
  [
    'a question of the agent',
    {},
    () => cover(h('flow-permission-message', {})),
    [{ type: 'PermissionAsked' }],
  ],
  [
    'what is new',
    {},
    () => cover(h('mat-dialog-container', { role: 'dialog' }, icon('close'))),
    [{ type: 'DialogOpen' }],
  ],
  ['a backdrop that was left', {}, () => cover(backdrop()), [{ type: 'BackdropLeft' }]],
  [
    'a page that changed',
    {},
    () => document.querySelectorAll('.ProseMirror').forEach(drift),
    [{ type: 'PageChanged', missing: ['editor'] }],
  ],
];

function goTo(path: string): void {
  history.pushState(null, '', path);
}
function signedOut(): void {
  goTo('/about');
  document.querySelectorAll('.header-user-button').forEach((badge) => badge.remove());
}
function cover(element: Element): void {
  document.body.append(element);
}

describe('what stands in the way', () => {
  it.each(CASES)('%s', (_what, options, change, expected) => {
    setupPage(options);
    change();
    const obstacles = obstaclesIn(look(document), PROJECT);
    expect(obstacles).toEqual(expected);
    for (const obstacle of obstacles) expect(['hold', 'question']).toContain(factsOfObstacle(obstacle).asks);
  });

  it('a hidden tab comes with whatever else there is', () => {
    setupPage({ agent: 'on' });
    const obstacles = obstaclesIn({ ...look(document), isVisible: false }, null);
    expect(obstacles.map(({ type }) => type)).toEqual(['TabHidden', 'AgentMode']);
  });

  it('the open settings pane is no dialog and no backdrop', () => {
    setupPage();
    document.querySelector<HTMLElement>('.settings-trigger-button')?.click();
    expect(look(document).covers).toEqual([]);
  });
});
