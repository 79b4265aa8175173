import type { TaskId } from '../domain/ids.ts';
import { getAttempt } from '../store/attempts.ts';
import { getTask } from '../store/tasks.ts';
import type { Store } from '../store/transaction.ts';
import type { EnginePorts } from './ports.ts';

/** Tells the provider that nobody waits for a cancelled order any more. Its answer changes nothing: it is watched on. */
export async function stopAtProvider(store: Store, ports: EnginePorts, id: TaskId): Promise<void> {
  const task = await store.read((tx) => getTask(tx, id));
  if (task?.phase.state !== 'cancelled' || task.phase.from.state !== 'submitted') return;
  const { attempt, operation } = task.phase.from;
  const order = await store.read((tx) => getAttempt(tx, attempt));
  const provider = ports.providers.get(task.provider);
  if (order !== null && provider?.capabilities.canCancel === true) await provider.cancel(operation, order);
}
