import type { Project } from '../domain/project.ts';
import type { ProjectLine } from '../domain/project-line.ts';
import { spentOf } from '../domain/spent.ts';
import { getProjects } from './projects.ts';
import { getOrder } from './scenes.ts';
import { readSpent } from './spent-reads.ts';
import type { AnyTx } from './transaction.ts';

/** Reads every project in use for the list of all, the last one worked on first. */
export async function readProjectLines(tx: AnyTx): Promise<readonly ProjectLine[]> {
  const projects = (await getProjects(tx)).filter(({ deletedAt }) => deletedAt === null);
  const lines = await Promise.all(projects.map((project) => readLine(tx, project)));
  return lines.toSorted((a, b) => b.workedAt - a.workedAt);
}

async function readLine(tx: AnyTx, project: Project): Promise<ProjectLine> {
  const [order, editedAt, madeAt, rows] = await Promise.all([
    getOrder(tx, project.id),
    lastEdit(tx, project),
    lastTake(tx, project),
    readSpent(tx, project.id),
  ]);
  return {
    project,
    scenes: order.length,
    workedAt: Math.max(project.createdAt, editedAt, madeAt),
    spent: spentOf(rows).map(({ unit, film: { taken, untold } }) => ({
      unit,
      amount: taken + untold.asked,
      isSure: untold.orders === 0,
    })),
  };
}

/** When the newest edit was made; 0 where there is none. */
async function lastEdit(tx: AnyTx, { id }: Project): Promise<number> {
  const range = IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
  const cursor = await tx.idb.objectStore('edits').index('project').openKeyCursor(range, 'prev');
  return cursor?.key[1] ?? 0;
}

/** When the newest take came; 0 where there is none. Of a row only its time counts: nothing else is parsed. */
async function lastTake(tx: AnyTx, { id }: Project): Promise<number> {
  const rows = await tx.idb.objectStore('takes').getAll(IDBKeyRange.bound([id], [id, []]));
  return rows.reduce<number>((last, row) => Math.max(last, timeOf(row)), 0);
}

function timeOf(row: unknown): number {
  const isTimed = typeof row === 'object' && row !== null && 'madeAt' in row;
  return isTimed && typeof row.madeAt === 'number' ? row.madeAt : 0;
}
