import { fail, ok, type Result } from '../../../domain/result.ts';
import { closePanes } from './close-panes.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { look } from './look.ts';
import { all, first } from './look-for.ts';
import { obstaclesIn, type Obstacle } from './obstacles.ts';
import type { Composer } from './page-state.ts';
import { isSamePrompt, readComposer, readPrice } from './read-composer.ts';
import { openSettings } from './settings-pane.ts';
import type { Stop } from './stop.ts';
import type { PicturePorts } from './upload-picture.ts';
import {
  clearPictures,
  strayChip,
  writePictures,
  type OrderPicture,
  type OrderPictures,
  type PlacedPicture,
  type Uploads,
} from './write-pictures.ts';
import { oneLine, tooLong, writePrompt } from './write-prompt.ts';
import { differing, writeSettings, type WantedSettings } from './write-settings.ts';

/** An order as the page is to hold it. */
export interface PageOrder {
  /** The Flow project that it belongs to; null takes the one in front. */
  readonly projectId: string | null;
  readonly mode: 'image' | 'video';
  readonly from: 'text' | 'frames' | 'ingredients';
  /** The model's name on the page; null leaves the one that is set. */
  readonly model: string | null;
  /** Such as `16:9`. */
  readonly aspect: string;
  /** Null for an image, and where the model has one length only. */
  readonly lengthS: number | null;
  /** Such as `720p`; null leaves it as it is. */
  readonly resolution: string | null;
  /** Outputs, 1 to 4. */
  readonly count: number;
  readonly prompt: string;
  readonly start: OrderPicture | null;
  readonly end: OrderPicture | null;
  readonly ingredients: readonly OrderPicture[];
}

/** The page as it stands ready for the user's press. */
export interface Prepared {
  readonly projectId: string;
  /** As the editor holds it. */
  readonly prompt: string;
  /** With the model as the page names it. */
  readonly settings: WantedSettings;
  readonly pictures: readonly PlacedPicture[];
  /** Credits that this order takes, as the page says; null where it says nothing. */
  readonly price: number | null;
  /** What the composer held at the last reading: what `watchComposer` compares with. */
  readonly composer: Composer;
}

/** Flow enables Start about 100 ms after the editor took a text. */
const START_MS = 3_000;
const MOST_PASSES = 3;
const DRAWN_MS = 8_000;

/**
 * Prepares the composer for an order and reads all of it once more at the end. Presses nothing that costs: what is left
 * to do is the user's press (L17). Faults: `PromptTooLong`, `NotOffered`, and what the page's own upload answers.
 */
export async function prepare(
  page: FlowPage,
  ports: PicturePorts,
  order: PageOrder,
): Promise<Result<Prepared, Stop>> {
  const long = tooLong(order.prompt);
  if (long !== null) return fail({ type: 'fault', fault: long });
  const ready = await readyPage(page, order.projectId);
  if (!ready.ok) return ready;
  let last: Stop = { type: 'missing', anchor: 'composer' };
  const uploads: Uploads = new Map();
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const written = await writeOrder(page, ports, order, uploads);
    const read = written.ok ? await readBack(page, order, written.value) : written;
    if (read.ok) return read;
    last = read.fault;
    if (!written.ok || last.type !== 'notHeld') break;
  }
  // Whatever it was: a pane that stays open would be in the user's way.
  await closePanes(page);
  return fail(last);
}

/** The project in front, with nothing in the way; panes that were left open are closed first. */
async function readyPage(page: FlowPage, projectId: string | null): Promise<Result<null, Stop>> {
  const obstacles = (): readonly Obstacle[] => obstaclesIn(look(page.document), projectId);
  // A page that is still being drawn lacks the same things as one that changed.
  await untilTrue(page, () => obstacles().every(({ type }) => type !== 'PageChanged'), DRAWN_MS);
  // What an earlier order left set may cost too much; this one says so once it is set itself.
  const before = obstacles().filter(({ type }) => type !== 'BackdropLeft' && type !== 'NoCredits');
  if (before.length > 0) return fail({ type: 'obstacles', obstacles: before });
  return closePanes(page);
}

interface Written {
  readonly settings: WantedSettings;
  readonly pictures: readonly PlacedPicture[];
}

/** Pictures of an earlier scene go first, since they can forbid lengths and models; the prompt comes last. */
async function writeOrder(
  page: FlowPage,
  ports: PicturePorts,
  order: PageOrder,
  uploads: Uploads,
): Promise<Result<Written, Stop>> {
  const cleared = await clearPictures(page, picturesOf(order), uploads);
  if (!cleared.ok) return cleared;
  const settings = await writeSettings(page, settingsOf(order));
  const closed = await closePanes(page);
  if (!settings.ok) return settings;
  if (!closed.ok) return closed;
  const frames = all(page.document, 'frame').length;
  if (order.from === 'frames' && order.mode === 'video' && frames === 0)
    return fail({ type: 'missing', anchor: 'frame' });
  // Some models begin with a picture and end as they may: the picture is not put where another one goes.
  if (order.end !== null && frames === 1)
    return fail({ type: 'fault', fault: { type: 'NoEndFrame', why: 'service', offered: '' } });
  const pictures = await writePictures(page, ports, picturesOf(order), uploads);
  if (!pictures.ok) return pictures;
  const prompt = await writePrompt(page, order.prompt);
  return prompt.ok ? ok({ settings: settings.value, pictures: pictures.value }) : prompt;
}

/** Reads everything once more, the settings in their pane, which also shows the price in some builds. */
async function readBack(page: FlowPage, order: PageOrder, written: Written): Promise<Result<Prepared, Stop>> {
  const { document } = page;
  const opened = await openSettings(page);
  if (!opened.ok) return opened;
  await untilTrue(page, () => differing(document, written.settings) === null);
  const different = differing(document, written.settings);
  const priceInPane = readPrice(document);
  const closed = await closePanes(page);
  if (!closed.ok) return closed;
  if (different !== null) return fail(different);
  const isStartShown = (): boolean => readComposer(document)?.start !== 'disabled';
  await untilTrue(page, isStartShown, START_MS);
  const state = look(document);
  const obstacles = obstaclesIn(state, order.projectId);
  if (obstacles.length > 0) return fail({ type: 'obstacles', obstacles });
  const { composer, place } = state;
  if (composer === null || place.type !== 'project') return fail({ type: 'missing', anchor: 'composer' });
  const wrong = unlike(document, order, written.pictures, composer);
  if (wrong !== null) return fail(wrong);
  const { prompt } = composer;
  return ok({
    ...written,
    projectId: place.projectId,
    prompt,
    price: composer.price ?? priceInPane,
    composer,
  });
}

function unlike(
  document: Document,
  order: PageOrder,
  pictures: readonly PlacedPicture[],
  composer: Composer,
): Stop | null {
  const wanted = oneLine(order.prompt);
  if (!isSamePrompt(composer.prompt, wanted) || composer.hasMention)
    return { type: 'notHeld', what: 'prompt', wanted, found: composer.prompt };
  const stray = strayChip(document, pictures);
  if (stray !== null)
    return { type: 'notHeld', what: 'pictures', wanted: String(pictures.length), found: stray };
  if (first(document, 'start') === null) return { type: 'missing', anchor: 'start' };
  // The editor shows a text that it did not take: Start would stay off, or send the text before.
  return composer.start === 'ready'
    ? null
    : { type: 'notHeld', what: 'start', wanted: 'ready', found: composer.start };
}

function picturesOf({ from, start, end, ingredients }: PageOrder): OrderPictures {
  return {
    start: from === 'frames' ? start : null,
    end: from === 'frames' ? end : null,
    ingredients: from === 'ingredients' ? ingredients : [],
  };
}

function settingsOf({ mode, from, model, aspect, lengthS, resolution, count }: PageOrder): WantedSettings {
  const isVideo = mode === 'video';
  return {
    mode,
    from: isVideo && from !== 'text' ? from : null,
    model,
    aspect,
    lengthS: isVideo ? lengthS : null,
    resolution: isVideo ? resolution : null,
    count,
  };
}
