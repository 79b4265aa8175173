import { agentBox, agentChip, hasChip } from './agent.ts';
import { openPicker } from './asset-picker.ts';
import { button, el, fill, icon } from './dom.ts';
import { ingredientBar } from './ingredient-bar.ts';
import { closesOverlays, type Overlay } from './overlays.ts';
import { isMobile, promptText, type Page, type PageState } from './page-state.ts';
import { promptEditor, type Editor } from './prompt-editor.ts';

import { priceLine, submitControls } from './start-button.ts';
import { pressStart } from './submit.ts';
import { later } from './timers.ts';
import { takePasted } from './upload-routes.ts';

/** So long after the first sign does the arrow wake up. */
const READY_MS = 100;

function editorOf(page: Page): Editor {
  const { say, store } = page;
  const editor = promptEditor({
    placeholder: say('placeholder'),
    label: say('editor'),
    onChange: (parts) => {
      store.set({ parts });
      later(READY_MS, () => store.set({ isReady: promptText(store.get().parts) !== '' }));
    },
    onMention: () => openPicker(page, 'mention'),
    onPictures: (files, event) => takePasted(page, files, event),
    onEnter: (event) => void pressStart(page, event),
  });
  store.watch(({ parts }) => parts, editor.show);
  closesOverlays(editor.root);
  return editor;
}

/** Opens the picker and closes it again; its icon says which. The mobile layout has a menu of its own. */
function addMenu(page: Page): HTMLElement {
  let overlay: Overlay | null = null;
  const sign = el('span', { class: 'add-menu-icon' }, icon('add'));
  const onClose = () => {
    overlay = null;
    fill(sign, icon('add'));
  };
  const toggle = () => {
    if (overlay !== null) return overlay.close();
    overlay = openPicker(page, 'chips', onClose);
    fill(sign, icon('close'));
  };
  const trigger = button({ class: 'add-menu-trigger', 'aria-label': page.say('add') }, toggle, sign);
  return el('flow-add-menu', {}, trigger);
}

function mobileMenu(page: Page): HTMLElement {
  const trigger = button(
    { class: 'mobile-add-trigger', 'aria-label': page.say('add') },
    () => undefined,
    icon('add'),
  );
  return el('div', { class: 'mobile-overlay' }, el('flow-mobile-add-menu', {}, trigger));
}

/** The add menu does not stand among frames, and is another one where the page is narrow. */
function addKind(page: Page, state: PageState): 'narrow' | 'wide' | 'none' {
  if (isMobile(state, page.switches)) return 'narrow';
  const { mode, subMode } = state.settings;
  return mode === 'image' || subMode === 'ingredients' ? 'wide' : 'none';
}

function clearButton({ say, store }: Page): HTMLElement {
  const clear = () => store.set({ parts: [], isReady: false, chips: [], frames: [null, null] });
  return button({ class: 'clear-button', 'aria-label': say('clear') }, clear, icon('close'));
}

function bottomControls(page: Page, chip: HTMLElement): HTMLElement {
  const controls = el('div', { class: 'bottom-controls' });
  const adds = { wide: addMenu(page), narrow: mobileMenu(page), none: null };
  const [clear, price, submit] = [clearButton(page), priceLine(page), submitControls(page)];
  page.store.watch(
    (state) => ({ kind: addKind(page, state), hasChip: hasChip(page, state) && !state.isAgent }),
    (shown) => fill(controls, adds[shown.kind], shown.hasChip ? chip : null, clear, price, submit),
  );
  return controls;
}

function baseBox(page: Page, chip: HTMLElement): HTMLElement {
  const bar = ingredientBar(page, (place) => openPicker(page, place));
  const field = el('div', { class: 'prosemirror-editor' }, editorOf(page).root);
  const editor = el('flow-rich-text-editor', { class: 'prompt-input' }, field);
  const row = el('div', { class: 'prompt-top-row' }, editor);
  const controls = bottomControls(page, chip);
  const captcha = el('textarea', {
    class: 'g-recaptcha-response',
    name: 'g-recaptcha-response',
    hidden: true,
  });
  const box = el('flow-base-prompt-box', {}, row, controls, captcha);
  page.store.watch(
    (state) => isMobile(state, page.switches),
    (mobile) => fill(box, mobile ? null : bar, row, controls, captcha),
  );
  return box;
}

/** All that an order is made with. Source: captures of the page, Sept–Oct 2026. */
export function composer(page: Page): HTMLElement {
  const chip = agentChip(page);
  const base = baseBox(page, chip);
  const agent = agentBox(page, chip);
  page.store.watch(
    ({ isAgent }) => isAgent,
    (isAgent) => {
      base.toggleAttribute('hidden', isAgent);
      agent.toggleAttribute('hidden', !isAgent);
    },
  );
  return el('flow-prompt-box', { class: 'prompt-box-container' }, base, agent);
}
