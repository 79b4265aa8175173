import type { Edit, EditName } from './edit.ts';
import type { EditId } from './ids.ts';

/** One step of undo or redo: typing in one field is one, however often it was stored meanwhile. */
export interface Step {
  readonly name: EditName;
  /** When its newest edit was made. */
  readonly at: number;
  /** In the order in which they are taken back, or brought back. */
  readonly editIds: readonly EditId[];
}

/** What can be taken back and brought back next; null where there is nothing. */
export interface History {
  readonly undo: Step | null;
  readonly redo: Step | null;
}

/** Nothing to take back and nothing to bring back. */
export const NO_HISTORY: History = { undo: null, redo: null };

/** How long somebody who writes may stop to think, and how far apart pictures of one choice are stored. */
const ONE_GO_MS = { writing: 5 * 60_000, pictures: 10_000 };

/**
 * Reads the next steps from a project's edits, newest first. What was taken back last can be brought back; a new edit
 * ends that. The making of the project is no step: its deletion is.
 */
export function historyOf(edits: readonly Edit[]): History {
  const steps = edits.filter(isStep);
  const lastDone = steps.findIndex(isDone);
  const undone = steps.slice(0, lastDone === -1 ? steps.length : lastDone);
  return { undo: stepOf(steps.filter(isDone)), redo: stepOf(undone.toReversed()) };
}

/** Whether edits, newest first, tell the next steps for certain, so that no more need be read. */
export function tellsHistory(edits: readonly Edit[]): boolean {
  const [last, before] = edits
    .filter((edit) => isDone(edit) && isStep(edit))
    .slice(-2)
    .toReversed();
  return last !== undefined && before !== undefined && !isOneGo(before, last);
}

/** The first edit, with all after it that were made in one go. */
function stepOf(edits: readonly Edit[]): Step | null {
  const [first] = edits;
  if (first === undefined) return null;
  const other = edits.findIndex((edit, at) => at > 0 && !isOneGo(edit, edits[at - 1] ?? edit));
  const together = other === -1 ? edits : edits.slice(0, other);
  return {
    name: first.name,
    at: Math.max(...together.map(({ at }) => at)),
    editIds: together.map(({ id }) => id),
  };
}

function isDone({ undoneAt }: Edit): boolean {
  return undoneAt === null;
}

/** One of which nothing is left to be turned over is passed by. */
function isStep({ name, changes }: Edit): boolean {
  return name !== 'createProject' && changes.length > 0;
}

function isOneGo(one: Edit, other: Edit): boolean {
  const apart = Math.abs(one.at - other.at);
  if (one.name !== other.name) return false;
  if (one.name === 'addPicture') return apart <= ONE_GO_MS.pictures;
  const isWriting = one.name === 'editScene' || one.name === 'noteTake';
  return isWriting && apart <= ONE_GO_MS.writing && fieldsOf(one) === fieldsOf(other);
}

function fieldsOf({ changes }: Edit): string {
  return changes.map(fieldOf).toSorted().join();
}

function fieldOf(change: Edit['changes'][number]): string {
  if (change.type === 'scene') return `${change.index} ${change.field}`;
  if (change.type !== 'mark') return change.type;
  return [change.index, change.kind, change.number, change.field].join(' ');
}
