import type { FlowPage } from './flow-page.ts';
import { first } from './look-for.ts';

/** The words of the mark, in the user's language. */
export interface MarkWords {
  /** Such as `Press Start in Flow`. */
  readonly text: string;
  /** The name of the button that takes the mark away. */
  readonly hide: string;
}

/** A rectangle in CSS px, as `getBoundingClientRect` gives it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 10;
/** The mark follows a layout that moves without telling: chips that come and go shift the button. */
const FOLLOW_EVERY_MS = 250;
const LOOK = {
  position: 'fixed',
  zIndex: '2147483647',
  display: 'flex',
  alignItems: 'center',
  gap: '6px',
  padding: '6px 10px',
  borderRadius: '10px',
  background: '#1f1f23',
  color: '#ffffff',
  border: '1px solid #ffb454',
  font: '600 13px/1.3 system-ui, sans-serif',
  pointerEvents: 'none',
} as const;
const HIDE_LOOK = {
  font: 'inherit',
  color: 'inherit',
  background: 'transparent',
  border: '0',
  padding: '0 2px',
  cursor: 'pointer',
  pointerEvents: 'auto',
} as const;

/**
 * Shows a mark beside Flow's own Start and follows it. It lives in a closed shadow root, takes no press but that of its
 * own button, and never covers Start. Answers what takes it away; it also goes with the page's signal.
 */
export function showMark(page: FlowPage, words: MarkWords, hidden: () => void): () => void {
  const { document } = page;
  const host = document.createElement('retake-mark');
  const bubble = document.createElement('div');
  Object.assign(bubble.style, LOOK);
  const drawn = document.createElement('span');
  drawn.ariaHidden = 'true';
  const hide = hideButton(document, words.hide, () => {
    remove();
    hidden();
  });
  bubble.append(words.text, drawn, hide);
  host.attachShadow({ mode: 'closed' }).append(bubble);
  document.documentElement.append(host);
  const ended = new AbortController();
  const place = (): void => placeBubble(document, bubble, drawn);
  const remove = (): void => {
    ended.abort();
    host.remove();
  };
  page.signal.addEventListener('abort', remove, { once: true, signal: ended.signal });
  if (page.signal.aborted) remove();
  for (const event of ['resize', 'scroll'])
    document.defaultView?.addEventListener(event, place, {
      capture: true,
      passive: true,
      signal: ended.signal,
    });
  void follow({ ...page, signal: ended.signal }, place);
  return remove;
}

/** Where the mark goes, and the way from there to Start. */
export interface MarkPlace {
  readonly left: number;
  readonly top: number;
  readonly arrow: '↓' | '→' | '↑';
}

/** Above Start, its right edge on Start's; where there is no room, to the left of it; else below. */
export function placeBeside(start: Box, mark: Pick<Box, 'width' | 'height'>): MarkPlace {
  const edge = Math.max(GAP_PX, start.left + start.width - mark.width);
  const above = start.top - GAP_PX - mark.height;
  if (above >= 0) return { left: edge, top: above, arrow: '↓' };
  const left = start.left - GAP_PX - mark.width;
  const middle = Math.max(0, start.top + (start.height - mark.height) / 2);
  if (left >= 0) return { left, top: middle, arrow: '→' };
  return { left: edge, top: start.top + start.height + GAP_PX, arrow: '↑' };
}

async function follow(page: FlowPage, place: () => void): Promise<void> {
  while (!page.signal.aborted) {
    place();
    // Ends by the signal alone.
    await page.sleep(FOLLOW_EVERY_MS, page.signal).catch(() => undefined);
  }
}

function placeBubble(document: Document, bubble: HTMLElement, drawn: Element): void {
  const start = first(document, 'start');
  bubble.style.visibility = start === null ? 'hidden' : 'visible';
  if (start === null) return;
  const { left, top, arrow } = placeBeside(start.getBoundingClientRect(), bubble.getBoundingClientRect());
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
  drawn.textContent = arrow;
}

function hideButton(document: Document, name: string, press: () => void): Element {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = name;
  Object.assign(button.style, HIDE_LOOK);
  button.append('×');
  button.addEventListener('click', press);
  return button;
}
