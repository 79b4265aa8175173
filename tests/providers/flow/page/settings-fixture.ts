import { backdrop, h, icon, pressable } from './element-fixture.ts';
import type { Parts } from './page-model-fixture.ts';

type Setting = 'mode' | 'from' | 'aspect' | 'resolution' | 'lengthS' | 'count';

/** `aria-checked` follows a press about half a second later. */
const LATE_MS = 500;

/** Gives the trigger its pane, with rows that depend on the mode, and the menu of models. */
export function addSettings(parts: Parts, trigger: HTMLElement, editor: HTMLElement): void {
  const { overlay, options } = parts;
  let leftover: HTMLElement | null = null;
  const isOpen = (): boolean => overlay.querySelector('flow-prompt-box-settings') !== null;
  const close = (): void => {
    if (!isOpen()) return;
    overlay.replaceChildren();
    if (!options.leavesBackdrop) return;
    leftover = backdrop();
    overlay.append(leftover);
  };
  const open = (): void => {
    overlay.replaceChildren(
      pressable(backdrop(), close),
      h('div.cdk-overlay-pane', {}, h('flow-prompt-box-settings', {}, ...rowsOf(parts))),
    );
  };
  pressable(trigger, () => (isOpen() ? close() : open()));
  pressable(editor, close);
  let eats = options.eatsFirstPress;
  document.addEventListener(
    'click',
    (event) => {
      if (eats) event.stopPropagation();
      eats = false;
      if (leftover === null || !leftover.isConnected) return;
      event.stopPropagation();
      leftover.remove();
      leftover = null;
    },
    { capture: true },
  );
}

function rowsOf(parts: Parts): readonly HTMLElement[] {
  const { model, options } = parts;
  const row = (
    setting: Setting,
    buttons: ReadonlyArray<readonly [value: string, words: string, ligature?: string]>,
  ) => rowOf(parts, setting, buttons);
  const aspects: ReadonlyArray<readonly [string, string, string]> = [
    ['16:9', '16:9', 'crop_16_9'],
    ['9:16', '9:16', 'crop_9_16'],
    ...(model.mode === 'image' ? ([['1:1', '1:1', 'crop_square']] as const) : []),
  ];
  const lengths = options.lengths.map((words) => [String(Number.parseInt(words, 10)), words] as const);
  const video = [
    row('from', [
      ['frames', 'Khung hình', 'crop_free'],
      ['ingredients', 'Thành phần', 'chrome_extension'],
    ]),
    row('resolution', [
      ['360p', '360p'],
      ['720p', '720p'],
    ]),
    ...(lengths.length > 0 ? [row('lengthS', lengths)] : []),
  ];
  return [
    row('mode', [
      ['image', 'Hình ảnh', 'image'],
      ['video', 'Video', 'videocam'],
    ]),
    row('aspect', aspects),
    ...(model.mode === 'video' ? video : []),
    row(
      'count',
      ['1', '2', '3', '4'].map((count) => [count, `x${count}`] as const),
    ),
    modelTrigger(parts),
  ];
}

function rowOf(
  parts: Parts,
  setting: Setting,
  buttons: ReadonlyArray<readonly [value: string, words: string, ligature?: string]>,
): HTMLElement {
  const { model, options } = parts;
  let isLost = options.losesPress;
  const radios = buttons.map(([value, words, ligature]) => {
    const content = [...(ligature === undefined ? [] : [icon(ligature)]), h('span.toggle-text', {}, words)];
    const radio = h(
      'button',
      { type: 'button', role: 'radio', 'aria-checked': String(model[setting] === value) },
      ...content,
    );
    const isLocked = options.lengths.includes(words) && words.endsWith('*');
    radio.toggleAttribute('disabled', isLocked);
    return pressable(radio, () => {
      if (isLost) {
        isLost = false;
        return;
      }
      if (isLocked) return;
      Object.assign(model, { [setting]: value });
      model.writes.push(setting);
      refreshLater(parts);
    });
  });
  const group = h('mat-button-toggle-group', {}, ...radios.map((radio) => h('mat-button-toggle', {}, radio)));
  return options.isVariant ? h('div', {}, ...radios) : h('flow-toggles', { 'aria-label': setting }, group);
}

function modelTrigger(parts: Parts): HTMLElement {
  const { model, options } = parts;
  const name = options.isVariant
    ? [model.model]
    : [h('span.model-select-trigger-content', {}, icon('volume_up'), model.model)];
  const trigger = h('button', { type: 'button' }, ...name, icon('arrow_drop_down'));
  return pressable(trigger, () => openModels(parts));
}

function openModels(parts: Parts): void {
  const { overlay, options, model, clock, redraw } = parts;
  const shade = backdrop();
  const close = (): void => {
    shade.remove();
    menu.remove();
  };
  const items = options.models.map((name) => {
    const description = h('span.description', {}, 'Best for first tries, 4 s');
    const item = h('button', { role: 'menuitem' }, icon('volume_up'), h('span', {}, name), description);
    return pressable(item, () => {
      model.model = name;
      model.writes.push('model');
      close();
      refreshLater(parts);
      if (options.resetsAfterMs !== null)
        clock.after(options.resetsAfterMs, () => {
          Object.assign(model, { aspect: '16:9', lengthS: '8' });
          refreshLater(parts);
          redraw();
        });
    });
  });
  const list = items.map((item) => (options.isVariant ? item : h('flow-menu-item', {}, item)));
  const menu = h('div.cdk-overlay-pane', {}, h('div.mat-mdc-menu-content', {}, ...list));
  overlay.append(pressable(shade, close), menu);
}

function refreshLater(parts: Parts): void {
  parts.clock.after(LATE_MS, () => {
    const pane = parts.overlay.querySelector('flow-prompt-box-settings');
    pane?.replaceChildren(...rowsOf(parts));
    parts.redraw();
  });
}
