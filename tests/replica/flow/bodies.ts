import type { FlowClient, Reply } from './client.ts';
import { sparse, textAt, type Json } from './service/json.ts';

/** Bodies of captcha-bearing calls as the page writes them. Source: captures of the page, Sept–Oct 2026. */

export const BATCH = 'bbbbbbbb-0000-4000-8000-000000000001';
const UUID_A = 'aaaaaaaa-0000-4000-8000-000000000001';
const UUID_B = 'aaaaaaaa-0000-4000-8000-000000000002';
const IDS: Json = [null, null, null, null, UUID_A, UUID_B];
const CROP: Json = [null, 0.003875969, 1, 0.996124031];

export function context(projectId: string, token: string): Json {
  return [null, 22, null, null, null, projectId, null, null, null, null, [token, 1]];
}

const words = (prompt: string): Json => [null, null, [[[prompt]]]];
const frame = (id: string): Json => [null, id, null, null, null, CROP];

/** One item of a video order: from words, one frame, two frames, or ingredients. */
export const VIDEO_ITEMS = {
  YhhmEf: (prompt: string, key = 'abra_t2v_6s'): Json => [words(prompt), key, 2, null, IDS],
  eb1hJf: (prompt: string, start: string): Json => [words(prompt), 'abra_i2v_8s', 2, null, frame(start), IDS],
  nprQif: (prompt: string, start: string, end: string): Json => [
    words(prompt),
    'omni_flash_i2v_8s_first_last',
    1,
    null,
    frame(start),
    frame(end),
    IDS,
  ],
  MZZa6b: (prompt: string, ids: readonly string[]): Json => [
    words(prompt),
    ids.map((id) => [null, id]),
    'abra_r2v_8s',
    1,
    null,
    IDS,
  ],
};

export function videoBody(projectId: string, token: string, items: readonly Json[], batch = BATCH): Json {
  return [items, context(projectId, token), [batch, 2]];
}

export interface ImageOrder {
  readonly prompt: string;
  readonly count?: number;
  readonly references?: readonly string[];
  readonly aspect?: number;
}

export function imageBody(projectId: string, token: string, order: ImageOrder): Json {
  const { prompt, count = 1, references = [], aspect = 3 } = order;
  const about = context(projectId, token);
  const refs = references.length === 0 ? null : references.map((id) => [id, null, null, null, 1]);
  const named = { 2: refs, 3: 281181, 4: aspect, 5: 'BELUGA', 7: about, 8: [[[prompt]]] };
  const item = sparse(14, { ...named, 12: UUID_A, 13: UUID_B });
  return [null, Array.from({ length: count }, () => item), 1, about, [BATCH]];
}

/** Orders a clip from words, as a person's press does. */
export async function orderClip(client: FlowClient, prompt: string, key = 'abra_t2v_6s'): Promise<Reply> {
  const token = await client.mint('VIDEO_GENERATION');
  return client.call('YhhmEf', videoBody(client.projectId, token, [VIDEO_ITEMS.YhhmEf(prompt, key)]));
}

/** Orders pictures; the reply comes when they are done. */
export async function orderImages(client: FlowClient, order: ImageOrder): Promise<Reply> {
  const token = await client.mint('IMAGE_GENERATION');
  return client.call('ogiZ0b', imageBody(client.projectId, token, order));
}

export function uploadBody(projectId: string, token: string, base64: string, title: string): Json {
  return [
    context(projectId, token),
    base64,
    'image/png',
    1,
    null,
    null,
    null,
    null,
    title,
    null,
    UUID_A,
    UUID_B,
  ];
}

export async function upload(client: FlowClient, bytes: Uint8Array, title: string): Promise<Reply> {
  const token = await client.mint('UPLOAD');
  const base64 = Buffer.from(bytes).toString('base64');
  return client.call('maseQ', uploadBody(client.projectId, token, base64, title));
}

/** A PNG of one point. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads it; answers the media id. */
export async function uploadDot(client: FlowClient, title: string): Promise<string> {
  const { payload } = await upload(client, DOT, title);
  return textAt(payload, 0, 0) ?? '';
}

/** Waits until the service has taken up so many pictures and clips: a picture's reply comes only when it is done. */
export async function untilJobs({ replica }: FlowClient, count: number): Promise<void> {
  while (replica.jobs.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
}
