// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  ANCHOR_NAMES,
  ANCHORS,
  type Anchor,
  type AnchorName,
} from '../../../../lib/providers/flow/page/anchors.ts';
import { checkPage } from '../../../../lib/providers/flow/page/check-page.ts';
import { findAll, followWay } from '../../../../lib/providers/flow/page/find.ts';
import { lookFor } from '../../../../lib/providers/flow/page/look-for.ts';
import { backdrop, drift, h, icon } from './element-fixture.ts';
import { consentDialog } from './library-fixture.ts';
import { setupPage } from './page-fixture.ts';
import { mediaId, type PageOptions } from './page-model-fixture.ts';

/** A page on which an anchor is to be seen, and how often. */
interface Proof {
  readonly options?: Partial<PageOptions>;
  readonly open?: 'settings' | 'models' | 'picker' | 'upload';
  /** Stands over the page. */
  readonly over?: () => Element;
  readonly matches: number;
}

const withChips = { from: 'ingredients', chips: [mediaId(1), mediaId(2)], mostChips: 1 } as const;
const library = [
  { title: 'a.jpg', mediaId: mediaId(1) },
  { title: 'b.jpg', mediaId: mediaId(2) },
];
const inPicker = { options: { ...withChips, library }, open: 'picker' } as const;
const promo = (): Element => h('mat-dialog-container', { role: 'dialog' }, h('button', {}, icon('close')));
const pendingChip = (): Element =>
  h(
    'flow-ingredient-bar',
    {},
    h('button.chip-container', { 'aria-busy': 'true' }, h('div.chip-placeholder', {})),
  );
const mention = (): Element =>
  h('div.prompt-box-container', {}, h('span.mention-chip', { 'data-mention-id': 'x' }));

const PROOFS: Readonly<Record<AnchorName, Proof>> = {
  app: { matches: 1 },
  projectPage: { matches: 1 },
  account: { matches: 1 },
  grid: { matches: 1 },
  tile: { matches: 3 },
  tileMedia: { matches: 3 },
  tileTitle: { matches: 3 },
  pendingTile: { matches: 1 },
  errorTile: { matches: 1 },
  composer: { matches: 1 },
  agentComposer: { options: { agent: 'on' }, matches: 1 },
  ingredientBar: { matches: 1 },
  frame: { matches: 2 },
  emptyFrame: { options: { frames: [mediaId(1), null] }, matches: 1 },
  chip: { options: withChips, matches: 2 },
  chipPicture: { options: withChips, matches: 2 },
  chipPending: { over: pendingChip, matches: 1 },
  chipRefused: { options: withChips, matches: 1 },
  chipRemove: { options: withChips, matches: 2 },
  editor: { matches: 1 },
  placeholder: { matches: 1 },
  mention: { over: mention, matches: 1 },
  addMenu: { matches: 1 },
  agentChip: { matches: 1 },
  settingsTrigger: { matches: 1 },
  settingsSummary: { matches: 1 },
  start: { matches: 1 },
  noCredits: { options: { hasCredits: false }, matches: 1 },
  price: { matches: 1 },
  settingsPane: { open: 'settings', matches: 1 },
  choice: { open: 'settings', matches: 16 },
  modelTrigger: { open: 'settings', matches: 1 },
  modelName: { open: 'settings', matches: 1 },
  modelItem: { open: 'models', matches: 3 },
  picker: { ...inPicker, matches: 1 },
  pickerSearch: { ...inPicker, matches: 1 },
  pickerTab: { ...inPicker, matches: 1 },
  pickerRow: { ...inPicker, matches: 2 },
  pickerRowTitle: { ...inPicker, matches: 2 },
  pickerAdd: { ...inPicker, matches: 1 },
  pickerUpload: { ...inPicker, matches: 1 },
  fileInput: { ...inPicker, open: 'upload', matches: 1 },
  backdrop: { open: 'settings', matches: 1 },
  dialog: { over: promo, matches: 1 },
  dialogClose: { over: promo, matches: 1 },
  consentDialog: { over: () => consentDialog(() => undefined), matches: 1 },
  cookieBar: {
    over: () => h('div.glue-cookie-notification-bar', { id: 'glue-cookie-notification-bar-1' }),
    matches: 1,
  },
  agentPermission: {
    over: () => h('flow-permission-message', {}, h('div.option-row', { role: 'radio' })),
    matches: 1,
  },
  mobileOverlay: { options: { isNarrow: true }, matches: 1 },
};

/** Sets a page up and opens what the anchor stands in; plain clicks, since only the finding is tried here. */
function show({ options = {}, open, over }: Proof, more: Partial<PageOptions> = {}): void {
  setupPage({ ...options, ...more });
  const pressIn = (selector: string): void => {
    const [found] = findAll(document, selector);
    if (found instanceof HTMLElement) found.click();
  };
  if (open === 'settings' || open === 'models')
    findAll(document, '.settings-summary')[0]?.closest('button')?.click();
  if (open === 'models')
    [...document.querySelectorAll('button')]
      .findLast(({ textContent }) => textContent.includes('arrow_drop_down'))
      ?.click();
  if (open === 'picker' || open === 'upload') pressIn('flow-add-menu button');
  if (open === 'upload') pressIn('.sidebar-upload-button');
  if (over !== undefined) document.body.append(over());
}

/** Structures that no page of ours has as a whole, for the ways that they prove. */
const ALONE: Partial<Record<`${AnchorName} ${number}`, () => Element>> = {
  'ingredientBar 1': () => h('div.prompt-ingredient-bar', {}),
  'editor 2': () =>
    h('div.prompt-box-container', {}, h('div.prompt-input', {}, h('div', { contenteditable: 'true' }))),
  'dialog 1': () => h('div', { role: 'dialog' }),
  'dialogClose 1': () => h('div', { role: 'dialog' }, h('button', {}, icon('close'))),
  'start 1': () => h('flow-generate-icon-button', {}, h('button', {})),
  'cookieBar 1': () => h('div.glue-cookie-notification-bar', {}),
  'mobileOverlay 1': () => h('flow-mobile-add-menu', {}),
  'backdrop 0': backdrop,
};

describe.each(ANCHOR_NAMES)('the anchor %s', (name) => {
  const proof = PROOFS[name];
  const { ways }: Anchor = ANCHORS[name];

  it('is found as often as it is there, by its first way', () => {
    show(proof);
    expect(lookFor(document, name)).toMatchObject({ way: 0, elements: { length: proof.matches } });
  });

  it('is not found once the page calls it otherwise', () => {
    show(proof);
    ways.forEach(() => lookFor(document, name).elements.forEach(drift));
    expect(lookFor(document, name)).toEqual({ elements: [], way: null });
  });

  it.each(ways.map((way, at) => [at, way] as const))(
    'is found by way %i alone in a build that has it',
    (at, way) => {
      const alone = ALONE[`${name} ${at}`];
      const seen = [{}, { isVariant: true }].map((more) => {
        show(proof, more);
        return followWay(document, way).length;
      });
      if (alone !== undefined) document.body.append(alone());
      expect(Math.max(...seen, followWay(document, way).length)).toBeGreaterThan(0);
    },
  );
});

describe('the registry', () => {
  it('holds no visible words and no hashed classes', () => {
    const ways: readonly Anchor[] = ANCHOR_NAMES.map((name) => ANCHORS[name]);
    const text = ways.flatMap((anchor) => anchor.ways.flatMap(({ path }) => path)).join('\n');
    expect(text).not.toMatch(
      /aria-label|title=|placeholder=|:has-text|ng-tns|_ngcontent|\.[a-z]{2,3}\d\w*\b/,
    );
  });

  it('does not count what is hidden, but for what only shows beneath the pointer', () => {
    setupPage({ agent: 'on', from: 'ingredients', chips: [mediaId(1)] });
    expect(lookFor(document, 'settingsTrigger').elements).toEqual([]);
    expect(lookFor(document, 'chipRemove').elements).toHaveLength(1);
  });

  it('finds all of a sound page, in open shadow roots too, and in a build with the second names', () => {
    for (const more of [{}, { hasShadow: true }, { isVariant: true }]) {
      setupPage({ prompt: 'a fox', ...more });
      const check = checkPage(document, { isObserverAlive: true, resources: [] });
      expect(check.anchors.filter(({ result }) => result === 'missing' || result === 'tooMany')).toEqual([]);
    }
  });

  it.each(ANCHOR_NAMES.filter((name) => ANCHORS[name].need === 'composing'))(
    'the self-check names %s where the page lost it',
    (name) => {
      show(PROOFS[name]);
      ANCHORS[name].ways.forEach(() => lookFor(document, name).elements.forEach(drift));
      const check = checkPage(document, { isObserverAlive: true, resources: [] });
      expect(check.isSound).toBe(false);
      expect(check.anchors.find((anchor) => anchor.name === name)?.result).toBe('missing');
    },
  );
});
