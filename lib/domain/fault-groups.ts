import type { Fault } from './fault.ts';
import type { SceneIndex } from './ids.ts';

/** One reason, and the scenes that it is the reason of. */
export interface FaultGroup {
  readonly fault: Fault;
  readonly scenes: readonly SceneIndex[];
}

/** Puts alike faults together, each with its scenes. */
export function groupFaults(
  items: readonly { readonly index: SceneIndex; readonly fault: Fault | null }[],
): readonly FaultGroup[] {
  const groups = new Map<string, { readonly fault: Fault; readonly scenes: SceneIndex[] }>();
  for (const { index, fault } of items) {
    if (fault === null) continue;
    // Prompts are too long by different numbers, which is no reason to list each.
    const key = fault.type === 'PromptTooLong' ? fault.type : JSON.stringify(fault);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { fault, scenes: [index] });
    else if (!group.scenes.includes(index)) group.scenes.push(index);
  }
  return [...groups.values()];
}
