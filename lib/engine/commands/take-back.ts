import { sameValue, type Change } from '../../domain/edit.ts';
import type { TakeNumber, TaskId } from '../../domain/ids.ts';
import { cancelIsFree } from '../../domain/status.ts';
import type { Task } from '../../domain/task.ts';
import { transition } from '../../domain/transition.ts';
import { getMark } from '../../store/marks.ts';
import { getPicture, putPicture } from '../../store/pictures.ts';
import { getProject } from '../../store/projects.ts';
import { getScene, getScenes } from '../../store/scenes.ts';
import { getSettings } from '../../store/settings.ts';
import { getTake } from '../../store/takes.ts';
import { getOpenTask, getTask, putTask } from '../../store/tasks.ts';
import { freeWaiters } from '../waiters.ts';
import { cancelTask, cancelUnsent } from './cancel-commands.ts';
import type { Scope } from './outcome.ts';
import { writeMark, writePick } from './take-commands.ts';
import { presetNamed, writePreset } from './write-preset.ts';
import { writeFields } from './write-project.ts';
import { writeScene } from './write-scene.ts';

type Changes = Promise<readonly Change[]>;
type ChangeOf<T extends Change['type']> = Extract<Change, { readonly type: T }>;

/** Takes one change back where its field still holds what it wrote; answers what takes that back in turn, none where it did not. */
export function takeBack(scope: Scope, change: Change): Changes {
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
    case 'pictureCalled':
      return takeBackCalled(scope, change);
    case 'preset':
      return takeBackPreset(scope, change);
    case 'priority':
      return takeBackPriority(scope, change);
    case 'cancel':
      return restore(scope, change.taskId, change.at);
    case 'restore':
      return cancelAgain(scope, change.taskId);
  }
}

/** What goes into the bin takes its unsent tasks along, as by a delete (L4). */
async function takeBackProject(scope: Scope, change: ChangeOf<'project'>): Changes {
  const project = await getProject(scope.tx, change.projectId);
  if (project === null || project[change.field] !== change.wrote) return [];
  const cancelled: Change[] = [];
  if (change.field === 'deletedAt' && change.was !== null) {
    for (const { index } of await getScenes(scope.tx, project.id))
      cancelled.push(...(await cancelUnsent(scope, project.id, index)));
  }
  const written = await writeFields(scope, project, { ...project, [change.field]: change.was });
  return [...cancelled, ...written];
}

async function takeBackScene(scope: Scope, change: ChangeOf<'scene'>): Changes {
  const scene = await getScene(scope.tx, change.projectId, change.index);
  if (scene === null || !sameValue(scene[change.field], change.wrote)) return [];
  const goes = change.field === 'deletedAt' && change.was !== null;
  const cancelled = goes ? await cancelUnsent(scope, change.projectId, change.index) : [];
  const written = await writeScene(scope, scene, { ...scene, [change.field]: change.was });
  return [...cancelled, ...written];
}

async function takeBackPick(scope: Scope, change: ChangeOf<'pick'>): Changes {
  const scene = await getScene(scope.tx, change.projectId, change.index);
  if (scene === null || scene.picks[change.kind] !== change.wrote) return [];
  if (change.was !== null && !(await isThere(scope, change, change.was))) return [];
  return writePick(scope, scene, change.kind, change.was);
}

async function takeBackMark(scope: Scope, change: ChangeOf<'mark'>): Changes {
  const { projectId, index, kind, number } = change;
  if (!(await isThere(scope, change, number))) return [];
  const mark = await getMark(scope.tx, { projectId, sceneIndex: index, kind, number });
  if (mark[change.field] !== change.wrote) return [];
  return writeMark(scope, mark, { ...mark, [change.field]: change.was });
}

/** What went with the emptied bin is not brought back. */
async function isThere(
  { tx }: Scope,
  { projectId, index, kind }: ChangeOf<'mark' | 'pick'>,
  number: TakeNumber,
): Promise<boolean> {
  return (await getTake(tx, { projectId, sceneIndex: index, kind, number })) !== null;
}

async function takeBackPicture({ tx }: Scope, change: ChangeOf<'picture'>): Changes {
  const { was, wrote } = change;
  const picture = await getPicture(tx, change.pictureId);
  if (picture?.deletedAt !== wrote) return [];
  await putPicture(tx, { ...picture, deletedAt: was });
  return [{ ...change, was: wrote, wrote: was }];
}

async function takeBackRole({ tx }: Scope, change: ChangeOf<'pictureRole'>): Changes {
  const { was, wrote } = change;
  const picture = await getPicture(tx, change.pictureId);
  if (picture?.role !== wrote) return [];
  await putPicture(tx, { ...picture, role: was });
  return [{ ...change, was: wrote, wrote: was }];
}

async function takeBackCalled({ tx }: Scope, change: ChangeOf<'pictureCalled'>): Changes {
  const { was, wrote } = change;
  const picture = await getPicture(tx, change.pictureId);
  if (picture?.calledAs !== wrote) return [];
  await putPicture(tx, { ...picture, calledAs: was });
  return [{ ...change, was: wrote, wrote: was }];
}

async function takeBackPreset(scope: Scope, { name, was, wrote }: ChangeOf<'preset'>): Changes {
  const now = presetNamed((await getSettings(scope.tx)).presets, name);
  return sameValue(now, wrote) ? writePreset(scope, name, was) : [];
}

async function takeBackPriority({ tx, now }: Scope, change: ChangeOf<'priority'>): Changes {
  const { was, wrote } = change;
  const task = await getTask(tx, change.taskId);
  if (task?.phase.state !== 'queued' || task.priority !== wrote) return [];
  await putTask(tx, { ...task, priority: was }, now);
  return [{ ...change, was: wrote, wrote: was }];
}

/**
 * A cancelled task returns to what it was, unless another of its scene and kind is open by now. What it made meanwhile
 * is in use as if it had never been cancelled: else whatever waits for it would wait for ever.
 */
async function restore(scope: Scope, taskId: TaskId, at: number): Changes {
  const { tx, now } = scope;
  const task = await getTask(tx, taskId);
  if (task?.phase.state !== 'cancelled' || task.phase.at !== at) return [];
  if ((await getOpenTask(tx, task.projectId, task.sceneIndex, task.kind)) !== null) return [];
  const moved = transition(task, { type: 'restored' }, now);
  if (!moved.ok) return [];
  await putTask(tx, moved.value, now);
  const picked = await pickMade(scope, moved.value);
  const scene = await getScene(tx, task.projectId, task.sceneIndex);
  if (scene?.picks.image != null) await freeWaiters(tx, task.projectId, task.sceneIndex, 'image', now);
  return [{ type: 'restore', taskId }, ...picked];
}

/** Picks the first take that a task has made, where nothing is picked and the user has not thrown it away (L3). */
async function pickMade(scope: Scope, { projectId, sceneIndex, kind, phase }: Task): Changes {
  const scene = await getScene(scope.tx, projectId, sceneIndex);
  const [number] = phase.state === 'done' ? phase.takes : [];
  if (scene === null || number === undefined || scene.picks[kind] !== null) return [];
  const key = { projectId, sceneIndex, kind, number };
  // A take that went with the emptied bin has no mark that says so.
  const isGone = (await getTake(scope.tx, key)) === null || (await getMark(scope.tx, key)).binnedAt !== null;
  return isGone ? [] : writePick(scope, scene, kind, number);
}

/** What is at work by now is not stopped by a redo (L4). */
async function cancelAgain(scope: Scope, taskId: TaskId): Changes {
  const task = await getTask(scope.tx, taskId);
  if (task === null || !cancelIsFree(task.phase)) return [];
  const change = await cancelTask(scope, task);
  return change === null ? [] : [change];
}
