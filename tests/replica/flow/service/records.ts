import { stamp } from './held-clock.ts';
import { sparse, type Json } from './json.ts';
import { QUEUED_MS, type Medium } from './medium.ts';
import { statusOf } from './error-codes.ts';
import type { World } from './world.ts';

/** Positional records as the wire carries them. Source: captures of the page, Sept–Oct 2026. */

/** What the service makes of a prompt before it generates. */
export function rewritten(prompt: string): string {
  return `${prompt}, cinematic`;
}

export function listingEntry(medium: Medium): Json {
  const { workflowId, mediaId, title, batch, projectId, createdAt, finishedWall } = medium;
  const done = finishedWall === null ? [] : [stamp(finishedWall)];
  return [workflowId, null, null, [title, stamp(createdAt), null, null, mediaId, batch, ...done], projectId];
}

function statusCell({ switches, clock }: World, medium: Medium): Json {
  const { outcome } = medium;
  if (outcome.kind === 'failed') return [4, statusOf(outcome.code, switches.errorForm)];
  if (outcome.kind === 'done') return [3];
  return clock.elapsed() - medium.orderedAt < QUEUED_MS ? [6] : [2];
}

const NOT_FOUND_CELL: Json = [4, [null, 'Media not found.'], ['Media not found.']];

function promptBlock(prompt: string): Json {
  return [null, null, [[[prompt]]]];
}

function modelRow({ modelKey, aspect, references }: Medium): Json {
  const row: Json = [modelKey, 1, null, null, aspect, 1];
  return references.length === 0 ? [row] : [row, references.map((id) => [null, null, id])];
}

/** What only some records say: the sizes once done, the addresses in `as29s`. */
export interface RecordExtras {
  readonly cell?: Json;
  readonly bytes?: number;
  readonly poster?: string;
  readonly url?: string;
}

function requestPart(world: World, medium: Medium, extras: RecordExtras): Json {
  const head: Record<number, Json> = {
    0: stamp(medium.createdAt),
    1: medium.prompt,
    6: [null, modelRow(medium), [promptBlock(medium.prompt)], null, 1],
    8: extras.cell ?? statusCell(world, medium),
    9: 1,
  };
  if (extras.bytes === undefined) return sparse(10, head);
  const poster: Json = extras.poster ?? null;
  return sparse(14, { ...head, 10: poster, 11: extras.poster === undefined ? null : [], 13: extras.bytes });
}

function resultPart(medium: Medium, url: string | undefined): Json {
  const made = sparse(17, {
    1: medium.seed,
    7: rewritten(medium.prompt),
    8: url ?? null,
    12: medium.modelKey,
    13: '',
    15: false,
    16: 2,
  });
  return [made, [null, null, [medium.seconds]], [medium.mediaId]];
}

export function videoRecord(world: World, medium: Medium, extras: RecordExtras = {}): Json {
  const { mediaId, projectId, workflowId } = medium;
  const request = requestPart(world, medium, extras);
  return [mediaId, projectId, workflowId, 'CAE', null, request, null, resultPart(medium, extras.url)];
}

/** The record of a poll that does not find a job which goes on all the same. */
export function lostRecord(world: World, medium: Medium): Json {
  return videoRecord(world, medium, { cell: NOT_FOUND_CELL });
}

export function imageRecord(medium: Medium, url: string): Json {
  const { mediaId, workflowId, prompt, references, width, height } = medium;
  const prompts: Json = [
    null,
    null,
    [[rewritten(prompt), null, [[[prompt]]]]],
    references.map((id) => [null, 1, id]),
  ];
  const made = sparse(18, {
    1: medium.seed,
    6: 1,
    7: rewritten(prompt),
    8: 29,
    11: workflowId,
    13: url,
    14: medium.aspect,
    15: prompts,
    17: mediaId,
  });
  return [mediaId, null, workflowId, null, null, null, [made, null, [width, height]]];
}

export function uploadRecord(medium: Medium): Json {
  const { mediaId, projectId, workflowId, createdAt, bytes, mimeType, width, height } = medium;
  const stored = sparse(14, { 0: stamp(createdAt), 13: bytes?.length ?? 0 });
  const picture: Json = [null, [null, null, mimeType], [width, height]];
  return [mediaId, projectId, workflowId, 'CAE', null, stored, picture];
}

/** The lists of records that some captures show one level deeper. */
export function nested({ switches }: World, records: readonly Json[]): Json {
  return switches.nesting === 'deeper' ? [records] : records;
}
