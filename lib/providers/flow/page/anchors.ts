import type { Way } from './find.ts';

/**
 * Everything that Retake knows of Flow's page: each anchor, the ways to it, and how often it must be there. Only custom
 * tags, structure, roles, ligatures and classes that are the same in every language and build; never visible words,
 * which follow the account's language, never hashed classes. Source: captures of the page, Sept–Oct 2026.
 */

/** How often an anchor must match while it is needed. */
export type Count = 'one' | 'at most one' | 'any';

/** When an anchor must be there. `sometimes`: the page is sound without it. */
export type Need = 'project' | 'composing' | 'settings' | 'picker' | 'sometimes';

/** One thing on the page that Retake knows. */
export interface Anchor {
  /** In order; the first that finds something is taken. */
  readonly ways: readonly Way[];
  readonly count: Count;
  readonly need: Need;
  /** Whether pressing it costs nothing and agrees to nothing: only such anchors can be pressed at all (L17). */
  readonly free?: true;
  /** Whether it counts while it is not drawn, as a control that only shows beneath the pointer. */
  readonly evenHidden?: true;
}

const COMPOSER = 'flow-base-prompt-box, .prompt-box-container';
const PANE = 'flow-prompt-box-settings';
const PICKER = 'flow-add-menu-popover-content';
const BAR = 'flow-ingredient-bar, .ingredient-bar-container';

function way(...path: readonly string[]): Way {
  return { path };
}

/** The registry. */
export const ANCHORS = {
  app: { ways: [way('aisandbox-root')], count: 'one', need: 'project' },
  projectPage: { ways: [way('flow-project-page')], count: 'one', need: 'project' },
  account: {
    ways: [way('.header-user-button'), way('a[href*="accounts.google.com/SignOutOptions"]')],
    count: 'one',
    need: 'project',
  },
  grid: {
    ways: [way('cdk-virtual-scroll-viewport.tiles-container'), way('.cdk-virtual-scrollable.page-container')],
    count: 'at most one',
    need: 'sometimes',
  },
  tile: {
    ways: [way('flow-grid-tile-container'), way('flow-tile-container')],
    count: 'any',
    need: 'sometimes',
  },
  tileMedia: { ways: [way('img[data-media-id]')], count: 'any', need: 'sometimes', free: true },
  tileTitle: { ways: [way('flow-grid-tile-container', '.footer-title')], count: 'any', need: 'sometimes' },
  pendingTile: { ways: [way('flow-pending-tile')], count: 'any', need: 'sometimes' },
  errorTile: { ways: [way('flow-error-tile'), way('.error-tile')], count: 'any', need: 'sometimes' },

  composer: {
    ways: [way('flow-base-prompt-box'), way('.prompt-box-container')],
    count: 'one',
    need: 'composing',
  },
  agentComposer: { ways: [way('flow-creative-agent-prompt-box')], count: 'at most one', need: 'sometimes' },
  ingredientBar: {
    ways: [way('flow-ingredient-bar'), way('.prompt-ingredient-bar'), way('.ingredient-bar-container')],
    count: 'one',
    need: 'composing',
  },
  frame: { ways: [way(BAR, '.frame-trigger')], count: 'any', need: 'sometimes' },
  emptyFrame: {
    ways: [way('.frame-trigger', 'button.empty-chip')],
    count: 'any',
    need: 'sometimes',
    free: true,
  },
  chip: {
    ways: [
      way(BAR, 'flow-image-ingredient-chip, flow-character-ingredient-chip'),
      way(BAR, 'button.chip-container'),
    ],
    count: 'any',
    need: 'sometimes',
  },
  chipPicture: { ways: [way(BAR, 'img.chip-image')], count: 'any', need: 'sometimes' },
  chipPending: {
    ways: [way(BAR, '.chip-placeholder'), way(BAR, 'button.chip-container[aria-busy="true"]')],
    count: 'any',
    need: 'sometimes',
  },
  chipRefused: { ways: [way(BAR, '.disabled-error-icon')], count: 'any', need: 'sometimes' },
  chipRemove: {
    ways: [way(BAR, '.hover-icon-overlay'), { path: [BAR, 'button.chip-container'], icons: ['cancel'] }],
    count: 'any',
    need: 'sometimes',
    free: true,
    evenHidden: true,
  },
  editor: {
    ways: [
      way(COMPOSER, 'flow-rich-text-editor', '.ProseMirror[contenteditable="true"]'),
      way(COMPOSER, '.prosemirror-editor', '[contenteditable="true"]'),
      way(COMPOSER, '.prompt-input', '[contenteditable="true"]'),
    ],
    count: 'one',
    need: 'composing',
    free: true,
  },
  placeholder: { ways: [way(COMPOSER, '.prosemirror-placeholder')], count: 'at most one', need: 'sometimes' },
  mention: { ways: [way(COMPOSER, '.mention-chip')], count: 'any', need: 'sometimes' },
  addMenu: {
    ways: [
      way('flow-add-menu', 'button.add-menu-trigger'),
      { path: ['flow-add-menu', 'button'], icons: ['add', 'close'] },
    ],
    count: 'at most one',
    need: 'sometimes',
    free: true,
  },
  agentChip: {
    ways: [way('button.agent-mode-chip'), way('flow-agent-mode-toggle-chip', 'button[aria-pressed]')],
    count: 'at most one',
    need: 'sometimes',
    free: true,
  },
  settingsTrigger: {
    ways: [
      way('button.settings-trigger-button'),
      { path: [COMPOSER, '.settings-summary'], closest: 'button' },
    ],
    count: 'one',
    need: 'composing',
    free: true,
  },
  settingsSummary: { ways: [way(COMPOSER, '.settings-summary')], count: 'one', need: 'composing' },
  // Never pressed: its place is needed for the mark beside it.
  start: {
    ways: [
      way('flow-generate-icon-button', 'button.generate-icon-button'),
      way('flow-generate-icon-button', 'button'),
      { path: [COMPOSER, '.submit-controls', 'button'], icons: ['arrow_forward'] },
    ],
    count: 'at most one',
    need: 'composing',
  },
  noCredits: { ways: [way('button.prompt-warning-button')], count: 'at most one', need: 'sometimes' },
  price: { ways: [way('a.credit-cost-link'), way('.credit-cost-link')], count: 'any', need: 'sometimes' },

  settingsPane: { ways: [way(PANE)], count: 'at most one', need: 'settings' },
  choice: {
    ways: [way(PANE, 'mat-button-toggle-group', 'button[role="radio"]'), way(PANE, 'button[role="radio"]')],
    count: 'any',
    need: 'settings',
    free: true,
  },
  modelTrigger: {
    ways: [
      { path: [PANE, '.model-select-trigger-content'], closest: 'button' },
      { path: [PANE, 'button'], icons: ['arrow_drop_down'] },
    ],
    count: 'one',
    need: 'settings',
    free: true,
  },
  modelName: { ways: [way(PANE, '.model-select-trigger-content')], count: 'one', need: 'settings' },
  modelItem: {
    ways: [
      way('.mat-mdc-menu-content', 'flow-menu-item', 'button[role="menuitem"]'),
      way('.mat-mdc-menu-content', '[role="menuitem"]'),
    ],
    count: 'any',
    need: 'sometimes',
    free: true,
  },

  picker: { ways: [way(PICKER)], count: 'at most one', need: 'picker' },
  pickerSearch: {
    ways: [way(PICKER, 'input.search-input'), way(PICKER, 'input[type="search"], input[type="text"]')],
    count: 'one',
    need: 'picker',
  },
  // The first is All; the picker keeps the last one used.
  pickerTab: { ways: [way(PICKER, '[role="tab"]')], count: 'any', need: 'picker', free: true },
  pickerRow: {
    ways: [way(PICKER, 'button.asset-item'), way(PICKER, '[role="option"]')],
    count: 'any',
    need: 'sometimes',
    free: true,
  },
  pickerRowTitle: { ways: [way(PICKER, '.asset-title')], count: 'any', need: 'sometimes' },
  pickerAdd: {
    ways: [way(PICKER, 'button.detail-add-to-prompt-btn')],
    count: 'at most one',
    need: 'sometimes',
    free: true,
  },
  pickerUpload: {
    ways: [way(PICKER, 'button.sidebar-upload-button')],
    count: 'at most one',
    need: 'sometimes',
    free: true,
  },
  fileInput: { ways: [way('input[type="file"]')], count: 'any', need: 'sometimes', evenHidden: true },

  backdrop: { ways: [way('.cdk-overlay-backdrop-showing')], count: 'any', need: 'sometimes', free: true },
  dialog: { ways: [way('mat-dialog-container'), way('[role="dialog"]')], count: 'any', need: 'sometimes' },
  dialogClose: {
    ways: [
      { path: ['mat-dialog-container', 'button'], icons: ['close'] },
      { path: ['[role="dialog"]', 'button'], icons: ['close'] },
    ],
    count: 'at most one',
    need: 'sometimes',
    free: true,
  },
  consentDialog: {
    ways: [way('flow-upload-consent-dialog'), way('mat-dialog-actions', '.agree-actions-group')],
    count: 'at most one',
    need: 'sometimes',
  },
  cookieBar: {
    ways: [way('#glue-cookie-notification-bar-1'), way('.glue-cookie-notification-bar')],
    count: 'at most one',
    need: 'sometimes',
  },
  agentPermission: { ways: [way('flow-permission-message')], count: 'at most one', need: 'sometimes' },
  mobileOverlay: {
    ways: [way('.mobile-overlay'), way('flow-mobile-add-menu')],
    count: 'any',
    need: 'sometimes',
    evenHidden: true,
  },
} as const satisfies Readonly<Record<string, Anchor>>;

/** The name of an anchor. */
export type AnchorName = keyof typeof ANCHORS;

/** The name of an anchor that may be pressed. */
export type FreeAnchor = {
  [Name in AnchorName]: (typeof ANCHORS)[Name] extends { readonly free: true } ? Name : never;
}[AnchorName];

/** Every name, for the self-check and the tests. */
export const ANCHOR_NAMES = Object.keys(ANCHORS) as readonly AnchorName[];
