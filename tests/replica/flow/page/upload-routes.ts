import { placeFor } from './chips.ts';
import { comesFrom, el } from './dom.ts';
import type { Page, Picture } from './page-state.ts';
import { upload } from './uploads.ts';

function picturesOf(files: Iterable<File> | null | undefined): readonly File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/**
 * Pictures dropped on the page come into the library and are attached to nothing, also on a frame; the prompt box
 * itself takes none. Source: captures of the page, Sept–Oct 2026.
 */
export function takesDrops(page: Page, root: HTMLElement): void {
  if (!page.switches.uploadRoutes.includes('drop')) return;
  let isOver = false;
  for (const name of ['dragenter', 'dragover'] as const)
    root.addEventListener(name, (event) => {
      event.preventDefault();
      isOver = true;
    });
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    const isRefused = comesFrom(event, 'flow-prompt-box') && !comesFrom(event, '.frame-trigger');
    if (!isOver || isRefused) return;
    isOver = false;
    for (const file of picturesOf(event.dataTransfer?.files)) void upload(page, file, event, null);
  });
}

/** Pictures pasted into the prompt are uploaded and attached. */
export function takePasted(page: Page, files: readonly File[], event: Event): void {
  if (!page.switches.uploadRoutes.includes('paste')) return;
  for (const file of files) void upload(page, file, event, placeFor(page.store.get()));
}

/** Asks for a file the way this build does: by an input that exists from now on, or by the browser's own window. */
export function askForFile(
  page: Page,
  parent: ParentNode,
  press: Event,
  onUploaded: (picture: Picture) => void,
): void {
  const take = async (file: File | undefined, event: Event) => {
    const picture = file === undefined ? null : await upload(page, file, event, null);
    if (picture !== null) onUploaded(picture);
  };
  if (!page.switches.uploadRoutes.includes('file-input')) {
    if (press.isTrusted) void openWindow().then((file) => take(file, press));
    return;
  }
  const input = el('input', { type: 'file', accept: 'image/*', hidden: true });
  input.addEventListener('change', (event) => {
    void take(picturesOf(input.files)[0], event);
    input.remove();
  });
  parent.append(input);
  input.click();
}

type OpenFile = () => Promise<readonly { readonly getFile: () => Promise<File> }[]>;

async function openWindow(): Promise<File | undefined> {
  const { showOpenFilePicker } = window as { readonly showOpenFilePicker?: OpenFile };
  const [handle] = (await showOpenFilePicker?.().catch(() => [])) ?? [];
  return handle?.getFile();
}
