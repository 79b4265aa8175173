import type { Attempt } from '../domain/attempt.ts';
import type { Capabilities, ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import type { AssetId, AttemptId, Operation, Random } from '../domain/ids.ts';
import type { Expected, Inspection } from '../domain/render.ts';
import type { Result } from '../domain/result.ts';

/** An order as a provider gets it: the attempt's row, stored before the provider is asked (L5). */
export type Order = Attempt;

/** What handing over an order came to. */
export type Submission =
  | { readonly type: 'accepted'; readonly operation: Operation }
  /** Everything is set; the user presses Start in this tab. */
  | { readonly type: 'armed'; readonly tab: number }
  /** `no`: proven that nothing was accepted. `maybe`: the answer did not arrive. */
  | { readonly type: 'fault'; readonly accepted: 'no' | 'maybe'; readonly fault: Fault };

/** What a provider says of an order. */
export type Poll =
  /** `progress` is 0 to 1, null where the service does not tell; `againInMs` where it knows when to ask next. */
  | { readonly type: 'working'; readonly progress: number | null; readonly againInMs?: number }
  /** It ended; each ref is where one output can be had. */
  | { readonly type: 'produced'; readonly refs: readonly string[] }
  /** It ended without an output. */
  | { readonly type: 'ended'; readonly fault: Fault }
  /** The question failed; the order may go on. */
  | { readonly type: 'fault'; readonly fault: Fault };

/** What a provider finds of an order whose answer was lost. */
export type LookUp =
  | { readonly type: 'operation'; readonly operation: Operation }
  | { readonly type: 'not-there' }
  /** Only the user can tell; the candidates are what could be it. */
  | { readonly type: 'cannot-tell'; readonly candidates: readonly Operation[] }
  | { readonly type: 'not-now'; readonly fault: Fault };

/** A service that makes media, as the engine sees it. Every call may be cut off by the worker's death. */
export interface Provider {
  readonly name: ProviderName;
  readonly capabilities: Capabilities;
  /** How often to ask about an order at work, in ms. */
  readonly pollEveryMs: number;
  /** How long an order may be at work before Retake stops asking, in ms. */
  readonly deadlineMs: number;
  /** Ready, or the fault that says what the user must do. */
  check(): Promise<Result<null, Fault>>;
  submit(order: Order): Promise<Submission>;
  poll(operation: Operation, order: Order): Promise<Poll>;
  /** Brings one output's bytes in, staged under its attempt; a repeat brings the same bytes. */
  fetch(ref: string, order: Order): Promise<Result<AssetId, Fault>>;
  lookUp(order: Order): Promise<LookUp>;
  cancel(operation: Operation, order: Order): Promise<'stopped' | 'too-late' | 'cannot'>;
}

/** Looks into staged bytes before they become a take. */
export type Inspect = (
  assetId: AssetId,
  attemptId: AttemptId,
  expected: Expected,
) => Promise<Result<Inspection, Fault>>;

/** Milliseconds since the epoch (L20). */
export type Clock = () => number;

/** Sets the one wake: the time at which the engine must run again, null for never (L15). */
export type SetWake = (at: number | null) => void;

/** Told whether a step is in hand, so that the worker is kept awake for it and no longer (L15). */
export type SetBusy = (busy: boolean) => void;

/** Told of a defect: a step threw. The task goes on when its lease or poll is due. */
export type Report = (defect: unknown) => void;

/** What the engine is built from besides the store. */
export interface EnginePorts {
  readonly providers: ReadonlyMap<ProviderName, Provider>;
  readonly inspect: Inspect;
  readonly clock: Clock;
  readonly random: Random;
  readonly setWake: SetWake;
  readonly setBusy: SetBusy;
  readonly report: Report;
}
