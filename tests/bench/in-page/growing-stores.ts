import type { TaskId } from '../../../lib/domain/ids.ts';
import type { Task } from '../../../lib/domain/task.ts';
import { claimNext } from '../../../lib/engine/claim.ts';
import { putTask } from '../../../lib/store/tasks.ts';
import type { Store } from '../../../lib/store/transaction.ts';
import { fillStore } from './fill-store.ts';
import { engineOf, instantProvider } from './instant-provider.ts';
import { openStore } from './open-store.ts';

interface FilledStore {
  readonly store: Store;
  readonly tasks: ReadonlyMap<TaskId, Task>;
}

const filled = new Map<number, FilledStore>();

/** Makes a store for each size, with that many tasks in the queue. */
export async function fillStores(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const store = await openStore(`queue of ${size}`);
    const tasks = await fillStore(store, size, false);
    filled.set(size, { store, tasks: new Map(tasks.map((task) => [task.id, task])) });
  }
}

/** Milliseconds of one claim in each round, at each size in turn; what was claimed goes back in between. */
export function claimTimes(
  sizes: readonly number[],
  rounds: number,
  claims: number,
): Promise<readonly (readonly number[])[]> {
  return inTurn(sizes, rounds, async (at) => {
    const provider = instantProvider(at.store, () => Number.POSITIVE_INFINITY, noted);
    const claimed: TaskId[] = [];
    const from = performance.now();
    while (claimed.length < claims) {
      const task = await claimNext(at.store, provider, Date.now());
      if (task === null) throw new Error('Nothing was claimed.');
      claimed.push(task.id);
    }
    const took = performance.now() - from;
    await putBack(at, claimed);
    return took / claims;
  });
}

/** Milliseconds of one whole step in each round, from the claim to the stored take, at each size in turn. */
export function stepTimes(
  sizes: readonly number[],
  rounds: number,
  steps: number,
): Promise<readonly (readonly number[])[]> {
  return inTurn(sizes, rounds, async (at) => {
    const begun: TaskId[] = [];
    const mostAtOnce = (): number => (begun.length < steps ? 1 : 0);
    const provider = instantProvider(at.store, mostAtOnce, ({ taskId }) => begun.push(taskId));
    const from = performance.now();
    await engineOf(at.store, provider).run();
    const took = performance.now() - from;
    if (begun.length !== steps) throw new Error(`${begun.length} steps were begun.`);
    await putBack(at, begun);
    return took / steps;
  });
}

function noted(): void {}

/** One round warms up and is not counted. */
async function inTurn(
  sizes: readonly number[],
  rounds: number,
  measure: (at: FilledStore) => Promise<number>,
): Promise<readonly (readonly number[])[]> {
  const times = sizes.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [place, size] of sizes.entries()) {
      const at = filled.get(size);
      if (at === undefined) throw new Error(`There is no store of ${size}.`);
      const took = await measure(at);
      if (round >= 0) times[place]?.push(took);
    }
  }
  return times;
}

function putBack({ store, tasks }: FilledStore, ids: readonly TaskId[]): Promise<void> {
  return store.write('relaxed', async (tx) => {
    for (const id of ids) {
      const task = tasks.get(id);
      if (task !== undefined) await putTask(tx, task, Date.now());
    }
  });
}
