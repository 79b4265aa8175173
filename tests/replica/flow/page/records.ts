import { reasonOf } from './framing.ts';

/** What a reply says about one medium. */
export interface Media {
  readonly mediaId: string;
  readonly workflowId: string;
  readonly state: 'pending' | 'running' | 'done' | 'failed';
  /** A name or a number of the error enum, where it failed and says why. */
  readonly reason: string | null;
  readonly title: string | null;
  readonly poster: string | null;
  readonly url: string | null;
  readonly width: number;
  readonly height: number;
}

/** What stands at a path of nested arrays; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly number[]): unknown {
  return path.reduce<unknown>((inner, slot) => (Array.isArray(inner) ? inner[slot] : undefined), value);
}

export function textAt(value: unknown, ...path: readonly number[]): string | null {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : null;
}

function numberAt(value: unknown, ...path: readonly number[]): number {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : 0;
}

export function listAt(value: unknown, ...path: readonly number[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Records at a path; some builds wrap the list once more, so it is known by what a record begins with. */
export function recordsAt(value: unknown, ...path: readonly number[]): readonly unknown[] {
  const list = listAt(value, ...path);
  return Array.isArray(at(list, 0, 0)) ? listAt(list, 0) : list;
}

const STATES = new Map<unknown, Media['state']>([
  [6, 'pending'],
  [2, 'running'],
  [3, 'done'],
  [4, 'failed'],
]);

/** Reads a video record of a submit, a poll or `as29s`. Source: captures of the page, Sept–Oct 2026. */
export function clipOf(record: unknown): Media | null {
  const mediaId = textAt(record, 0);
  if (mediaId === null) return null;
  const cell = at(record, 5, 8);
  return {
    mediaId,
    workflowId: textAt(record, 2) ?? '',
    state: STATES.get(at(cell, 0)) ?? 'running',
    reason: reasonIn(at(cell, 1)),
    title: null,
    poster: textAt(record, 5, 10),
    url: textAt(record, 7, 0, 8),
    width: 0,
    height: 0,
  };
}

/** A failed cell holds a status; "Media not found." is one that may pass. */
function reasonIn(status: unknown): string | null {
  if (textAt(status, 1) === 'Media not found.') return 'Media not found.';
  return reasonOf(at(status, 2));
}

function titleOf(listings: readonly unknown[], workflowId: string | null): string | null {
  return textAt(
    listings.find((entry) => at(entry, 0) === workflowId),
    3,
    0,
  );
}

/** The clips of a submit's reply, with the titles of their listings. */
export function clipsOf(payload: unknown): readonly Media[] {
  return recordsAt(payload, 3).flatMap((record) => {
    const clip = clipOf(record);
    return clip === null ? [] : [{ ...clip, title: titleOf(recordsAt(payload, 2), clip.workflowId) }];
  });
}

/** The pictures of a submit's reply: they are done when it comes. */
export function imagesOf(payload: unknown): readonly Media[] {
  return recordsAt(payload, 0).flatMap((media) => {
    const mediaId = textAt(media, 0);
    if (mediaId === null) return [];
    const workflowId = textAt(media, 2) ?? '';
    const url = textAt(media, 6, 0, 13);
    const title = titleOf(recordsAt(payload, 1), workflowId);
    const [width, height] = [numberAt(media, 6, 2, 0), numberAt(media, 6, 2, 1)];
    return [
      { mediaId, workflowId, state: 'done' as const, reason: null, title, poster: url, url, width, height },
    ];
  });
}

/** The picture of an upload's reply. */
export function uploadOf(payload: unknown): Media | null {
  const mediaId = textAt(payload, 0, 0);
  if (mediaId === null) return null;
  return {
    mediaId,
    workflowId: textAt(payload, 0, 2) ?? textAt(payload, 1, 0) ?? '',
    state: 'done',
    reason: null,
    title: textAt(payload, 1, 3, 0),
    poster: null,
    url: null,
    width: sizesIn(payload)[0],
    height: sizesIn(payload)[1],
  };
}

/** Width and height: the last slot of the record's picture block. */
function sizesIn(payload: unknown): readonly [number, number] {
  const block = listAt(payload, 0, 6);
  return [numberAt(block, 2, 0), numberAt(block, 2, 1)];
}
