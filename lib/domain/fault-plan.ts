import type { SceneIndex } from './ids.ts';
import type { Fault } from './fault.ts';
import type { Kind } from './scene.ts';

/** A step of a task at which the plan can strike. */
export type PlanStep = 'submit' | 'poll' | 'fetch' | 'inspect';

/** Makes one scene fail, for showing and testing retry without a service. */
export interface PlannedFault {
  readonly scene: SceneIndex;
  /** Null strikes every kind. */
  readonly kind: Kind | null;
  readonly step: PlanStep;
  readonly fault: Fault;
}

/** The developer switch `faultPlan` of `storage.local`; off when absent. */
export interface FaultPlan {
  readonly faults: readonly PlannedFault[];
  /** Every order takes at least this long, in ms. */
  readonly delayMs: number;
  /** Orders of these scenes never end. */
  readonly neverFinish: readonly SceneIndex[];
  /** Added to the clock, in ms. */
  readonly clockOffsetMs: number;
}

/** The plan that changes nothing. */
export const NO_PLAN: FaultPlan = { faults: [], delayMs: 0, neverFinish: [], clockOffsetMs: 0 };

/** Tells whether a plan changes anything, so that the panel shows it. */
export function isOn(plan: FaultPlan): boolean {
  return (
    plan.faults.length > 0 || plan.delayMs !== 0 || plan.neverFinish.length > 0 || plan.clockOffsetMs !== 0
  );
}
