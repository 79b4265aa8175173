import { familyInUse, offered } from './catalogue.ts';
import { button, el, fill, icon } from './dom.ts';
import { menu } from './menu.ts';
import { openOverlay, type Overlay } from './overlays.ts';
import type { Page } from './page-state.ts';
import { DEFAULT_SETTINGS, rememberSettings, type Settings } from './settings.ts';
import { settingsRows, summaryOf, type SettingsRow } from './settings-rows.ts';
import { later } from './timers.ts';
import { showChosen, toggles } from './toggles.ts';

const LATE_RESET_MS = 700;

function change(page: Page, part: Partial<Settings>): void {
  const settings = { ...page.store.get().settings, ...part };
  rememberSettings(settings);
  page.store.set({ settings });
}

/** After another model some pages put shape and length back, a good while later. */
function chooseModel(page: Page, family: string): void {
  const isImage = page.store.get().settings.mode === 'image';
  change(page, isImage ? { imageModel: family } : { videoModel: family });
  if (!page.switches.settingsResetLate) return;
  const { imageAspect, videoAspect, seconds } = DEFAULT_SETTINGS;
  later(LATE_RESET_MS, () => change(page, isImage ? { imageAspect } : { videoAspect, seconds }));
}

function modelButton(page: Page, settings: Settings): HTMLElement {
  const { say, switches } = page;
  const badge = settings.mode === 'image' ? '🍌 ' : '';
  const name = `${badge}${familyInUse(settings, switches)?.name ?? ''}`;
  const openMenu = () =>
    menu(
      offered(settings.mode, switches).map(({ family, name: label }) => ({
        ligature: settings.mode === 'video' ? 'volume_up' : null,
        text: settings.mode === 'video' ? label : `🍌 ${label}`,
        onPress: () => chooseModel(page, family),
      })),
    );
  return button(
    { class: 'model-select-trigger', 'aria-label': say('model'), 'aria-haspopup': 'menu' },
    openMenu,
    el('span', { class: 'model-select-trigger-content' }, name),
    icon('arrow_drop_down'),
  );
}

interface DrawnRow {
  readonly row: SettingsRow;
  readonly node: HTMLElement;
}

function drawRow(page: Page, row: SettingsRow): DrawnRow {
  const values = row.choices.map((choice, at) => ({ ...choice, value: at }));
  const choose = (at: number) => change(page, row.choices[at]?.value ?? {});
  return { row, node: toggles(page.say(row.label), values, row.chosen, choose) };
}

/** Keeps a row that offers the same as before, so that its marks come late; draws any other anew. */
function redraw(page: Page, drawn: readonly DrawnRow[], settings: Settings): readonly DrawnRow[] {
  return settingsRows(page, settings).map((row) => {
    const kept = drawn.find(
      (one) => one.row.label === row.label && JSON.stringify(one.row.choices) === JSON.stringify(row.choices),
    );
    if (kept === undefined) return drawRow(page, row);
    const values = row.choices.map((choice, at) => ({ ...choice, value: at }));
    if (kept.row.chosen !== row.chosen) showChosen(kept.node, values, row.chosen);
    return { row, node: kept.node };
  });
}

function openPane(page: Page, onClose: () => void): Overlay {
  const pane = el('flow-prompt-box-settings', {});
  let drawn: readonly DrawnRow[] = [];
  const stop = page.store.watch(
    ({ settings }) => settings,
    (settings) => {
      drawn = redraw(page, drawn, settings);
      fill(pane, ...drawn.map(({ node }) => node), modelButton(page, settings));
    },
  );
  const onClosed = () => {
    stop();
    onClose();
  };
  return openOverlay(pane, { hasBackdrop: true, onClose: onClosed });
}

/** The trigger says what is chosen; a second press closes what the first opened. */
export function settingsTrigger(page: Page): HTMLButtonElement {
  let overlay: Overlay | null = null;
  const toggle = () => {
    if (overlay?.isOpen() === true) overlay.close();
    else overlay = openPane(page, () => (overlay = null));
  };
  const summary = el('span', { class: 'settings-summary' });
  page.store.watch(
    ({ settings }) => settings,
    (settings) => {
      const [before, ligature, after] = summaryOf(page, settings);
      fill(summary, before, icon(ligature), after);
    },
  );
  const attributes = { class: 'settings-trigger-button', 'aria-label': page.say('settings') };
  return button(attributes, toggle, summary);
}
