import { vi } from 'vitest';
import type { FlowPage } from '../../../../lib/providers/flow/page/flow-page.ts';
import { createClock } from './clock-fixture.ts';
import { footerOf, h, icon, pressable } from './element-fixture.ts';
import { addLibrary } from './library-fixture.ts';
import { mediaId, PROJECT, type PageModel, type PageOptions, type Parts } from './page-model-fixture.ts';
import { addSettings } from './settings-fixture.ts';

/**
 * A small Flow page, written from what captures of Sept–Oct 2026 tell: the tree of a project, and the ways in which it
 * is late, forgetful and in the way. The replica in a real browser is another matter; this one is for the driver alone.
 */

const DEFAULTS: PageOptions = {
  mode: 'video',
  from: 'frames',
  model: 'Omni 1.1 Flash',
  models: ['Omni 1.1 Flash', 'Veo 3.1 - Lite', 'Veo 3.1 - Fast'],
  aspect: '16:9',
  lengthS: '6',
  lengths: ['4 giây', '6 giây', '8 giây', '10 giây'],
  prompt: '',
  agent: 'off',
  isNarrow: false,
  leavesBackdrop: false,
  resetsAfterMs: null,
  eatsFirstPress: false,
  losesPress: false,
  price: 'Quá trình tạo sẽ dùng 10 tín dụng',
  hasCredits: true,
  chips: [],
  frames: [null, null],
  routes: ['input', 'drop', 'paste'],
  pastesIntoFrames: false,
  asksConsent: false,
  library: [],
  hidesUploads: 0,
  mostChips: 7,
  hasShadow: false,
  isVariant: false,
};

export interface Fixture extends Parts {
  readonly page: FlowPage;
  readonly end: () => void;
  readonly editor: HTMLElement;
}

/** Puts a Flow page into the simulated browser, and what simulated browsers lack. */
export function setupPage(given: Partial<PageOptions> = {}): Fixture {
  const options = { ...DEFAULTS, ...given };
  const clock = createClock();
  const ended = new AbortController();
  document.body.replaceChildren();
  document.querySelectorAll('retake-mark').forEach((mark) => mark.remove());
  history.pushState(null, '', `/project/${PROJECT}`);
  const model = modelOf(options);
  const overlay = h('div.cdk-overlay-container', {});
  const bar = h(
    options.isVariant ? 'div.ingredient-bar-container' : 'flow-ingredient-bar.prompt-ingredient-bar',
    {},
  );
  const summary = h('span.settings-summary', {});
  const start = startButton(options, model);
  const redraw = (): void => {
    summary.replaceChildren(...summaryOf(model));
    bar.replaceChildren(...barOf(parts));
    // ProseMirror enables Start about 100 ms after it took a text; text that is only in the page does nothing.
    clock.after(100, () => start.toggleAttribute('disabled', model.prompt.trim() === ''));
  };
  const library = addLibrary({ options, clock, model, overlay, redraw: () => redraw() });
  const parts: Parts = { options, clock, model, overlay, library, redraw };
  const editor = editorOf(parts);
  const trigger = options.isVariant
    ? h('button', { type: 'button' }, summary)
    : h('button.settings-trigger-button', {}, summary);
  trigger.toggleAttribute('hidden', options.agent !== 'off');
  addSettings(parts, trigger, editor);
  const composer = composerOf(parts, { bar, editor, trigger, start });
  document.body.append(
    h('aisandbox-root', {}, h('flow-project-page', {}, headerOf(options), gridOf(parts), composer)),
    overlay,
  );
  if (options.hasShadow) putIntoShadow('flow-base-prompt-box', 'flow-rich-text-editor');
  library.listen(editor);
  redraw();
  standIn(parts, editor);
  const page = { document, now: clock.now, sleep: clock.sleep, signal: ended.signal };
  return { ...parts, page, end: () => ended.abort(), editor };
}

function modelOf(options: PageOptions): PageModel {
  const { mode, from, model, aspect, lengthS, prompt, chips, frames } = options;
  const rest = { resolution: '720p', count: '1', sent: 0, writes: [], asked: [] };
  return { mode, from, model, aspect, lengthS, prompt, chips: [...chips], frames: [...frames], ...rest };
}

function headerOf({ isVariant }: PageOptions): HTMLElement {
  const account = isVariant
    ? h('a', { href: 'https://accounts.google.com/SignOutOptions?x=1' }, 'Account')
    : h('div.header-user-button.has-tier', {}, 'PRO');
  const title = h('input.editable-text-input', { 'aria-label': 'Editable text', value: 'Nov 20' });
  return h('flow-tile-view-header', {}, h('header.header-base', {}, title, account));
}

function gridOf({ model, options, clock }: Omit<Parts, 'library' | 'redraw' | 'overlay'>): HTMLElement {
  const tiles = [1, 2, 3].map((at) => {
    const media = h('img.thumbnail', { 'data-media-id': mediaId(at), src: `/asb/t${at}=s512-rw` });
    media.addEventListener('mouseenter', () => clock.after(800, () => model.asked.push(mediaId(at))));
    const footer = footerOf(`Clip ${at}`);
    return h(
      'flow-grid-tile-container',
      {},
      h('flow-tile-container', {}, h('flow-video-tile', {}, media), footer),
    );
  });
  const pending = h('flow-pending-tile.queued', {}, h('div.loading-percentage', {}, '12%'));
  const retry = pressable(h('button', {}, icon('refresh'), 'Retry'), () => model.sent++);
  const failed = options.isVariant ? 'div' : 'flow-error-tile';
  const error = h(
    failed,
    {},
    h('div.error-tile', {}, icon('warning'), h('div.error-title', {}, 'Failed'), retry),
  );
  const grid = options.isVariant
    ? 'div.cdk-virtual-scrollable.page-container'
    : 'cdk-virtual-scroll-viewport.tiles-container';
  return h(grid, {}, ...tiles, pending, error);
}

interface Controls {
  readonly bar: HTMLElement;
  readonly editor: HTMLElement;
  readonly trigger: HTMLElement;
  readonly start: HTMLElement;
}

function composerOf(parts: Parts, { bar, editor, trigger, start }: Controls): HTMLElement {
  const { options, model, library } = parts;
  const isVariant = options.isVariant;
  const add = h(isVariant ? 'button' : 'button.add-menu-trigger', { type: 'button' }, icon('add'));
  pressable(add, () => library.toggle('ingredient'));
  const chip = h(isVariant ? 'button' : 'button.agent-mode-chip', {
    'aria-pressed': String(options.agent === 'on'),
  });
  pressable(chip, () => {
    chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
    trigger.toggleAttribute('hidden', chip.getAttribute('aria-pressed') === 'true');
  });
  const warning = pressable(
    h('button.prompt-warning-button', {}, 'Insufficient credits'),
    () => model.sent++,
  );
  const submit = isVariant ? h('div', {}, start) : h('flow-generate-icon-button', {}, start);
  const price =
    options.price === null
      ? []
      : [h(isVariant ? 'span.credit-cost-link' : 'a.credit-cost-link', {}, options.price)];
  const box = h(
    isVariant ? 'div.prompt-box-container' : 'flow-base-prompt-box',
    {},
    ...(options.isNarrow ? [] : [bar]),
    h('div.prompt-top-row', {}, editorAround(isVariant, editor)),
    h(
      'div.bottom-controls',
      {},
      h('flow-add-menu', {}, add),
      ...(options.agent === 'only' ? [] : [h('flow-agent-mode-toggle-chip', {}, chip)]),
      h('div.submit-controls', {}, trigger, options.hasCredits ? submit : warning),
      ...price,
    ),
  );
  const agent = options.agent === 'off' ? [] : [h('flow-creative-agent-prompt-box', {}, 'Ask the agent')];
  const mobile = options.isNarrow ? [h('div.mobile-overlay', {}, h('flow-mobile-add-menu', {}))] : [];
  if (options.agent === 'only') return h('div', {}, ...agent);
  return isVariant
    ? h('div', {}, box, ...agent)
    : h('flow-prompt-box.prompt-box-container', {}, box, ...agent, ...mobile);
}

function editorAround(isVariant: boolean, editor: HTMLElement): HTMLElement {
  return isVariant
    ? h('div.prosemirror-editor', {}, editor)
    : h('flow-rich-text-editor.prompt-input', {}, h('div.prosemirror-editor', {}, editor));
}

function startButton({ isVariant }: PageOptions, model: PageModel): HTMLElement {
  const start = h(
    isVariant ? 'button' : 'button.generate-icon-button',
    { type: 'submit', disabled: '' },
    icon('arrow_forward'),
  );
  return pressable(start, () => model.sent++);
}

function editorOf({ model }: Parts): HTMLElement {
  const editor = h('div.ProseMirror', { contenteditable: 'true', translate: 'no', tabindex: '0' });
  drawEditor(editor, model.prompt);
  return editor;
}

function drawEditor(editor: HTMLElement, prompt: string): void {
  const placeholder = h('span.prosemirror-placeholder', {}, 'What do you want to create?');
  editor.replaceChildren(h('p', {}, prompt), ...(prompt === '' ? [placeholder] : []));
}

function summaryOf({
  mode,
  model,
  aspect,
  resolution,
  lengthS,
  count,
}: PageModel): readonly (Node | string)[] {
  const ligature =
    { '16:9': 'crop_16_9', '9:16': 'crop_9_16', '1:1': 'crop_square' }[aspect] ?? 'crop_landscape';
  const words = mode === 'video' ? `Video · ${resolution} · ${lengthS} giây ` : `🍌 ${model} `;
  return [words, icon(ligature), ` x${count}`];
}

function barOf({ model, library, options, redraw, clock }: Parts): readonly HTMLElement[] {
  const take = (remove: () => void) => () => {
    model.writes.push('chip');
    clock.after(200, () => {
      remove();
      redraw();
    });
  };
  if (model.mode === 'video' && model.from === 'frames') {
    return model.frames.map((id, at) => {
      const empty = pressable(h('button.empty-chip', {}, icon('add')), () =>
        library.toggle(at === 0 ? 'start' : 'end'),
      );
      const remove = take(() => (model.frames[at] = null));
      return h('div.frame-trigger', {}, id === null ? empty : chipOf(id, 'ready', options, remove));
    });
  }
  return model.chips.map((id, at) => {
    const state = at >= options.mostChips ? 'refused' : 'ready';
    return chipOf(
      id,
      state,
      options,
      take(() => model.chips.splice(model.chips.indexOf(id), 1)),
    );
  });
}

function chipOf(
  id: string,
  state: 'ready' | 'refused',
  { isVariant }: PageOptions,
  remove: () => void,
): HTMLElement {
  const picture = h('img.chip-image', {
    src: `https://flow-content.google/image/${id}?Expires=1&Signature=s`,
  });
  const overlay = h(
    isVariant ? 'div' : 'div.hover-icon-overlay',
    { style: 'visibility: hidden' },
    icon('cancel'),
  );
  const refused = state === 'refused' ? [h('mat-icon.disabled-error-icon', {}, 'error')] : [];
  const button = pressable(h('button.chip-container', {}, picture, overlay, ...refused), remove);
  return isVariant ? button : h('flow-image-ingredient-chip', {}, button);
}

function putIntoShadow(...tags: readonly string[]): void {
  for (const tag of tags.toReversed()) {
    const host = document.querySelector(tag);
    host?.attachShadow({ mode: 'open' }).append(...host.childNodes);
  }
}

/** What the simulated browser lacks: edits by command, and files that are dropped or pasted. */
function standIn({ model, redraw }: Parts, editor: HTMLElement): void {
  let isSelected = false;
  const execCommand = (command: string, _ui: boolean, text = ''): boolean => {
    // Without a caret in the editor the commands are meant for the whole page, and do nothing to the prompt.
    const caret = document.getSelection()?.anchorNode ?? null;
    if (caret === null || !editor.contains(caret)) return false;
    if (command === 'selectAll') isSelected = true;
    if (command === 'delete' && isSelected) model.prompt = '';
    if (command === 'insertText') {
      isSelected = false;
      if (/\n/.test(text)) model.sent++;
      model.prompt = `${model.prompt}${text}`.replace(/\s+/g, ' ');
      model.writes.push('prompt');
    }
    drawEditor(editor, model.prompt);
    document.getSelection()?.selectAllChildren(editor);
    redraw();
    return true;
  };
  Object.assign(document, { execCommand });
  class FakeTransfer {
    readonly files: File[] = [];
    readonly items = { add: (file: File) => void this.files.push(file) };
  }
  class FakeDragEvent extends Event {
    readonly dataTransfer: unknown;
    constructor(type: string, init: EventInit & { readonly dataTransfer?: unknown }) {
      super(type, init);
      this.dataTransfer = init.dataTransfer;
    }
  }
  class FakeClipboardEvent extends Event {
    readonly clipboardData: unknown;
    constructor(type: string, init: EventInit & { readonly clipboardData?: unknown }) {
      super(type, init);
      this.clipboardData = init.clipboardData;
    }
  }
  vi.stubGlobal('DataTransfer', FakeTransfer);
  vi.stubGlobal('DragEvent', FakeDragEvent);
  vi.stubGlobal('ClipboardEvent', FakeClipboardEvent);
}
