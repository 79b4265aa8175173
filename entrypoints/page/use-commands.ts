import { useCallback, useRef, useState } from 'react';
import { faultKey, valuesOf } from '../../components/fault-words.ts';
import type { Message, StepOffer } from '../../components/panel-props.ts';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { EditName } from '../../lib/domain/edit.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { History, Step } from '../../lib/domain/history.ts';
import { newId, type CommandId, type EditId } from '../../lib/domain/ids.ts';
import type { Result } from '../../lib/domain/result.ts';

/** Sends commands and keeps what there is to tell of the last one. */
export interface Commands {
  /** Answers what it did; null where it was refused, which is told. The id is given where bytes wait under it. */
  send(command: Command, id?: CommandId): Promise<Done | null>;
  tell(message: Message): void;
  tellFault(fault: Fault): void;
  /** Offers to take back at once what several edits did, given oldest first. */
  offerUndo(editIds: readonly EditId[]): void;
  close(): void;
  /** Takes the last step back, once what is under way has been answered. */
  undo(): Promise<void>;
  /** Brings back what was taken back last. */
  redo(): Promise<void>;
  readonly undoOffer: StepOffer | null;
  readonly redoOffer: EditName | null;
  readonly message: Message | null;
}

/** What carries a command out, and answers when it is stored. */
type CarryOut = (id: CommandId, command: Command) => Promise<Result<Done, Fault>>;

/** The next steps of the project that is shown: nobody changes a film that he does not see. */
export interface LiveHistory {
  /** As it is drawn. */
  readonly shown: History;
  /** As it is stored now. */
  read(): Promise<History>;
}

/** Sends commands, each under an id of its own; what they wrote is taken back by the edits that are stored. */
export function useCommands(carryOut: CarryOut, history: LiveHistory): Commands {
  const [told, setTold] = useState<readonly EditId[]>([]);
  const [message, setMessage] = useState<Message | null>(null);
  const { track, underWay } = useUnderWay();
  const now = useRef({ history, told });
  now.current = { history, told };
  const tellFault = useCallback((fault: Fault) => setMessage(faultMessage(fault)), []);
  const send = useCallback(
    (command: Command, id: CommandId = newId('command', Math.random)): Promise<Done | null> =>
      track(
        carryOut(id, command).then((answer) => {
          if (!answer.ok) {
            tellFault(answer.fault);
            return null;
          }
          setMessage(null);
          // Typing is not told at each key; what cannot be taken back leaves no earlier offer beside its message.
          const { editId } = answer.value;
          setTold(editId === null || isTyping(command) ? [] : [editId]);
          return answer.value;
        }),
      ),
    [carryOut, tellFault, track],
  );
  const turning = useRef<Promise<void>>(Promise.resolve());
  const turn = useCallback(
    (way: 'undo' | 'redo'): Promise<void> => {
      const run = async (): Promise<void> => {
        // The panel shows an edit before its answer is here: it is the last one all the same.
        await underWay();
        const step = (await now.current.history.read())[way];
        if (step === null) return;
        let count = 0;
        for (const editId of editsOf(step, now.current.told))
          count += (await send({ type: way, editId }))?.count ?? 0;
        const end =
          count === 0 ? faultMessage({ type: 'UndoLost' }) : ({ ...TOLD[way], edit: step.name } as const);
        setMessage((fault) => fault ?? end);
      };
      turning.current = turning.current
        .then(run)
        .catch((defect: unknown) => tellFault({ type: 'Internal', words: String(defect) }));
      return turning.current;
    },
    [send, underWay, tellFault],
  );
  const undo = useCallback(() => turn('undo'), [turn]);
  const redo = useCallback(() => turn('redo'), [turn]);
  const close = useCallback(() => {
    setMessage(null);
    setTold([]);
  }, []);
  const { shown } = history;
  return {
    send,
    tell: setMessage,
    tellFault,
    offerUndo: setTold,
    close,
    undo,
    redo,
    undoOffer: shown.undo && { name: shown.undo.name, isTold: isTold(shown.undo, told) },
    redoOffer: shown.redo?.name ?? null,
    message,
  };
}

function isTyping(command: Command): boolean {
  return command.type === 'editScene' || (command.type === 'markTake' && command.note !== undefined);
}

const TOLD = {
  undo: { key: 'told_undone', values: [], tone: 'plain' },
  redo: { key: 'told_redone', values: [], tone: 'plain' },
} as const satisfies Readonly<Record<string, Message>>;

function faultMessage(fault: Fault): Message {
  return { key: faultKey(fault), values: valuesOf(fault), tone: 'bad' };
}

/** What is told of as one thing is taken back as one, however long it took. */
function editsOf(step: Step, told: readonly EditId[]): readonly EditId[] {
  return isTold(step, told) ? [...new Set([...told.toReversed(), ...step.editIds])] : step.editIds;
}

function isTold({ editIds }: Step, told: readonly EditId[]): boolean {
  const last = told.at(-1);
  return last !== undefined && editIds.includes(last);
}

interface UnderWay {
  track<T>(answer: Promise<T>): Promise<T>;
  /** Ends when everything that is under way by now has been answered. */
  underWay(): Promise<unknown>;
}

function useUnderWay(): UnderWay {
  const answers = useRef(new Set<Promise<unknown>>());
  const track = useCallback(<T>(answer: Promise<T>): Promise<T> => {
    answers.current.add(answer);
    return answer.finally(() => answers.current.delete(answer));
  }, []);
  const underWay = useCallback(() => Promise.allSettled(answers.current), []);
  return { track, underWay };
}
