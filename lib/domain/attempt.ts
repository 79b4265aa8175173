import type { AssetId, AttemptId, Operation, ProjectId, SceneIndex, TakeNumber, TaskId } from './ids.ts';
import type { CostUnit, ProviderName } from './capabilities.ts';
import type { Fault } from './fault.ts';
import type { Kind } from './scene.ts';
import type { Snapshot } from './snapshot.ts';
import type { Arming } from './task.ts';

/** One output of an order on its way to become a take. */
export type Output =
  | {
      /** The provider has it; `ref` is where. */
      readonly state: 'ref';
      readonly ref: string;
      /** Downloads that failed so far. */
      readonly tries: number;
      /** Earliest time of the next download, ms since the epoch. */
      readonly notBefore: number;
    }
  | {
      /** Its bytes are here. */
      readonly state: 'asset';
      readonly assetId: AssetId;
      /** Inspections that could not be made so far. */
      readonly tries: number;
      readonly notBefore: number;
    }
  | { readonly state: 'take'; readonly take: TakeNumber }
  /** It will not become a take. */
  | { readonly state: 'fault'; readonly fault: Fault };

/** What is to know of an order beside what it was made with. */
export type Remark =
  /** Start was pressed once more on the same page. */
  | 'pressedAgain'
  /** Start was pressed just before the user took the order back. */
  | 'takenBack'
  /** The service had a picture for it and made it without. */
  | 'withoutPictures'
  /** The user ordered it on the service's own page and gave it to the scene. */
  | 'adopted';

/** Every remark, for rows and for the test that both languages have words for each. */
export const REMARKS = [
  'pressedAgain',
  'takenBack',
  'withoutPictures',
  'adopted',
] as const satisfies readonly Remark[];

/** One try of a task at the provider. Its row stands before the provider is asked (L5) and is never removed. */
export interface Attempt {
  readonly id: AttemptId;
  readonly taskId: TaskId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly kind: Kind;
  readonly provider: ProviderName;
  /** From 1 within its task. */
  readonly number: number;
  /** What was ordered. */
  readonly snapshot: Snapshot;
  /** When its intent was stored, ms since the epoch. */
  readonly intendedAt: number;
  /** Null until the provider answered. */
  readonly operation: Operation | null;
  /** Where it stood ready for the user's press; null where it never did, or nobody stored that it did. */
  readonly arming: Arming | null;
  /** How many times it was handed to the provider; at most two, the second after a look-up said "not there" (L6). */
  readonly sends: 1 | 2;
  /** Outputs kept after its task had moved on; each at most once (L2). */
  readonly keptLate: readonly number[];
  readonly remarks: readonly Remark[];
}

/** What an order took, in the unit of its row; `unknown` while nobody said. */
export type Taken = number | 'unknown';

/** What an attempt cost: one row per attempt, written in the transaction that moves it (L9). */
export interface LedgerRow {
  readonly attemptId: AttemptId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly provider: ProviderName;
  readonly unit: CostUnit;
  /** The price that was agreed before the order. */
  readonly asked: number;
  readonly taken: Taken;
  /** What each order of the user's own to make one of its outputs larger took, in the order that they were sent. */
  readonly larger: readonly Taken[];
  readonly at: number;
}
