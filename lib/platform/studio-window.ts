import browser from 'webextension-polyfill';
import { studioAddress, type StudioPlace } from '../domain/studio-view.ts';

const PAGE = '/studio.html';
/** What is left uncovered of the window that the studio is opened from, in CSS pixels: some of the page at its left. */
const LEFT_IN_SIGHT = 120;
/** The same at its right, where the panel stands before the page. */
const RIGHT_IN_SIGHT = 540;
/** Larger than this nothing gains; smaller than the least a comparison does not fit. */
const MOST = { width: 1600, height: 1000 };
const LEAST = { width: 900, height: 600 };

/** A window's place on the screen, in CSS pixels. */
export interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Opens the studio in a window of its own, or shows the one that is open, at a place. */
export async function openStudio(place: StudioPlace): Promise<void> {
  const url = browser.runtime.getURL(`${PAGE}#${studioAddress(place)}`);
  const open = await findStudio();
  if (open !== null) {
    await browser.tabs.update(open.tabId, { url });
    await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  const { left = 0, top = 0, width = MOST.width, height = MOST.height } = await browser.windows.getCurrent();
  const beside = besideWindow({ left, top, width, height }, screenNow());
  await browser.windows.create({ url, type: 'popup', ...beside });
}

/**
 * Where the studio stands so that the left edge of another window stays in sight: a page that is wholly covered is told
 * that it is hidden, and Flow would work on as if nobody looked.
 */
export function besideWindow(other: WindowPlace, screen: WindowPlace): WindowPlace {
  const right = screen.left + screen.width;
  const freeAtRight = right - (other.left + LEFT_IN_SIGHT);
  const freeAtLeft = other.left + other.width - RIGHT_IN_SIGHT - screen.left;
  const isAtLeft = freeAtRight < LEAST.width && freeAtLeft > freeAtRight;
  const width = between(LEAST.width, isAtLeft ? freeAtLeft : freeAtRight, MOST.width, screen.width);
  const height = between(LEAST.height, screen.height, MOST.height, screen.height);
  const top = screen.top + Math.round((screen.height - height) / 2);
  return { left: isAtLeft ? screen.left : right - width, top, width, height };
}

function between(least: number, wanted: number, most: number, room: number): number {
  return Math.round(Math.min(room, Math.max(least, Math.min(most, wanted))));
}

function screenNow(): WindowPlace {
  const { availWidth: width, availHeight: height } = screen;
  // Where the screen begins is told by Chrome and not yet by its types: a second screen begins elsewhere.
  const [left, top] = [Reflect.get(screen, 'availLeft'), Reflect.get(screen, 'availTop')].map((at) =>
    typeof at === 'number' ? at : 0,
  );
  return { left: left ?? 0, top: top ?? 0, width, height };
}

async function findStudio(): Promise<{ readonly tabId: number; readonly windowId: number } | null> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB] });
  const isStudio = ({ documentUrl = '' }: chrome.runtime.ExtensionContext): boolean =>
    URL.canParse(documentUrl) && new URL(documentUrl).pathname === PAGE;
  return contexts.find(isStudio) ?? null;
}
