import type { Attempt } from '../domain/attempt.ts';
import type { Fault } from '../domain/fault.ts';
import type { FaultPlan, PlanStep } from '../domain/fault-plan.ts';
import type { SceneIndex } from '../domain/ids.ts';
import { fail } from '../domain/result.ts';
import type { Kind } from '../domain/scene.ts';
import type { Clock, Inspect, Provider } from './ports.ts';

/** Reads the developer switch; it changes nothing when it is off. */
export type ReadPlan = () => Promise<FaultPlan>;

const ASK_AGAIN_MS = 250;

/** Makes a provider fail, wait or never end as the developer switch says, so that retry can be shown without a service. */
export function withPlannedFaults(provider: Provider, readPlan: ReadPlan, clock: Clock): Provider {
  return {
    ...provider,
    submit: async (order) => {
      const fault = strike(await readPlan(), 'submit', order);
      return fault === null ? provider.submit(order) : { type: 'fault', accepted: 'no', fault };
    },
    poll: async (operation, order) => {
      const plan = await readPlan();
      const fault = strike(plan, 'poll', order);
      if (fault !== null) return { type: 'ended', fault };
      const tooSoon = clock() < order.intendedAt + plan.delayMs;
      if (tooSoon || plan.neverFinish.includes(order.sceneIndex)) {
        return { type: 'working', progress: null, againInMs: ASK_AGAIN_MS };
      }
      return provider.poll(operation, order);
    },
    fetch: async (ref, order) => {
      const fault = strike(await readPlan(), 'fetch', order);
      return fault === null ? provider.fetch(ref, order) : fail(fault);
    },
  };
}

/** Makes the inspection of a scene's outputs fail as the developer switch says. */
export function withPlannedInspection(
  inspect: Inspect,
  readPlan: ReadPlan,
  findAttempt: (id: Attempt['id']) => Promise<Attempt | null>,
): Inspect {
  return async (assetId, attemptId, expected) => {
    const plan = await readPlan();
    const attempt = plan.faults.length === 0 ? null : await findAttempt(attemptId);
    const fault = attempt && strike(plan, 'inspect', attempt);
    return fault === null ? inspect(assetId, attemptId, expected) : fail(fault);
  };
}

function strike(
  plan: FaultPlan,
  step: PlanStep,
  { sceneIndex, kind }: { readonly sceneIndex: SceneIndex; readonly kind: Kind },
): Fault | null {
  const planned = plan.faults.find(
    (each) => each.step === step && each.scene === sceneIndex && (each.kind === null || each.kind === kind),
  );
  return planned?.fault ?? null;
}
