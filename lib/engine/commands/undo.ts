import type { Change } from '../../domain/edit.ts';
import type { TakeNumber, TaskId } from '../../domain/ids.ts';
import { fail } from '../../domain/result.ts';
import { transition } from '../../domain/transition.ts';
import { getEdit, putEdit } from '../../store/edits.ts';
import { getMark, putMark } from '../../store/marks.ts';
import { getPicture, putPicture } from '../../store/pictures.ts';
import { getProject, putProject } from '../../store/projects.ts';
import { getScene, getScenes, putScene } from '../../store/scenes.ts';
import { getTake } from '../../store/takes.ts';
import { getOpenTask, getTask, putTask } from '../../store/tasks.ts';
import { freeWaiters } from '../waiters.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { moveQueuedTasks } from './film-order.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';

/**
 * Takes an edit back: each field that still holds what the edit wrote gets what it held before; a field that
 * was written again since is left alone. Takes, tasks at work, ledger and files are never undone.
 */
export async function undo(scope: Scope, { editId }: Of<'undo'>): Outcomes {
  const edit = await getEdit(scope.tx, editId);
  if (edit === null) return notFound('edit');
  if (edit.undoneAt !== null) return fail({ type: 'NothingToDo' });
  let count = 0;
  for (const change of edit.changes.toReversed()) {
    if (await takeBack(scope, change)) count++;
  }
  if (count === 0) return fail({ type: 'UndoLost' });
  await moveQueuedTasks(scope, edit.changes);
  await putEdit(scope.tx, { ...edit, undoneAt: scope.now });
  return carriedOut(edit.projectId, count);
}

/** Answers whether the field still held what was written. */
function takeBack(scope: Scope, change: Change): Promise<boolean> {
  switch (change.type) {
    case 'project':
      return takeBackProject(scope, change);
    case 'scene':
      return takeBackScene(scope, change);
    case 'pick':
      return takeBackPick(scope, change);
    case 'mark':
      return takeBackMark(scope, change);
    case 'picture':
      return takeBackPicture(scope, change);
    case 'pictureRole':
      return takeBackRole(scope, change);
    case 'priority':
      return takeBackPriority(scope, change);
    case 'cancel':
      return restore(scope, change.taskId, change.at);
  }
}

type ChangeOf<T extends Change['type']> = Extract<Change, { readonly type: T }>;

/** What goes into the bin by an undo takes its unsent tasks along, as by a delete (L4). */
async function takeBackProject(scope: Scope, change: ChangeOf<'project'>): Promise<boolean> {
  const project = await getProject(scope.tx, change.projectId);
  if (project === null || project[change.field] !== change.wrote) return false;
  await putProject(scope.tx, { ...project, [change.field]: change.was });
  if (change.field === 'deletedAt' && change.was !== null) {
    for (const { index } of await getScenes(scope.tx, project.id))
      await cancelUnsent(scope, project.id, index);
  }
  return true;
}

async function takeBackScene(scope: Scope, change: ChangeOf<'scene'>): Promise<boolean> {
  const scene = await getScene(scope.tx, change.projectId, change.index);
  if (scene === null || scene[change.field] !== change.wrote) return false;
  await putScene(scope.tx, { ...scene, [change.field]: change.was });
  if (change.field === 'deletedAt' && change.was !== null) {
    await cancelUnsent(scope, change.projectId, change.index);
  }
  return true;
}

async function takeBackPick(scope: Scope, change: ChangeOf<'pick'>): Promise<boolean> {
  const scene = await getScene(scope.tx, change.projectId, change.index);
  if (scene === null || scene.picks[change.kind] !== change.wrote) return false;
  if (change.was !== null && !(await isThere(scope, change, change.was))) return false;
  await putScene(scope.tx, { ...scene, picks: { ...scene.picks, [change.kind]: change.was } });
  if (change.was !== null) {
    await freeWaiters(scope.tx, change.projectId, change.index, change.kind, scope.now);
  }
  return true;
}

async function takeBackMark(scope: Scope, change: ChangeOf<'mark'>): Promise<boolean> {
  const { projectId, index, kind, number } = change;
  if (!(await isThere(scope, change, number))) return false;
  const mark = await getMark(scope.tx, { projectId, sceneIndex: index, kind, number });
  if (mark[change.field] !== change.wrote) return false;
  await putMark(scope.tx, { ...mark, [change.field]: change.was });
  return true;
}

/** What went with the emptied bin is not brought back. */
async function isThere(
  { tx }: Scope,
  { projectId, index, kind }: ChangeOf<'mark' | 'pick'>,
  number: TakeNumber,
): Promise<boolean> {
  return (await getTake(tx, { projectId, sceneIndex: index, kind, number })) !== null;
}

async function takeBackPicture(scope: Scope, change: ChangeOf<'picture'>): Promise<boolean> {
  const picture = await getPicture(scope.tx, change.pictureId);
  if (picture?.deletedAt !== change.wrote) return false;
  await putPicture(scope.tx, { ...picture, deletedAt: change.was });
  return true;
}

async function takeBackRole(scope: Scope, change: ChangeOf<'pictureRole'>): Promise<boolean> {
  const picture = await getPicture(scope.tx, change.pictureId);
  if (picture?.role !== change.wrote) return false;
  await putPicture(scope.tx, { ...picture, role: change.was });
  return true;
}

async function takeBackPriority({ tx, now }: Scope, change: ChangeOf<'priority'>): Promise<boolean> {
  const task = await getTask(tx, change.taskId);
  if (task?.phase.state !== 'queued' || task.priority !== change.wrote) return false;
  await putTask(tx, { ...task, priority: change.was }, now);
  return true;
}

/** A cancelled task returns to what it was, unless another of its scene and kind is open by now. */
async function restore({ tx, now }: Scope, id: TaskId, at: number): Promise<boolean> {
  const task = await getTask(tx, id);
  if (task?.phase.state !== 'cancelled' || task.phase.at !== at) return false;
  if ((await getOpenTask(tx, task.projectId, task.sceneIndex, task.kind)) !== null) return false;
  const moved = transition(task, { type: 'restored' }, now);
  if (!moved.ok) return false;
  await putTask(tx, moved.value, now);
  const scene = await getScene(tx, task.projectId, task.sceneIndex);
  if (scene !== null && scene.picks.image !== null) {
    await freeWaiters(tx, task.projectId, task.sceneIndex, 'image', now);
  }
  return true;
}
