import type { Uploaded } from '../../../../lib/providers/flow/page/upload-picture.ts';
import { backdrop, footerOf, h, icon, pressable } from './element-fixture.ts';
import { mediaId, type Library, type Parts } from './page-model-fixture.ts';

type Slot = 'start' | 'end' | 'ingredient';

const SEARCH_MS = 200;
const UPLOAD_MS = 3_000;

export function addLibrary({ options, clock, model, overlay, redraw }: Omit<Parts, 'library'>): Library {
  const assets = options.library.map((asset) => ({ ...asset, hiddenFor: 0 }));
  const uploads: string[] = [];
  const waiting = new Map<string, (reply: Uploaded) => void>();
  const close = (): void => overlay.replaceChildren();

  const attach = (slot: Slot, id: string): void => {
    close();
    clock.after(400, () => {
      if (slot === 'ingredient') model.chips.push(id);
      else model.frames[slot === 'start' ? 0 : 1] = id;
      model.writes.push(slot);
      redraw();
    });
  };

  const upload = (file: File, done: (id: string) => void): void => {
    if (options.asksConsent) {
      overlay.append(consentDialog(() => model.sent++));
      return;
    }
    uploads.push(file.name);
    const id = mediaId(100 + uploads.length);
    clock.after(UPLOAD_MS, () => {
      assets.push({ title: file.name, mediaId: id, hiddenFor: options.hidesUploads + 1 });
      const media = h('img.image', { 'data-media-id': id });
      const tile = h('flow-tile-container', {}, h('flow-image-tile', {}, media), footerOf(file.name));
      document.querySelector('.tiles-container')?.prepend(h('flow-grid-tile-container', {}, tile));
      waiting.get(file.name)?.({ type: 'uploaded', mediaId: id, workflowId: null });
      done(id);
    });
  };

  const rows = (slot: Slot, query: string, shown: HTMLElement): void => {
    const found = assets.filter(({ title, hiddenFor }) => hiddenFor <= 0 && title.includes(query));
    const add = h('button.detail-add-to-prompt-btn', {}, 'Add');
    let active: string | null = null;
    pressable(add, () => void (active !== null && attach(slot, active)));
    const buttons = found.map((asset) => {
      const tag = options.isVariant ? 'div' : 'button.asset-item';
      const row = h(
        tag,
        { role: 'option' },
        h('span.asset-title', {}, asset.title),
        h('span.type-subtitle', {}, 'Image'),
      );
      return pressable(row, () =>
        active === asset.mediaId ? attach(slot, asset.mediaId) : (active = asset.mediaId),
      );
    });
    shown.replaceChildren(...buttons, add);
  };

  return {
    uploads,
    uploaded: (name) => new Promise((resolve) => void waiting.set(name, resolve)),
    toggle: (slot) => {
      if (overlay.querySelector('flow-add-menu-popover-content') !== null) {
        close();
        return;
      }
      const list = h('div', {});
      const input = document.createElement('input');
      input.type = 'text';
      if (!options.isVariant) input.className = 'search-input';
      input.addEventListener('input', () => clock.after(SEARCH_MS, () => rows(slot, input.value, list)));
      const tab = h('mat-list-item', { role: 'tab', 'aria-selected': 'false' }, 'All');
      const give = pressable(h('button.sidebar-upload-button', {}, 'Upload media'), () => {
        if (options.routes.includes('input'))
          overlay.append(fileInput((file) => upload(file, () => undefined)));
      });
      for (const asset of assets) asset.hiddenFor--;
      rows(slot, '', list);
      const picker = h('flow-add-menu-popover-content', {}, tab, input, list, give);
      overlay.replaceChildren(pressable(backdrop(), close), h('div.cdk-overlay-pane', {}, picker));
    },
    listen: (editor) => {
      const project = document.querySelector('flow-project-page');
      project?.addEventListener('drop', (event) => {
        const file = fileIn(event, 'dataTransfer');
        if (file !== null && options.routes.includes('drop')) upload(file, () => undefined);
      });
      editor.addEventListener('paste', (event) => {
        const file = fileIn(event, 'clipboardData');
        if (file !== null && options.routes.includes('paste'))
          upload(file, (id) => attach(options.pastesIntoFrames ? 'start' : 'ingredient', id));
      });
    },
  };
}

function fileIn(event: Event, field: string): File | null {
  const transfer: unknown = Reflect.get(event, field);
  const files: unknown =
    typeof transfer === 'object' && transfer !== null ? Reflect.get(transfer, 'files') : null;
  const [file]: readonly unknown[] = Array.isArray(files) ? files : [];
  return file instanceof File ? file : null;
}

function fileInput(take: (file: File) => void): HTMLElement {
  const input = document.createElement('input');
  input.type = 'file';
  input.style.display = 'none';
  input.addEventListener('change', () => {
    const [file]: readonly unknown[] = [...(input.files ?? [])];
    if (file instanceof File) take(file);
  });
  return input;
}

export function consentDialog(agree: () => void): HTMLElement {
  const button = pressable(h('button', {}, 'I agree'), agree);
  const actions = h('mat-dialog-actions', {}, h('div.agree-actions-group', {}, button));
  return h(
    'mat-dialog-container',
    { role: 'dialog' },
    h('flow-upload-consent-dialog', {}, icon('info'), actions),
  );
}
