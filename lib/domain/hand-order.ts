import type { Card } from './card.ts';
import type { Fault } from './fault.ts';
import { flowFileName } from './flow-page.ts';
import { stands, type Hold } from './hold.ts';
import type { AssetId } from './ids.ts';
import type { Aspect, VideoFrom } from './project.ts';
import { linesFor, withLines } from './prompt-lines.ts';
import { promptOf } from './prompt-of.ts';
import type { Kind } from './scene.ts';
import { faultOf } from './status.ts';
import type { Phase } from './task.ts';

/** An order as the user makes it by hand on the Flow page. */
export interface HandOrder {
  readonly mode: 'image' | 'video';
  readonly from: 'text' | 'frames' | 'ingredients';
  /** As the page names it; null leaves the one that is set there. */
  readonly model: string | null;
  readonly aspect: Aspect;
  /** Seconds; null for an image. */
  readonly lengthS: number | null;
  readonly count: number;
  readonly prompt: string;
  /** Pictures to give to the page, each under the name by which it is known there again. */
  readonly pictures: readonly { readonly assetId: AssetId; readonly name: string }[];
}

/** The order of a card that Retake cannot set up on the page by itself; null where it can, or nothing is ordered. */
export function handOrder(
  card: Card,
  film: { readonly aspect: Aspect; readonly videoFrom: VideoFrom },
  holds: readonly Hold[],
  now: number,
): HandOrder | null {
  const { task } = card.status;
  if (task?.provider !== 'flow') return null;
  const fault = faultOf(card.status);
  if (fault !== null) return isForHand(fault) ? orderOf(card, task.kind, film) : null;
  if (!isHeldForHand(holds, now)) return null;
  // Where a video waits for its image, the image is the order that can be made now.
  const waiting = [task, card.facts.tasks.image].find((each) => each !== undefined && waits(each.phase));
  return waiting === undefined ? null : orderOf(card, waiting.kind, film);
}

function waits(phase: Phase): boolean {
  return phase.state === 'preparing' || (phase.state === 'queued' && phase.needs === null);
}

function isHeldForHand(holds: readonly Hold[], now: number): boolean {
  return holds.some(
    (hold) =>
      hold.provider === 'flow' &&
      stands(hold, now) &&
      hold.fault.type === 'FlowBlocked' &&
      (hold.fault.by === 'PageChanged' || hold.fault.by === 'AgentOnly'),
  );
}

function isForHand({ type }: Fault): boolean {
  return type === 'FlowPictureByHand' || type === 'FlowNotHeld';
}

function orderOf(
  { scene, takes, pictures, chosen, lines }: Card,
  kind: Kind,
  { aspect, videoFrom }: { readonly aspect: Aspect; readonly videoFrom: VideoFrom },
): HandOrder | null {
  if (kind === 'voice') return null;
  const frame = takes.image.find(({ picked }) => picked)?.take.assetId;
  const end = pictures.findLast(({ role }) => role === 'end')?.assetId;
  const frames = videoFrom === 'picture' && frame !== undefined ? [frame, ...(end ? [end] : [])] : [];
  const others = pictures.filter(({ role }) => role !== 'end').map(({ assetId }) => assetId);
  const given = kind === 'video' ? frames : others;
  const { imagePrompt, videoPrompt, lengthS } = scene;
  const { model, clipLengthS, outputs } = chosen[kind];
  return {
    mode: kind,
    from: given.length === 0 ? 'text' : kind === 'video' ? 'frames' : 'ingredients',
    aspect,
    model,
    lengthS: kind === 'video' ? (clipLengthS ?? lengthS) : null,
    count: outputs,
    prompt: withLines(
      promptOf({ ...scene, prompt: kind === 'video' ? videoPrompt : imagePrompt }),
      linesFor(lines, scene),
    ),
    pictures: given.map((assetId) => ({ assetId, name: flowFileName(assetId) })),
  };
}
