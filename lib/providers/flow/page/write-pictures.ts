import { fail, ok, type Result } from '../../../domain/result.ts';
import { closePanes } from './close-panes.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, allIn } from './look-for.ts';
import type { Chip } from './page-state.ts';
import { pickByName } from './picker.ts';
import { press } from './press.ts';
import { looseChips, readChip } from './read-composer.ts';
import type { Slot, Stop } from './stop.ts';
import { uploadPicture, type PicturePorts } from './upload-picture.ts';

/** A picture of an order. */
export interface OrderPicture {
  /** File name, unique in the Flow project, by which the page's picker and upload reply know it. */
  readonly name: string;
  /** Media and workflow id where the Flow project has it already; either may stand in a chip. Else none. */
  readonly ids: readonly string[];
  /** Its bytes under that name; null where only Flow has them. */
  readonly file: File | null;
}

/** The pictures of an order, each where it goes. */
export interface OrderPictures {
  readonly start: OrderPicture | null;
  readonly end: OrderPicture | null;
  readonly ingredients: readonly OrderPicture[];
}

/** Ids of pictures that this order has brought in, by name: nothing goes up twice for one order. */
export type Uploads = Map<string, readonly string[]>;

/** A picture as it came to stand in the composer. */
export interface PlacedPicture {
  readonly slot: Slot;
  readonly name: string;
  /** Every id by which Flow may name it in the order. */
  readonly ids: readonly string[];
}

/** The page refuses to attach at once one after the other. Source: captures of Oct 2026. */
const SETTLE_MS = 500;
const MOST_REMOVALS = 24;

/** Takes out what an earlier scene left and puts in what this one lacks; each is read back by its id. */
export async function writePictures(
  page: FlowPage,
  ports: PicturePorts,
  pictures: OrderPictures,
  uploads: Uploads,
): Promise<Result<readonly PlacedPicture[], Stop>> {
  const cleared = await clearPictures(page, pictures, uploads);
  if (!cleared.ok) return cleared;
  const placed: PlacedPicture[] = [];
  for (const [slot, picture] of slotsOf(pictures)) {
    const written = await placePicture(page, ports, slot, picture, uploads);
    if (!written.ok) return written;
    placed.push({ slot, name: picture.name, ids: written.value });
  }
  // A paste goes where the page thinks fit, and may have gone to the wrong frame.
  const tidied = await clearPictures(page, pictures, uploads);
  if (!tidied.ok) return tidied;
  const stray = strayChip(page.document, placed);
  return stray === null ? ok(placed) : fail({ type: 'notHeld', what: 'pictures', wanted: '', found: stray });
}

/** Takes out every chip that is not one of these pictures in its place, a second one of the same among them. */
export async function clearPictures(
  page: FlowPage,
  pictures: OrderPictures,
  uploads: Uploads,
): Promise<Result<null, Stop>> {
  const { document } = page;
  for (let removals = 0; removals < MOST_REMOVALS; removals++) {
    const [chip] = leftovers(document, pictures, uploads);
    if (chip === undefined) return ok(null);
    const [remove] = allIn(document, chip, 'chipRemove');
    if (remove === undefined) return fail({ type: 'missing', anchor: 'chipRemove' });
    const before = all(document, 'chip').length;
    press(page, 'chipRemove', remove);
    await untilTrue(page, () => all(document, 'chip').length < before);
  }
  return fail({ type: 'notHeld', what: 'pictures', wanted: '', found: String(all(document, 'chip').length) });
}

/** The name of a picture that is not where it was put, or of a chip that nobody put there; null when all is right. */
export function strayChip(document: Document, placed: readonly PlacedPicture[]): string | null {
  const lost = placed.find(({ slot, ids }) => !isPlaced(document, slot, ids));
  if (lost !== undefined) return lost.name;
  const chips = all(document, 'chip').map((chip) => readChip(document, chip));
  return chips.length === placed.length ? null : `${chips.length} / ${placed.length}`;
}

function slotsOf({ start, end, ingredients }: OrderPictures): ReadonlyArray<readonly [Slot, OrderPicture]> {
  const frames: ReadonlyArray<readonly [Slot, OrderPicture | null]> = [
    ['start', start],
    ['end', end],
  ];
  return [
    ...frames.flatMap(([slot, picture]) => (picture === null ? [] : [[slot, picture] as const])),
    ...ingredients.map((picture) => ['ingredient', picture] as const),
  ];
}

function leftovers(
  document: Document,
  { start, end, ingredients }: OrderPictures,
  uploads: Uploads,
): readonly Element[] {
  const inFrames = all(document, 'frame').flatMap((frame, at) => {
    const wanted = at === 0 ? start : end;
    return allIn(document, frame, 'chip').filter(
      (chip) => !isOneOf(readChip(document, chip), idsOf(wanted, uploads)),
    );
  });
  const seen = new Set<OrderPicture>();
  const loose = looseChips(document).filter((chip) => {
    const kept = ingredients.find((picture) => isOneOf(readChip(document, chip), idsOf(picture, uploads)));
    if (kept === undefined || seen.has(kept)) return true;
    seen.add(kept);
    return false;
  });
  return [...inFrames, ...loose];
}

/** Answers the ids under which the picture stands in its slot. */
async function placePicture(
  page: FlowPage,
  ports: PicturePorts,
  slot: Slot,
  picture: OrderPicture,
  uploads: Uploads,
): Promise<Result<readonly string[], Stop>> {
  const ids = idsOf(picture, uploads);
  if (ids.length > 0) {
    const picked = await attach(page, slot, picture.name, ids);
    if (!picked.ok) return picked;
    if (picked.value) return ok(ids);
  }
  const ask: Stop = { type: 'askUserToDrop', picture: picture.name, slot };
  if (picture.file === null || uploads.has(picture.name)) return fail(ask);
  const uploaded = await uploadPicture(page, ports, picture.file, slot);
  const closed = await closePanes(page);
  if (!uploaded.ok) return uploaded;
  uploads.set(picture.name, uploaded.value);
  if (!closed.ok) return closed;
  const attached = await attach(page, slot, picture.name, uploaded.value);
  if (!attached.ok) return attached;
  return attached.value ? ok(uploaded.value) : fail(ask);
}

/** A paste attaches by itself a moment later; what does not is picked by its name. */
async function attach(
  page: FlowPage,
  slot: Slot,
  name: string,
  ids: readonly string[],
): Promise<Result<boolean, Stop>> {
  const isThere = (): boolean => isPlaced(page.document, slot, ids);
  if (await untilTrue(page, isThere, SETTLE_MS)) return ok(true);
  if (all(page.document, 'chipPending').length > 0) await untilTrue(page, isThere, 10_000);
  const picked = isThere() ? ok(true) : await pickByName(page, slot, name, isThere);
  // Too many for this model, or of a kind that it does not take: the page says so on the chip itself.
  if (all(page.document, 'chipRefused').length > 0)
    return fail({ type: 'notHeld', what: 'pictures', wanted: name, found: 'refused' });
  return picked;
}

function isPlaced(document: Document, slot: Slot, ids: readonly string[]): boolean {
  const frame = slot === 'ingredient' ? null : all(document, 'frame')[slot === 'start' ? 0 : 1];
  if (frame === undefined) return false;
  const chips = frame === null ? looseChips(document) : allIn(document, frame, 'chip');
  return chips.some((chip) => isOneOf(readChip(document, chip), ids));
}

function idsOf(picture: OrderPicture | null, uploads: Uploads): readonly string[] {
  return picture === null ? [] : [...picture.ids, ...(uploads.get(picture.name) ?? [])];
}

function isOneOf({ id, state }: Chip, ids: readonly string[]): boolean {
  return state === 'ready' && id !== null && ids.includes(id);
}
