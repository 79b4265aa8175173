import { listedIn } from '../../domain/batch.ts';
import type { Fault } from '../../domain/fault.ts';
import type { SceneIndex } from '../../domain/ids.ts';
import type { Project } from '../../domain/project.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Kind, Scene } from '../../domain/scene.ts';
import { lackOf, staleInputs, readSnapshot, type Snapshot } from '../../domain/snapshot.ts';
import { speaksForScene, type Failed, type Task } from '../../domain/task.ts';
import { filmFor } from '../../domain/made-with.ts';
import { transition } from '../../domain/transition.ts';
import { getAttempt } from '../../store/attempts.ts';
import { needsOtherInputs, readInputs } from '../../store/panel-reads.ts';
import { getScenes } from '../../store/scenes.ts';
import { getOpenTask, getSceneTasks, putTask } from '../../store/tasks.ts';
import { order } from './generate-commands.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findProject, findScene } from './find.ts';

/** Gives a failed scene another go, as its failure says: ask, save, or order again. */
export async function retry(scope: Scope, command: Of<'retry'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  const scene = project && (await findScene(scope, command.projectId, command.index));
  if (project === null || scene === null) return notFound(project === null ? 'project' : 'scene');
  const retried = await retryKind(scope, project, scene, command.kind);
  return retried.ok ? carriedOut(project.id, retried.value) : retried;
}

/**
 * Retries every scene whose newest task of a kind failed and that has no take of it picked. What was refused for its
 * words or its picture is left out until they are other ones: the same again would be refused again (L7).
 */
export async function retryFailed(scope: Scope, command: Of<'retryFailed'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const left: { index: SceneIndex; fault: Fault }[] = [];
  let count = 0;
  const isListed = listedIn(command.scenes);
  for (const scene of await getScenes(scope.tx, project.id)) {
    if (!isListed(scene.index)) continue;
    for (const kind of ['image', 'video'] as const) {
      const failed = scene.picks[kind] === null ? await newestFailed(scope, scene, kind) : null;
      if (failed === null) continue;
      const inputs = await readInputs(scope.tx, project, scene);
      const retried = (await needsOtherInputs(scope.tx, failed, inputs))
        ? fail(failed.phase.fault)
        : await retryKind(scope, project, scene, kind);
      if (retried.ok) count += retried.value;
      else if (retried.fault.type !== 'AlreadyOpen') left.push({ index: scene.index, fault: retried.fault });
    }
  }
  return count === 0 ? fail(left[0]?.fault ?? { type: 'NothingToDo' }) : carriedOut(project.id, count, left);
}

async function retryKind(
  scope: Scope,
  project: Project,
  scene: Scene,
  kind: Kind,
): Promise<Result<number, Fault>> {
  const task = await newestFailed(scope, scene, kind);
  if (task === null) return fail({ type: 'NotNow', state: 'not failed', event: 'retried' });
  // An older task may be open again, since an undo took its cancel back.
  if ((await getOpenTask(scope.tx, project.id, scene.index, kind)) !== null)
    return fail({ type: 'AlreadyOpen' });
  const { again } = task.phase;
  if (again.type !== 'order') return resume(scope, task, null);
  const frozen = await frozenSnapshot(scope, project, scene, task);
  return frozen === null ? order(scope, project, scene, kind) : resume(scope, task, frozen);
}

async function resume(scope: Scope, task: Task, snapshot: Snapshot | null): Promise<Result<number, Fault>> {
  const deadline = scope.now + scope.deadlineMs(task.provider);
  const moved = transition(task, { type: 'retried', snapshot, deadline }, scope.now);
  if (!moved.ok) return moved;
  await putTask(scope.tx, moved.value, scope.now);
  return ok(1);
}

/** The failed attempt's inputs where they are still the scene's own; null where they changed. */
async function frozenSnapshot(
  { tx }: Scope,
  project: Project,
  scene: Scene,
  task: Task & { readonly phase: Failed },
): Promise<Snapshot | null> {
  const attempt = task.phase.attempt === null ? null : await getAttempt(tx, task.phase.attempt);
  if (attempt === null || attempt.provider !== filmFor(project, scene).provider) return null;
  const present = readSnapshot(task.kind, await readInputs(tx, project, scene), attempt.snapshot.seed);
  const same = staleInputs(attempt.snapshot, present).length === 0 && lackOf(present) === null;
  return same ? attempt.snapshot : null;
}

async function newestFailed(
  { tx }: Scope,
  scene: Scene,
  kind: Kind,
): Promise<(Task & { readonly phase: Failed }) | null> {
  const tasks = await getSceneTasks(tx, scene.projectId, scene.index);
  const task = tasks.findLast((each) => each.kind === kind && speaksForScene(each));
  return task?.phase.state === 'failed' ? { ...task, phase: task.phase } : null;
}
