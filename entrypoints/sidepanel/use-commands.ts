import { useCallback, useRef, useState } from 'react';
import { valuesOf } from '../../components/fault-words.ts';
import type { Message, UndoOffer } from '../../components/panel-props.ts';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { EditName } from '../../lib/domain/edit.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId, type CommandId, type EditId, type ProjectId } from '../../lib/domain/ids.ts';
import { background } from './live-store.ts';

/** Sends commands and keeps what there is to tell of the last one. */
export interface Commands {
  /** Answers what it did; null where it was refused, which is told. The id is given where bytes wait under it. */
  send(command: Command, id?: CommandId): Promise<Done | null>;
  tell(message: Message): void;
  tellFault(fault: Fault): void;
  /** Offers to take back at once what several edits of a project did, given oldest first. */
  offerUndo(projectId: ProjectId, name: EditName, editIds: readonly EditId[]): void;
  close(): void;
  /** Takes the last edit back. */
  undo(): Promise<void>;
  readonly offer: UndoOffer | null;
  readonly message: Message | null;
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

/** One step of undo: typing in one field of a scene is one, however often it was stored meanwhile. */
interface UndoStep {
  readonly name: EditName;
  /** The project that it changes; null where it can be taken back from any, as a deleted project can. */
  readonly projectId: ProjectId | null;
  readonly editIds: readonly EditId[];
  /** Steps of the same key one after the other are one; null where each stands alone. */
  readonly joins: string | null;
}

/**
 * Sends commands to the background, each under an id of its own, and keeps the edits that can be taken back. Only
 * those of the project that is shown are offered: nobody changes a film that he does not see.
 */
export function useCommands(shown: ProjectId | null): Commands {
  const [steps, setSteps] = useState<readonly UndoStep[]>([]);
  const [told, setTold] = useState<UndoStep | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const last = steps.findLast(({ projectId }) => projectId === null || projectId === shown);
  const newest = useRef(last);
  newest.current = last;
  const tellFault = useCallback((fault: Fault) => {
    setMessage({ key: `fault_${fault.type}`, values: valuesOf(fault), tone: 'bad' });
  }, []);
  const send = useCallback(
    async (command: Command, id: CommandId = newId('command', Math.random)): Promise<Done | null> => {
      const answer = await background.command(id, command);
      if (!answer.ok) {
        tellFault(answer.fault);
        return null;
      }
      const step = stepOf(command, answer.value);
      setMessage(null);
      // What cannot be taken back leaves no earlier offer beside its message.
      setTold(step?.joins === null ? step : null);
      if (step !== null) setSteps((known) => withStep(known, step));
      return answer.value;
    },
    [tellFault],
  );
  const undo = useCallback(async (): Promise<void> => {
    const { current } = newest;
    if (current === undefined) return;
    setSteps((known) => known.filter((step) => step !== current));
    for (const editId of current.editIds.toReversed()) await send({ type: 'undo', editId });
    setMessage((fault) => fault ?? { key: 'told_undone', values: [], tone: 'plain' });
  }, [send]);
  const offerUndo = useCallback((projectId: ProjectId, name: EditName, editIds: readonly EditId[]): void => {
    const step = { name, projectId, editIds, joins: null };
    setSteps((known) => withStep(known, step));
    setTold(step);
  }, []);
  const close = useCallback(() => {
    setMessage(null);
    setTold(null);
  }, []);
  const offer = last === undefined ? null : { name: last.name, isTold: last === told };
  return { send, tell: setMessage, tellFault, offerUndo, close, undo, offer, message };
}

function stepOf(command: Command, { editId, projectId }: Done): UndoStep | null {
  const isBinned = command.type === 'markTake' && command.binned === true;
  const name = isBinned ? 'binTake' : UNDO_NAMES[command.type];
  if (name === undefined || editId === null) return null;
  const joins =
    command.type === 'editScene' ? [projectId, command.index, ...Object.keys(command.text)].join(' ') : null;
  const isGone = command.type === 'deleteProject';
  return { name, projectId: isGone ? null : projectId, editIds: [editId], joins };
}

function withStep(steps: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  const last = steps.at(-1);
  const isOne = step.joins !== null && last?.joins === step.joins;
  const next = isOne
    ? [...steps.slice(0, -1), { ...last, editIds: [...last.editIds, ...step.editIds] }]
    : [...steps, step];
  return next.slice(-MOST_UNDOS);
}
