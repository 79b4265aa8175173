import type { Change } from '../../domain/edit.ts';
import { fail, ok } from '../../domain/result.ts';
import { emptyMark } from '../../domain/take.ts';
import { isTaskInPlay, presentAttempt, type Task } from '../../domain/task.ts';
import { readParted, sceneKey, takeName, type Rows } from '../../store/bin.ts';
import { mendStore } from '../../store/check-store.ts';
import { getLedgerRow } from '../../store/ledger.ts';
import { purge } from '../../store/purge.ts';
import { unusedTakes } from '../../store/storage-reads.ts';
import type { WriteTx } from '../../store/transaction.ts';
import { findProject } from './find.ts';
import type { Of } from './of-type.ts';
import { carriedOut, edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writeMark } from './take-commands.ts';

/** Moves takes that are neither picked nor starred into the bin, oldest first, as one edit. */
export async function binUnused(scope: Scope, { projectId }: Of<'binUnused'>): Outcomes {
  const project = await findProject(scope, projectId);
  if (project === null) return notFound('project');
  const parted = await readParted(scope.tx);
  const changes: Change[] = [];
  for (const take of unusedTakes(parted, project)) {
    const mark = parted.marks.get(takeName(take)) ?? emptyMark(take);
    changes.push(...(await writeMark(scope, mark, { ...mark, binnedAt: scope.now })));
  }
  return changes.length === 0 ? fail({ type: 'NothingToDo' }) : edited(projectId, 'binUnused', changes);
}

/**
 * Takes what is in the bin away with its bytes, all in one transaction (L12). The row of a take goes with its
 * mark: a row without bytes would have to be told apart everywhere, and its number is never issued again
 * anyway (L3). Scenes with a paid order out are asked about, left, or go all the same (L4).
 */
export async function emptyBin({ tx }: Scope, { ordersOut }: Of<'emptyBin'>): Outcomes {
  const { bin } = await readParted(tx);
  const out = await paidOrdersOut(tx, bin.tasks);
  if (out.length > 0 && ordersOut === 'ask') return fail({ type: 'OrdersOut', count: out.length });
  const going = ordersOut === 'keep' ? without(bin, out) : bin;
  const count = going.projects.length + going.scenes.length + going.takes.length + going.pictures.length;
  if (count === 0) return fail({ type: 'NothingToDo' });
  const { bytes } = await purge(tx, going);
  const care = { missing: 0, orphans: 0, picks: 0, damaged: 0, freedBytes: bytes };
  const done = carriedOut(null, count);
  return ok({ ...done.value, care });
}

/** Looks the store over and mends what it can; no take that can be read is taken away. */
export async function checkStore({ tx, now }: Scope): Outcomes {
  const care = await mendStore(tx, now);
  const done = carriedOut(null, care.missing + care.orphans + care.picks + care.damaged);
  return ok({ ...done.value, care });
}

async function paidOrdersOut(tx: WriteTx, tasks: readonly Task[]): Promise<readonly Task[]> {
  const out: Task[] = [];
  for (const task of tasks.filter(isTaskInPlay)) {
    const attempt = presentAttempt(task.phase);
    const row = attempt === null ? null : await getLedgerRow(tx, attempt);
    if (row !== null && row.unit !== 'none') out.push(task);
  }
  return out;
}

/** What is left of the bin without the scenes that these tasks are for, and the projects that they are in. */
function without(bin: Rows, tasks: readonly Task[]): Rows {
  const scenes = new Set(tasks.map(({ projectId, sceneIndex }) => sceneKey(projectId, sceneIndex)));
  const projects = new Set(tasks.map(({ projectId }) => projectId));
  const isKept = (row: {
    readonly projectId: Task['projectId'];
    readonly sceneIndex: Task['sceneIndex'];
  }): boolean => scenes.has(sceneKey(row.projectId, row.sceneIndex));
  return {
    projects: bin.projects.filter(({ id }) => !projects.has(id)),
    scenes: bin.scenes.filter(({ projectId, index }) => !isKept({ projectId, sceneIndex: index })),
    takes: bin.takes.filter((take) => !isKept(take)),
    pictures: bin.pictures.filter(({ projectId, sceneIndex }) =>
      sceneIndex === null ? !projects.has(projectId) : !isKept({ projectId, sceneIndex }),
    ),
    tasks: bin.tasks.filter((task) => !isKept(task)),
  };
}
