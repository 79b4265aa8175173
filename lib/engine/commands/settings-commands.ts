import { presetOf } from '../../domain/preset.ts';
import type { Settings } from '../../domain/settings.ts';
import { removeHold } from '../../store/holds.ts';
import { getUnsaved, putMark } from '../../store/marks.ts';
import { putSaveFault } from '../../store/save-fault.ts';
import { getSettings, putSettings } from '../../store/settings.ts';
import type { Of } from './of-type.ts';
import { findProject } from './find.ts';
import { carriedOut, edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writePreset } from './write-preset.ts';

/** Starts nothing new until Resume. What is at work goes on and is saved. */
export function pause(scope: Scope): Outcomes {
  return set(scope, { paused: true });
}

/** Lets the queue go on. */
export function resume(scope: Scope): Outcomes {
  return set(scope, { paused: false });
}

/** Sets what the command names, and nothing else. */
export function setSettings(scope: Scope, { type: _type, ...change }: Of<'setSettings'>): Outcomes {
  return set(scope, change);
}

/** Keeps the settings of a project under a name, for new projects. */
export async function savePreset(scope: Scope, { projectId, name }: Of<'savePreset'>): Outcomes {
  const project = await findProject(scope, projectId);
  if (project === null) return notFound('project');
  return edited(projectId, 'savePreset', await writePreset(scope, name, presetOf(project, name)));
}

/** Forgets a preset, by a press in a project; those that began with it stay as they are. */
export async function removePreset(scope: Scope, { projectId, name }: Of<'removePreset'>): Outcomes {
  if ((await findProject(scope, projectId)) === null) return notFound('project');
  return edited(projectId, 'removePreset', await writePreset(scope, name, null));
}

/**
 * Sets whether each take is saved as it is made. What still waits is forgotten: switched on again, it begins
 * with the next take.
 */
export async function setSaveTakes(scope: Scope, { saveTakes }: Of<'setSaveTakes'>): Outcomes {
  for (const mark of await getUnsaved(scope.tx)) await putMark(scope.tx, { ...mark, toSave: null });
  await putSaveFault(scope.tx, null);
  return set(scope, { saveTakes });
}

/** Lifts a hold because the user says so. */
export async function liftHold(scope: Scope, { provider, model }: Of<'liftHold'>): Outcomes {
  await removeHold(scope.tx, { provider, model });
  return carriedOut(null, 1);
}

async function set({ tx }: Scope, change: Partial<Settings>): Outcomes {
  await putSettings(tx, { ...(await getSettings(tx)), ...change });
  return carriedOut(null, 1);
}
