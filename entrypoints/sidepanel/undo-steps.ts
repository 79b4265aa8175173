import type { Command, Done } from '../../lib/domain/command.ts';
import type { EditName } from '../../lib/domain/edit.ts';
import type { EditId, ProjectId } from '../../lib/domain/ids.ts';

/** One step of undo: typing in one field of a scene is one, however often it was stored meanwhile. */
export interface UndoStep {
  readonly name: EditName;
  /** The project that it changes; null where it can be taken back from any, as a deleted project can. */
  readonly projectId: ProjectId | null;
  readonly editIds: readonly EditId[];
  /** Steps of the same key one after the other are one; null where each stands alone. */
  readonly joins: string | null;
}

/** Edits that undo takes back. Typing is not told at each key; the menu and Ctrl+Z offer it. */
const UNDO_NAMES: { readonly [T in Command['type']]?: EditName } = {
  renameProject: 'renameProject',
  deleteProject: 'deleteProject',
  setProject: 'setProject',
  importScript: 'importScript',
  editScene: 'editScene',
  addScene: 'addScene',
  duplicateScene: 'addScene',
  moveScene: 'moveScene',
  deleteScene: 'deleteScene',
  removePicture: 'removePicture',
  setPictureRole: 'setPictureRole',
  pickTake: 'pickTake',
  markTake: 'markTake',
  binUnused: 'binUnused',
  moveToFront: 'moveToFront',
  cancel: 'cancelTask',
  stopAll: 'stopAll',
};
const MOST_UNDOS = 100;

/** What takes a command back; null where nothing does. */
export function stepOf(command: Command, { editId, projectId }: Done): UndoStep | null {
  const isBinned = command.type === 'markTake' && command.binned === true;
  const name = isBinned ? 'binTake' : UNDO_NAMES[command.type];
  if (name === undefined || editId === null) return null;
  const joins =
    command.type === 'editScene' ? [projectId, command.index, ...Object.keys(command.text)].join(' ') : null;
  const isGone = command.type === 'deleteProject';
  return { name, projectId: isGone ? null : projectId, editIds: [editId], joins };
}

export function withStep(steps: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  const last = steps.at(-1);
  const isOne = step.joins !== null && last?.joins === step.joins;
  const next = isOne
    ? [...steps.slice(0, -1), { ...last, editIds: [...last.editIds, ...step.editIds] }]
    : [...steps, step];
  return next.slice(-MOST_UNDOS);
}

/** The newest step of the project that is shown: nobody changes a film that he does not see. */
export function lastStep(steps: readonly UndoStep[], shown: ProjectId | null): UndoStep | undefined {
  return steps.findLast(({ projectId }) => projectId === null || projectId === shown);
}
