import type { Fault } from './fault.ts';
import type { ProviderName } from './capabilities.ts';

/** What ends a hold. */
export type Lifts =
  /** A time, ms since the epoch; `tries` doubles the next one. */
  | { readonly type: 'time'; readonly at: number; readonly tries: number }
  /** A page of the provider reports that all is well. */
  | { readonly type: 'page' }
  /** The user, by a press. */
  | { readonly type: 'user' };

/** Stops claims, polls and downloads at a provider, or at one of its models; tasks keep their state. */
export interface Hold {
  readonly provider: ProviderName;
  /** Empty for the whole provider, else the model whose quota is spent. */
  readonly model: string;
  readonly fault: Fault;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly lifts: Lifts;
}

const FIRST_WAIT_MS = 30_000;
/** A dead server is asked at least this often: four times an hour costs nothing and nobody waits a night for it. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** The hold that a fault makes; `earlier` is the one it replaces, whose wait is doubled. */
export function holdFor(provider: ProviderName, fault: Fault, earlier: Hold | null, now: number): Hold {
  return { provider, model: '', fault, since: earlier?.since ?? now, lifts: liftsFor(fault, earlier, now) };
}

function liftsFor(fault: Fault, earlier: Hold | null, now: number): Lifts {
  if (fault.type === 'SignedOut' || fault.type === 'QuotaSpent') return { type: 'user' };
  const tries = earlier?.lifts.type === 'time' ? earlier.lifts.tries + 1 : 0;
  const asked = fault.type === 'RateLimited' ? fault.retryAfterMs : null;
  const wait = asked ?? Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  return { type: 'time', at: now + wait, tries };
}

/** Tells whether a hold still stands at a time. */
export function stands(hold: Hold, now: number): boolean {
  return hold.lifts.type !== 'time' || hold.lifts.at > now;
}
