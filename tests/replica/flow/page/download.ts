import { DOWNLOAD } from '../contract.ts';
import { callSubmit } from './call-submit.ts';
import { el } from './dom.ts';
import { context } from './orders.ts';
import type { Page, Tile } from './page-state.ts';
import { askForMedia } from './poll.ts';
import { at, recordsAt, textAt } from './records.ts';
import { toast } from './toasts.ts';
import { later } from './timers.ts';

export type Size = '270p' | '720p' | '1080p' | '1K' | '2K' | '4K';

const POLL_MS = 5_000;

/** Hands a file to the browser the way the page does: as a blob, under a name of its own. */
function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  later(60_000, () => URL.revokeObjectURL(url));
}

function nameOf({ title, kind }: Tile, size: Size): string {
  const stem = title.trim().replace(/[^\p{L}\p{N}]+/gu, '_') || 'flow';
  const ending = size === '270p' ? 'gif' : kind === 'video' ? 'mp4' : 'jpeg';
  return `${stem}_${size}.${ending}`;
}

/** The body of a larger clip: a long row of nothing around source, tier and upsampler. */
export function upscaleBody(page: Page, tile: Tile, size: Size, token: string): unknown {
  const request: unknown[] = Array.from({ length: 32 }, () => null);
  request[0] = [null, tile.mediaId];
  request[2] = 1;
  request[4] = [null, tile.workflowId, null, null, crypto.randomUUID()];
  request[6] = size === '4K' ? 3 : 2;
  request[31] = [`veo_3_1_upsampler_${size === '4K' ? '4k' : '1080p'}`];
  return [request, context(page.store.get().projectId, token)];
}

/** Waits until the larger clip is there, asking as for any other. */
async function untilDone(page: Page, mediaId: string): Promise<boolean> {
  for (;;) {
    const reply = await page.wire.call('jwpduf', [null, null, [[mediaId]]]);
    const cell = reply.type === 'ok' ? at(recordsAt(reply.payload, 2), 0, 5, 8, 0) : null;
    if (cell === 3 || cell === 4 || page.signal.aborted) return cell === 3;
    await new Promise<void>((resolve) => later(POLL_MS, resolve));
  }
}

async function upscaleClip(page: Page, tile: Tile, size: Size, press: Event): Promise<string | null> {
  const token = await page.mint('VIDEO_GENERATION', press);
  const reply = await callSubmit(page, 'p0UkFb', upscaleBody(page, tile, size, token));
  const mediaId = reply.type === 'ok' ? textAt(recordsAt(reply.payload, 3), 0, 0) : null;
  if (mediaId === null || !(await untilDone(page, mediaId))) return null;
  await askForMedia(page, mediaId);
  return mediaId;
}

/** A larger picture comes in the reply itself. */
async function upscaleImage(page: Page, { mediaId }: Tile, press: Event): Promise<Blob | null> {
  const token = await page.mint('IMAGE_GENERATION', press);
  const about = context(page.store.get().projectId, token);
  const reply = await page.wire.call('SPrCad', [mediaId, 1, about]);
  const base64 = reply.type === 'ok' ? textAt(reply.payload, 1) : null;
  if (base64 === null) return null;
  return new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: 'image/jpeg' });
}

async function stored(mediaId: string | null, size: Size): Promise<Blob | null> {
  if (mediaId === null) return null;
  const reply = await fetch(`${DOWNLOAD}/${mediaId}?size=${size}`);
  return reply.ok ? reply.blob() : null;
}

function bytesOf(page: Page, tile: Tile, size: Size, press: Event): Promise<Blob | null> {
  const isLarger = size === '1080p' || size === '2K' || size === '4K';
  if (!isLarger) return stored(tile.mediaId, size);
  if (tile.kind !== 'video') return upscaleImage(page, tile, press);
  return upscaleClip(page, tile, size, press).then((mediaId) => stored(mediaId, size));
}

/** An item of the download menu was pressed; larger sizes are made first, which only a hand may start. */
export async function downloadTile(page: Page, tile: Tile, size: Size, press: Event): Promise<void> {
  const isLarger = size === '1080p' || size === '2K' || size === '4K';
  if (isLarger && !press.isTrusted && !page.switches.syntheticClickAccepted) return;
  const bytes = await bytesOf(page, tile, size, press);
  if (bytes === null) toast(page.say('failed'));
  else save(bytes, nameOf(tile, size));
}
