import { newUuid, wholeNumber } from './chance.ts';
import { imageSize, videoSize, type Medium } from './medium.ts';
import { priceOf, secondsOf } from '../prices.ts';
import type { OrderItem } from './read-order.ts';
import { mediumOf, type World } from './world.ts';

export interface Placing {
  readonly kind: 'image' | 'video';
  readonly projectId: string;
  readonly batch: string;
  readonly foreign: boolean;
}

/** How long jobs take from order to done. Source: durations seen, Sept–Oct 2026. */
const LASTS_MS = { image: 20_000, video: 40_000 };
const FOREIGN_LASTS_MS = 120_000;
/** Where the last comes first, the later of two open jobs ends this much earlier. */
const LAST_FIRST_MS = { horizon: 300_000, step: 1000 };

function finishAt(world: World, { kind, foreign }: Placing): number {
  const { switches, clock, media } = world;
  if (switches.neverFinishes && !foreign) return Infinity;
  if (foreign) return clock.elapsed() + FOREIGN_LASTS_MS;
  if (switches.finishOrder === 'first-in-first-out') return clock.elapsed() + LASTS_MS[kind];
  const open = media.filter(({ outcome }) => outcome.kind === 'pending');
  const begun = Math.min(clock.elapsed(), ...open.map(({ orderedAt }) => orderedAt));
  const end = begun + LAST_FIRST_MS.horizon - open.length * LAST_FIRST_MS.step;
  return Math.max(end, clock.elapsed() + LAST_FIRST_MS.step);
}

/** A few words of the prompt, as the service titles what it makes. */
function titleOf({ switches }: World, prompt: string): string {
  if (switches.titles === 'all-the-same') return 'Untitled scene';
  const words = prompt.trim().split(/\s+/).slice(0, 5).join(' ').replace(/^an? /i, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function priceFor({ account }: World, modelKey: string): number {
  return priceOf(modelKey, account.tier) ?? 0;
}

function sizeOf(kind: 'image' | 'video', { aspect, modelKey }: OrderItem): readonly [number, number] {
  return (kind === 'image' ? imageSize(aspect) : videoSize(aspect, modelKey)) ?? [1280, 720];
}

/** Accepts one output: credits are taken now, and the job begins. `fixed` is what an upscale takes from its source. */
export function placeItem(
  world: World,
  placing: Placing,
  item: OrderItem,
  fixed: Partial<Medium> = {},
): Medium {
  const { chance, clock, account, switches } = world;
  const [width, height] = sizeOf(placing.kind, item);
  const price = priceFor(world, item.modelKey);
  const medium: Medium = {
    ...placing,
    mediaId: newUuid(chance),
    workflowId: newUuid(chance),
    title: titleOf(world, item.prompt),
    prompt: item.prompt,
    modelKey: item.modelKey,
    aspect: item.aspect,
    width,
    height,
    seconds: placing.kind === 'video' ? secondsOf(item.modelKey) : 0,
    seed: item.seed ?? wholeNumber(chance, 1, 999_999),
    references: item.references,
    price,
    orderedAt: clock.elapsed(),
    createdAt: clock.wall(),
    willFail: placing.foreign ? null : switches.failCode,
    mimeType: placing.kind === 'video' ? 'video/mp4' : 'image/jpeg',
    bytes: null,
    outcome: { kind: 'pending', finishAt: finishAt(world, placing) },
    finishedWall: null,
    notFoundPolls: placing.foreign ? 0 : switches.mediaNotFoundPolls,
    linksGiven: 0,
    waiters: [],
    ...fixed,
  };
  account.credits -= price;
  world.media.push(medium);
  return medium;
}

/** Ends a job, with an error code or well; a failed one costs nothing, unless the switch says so. */
export function endJob(
  world: World,
  medium: Medium,
  failCode: number | null,
  at = world.clock.elapsed(),
): void {
  if (medium.outcome.kind !== 'pending') return;
  medium.outcome = failCode === null ? { kind: 'done', at } : { kind: 'failed', at, code: failCode };
  medium.finishedWall = world.clock.wall() - (world.clock.elapsed() - at);
  if (failCode !== null && world.switches.creditsOfFailed === 'given-back')
    world.account.credits += medium.price;
  for (const wake of medium.waiters.splice(0)) wake();
}

/** Ends every job whose time has come, the earlier first. */
export function endDueJobs(world: World): void {
  const due = world.media.flatMap((medium) =>
    medium.outcome.kind === 'pending' && medium.outcome.finishAt <= world.clock.elapsed()
      ? [{ medium, at: medium.outcome.finishAt }]
      : [],
  );
  for (const { medium, at } of due.toSorted((one, other) => one.at - other.at))
    endJob(world, medium, medium.willFail, at);
}

/** Whether all that an order refers to is there. */
export function knowsReferences(world: World, items: readonly OrderItem[]): boolean {
  return items.every(({ references }) => references.every((id) => mediumOf(world, id) !== null));
}
