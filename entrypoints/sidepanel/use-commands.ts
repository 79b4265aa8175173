import { useCallback, useState } from 'react';
import { valuesOf } from '../../components/fault-words.ts';
import type { Message, UndoOffer } from '../../components/panel-props.ts';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { EditName } from '../../lib/domain/edit.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId } from '../../lib/domain/ids.ts';
import { background } from './live-store.ts';

/** Sends commands and keeps what there is to tell of the last one. */
export interface Commands {
  /** Answers what it did; null where it was refused, which is told. */
  send(command: Command): Promise<Done | null>;
  tell(message: Message): void;
  tellFault(fault: Fault): void;
  close(): void;
  readonly undo: UndoOffer | null;
  readonly message: Message | null;
}

/** Edits whose undo is offered as they are made; typing offers none. */
const UNDO_NAMES: { readonly [T in Command['type']]?: EditName } = {
  renameProject: 'renameProject',
  deleteProject: 'deleteProject',
  setProject: 'setProject',
  importScript: 'importScript',
  moveScene: 'moveScene',
  deleteScene: 'deleteScene',
  pickTake: 'pickTake',
  markTake: 'binTake',
  cancel: 'cancelTask',
  stopAll: 'stopAll',
};

/** Sends commands to the background, each under an id of its own. */
export function useCommands(): Commands {
  const [undo, setUndo] = useState<UndoOffer | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const tellFault = useCallback((fault: Fault) => {
    setMessage({ key: `fault_${fault.type}`, values: valuesOf(fault), tone: 'bad' });
  }, []);
  const send = useCallback(
    async (command: Command): Promise<Done | null> => {
      const answer = await background.command(newId('command', Math.random), command);
      if (!answer.ok) {
        tellFault(answer.fault);
        return null;
      }
      const name = UNDO_NAMES[command.type];
      const { editId } = answer.value;
      setMessage(null);
      if (name !== undefined && editId !== null) setUndo({ editId, name });
      else if (command.type === 'undo') setUndo(null);
      return answer.value;
    },
    [tellFault],
  );
  const close = useCallback(() => {
    setMessage(null);
    setUndo(null);
  }, []);
  return { send, tell: setMessage, tellFault, close, undo, message };
}
