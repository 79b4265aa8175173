import { chosenFor } from '../domain/choices.ts';
import { keysOver, stands } from '../domain/hold.ts';
import type { ProjectId } from '../domain/ids.ts';
import { filmFor } from '../domain/made-with.ts';
import type { Project } from '../domain/project.ts';
import type { Task } from '../domain/task.ts';
import { getHolds } from '../store/holds.ts';
import { getProject } from '../store/projects.ts';
import { getScene } from '../store/scenes.ts';
import { findReady, getNextReady } from '../store/tasks.ts';
import type { AnyTx } from '../store/transaction.ts';
import type { Held } from './holds.ts';

/**
 * The next task that a provider may claim; null where there is none, or all of them wait under holds of their models.
 * Only while such a hold stands the queue is gone through, else its first task is the next.
 */
export async function nextTask(tx: AnyTx, { name, capabilities }: Held, now: number): Promise<Task | null> {
  const holds = (await getHolds(tx)).filter((hold) => hold.provider === name && hold.model !== '');
  const held = new Set(holds.filter((hold) => stands(hold, now)).map(({ model }) => model));
  if (held.size === 0) return getNextReady(tx, name);
  const projects = new Map<ProjectId, Project | null>();
  return findReady(tx, name, async (task) => {
    const { projectId, kind } = task;
    if (!projects.has(projectId)) projects.set(projectId, await getProject(tx, projectId));
    const order = { kind, model: await modelOf(tx, task, projects.get(projectId) ?? null) };
    return !keysOver(order, capabilities.freeKinds).some((key) => held.has(key));
  });
}

/** What was frozen is what would be ordered; until then it is what is chosen now (L4). */
async function modelOf(
  tx: AnyTx,
  { projectId, sceneIndex, kind, provider, phase }: Task,
  project: Project | null,
): Promise<string | null> {
  const frozen = phase.state === 'queued' ? phase.snapshot : null;
  if (frozen !== null) return frozen.model;
  const scene = await getScene(tx, projectId, sceneIndex);
  if (project === null || scene === null) return null;
  return chosenFor(filmFor(project, scene, provider), kind).model;
}
