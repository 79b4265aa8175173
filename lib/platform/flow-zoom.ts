import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** Steps of a tab's zoom until Flow has room for its whole layout beside the panel. */
const ZOOMS = [1, 0.9, 0.8, 0.75, 0.67] as const;
/** The page lays itself out anew a moment after the zoom has changed. */
const LAYOUT_MS = 700;

/** What was done to a tab's zoom for the queue that runs. Factors: 1 is 100 %. */
interface Zoomed {
  readonly tab: number;
  /** The user's own. */
  readonly zoom: number;
  readonly smaller: number;
  /** The user took it back: until the queue ends nobody's zoom is touched. */
  readonly isUndone: boolean;
}

/** Makes a tab's page smaller by one step; false where it is as small as may be, or the user took it back. */
export async function zoomOut(tab: number): Promise<boolean> {
  const zoomed = await readZoomed();
  if (zoomed?.isUndone === true) return false;
  const now = await browser.tabs.getZoom(tab);
  const smaller = ZOOMS.find((step) => step < now - 0.005);
  if (smaller === undefined) return false;
  const isOther = zoomed !== null && zoomed.tab !== tab;
  if (isOther) await giveBack(zoomed);
  await keep({ tab, zoom: zoomed === null || isOther ? now : zoomed.zoom, smaller, isUndone: false });
  // For this tab alone, and until it goes elsewhere: the user's own zoom of the site stays.
  await browser.tabs.setZoomSettings(tab, { mode: 'automatic', scope: 'per-tab' });
  await browser.tabs.setZoom(tab, smaller);
  await new Promise((resolve) => setTimeout(resolve, LAYOUT_MS));
  return true;
}

/** Ends what was done for a queue: the tab has the user's zoom again. Does nothing where nothing was done. */
export async function zoomBack(): Promise<void> {
  const zoomed = await readZoomed();
  if (zoomed === null) return;
  await browser.storage.session.remove(ZOOMED);
  if (!zoomed.isUndone) await giveBack(zoomed);
}

/** Gives the user's zoom back at once, and touches no zoom again until the queue ends. */
export async function undoZoom(): Promise<void> {
  const zoomed = await readZoomed();
  if (zoomed === null || zoomed.isUndone) return;
  await keep({ ...zoomed, isUndone: true });
  await giveBack(zoomed);
}

/**
 * Calls back with what Flow's page was made smaller to, 1 for 100 %; null where it has the user's zoom. At once and
 * after each change, until what it answers is called.
 */
export function watchZoom(run: (smaller: number | null) => void): () => void {
  let isOver = false;
  const tell = async (): Promise<void> => {
    const zoomed = await readZoomed();
    if (!isOver) run(zoomed === null || zoomed.isUndone ? null : zoomed.smaller);
  };
  const changed = (changes: object): void => {
    if (ZOOMED in changes) void tell();
  };
  browser.storage.session.onChanged.addListener(changed);
  void tell();
  return () => {
    isOver = true;
    browser.storage.session.onChanged.removeListener(changed);
  };
}

async function giveBack({ tab, zoom }: Zoomed): Promise<void> {
  const given = async (): Promise<void> => {
    await browser.tabs.setZoom(tab, zoom);
    await browser.tabs.setZoomSettings(tab, { mode: 'automatic', scope: 'per-origin' });
  };
  // A tab that is closed has no zoom.
  await given().catch(() => undefined);
}

/** Under this name the browser's session knows which tab was made smaller, and what its zoom was. */
const ZOOMED = 'zoomedFlow';

async function keep(zoomed: Zoomed): Promise<void> {
  await browser.storage.session.set({ [ZOOMED]: zoomed });
}

async function readZoomed(): Promise<Zoomed | null> {
  const parsed = v.safeParse(zoomedItem, (await browser.storage.session.get(ZOOMED))[ZOOMED]);
  return parsed.success ? parsed.output : null;
}

const zoomedItem: v.GenericSchema<unknown, Zoomed> = v.object({
  tab: v.number(),
  zoom: v.number(),
  smaller: v.number(),
  isUndone: v.boolean(),
});
