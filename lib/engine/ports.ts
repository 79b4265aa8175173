import type { Attempt, Remark, Taken } from '../domain/attempt.ts';
import type { Capabilities, ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import type { AssetId, AttemptId, Operation, Random } from '../domain/ids.ts';
import type { Expected, Inspection } from '../domain/render.ts';
import type { Result } from '../domain/result.ts';
import type { Kind } from '../domain/scene.ts';
import type { Sighting } from '../domain/sighting.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Arming } from '../domain/task.ts';

/** An order as a provider gets it: the attempt's row, stored before the provider is asked (L5). */
export type Order = Attempt;

/** What handing over an order came to. */
export type Submission =
  | { readonly type: 'accepted'; readonly operation: Operation }
  /** Everything is set; the user presses Start in this tab. */
  | { readonly type: 'armed'; readonly arming: Arming }
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

/** The order that stands ready on a page. */
export interface Standing {
  readonly order: Order;
  readonly arming: Arming;
}

/** What a provider may look at to make sense of a report, inside one transaction. */
export interface Hearing {
  /** The order that stands ready in the tab that reports; null where none does. */
  readonly standing: Standing | null;
  /** What was told earlier of any of these ids. */
  find(ids: readonly string[]): Promise<readonly Sighting[]>;
  readonly now: number;
}

/** What a report from a page of the service comes to. */
export interface HeardOnPage {
  /** What is known by now; rows of the same operation are written anew. */
  readonly sightings: readonly Sighting[];
  /** The standing order was sent; `sent` is what differs from what was ordered (L4). Null where it was not. */
  readonly pressed: {
    readonly operation: Operation;
    readonly sent: Partial<Snapshot>;
    readonly remarks: readonly Remark[];
  } | null;
  /** What an attempt had standing ready was sent by a press that nobody waited for, as this operation; null where it was not. */
  readonly again: { readonly attempt: AttemptId; readonly operation: Operation } | null;
  /** The standing order may have been sent, as one of these; null where there is no doubt. */
  readonly doubt: readonly Operation[] | null;
  /** The standing order as its page holds it now, where a hand has changed it; null where nothing was told of it. */
  readonly changed: Arming | null;
  /** What stands between the service and every order; null where nothing does. */
  readonly hold: Fault | null;
  /** Orders that ended, or about which something must be asked: not those that are said to be still at work. */
  readonly news: readonly AttemptId[];
  /** Orders that were refused for sure: nothing was begun. */
  readonly refused: readonly { readonly attempt: AttemptId; readonly fault: Fault }[];
  /** What attempts turned out to cost. */
  readonly taken: readonly { readonly attempt: AttemptId; readonly taken: number }[];
  /** What each order to make an output of an attempt larger took, all of them anew. */
  readonly enlarged: readonly { readonly attempt: AttemptId; readonly taken: readonly Taken[] }[];
  /** Attempts of whose outputs larger copies can be had. */
  readonly larger: readonly AttemptId[];
}

/** A larger copy of an output, which the user has had made at the service. */
export interface LargerCopy {
  /** `LARGER_FROM` or more, the same for the same copy at each asking. */
  readonly output: number;
  readonly ref: string;
}

/** An order that the user made for himself, as far as its page has told of it. */
export interface SentByHand {
  readonly kind: Kind;
  /** What it was sent with; the rest is the scene's own. */
  readonly sent: Partial<Snapshot>;
  readonly taken: Taken;
}

/** A service that makes media, as the engine sees it. Every call may be cut off by the worker's death. */
export interface Provider {
  readonly name: ProviderName;
  readonly capabilities: Capabilities;
  /** How often to ask about an order at work, in ms. */
  readonly pollEveryMs: number;
  /** How long an order may be at work before Retake stops asking, in ms. */
  readonly deadlineMs: number;
  /** Makes everything on this machine: its orders end with the browser and asking costs nothing, so a new background asks at once. */
  readonly isLocal?: boolean;
  /** Ready, or the fault that says what the user must do. */
  check(): Promise<Result<null, Fault>>;
  submit(order: Order): Promise<Submission>;
  poll(operation: Operation, order: Order): Promise<Poll>;
  /** Brings one output's bytes in, staged under its attempt; a repeat brings the same bytes. */
  fetch(ref: string, order: Order): Promise<Result<AssetId, Fault>>;
  /** `since`: when it was first in doubt, ms since the epoch; nobody presses Start for it after that. */
  lookUp(order: Order, since: number): Promise<LookUp>;
  cancel(operation: Operation, order: Order): Promise<'stopped' | 'too-late' | 'cannot'>;
  /** Makes sense of what a page of the service told unasked. It asks nobody but the hearing. */
  hear?(report: unknown, hearing: Hearing): Promise<HeardOnPage>;
  /** What is kept of an order that stands ready, so that a press is known for its own when it is told too late. */
  readied?(order: Order, arming: Arming): Sighting | null;
  /** What an order that nobody owns was sent with; null where it cannot be told, or is none. */
  sentByHand?(sighting: Sighting): SentByHand | null;
  /** Larger copies of an order's outputs that can be fetched now. */
  larger?(operation: Operation): Promise<readonly LargerCopy[]>;
  /** Nobody waits for a press on that page any more. */
  release?(arming: Arming): Promise<void>;
  /** Nobody waits for a press on any page but that one: an earlier background may have died before it said so. */
  releaseOthers?(standing: Arming | null): Promise<void>;
  /** Whether an order still stands ready where it was put. */
  isStanding?(arming: Arming): Promise<boolean>;
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

/** Told when a take was stored, after its transaction. */
export type Stored = () => void;

/** Told of a defect: a step threw. The task goes on when its lease or poll is due. */
export type Report = (defect: unknown) => void;

/** Whether the disk has room for what is made next. */
export type HasRoom = () => Promise<boolean>;

/** What the engine is built from besides the store. */
export interface EnginePorts {
  readonly providers: ReadonlyMap<ProviderName, Provider>;
  readonly inspect: Inspect;
  readonly clock: Clock;
  readonly random: Random;
  readonly setWake: SetWake;
  readonly setBusy: SetBusy;
  readonly stored: Stored;
  readonly report: Report;
  /** Always enough where it is left out. */
  readonly hasRoom?: HasRoom;
}
