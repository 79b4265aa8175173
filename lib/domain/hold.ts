import { factsOf, type Fault } from './fault.ts';
import type { Kind } from './scene.ts';
import type { ProviderName } from './capabilities.ts';

/** What ends a hold. */
export type Lifts =
  /** A time, ms since the epoch; `tries` doubles the next one. */
  | { readonly type: 'time'; readonly at: number; readonly tries: number }
  /** A page of the provider reports that all is well. */
  | { readonly type: 'page' }
  /** The user, by a press. */
  | { readonly type: 'user' };

/** Stops claims at a provider, or at one of its models, and mostly polls and downloads too; tasks keep their state. */
export interface Hold {
  readonly provider: ProviderName;
  /** What of the provider it holds up: all of it where it is empty, else what {@link modelKey} or {@link PAID} names. */
  readonly model: string;
  readonly fault: Fault;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly lifts: Lifts;
}

const FIRST_WAIT_MS = 30_000;
/** A dead server is asked at least this often: four times an hour costs nothing and nobody waits a night for it. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** Stands for all that costs. No model is called so. */
export const PAID = '* paid';

/** An order, as far as it decides under which holds it waits. */
export interface HeldOrder {
  readonly kind: Kind;
  /** Null where it leaves the model to its service. */
  readonly model: string | null;
}

/** Stands for the orders of a model; those that leave it to the service share one, which nobody can name. */
export function modelKey({ kind, model }: HeldOrder): string {
  return model ?? `* ${kind}`;
}

/** The keys of the holds that an order waits under, the widest first. */
export function keysOver(order: HeldOrder, freeKinds: readonly Kind[]): readonly string[] {
  return ['', ...(freeKinds.includes(order.kind) ? [] : [PAID]), modelKey(order)];
}

/**
 * The key of what a fault of an order holds up: a model whose quota is spent, all that costs where nothing is left to
 * pay with, else the whole provider. What was called free and is not, is no reason to go on with the rest.
 */
export function keyFor(fault: Fault, order: HeldOrder, freeKinds: readonly Kind[]): string {
  if (fault.type === 'QuotaSpent' && fault.model !== undefined) return modelKey(order);
  const isNoCredits = fault.type === 'FlowBlocked' && fault.by === 'NoCredits';
  return isNoCredits && !freeKinds.includes(order.kind) ? PAID : '';
}

/** The hold that a fault makes; `earlier` is the one it replaces, whose wait is doubled. */
export function holdFor(
  provider: ProviderName,
  fault: Fault,
  earlier: Hold | null,
  now: number,
  model = '',
): Hold {
  return { provider, model, fault, since: earlier?.since ?? now, lifts: liftsFor(fault, earlier, now) };
}

function liftsFor(fault: Fault, earlier: Hold | null, now: number): Lifts {
  const { helps } = factsOf(fault);
  if (helps === 'liftHold' || helps === 'otherModel') return { type: 'user' };
  if (helps === 'goToFlow') return { type: 'page' };
  const tries = earlier?.lifts.type === 'time' ? earlier.lifts.tries + 1 : 0;
  const asked = fault.type === 'RateLimited' ? fault.retryAfterMs : null;
  const wait = asked ?? Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  return { type: 'time', at: now + wait, tries };
}

/**
 * Tells whether a new hold takes the place of one that stands: what only the user lifts outweighs a wait, and
 * distrust outweighs everything.
 */
export function outweighs(next: Hold, standing: Hold): boolean {
  if (standing.fault.type === 'Distrusted') return false;
  return next.fault.type === 'Distrusted' || (isLatch(next) && !isLatch(standing));
}

/** Tells whether only the user lifts a hold. */
export function isLatch(hold: Hold): boolean {
  return hold.lifts.type === 'user';
}

/**
 * Tells whether a hold leaves alone what is ordered already: with no credits left, or a notice over the page, what was
 * paid for still comes.
 */
export function stopsOnlyOrders({ fault }: Hold): boolean {
  return fault.type === 'FlowBlocked';
}

/** Tells whether a hold still stands at a time. */
export function stands(hold: Hold, now: number): boolean {
  return hold.lifts.type !== 'time' || hold.lifts.at > now;
}
