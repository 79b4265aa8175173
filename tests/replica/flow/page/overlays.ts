import { comesFrom, el } from './dom.ts';

/** One thing that lies over the page. */
export interface Overlay {
  readonly pane: HTMLElement;
  readonly isOpen: () => boolean;
  /** `leavesBackdrop` where the page forgets its backdrop for a while, as it does after Escape. */
  readonly close: (leavesBackdrop?: boolean) => void;
}

/** How an overlay is opened. */
export interface OverlayOptions {
  readonly classes?: string;
  /** Toasts have none. */
  readonly hasBackdrop: boolean;
  /** Dialogs that wait for an answer stay at Escape and at a press beside them. */
  readonly isModal?: boolean;
  readonly onClose?: () => void;
}

const LEFTOVER_MS = 3_000;
const FADE_MS = 150;
const open: Overlay[] = [];
/** Overlays that neither Escape nor a press beside them closes. */
const staying = new WeakSet<Overlay>();

function container(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.cdk-overlay-container');
  if (found !== null) return found;
  const made = el('div', { class: 'cdk-overlay-container' });
  document.body.append(made);
  return made;
}

function makeBackdrop(): HTMLElement {
  return el('div', {
    class: 'cdk-overlay-backdrop cdk-overlay-transparent-backdrop cdk-overlay-backdrop-showing',
  });
}

/** A backdrop that is on its way out: it still lies over the page, and eats the press that meets it. */
function dismiss(backdrop: HTMLElement, afterMs: number): void {
  backdrop.classList.remove('cdk-overlay-backdrop-showing');
  const eat = (event: Event) => {
    if (!backdrop.isConnected) return;
    if (comesFrom(event, '.cdk-overlay-pane')) return;
    event.stopPropagation();
    event.preventDefault();
    gone();
  };
  const gone = () => {
    backdrop.remove();
    document.removeEventListener('click', eat, true);
  };
  if (afterMs > FADE_MS) document.addEventListener('click', eat, true);
  setTimeout(gone, afterMs);
}

/** Lays content over the page, in the way of the CDK. Source: captures of the page, Sept–Oct 2026. */
export function openOverlay(content: HTMLElement, options: OverlayOptions): Overlay {
  const pane = el('div', { class: `cdk-overlay-pane ${options.classes ?? ''}`.trim() }, content);
  const box = el('div', { class: 'cdk-overlay-connected-position-bounding-box' }, pane);
  const backdrop = options.hasBackdrop ? makeBackdrop() : null;
  const overlay: Overlay = {
    pane,
    isOpen: () => open.includes(overlay),
    close: (leavesBackdrop = false) => {
      if (!overlay.isOpen()) return;
      open.splice(open.indexOf(overlay), 1);
      box.remove();
      if (backdrop !== null) dismiss(backdrop, leavesBackdrop ? LEFTOVER_MS : FADE_MS);
      options.onClose?.();
    },
  };
  if (options.isModal !== true && backdrop !== null)
    backdrop.addEventListener('click', () => overlay.close());
  else staying.add(overlay);
  container().append(...(backdrop === null ? [box] : [backdrop, box]));
  open.push(overlay);
  return overlay;
}

/** Closes what lies on top and may be closed; answers whether there was something. */
export function closeTop(leavesBackdrop: boolean): boolean {
  const top = open.findLast((overlay) => !staying.has(overlay));
  top?.close(leavesBackdrop);
  return top !== undefined;
}

/** Closes everything that belongs to the page that is left. */
export function closeAll(): void {
  for (const overlay of [...open].toReversed()) overlay.close();
}

/** Escape closes what lies on top, but forgets its backdrop; from inside the prompt it does nothing. */
export function listenForEscape(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !comesFrom(event, '.ProseMirror')) closeTop(true);
  });
}

/** A press into the prompt closes what lies over it. */
export function closesOverlays(node: HTMLElement): void {
  node.addEventListener('click', () => {
    let wasOpen = true;
    while (wasOpen) wasOpen = closeTop(false);
  });
}
