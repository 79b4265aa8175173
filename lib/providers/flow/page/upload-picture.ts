import type { Fault } from '../../../domain/fault.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { DropPlace } from './drop-file.ts';
import { wordsIn } from './find.ts';
import { until, type FlowPage } from './flow-page.ts';
import { all, allIn, first } from './look-for.ts';
import { openPicker } from './picker.ts';
import { press } from './press.ts';
import type { Slot, Stop } from './stop.ts';

/** What the page's own upload came to, as the observer heard it. */
export type Uploaded =
  | { readonly type: 'uploaded'; readonly mediaId: string; readonly workflowId: string | null }
  | { readonly type: 'fault'; readonly fault: Fault };

/** What giving the page a picture needs from outside. */
export interface PicturePorts {
  /** Answers when the page's own upload of this file name was answered, at once if it was; never where there is none. */
  readonly uploaded: (name: string) => Promise<Uploaded>;
  /** Runs `dropFile` in the page's own world; whether there was a place for it. */
  readonly drop: (place: DropPlace, file: File) => Promise<boolean>;
}

/** An upload that was answered before is known by then. */
const EARLY_MS = 50;
/** An upload takes 1 to 10 s; a paste was seen to take as long. */
const REPLY_MS = 15_000;
/** A slow one shows as pending, and giving the file a second time would upload it twice. */
const PENDING_MS = 45_000;

type Route = (page: FlowPage, ports: PicturePorts, file: File, slot: Slot) => Promise<boolean>;

/** Each route works in some builds only. Source: captures that contradict each other, Sept–Oct 2026. */
const ROUTES: readonly Route[] = [giveToInput, drop, paste];

/** The route that a document has taken once is tried first: what it does not take costs a long wait. */
const workedIn = new WeakMap<Document, Route>();

/**
 * Uploads a file by one route after the other until the page's own reply says that it arrived; answers its ids. One
 * that was answered before, as after consent or by the user's own drop, is not sent again.
 */
export async function uploadPicture(
  page: FlowPage,
  ports: PicturePorts,
  file: File,
  slot: Slot,
): Promise<Result<readonly string[], Stop>> {
  const heard: Heard = { reply: null };
  void ports.uploaded(file.name).then((reply) => (heard.reply = reply));
  await page.sleep(EARLY_MS, page.signal);
  const ask: Stop = { type: 'askUserToDrop', picture: file.name, slot };
  const early = heard.reply ?? tileNamed(page.document, file.name);
  if (early !== null) return resultOf(early);
  const worked = workedIn.get(page.document);
  const routes = worked === undefined ? ROUTES : [worked, ...ROUTES.filter((each) => each !== worked)];
  for (const route of routes) {
    if (!(await route(page, ports, file, slot))) continue;
    const reply = (await waitForReply(page, heard, file.name)) ?? tileNamed(page.document, file.name);
    if (reply !== null) workedIn.set(page.document, route);
    if (reply !== null) return resultOf(reply);
    if (first(page.document, 'consentDialog') !== null)
      return fail({ type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] });
  }
  return fail(ask);
}

interface Heard {
  reply: Uploaded | null;
}

function resultOf(reply: Uploaded): Result<readonly string[], Stop> {
  if (reply.type === 'fault') return fail({ type: 'fault', fault: reply.fault });
  return ok([reply.mediaId, reply.workflowId].filter((id) => id !== null));
}

/** The reply; null where none came, or where Flow asks the user for consent first. */
async function waitForReply(page: FlowPage, heard: Heard, name: string): Promise<Uploaded | null> {
  const { document } = page;
  const isAsked = (): boolean => first(document, 'consentDialog') !== null;
  const look = (): Uploaded | 'asked' | null => heard.reply ?? (isAsked() ? 'asked' : null);
  const soon = await until(page, look, REPLY_MS);
  const isPending = first(document, 'chipPending') !== null || titleNamed(document, name) !== undefined;
  const seen = soon === null && isPending ? await until(page, look, PENDING_MS) : soon;
  return seen === 'asked' ? null : seen;
}

/**
 * The tile of an upload whose reply was lost, found by its name, which is unique: without it the next route would
 * send the file again.
 */
function tileNamed(document: Document, name: string): Uploaded | null {
  const title = titleNamed(document, name);
  const tile = all(document, 'tile').find((each) => title !== undefined && each.contains(title));
  const [media] = tile === undefined ? [] : allIn(document, tile, 'tileMedia');
  const mediaId = media?.getAttribute('data-media-id') ?? null;
  return mediaId === null ? null : { type: 'uploaded', mediaId, workflowId: null };
}

function titleNamed(document: Document, name: string): Element | undefined {
  return all(document, 'tileTitle').find((each) => wordsIn(each) === name);
}

async function giveToInput(page: FlowPage, _ports: PicturePorts, file: File, slot: Slot): Promise<boolean> {
  const { document } = page;
  if (first(document, 'fileInput') === null) await askForInput(page, slot);
  const input = all(document, 'fileInput').at(-1);
  if (!(input instanceof HTMLInputElement)) return false;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

/** In some builds the input only comes with "Upload media" of the picker. */
async function askForInput(page: FlowPage, slot: Slot): Promise<void> {
  if (!(await openPicker(page, slot)).ok) return;
  const upload = first(page.document, 'pickerUpload');
  if (upload === null) return;
  press(page, 'pickerUpload', upload);
  await until(page, () => first(page.document, 'fileInput'), 1_000);
}

function drop(_page: FlowPage, ports: PicturePorts, file: File, slot: Slot): Promise<boolean> {
  const place: DropPlace =
    slot === 'ingredient' ? { on: 'page' } : { on: 'frame', at: slot === 'start' ? 0 : 1 };
  return ports.drop(place, file);
}

/** Uploads and, where the composer takes ingredients, attaches. */
function paste(page: FlowPage, _ports: PicturePorts, file: File): Promise<boolean> {
  const editor = first(page.document, 'editor');
  if (!(editor instanceof HTMLElement)) return Promise.resolve(false);
  const clipboardData = new DataTransfer();
  clipboardData.items.add(file);
  editor.focus();
  editor.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }),
  );
  return Promise.resolve(true);
}
