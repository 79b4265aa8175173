import { INVALID_ARGUMENT, NOT_FOUND, payload, status } from './answer.ts';
import { newUuid } from './chance.ts';
import { UNKNOWN_IMAGE_FORMAT } from './error-codes.ts';
import { numberAt, slot, textAt, type Json } from './json.ts';
import { bytesOf } from './media-bytes.ts';
import type { Medium } from './medium.ts';
import { placeItem, priceFor } from './place-order.ts';
import { readContext } from './read-order.ts';
import { listingEntry, uploadRecord } from './records.ts';
import { refusal, refuseToken } from './refusals.ts';
import { onlyAnswer, videoReply, type SubmitAnswer } from './submit-calls.ts';
import { doubled, readUpload, type UploadedPicture } from './uploaded-picture.ts';
import { mediumOf, type World } from './world.ts';

/** An upload as it lies in the project from now on. */
export function storeUpload(
  world: World,
  projectId: string,
  title: string,
  picture: UploadedPicture,
): Medium {
  const { chance, clock } = world;
  const medium: Medium = {
    mediaId: newUuid(chance),
    workflowId: newUuid(chance),
    projectId,
    kind: 'upload',
    title,
    prompt: '',
    modelKey: '',
    aspect: 0,
    seconds: 0,
    seed: 0,
    batch: null,
    references: [],
    price: 0,
    orderedAt: clock.elapsed(),
    createdAt: clock.wall(),
    foreign: false,
    willFail: null,
    // Whatever came in is stored as JPEG.
    mimeType: 'image/jpeg',
    ...picture,
    outcome: { kind: 'done', at: clock.elapsed() },
    finishedWall: clock.wall(),
    notFoundPolls: 0,
    linksGiven: 0,
    waiters: [],
  };
  world.media.push(medium);
  return medium;
}

/** `maseQ`: a picture of the user's. Without his consent to the rights dialog nothing is taken. */
export async function answerUpload(world: World, inner: Json): Promise<SubmitAnswer> {
  const { projectId, token } = readContext(slot(inner, 0));
  const [base64, title] = [textAt(inner, 1), textAt(inner, 8)];
  if (projectId === null || base64 === null || title === null) return onlyAnswer(INVALID_ARGUMENT);
  const refused = refuseToken(world, token, 'UPLOAD');
  if (refused !== null) return onlyAnswer(refused);
  if (world.switches.consentOnFirstUpload && !world.account.consentGiven) return onlyAnswer(status([7]));
  if (!world.projects.some(({ id }) => id === projectId)) return onlyAnswer(NOT_FOUND);
  const picture = await readUpload(Buffer.from(base64, 'base64'));
  if (picture === null) return onlyAnswer(refusal(world, UNKNOWN_IMAGE_FORMAT));
  const medium = storeUpload(world, projectId, title, picture);
  return { answer: payload([uploadRecord(medium), listingEntry(medium)]), made: [medium] };
}

/** `SPrCad`: the picture at twice its sides, in the reply itself; free. */
export async function answerImageUpscale(world: World, inner: Json): Promise<SubmitAnswer> {
  const { token } = readContext(slot(inner, 2));
  const medium = mediumOf(world, textAt(inner, 0) ?? '');
  const refused = refuseToken(world, token, 'IMAGE_GENERATION');
  if (refused !== null) return onlyAnswer(refused);
  if (medium === null || medium.kind === 'video') return onlyAnswer(NOT_FOUND);
  const bytes = await doubled(await bytesOf(world, medium));
  const base64 = Buffer.from(bytes).toString('base64');
  return { answer: payload([[listingEntry(medium)], base64]), made: [] };
}

/** `p0UkFb` asks for 1080p (2) or 4K (3); the reply is taken to be that of any video order: none was captured. */
export function answerVideoUpscale(world: World, inner: Json): SubmitAnswer {
  const request = slot(inner, 0);
  const source = mediumOf(world, textAt(request, 0, 1) ?? '');
  const tier = numberAt(request, 6);
  const refused = refuseToken(world, readContext(slot(inner, 1)).token, 'VIDEO_GENERATION');
  if (refused !== null) return onlyAnswer(refused);
  if (source === null || source.kind !== 'video') return onlyAnswer(NOT_FOUND);
  if (tier !== 2 && tier !== 3) return onlyAnswer(INVALID_ARGUMENT);
  const modelKey = tier === 2 ? 'veo_3_1_upsampler_1080p' : 'veo_3_1_upsampler_4k';
  if (priceFor(world, modelKey) > world.account.credits) return onlyAnswer(refusal(world, 2));
  const made = placeUpscale(world, source, modelKey, textAt(request, 4, 4));
  return { answer: payload(videoReply(world, [made])), made: [made] };
}

function placeUpscale(world: World, source: Medium, modelKey: string, uuid: string | null): Medium {
  const { kind: _kind, projectId, prompt, aspect, workflowId, seconds } = source;
  const placing = { kind: 'video', projectId, batch: uuid ?? newUuid(world.chance), foreign: false } as const;
  const is4k = modelKey.endsWith('4k');
  const scale = (is4k ? 2160 : 1080) / Math.min(source.width, source.height);
  return placeItem(
    world,
    placing,
    { prompt, modelKey, aspect, seed: source.seed, references: [] },
    {
      mediaId: `${source.mediaId}${is4k ? '_4k_upsampled' : '_upsampled'}`,
      workflowId,
      seconds,
      width: Math.round(source.width * scale),
      height: Math.round(source.height * scale),
    },
  );
}
