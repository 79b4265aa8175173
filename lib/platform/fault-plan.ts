import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { once } from '../domain/once.ts';
import { isFault, type Fault } from '../domain/fault.ts';
import { NO_PLAN, type FaultPlan } from '../domain/fault-plan.ts';
import { isSceneIndex, type SceneIndex } from '../domain/ids.ts';
import { KINDS } from '../domain/scene.ts';

const ITEM = 'faultPlan';

/** Nothing but tests turns the switch: other starts build no shape of it. */
const planSchema = once((): v.GenericSchema<unknown, FaultPlan> => {
  const sceneIndex = v.custom<SceneIndex>(isSceneIndex);
  const step = v.picklist(['submit', 'poll', 'fetch', 'inspect'] as const);
  const kind = v.optional(v.nullable(v.picklist(KINDS)), null);
  const fault = v.custom<Fault>(isFault);
  return v.object({
    faults: v.optional(v.array(v.object({ scene: sceneIndex, kind, step, fault })), []),
    delayMs: v.optional(v.number(), 0),
    neverFinish: v.optional(v.array(sceneIndex), []),
    clockOffsetMs: v.optional(v.number(), 0),
  });
});

/**
 * Reads the developer switch of `storage.local`; the plan that changes nothing where there is none, and where it
 * cannot be read: Chrome rejects every call of a worker that is being stopped with `No SW`, and the last breath of a
 * worker must not fail the scene in hand.
 */
export async function readFaultPlan(): Promise<FaultPlan> {
  const item = await browser.storage.local.get(ITEM).then(
    (items) => items[ITEM],
    () => undefined,
  );
  if (item === undefined) return NO_PLAN;
  const parsed = v.safeParse(planSchema(), item);
  return parsed.success ? parsed.output : NO_PLAN;
}

/** Calls back when the switch is turned. */
export function onFaultPlan(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (ITEM in changes) changed();
  });
}
