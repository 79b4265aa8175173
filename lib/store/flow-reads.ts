import type { FlowState, ReadyOrder } from '../domain/flow-state.ts';
import { getAttempt } from './attempts.ts';
import { getAtWork } from './tasks.ts';
import type { AnyTx } from './transaction.ts';

/** The order that stands ready on the Flow page; null where none does. */
export async function readReadyOrder(tx: AnyTx): Promise<ReadyOrder | null> {
  for (const { id, projectId, sceneIndex, kind, phase } of await getAtWork(tx, 'flow')) {
    if (phase.state !== 'armed') continue;
    const { price, since, hand } = phase;
    const snapshot = (await getAttempt(tx, phase.attempt))?.snapshot;
    const lengthS = hand?.lengthS ?? snapshot?.lengthS ?? null;
    const count = hand?.count ?? snapshot?.outputs ?? 1;
    return { taskId: id, projectId, index: sceneIndex, kind, lengthS, price, count, since };
  }
  return null;
}

/** What Flow has at work, and what stands ready there. */
export async function readFlowState(tx: AnyTx): Promise<Omit<FlowState, 'credits'>> {
  const tasks = await getAtWork(tx, 'flow');
  const atWork = tasks.filter(({ phase }) => phase.state === 'submitted' || phase.state === 'saving').length;
  return { atWork, ready: await readReadyOrder(tx) };
}
