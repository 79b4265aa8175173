import { INTERNAL, INVALID_ARGUMENT, NOT_FOUND, payload, status, type Answer } from './answer.ts';
import { newUuid } from './chance.ts';
import type { SubmitRpcid } from '../contract.ts';
import { statusOf } from './error-codes.ts';
import type { Json } from './json.ts';
import { ended, type Medium } from './medium.ts';
import { knowsReferences, placeItem, type Placing } from './place-order.ts';
import { readOrder, type FlowOrder } from './read-order.ts';
import { imageRecord, listingEntry, nested, videoRecord } from './records.ts';
import { refuseOrder, refuseToken } from './refusals.ts';
import type { World } from './world.ts';

/** An answer, and the media that came to be through the call. */
export interface SubmitAnswer {
  readonly answer: Answer;
  readonly made: readonly Medium[];
}

export function onlyAnswer(answer: Answer): SubmitAnswer {
  return { answer, made: [] };
}

/** Orders of somebody else that enter the project meanwhile. */
export function placeForeign(
  world: World,
  projectId: string,
  kind: 'image' | 'video',
  prompt: string,
): Medium {
  const placing: Placing = { kind, projectId, batch: newUuid(world.chance), foreign: true };
  const modelKey = kind === 'image' ? 'BELUGA' : 'abra_t2v_6s';
  const aspect = kind === 'image' ? 3 : 2;
  return placeItem(world, placing, { prompt, modelKey, aspect, seed: null, references: [] });
}

function countAccepted(world: World, { projectId }: FlowOrder): void {
  world.accepted += 1;
  const { foreignOrders, aboutBounceAfterSubmits: bounce } = world.switches;
  if (world.accepted === 1)
    for (let at = 1; at <= foreignOrders; at += 1)
      placeForeign(world, projectId, 'video', `somebody else's idea ${at}`);
  if (bounce !== null && world.accepted >= bounce) world.account.signedIn = false;
}

export function videoReply(world: World, made: readonly Medium[]): Json {
  const records = made.map((medium) => videoRecord(world, medium));
  return [null, world.account.credits, made.map(listingEntry), nested(world, records)];
}

/** Pictures come in the reply itself: it stays open until they are done. */
async function imageReply(world: World, made: readonly Medium[]): Promise<Answer> {
  await Promise.all(made.map(ended));
  const failed = made.find(({ outcome }) => outcome.kind === 'failed');
  if (failed?.outcome.kind === 'failed')
    return status(statusOf(failed.outcome.code, world.switches.errorForm));
  const records = made.map((medium) => imageRecord(medium, signImage(world, medium)));
  return payload([nested(world, records), nested(world, made.map(listingEntry))]);
}

/** The signed address of a picture; the first ones may have been expired by a switch. */
export function signImage(world: World, medium: Medium): string {
  const isExpired = medium.linksGiven < world.switches.expiredLinks;
  medium.linksGiven += 1;
  return world.links.sign('image', medium.mediaId, isExpired);
}

/** What a reply looks like where the switches let no order in. */
function answerUnaccepted({ switches, account }: World, { kind }: FlowOrder): Answer | null {
  if (switches.submitReply === 'bare-13') return INTERNAL;
  if (switches.submitReply !== 'empty') return null;
  return payload(kind === 'image' ? [[], []] : [null, account.credits]);
}

function answerUncertain({ switches }: World): Answer | null {
  if (switches.submitReply === 'lost') return { kind: 'lost' };
  if (switches.submitReply === 'bare-5-queued') return NOT_FOUND;
  return switches.submitReply === 'bare-13-queued' ? INTERNAL : null;
}

/** A generation: judged, charged and begun. */
export async function answerGeneration(world: World, rpcid: SubmitRpcid, inner: Json): Promise<SubmitAnswer> {
  const order = readOrder(rpcid, inner);
  if (order === null) return onlyAnswer(INVALID_ARGUMENT);
  const action = order.kind === 'image' ? 'IMAGE_GENERATION' : 'VIDEO_GENERATION';
  const refused = refuseToken(world, order.token, action) ?? refuseOrder(world, order);
  if (refused !== null) return onlyAnswer(refused);
  if (!world.projects.some(({ id }) => id === order.projectId)) return onlyAnswer(NOT_FOUND);
  if (!knowsReferences(world, order.items)) return onlyAnswer(NOT_FOUND);
  const unaccepted = answerUnaccepted(world, order);
  if (unaccepted !== null) return onlyAnswer(unaccepted);
  const placing = { kind: order.kind, projectId: order.projectId, batch: order.batch, foreign: false };
  const made = order.items.map((item) => placeItem(world, placing, item));
  countAccepted(world, order);
  const uncertain = answerUncertain(world);
  if (uncertain !== null) return { answer: uncertain, made };
  if (order.kind === 'video') return { answer: payload(videoReply(world, made)), made };
  return { answer: await imageReply(world, made), made };
}
