import { pendingChip, placeChip, readyChip, replaceChip, type Place } from './chips.ts';
import { askConsent } from './dialogs.ts';
import { refreshLibrary } from './library.ts';
import { context } from './orders.ts';
import type { Page, Picture, Tile } from './page-state.ts';
import { uploadOf } from './records.ts';
import { later } from './timers.ts';
import { toast } from './toasts.ts';

/** The reply of an upload is there some time before its chip is. */
const ATTACH_MS = 800;

/** Uploads of this document, newest first; the picker may not know the fresh ones yet. */
export const freshUploads: string[] = [];

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

async function sizeOf(file: File): Promise<readonly [width: number, height: number]> {
  try {
    const { width, height } = await createImageBitmap(file);
    return [width, height];
  } catch {
    return [0, 0];
  }
}

/** The body of an upload. Source: captures of the page, Sept–Oct 2026. */
export function uploadBody(
  projectId: string,
  token: string,
  file: { readonly name: string; readonly type: string },
  bytes: string,
): unknown {
  return [
    context(projectId, token),
    bytes,
    file.type,
    1,
    null,
    null,
    null,
    null,
    file.name,
    null,
    crypto.randomUUID(),
    crypto.randomUUID(),
  ];
}

function tileOf(picture: Picture): Tile {
  return {
    ...picture,
    key: crypto.randomUUID(),
    kind: 'upload',
    state: 'done',
    prompt: '',
    failure: null,
    modelKey: '',
    createdAt: Date.now(),
  };
}

async function send(page: Page, file: File, event: Event): Promise<Picture | null> {
  const token = await page.mint('UPLOAD', event);
  const body = uploadBody(page.store.get().projectId, token, file, await base64Of(file));
  const reply = await page.wire.call('maseQ', body);
  const media = reply.type === 'ok' ? uploadOf(reply.payload) : null;
  if (media === null) return null;
  const [width, height] = media.width > 0 ? [media.width, media.height] : await sizeOf(file);
  return { ...media, title: media.title ?? file.name, thumb: null, width, height };
}

/**
 * Uploads a picture into the project, and attaches it where a place is given. An account without credits sends
 * nothing, and the first upload of an account waits for a person.
 */
export async function upload(
  page: Page,
  file: File,
  event: Event,
  place: Place | null,
): Promise<Picture | null> {
  if (page.store.get().credits === 0 || !(await askConsent(page))) return null;
  const chip = place === null ? null : pendingChip(file.name);
  if (chip !== null && place !== null) placeChip(page, place, chip);
  const picture = await send(page, file, event);
  if (chip !== null)
    later(picture === null ? 0 : ATTACH_MS, () =>
      replaceChip(page, chip.key, picture === null ? null : readyChip(picture)),
    );
  if (picture === null) {
    toast(page.say('uploadFailed'));
    return null;
  }
  freshUploads.unshift(picture.mediaId);
  page.store.set({ tiles: [tileOf(picture), ...page.store.get().tiles] });
  void refreshLibrary(page);
  return picture;
}
