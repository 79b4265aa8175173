import { countAt, dig, isList, textAt, type List } from './dig.ts';
import { isFlowId, isReference, type FlowId } from './flow-id.ts';
import { mediaUrlIn } from './media-url.ts';
import { promptOf } from './prompt-key.ts';
import { readPromptParts } from './prompt-parts.ts';
import { LIMITS, type MediaRecord, type Progress, type Prompt } from './report.ts';
import { isModelKey, lengthFromKey } from './shapes-item.ts';
import { readStatus } from './status.ts';

interface Ids {
  readonly mediaId: FlowId;
  readonly projectId: FlowId | null;
  readonly workflowId: FlowId;
}

/**
 * Reads a record, `[media, project, workflow, "CAE", , about, image, made]`; null where the list is something else.
 * The word in slot 3 stands there from the first moment on, so it says nothing of the end.
 * Source: captures of the page, Sept–Oct 2026.
 */
export function readRecord(list: List): MediaRecord | null {
  const ids = readIds(list);
  if (ids === null) return null;
  if (isList(dig(list, 6, 0))) return readImage(ids, list);
  return isList(dig(list, 5, 8)) || isList(dig(list, 7, 0)) ? readVideo(ids, list) : readUploaded(ids, list);
}

function readIds(list: List): Ids | null {
  const [mediaId, project, workflowId, word] = list;
  const isRecord = (typeof word === 'string' && !isFlowId(word)) || isList(list[5]) || isList(list[6]);
  if (!isRecord || !isFlowId(mediaId) || !isFlowId(workflowId) || isList(word)) return null;
  return { mediaId, projectId: isFlowId(project) ? project : null, workflowId };
}

function readVideo(ids: Ids, list: List): MediaRecord {
  const [about, made] = [list[5], dig(list, 7, 0)];
  const [row, echo] = [dig(about, 6, 1), dig(made, 12)];
  const model = [echo, dig(row, 0, 0)].find(isModelKey) ?? null;
  return {
    ...ids,
    kind: 'video',
    progress: readProgress(dig(about, 8)),
    posterUrl: mediaUrlIn(about, 10, 'image'),
    mediaUrl: mediaUrlIn(made, 8, 'video'),
    sizeBytes: countAt(about, 13),
    seconds: countAt(list, 7, 1, 2, 0) ?? (model === null ? null : lengthFromKey(model)),
    width: null,
    height: null,
    prompt: echoOf(dig(about, 1)),
    model,
    references: referencesIn(dig(row, 1)),
  };
}

/** An image's record comes when the image does; its address stands in it. */
function readImage(ids: Ids, list: List): MediaRecord {
  // Captures have the image's own list in slot 6, or in slot 0 of a list there.
  const about = isList(dig(list, 6, 0, 0)) ? dig(list, 6, 0) : list[6];
  const [made, cell] = [dig(about, 0), dig(list, 5, 8)];
  const mediaUrl = mediaUrlIn(made, 13, 'image');
  const asked = dig(made, 15);
  return {
    ...ids,
    kind: 'image',
    progress: isList(cell) ? readProgress(cell) : { type: mediaUrl === null ? 'unknown' : 'done' },
    posterUrl: null,
    mediaUrl,
    sizeBytes: null,
    seconds: null,
    width: countAt(about, 2, 0),
    height: countAt(about, 2, 1),
    prompt: promptOfImage(dig(asked, 2, 0)),
    model: null,
    references: referencesIn(dig(asked, 3)),
  };
}

/** What the user gave; its name stands in the listing beside it. */
function readUploaded(ids: Ids, list: List): MediaRecord {
  return {
    ...ids,
    kind: 'upload',
    progress: { type: 'done' },
    posterUrl: null,
    mediaUrl: null,
    sizeBytes: null,
    seconds: null,
    width: countAt(list, 6, 2, 0),
    height: countAt(list, 6, 2, 1),
    prompt: null,
    model: null,
    references: [],
  };
}

/** A number in a list, with an error where it failed; a number that is not known is waited on. */
function readProgress(cell: unknown): Progress {
  switch (dig(cell, 0)) {
    case 6:
      return { type: 'queued' };
    case 2:
      return { type: 'running' };
    case 3:
      return { type: 'done' };
    case 4:
      return { type: 'failed', status: readStatus(dig(cell, 1)) };
    default:
      return { type: 'unknown' };
  }
}

function echoOf(value: unknown): Prompt | null {
  return typeof value === 'string' ? promptOf(value, LIMITS.echoText) : null;
}

/** `[rewritten, , parts]`: what was asked are the parts; where none are, nothing was rewritten. */
function promptOfImage(value: unknown): Prompt | null {
  const parts = readPromptParts(dig(value, 2));
  return parts === null ? echoOf(dig(value, 0)) : promptOf(parts.text, LIMITS.echoText);
}

/** Entries `[null, 1, id]`. */
function referencesIn(entries: unknown): readonly string[] {
  if (!isList(entries)) return [];
  return entries
    .slice(0, LIMITS.references)
    .map((entry) => textAt(LIMITS.title, entry, 2))
    .filter(isReference);
}
