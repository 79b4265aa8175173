import { useCallback, useRef, useState } from 'react';
import { valuesOf } from '../../components/fault-words.ts';
import type { Message, UndoOffer } from '../../components/panel-props.ts';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { EditName } from '../../lib/domain/edit.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId, type CommandId, type EditId, type ProjectId } from '../../lib/domain/ids.ts';
import type { Result } from '../../lib/domain/result.ts';
import { lastStep, stepOf, withStep, type UndoStep } from './undo-steps.ts';

/** Sends commands and keeps what there is to tell of the last one. */
export interface Commands {
  /** Answers what it did; null where it was refused, which is told. The id is given where bytes wait under it. */
  send(command: Command, id?: CommandId): Promise<Done | null>;
  tell(message: Message): void;
  tellFault(fault: Fault): void;
  /** Offers to take back at once what several edits of a project did, given oldest first. */
  offerUndo(projectId: ProjectId, name: EditName, editIds: readonly EditId[]): void;
  close(): void;
  /** Takes the last edit back, once what is under way has been answered. */
  undo(): Promise<void>;
  readonly offer: UndoOffer | null;
  readonly message: Message | null;
}

/** What carries a command out, and answers when it is stored. */
type CarryOut = (id: CommandId, command: Command) => Promise<Result<Done, Fault>>;

/** Sends commands, each under an id of its own, and keeps the edits that can be taken back. */
export function useCommands(shown: ProjectId | null, carryOut: CarryOut): Commands {
  const [told, setTold] = useState<UndoStep | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const { steps, stepsNow, setSteps } = useSteps();
  const { track, underWay } = useUnderWay();
  const shownNow = useRef(shown);
  shownNow.current = shown;
  const tellFault = useCallback((fault: Fault) => {
    setMessage({ key: `fault_${fault.type}`, values: valuesOf(fault), tone: 'bad' });
  }, []);
  const send = useCallback(
    (command: Command, id: CommandId = newId('command', Math.random)): Promise<Done | null> =>
      track(
        carryOut(id, command).then((answer) => {
          if (!answer.ok) {
            tellFault(answer.fault);
            return null;
          }
          const step = stepOf(command, answer.value);
          setMessage(null);
          // What cannot be taken back leaves no earlier offer beside its message.
          setTold(step?.joins === null ? step : null);
          if (step !== null) setSteps(withStep(stepsNow(), step));
          return answer.value;
        }),
      ),
    [carryOut, tellFault, track, stepsNow, setSteps],
  );
  const undo = useCallback(async (): Promise<void> => {
    // The panel shows an edit before its answer is here: it is the last one all the same.
    await underWay();
    const last = lastStep(stepsNow(), shownNow.current);
    if (last === undefined) return;
    setSteps(stepsNow().filter((step) => step !== last));
    for (const editId of last.editIds.toReversed()) await send({ type: 'undo', editId });
    setMessage((fault) => fault ?? { key: 'told_undone', values: [], tone: 'plain' });
  }, [send, underWay, stepsNow, setSteps]);
  const offerUndo = useCallback(
    (projectId: ProjectId, name: EditName, editIds: readonly EditId[]): void => {
      const step = { name, projectId, editIds, joins: null };
      setSteps(withStep(stepsNow(), step));
      setTold(step);
    },
    [stepsNow, setSteps],
  );
  const close = useCallback(() => {
    setMessage(null);
    setTold(null);
  }, []);
  const last = lastStep(steps, shown);
  const offer = last === undefined ? null : { name: last.name, isTold: last === told };
  return { send, tell: setMessage, tellFault, offerUndo, close, undo, offer, message };
}

interface Steps {
  /** As they are drawn. */
  readonly steps: readonly UndoStep[];
  /** As they are, drawn or not: two presses may come before the next drawing. */
  stepsNow(): readonly UndoStep[];
  setSteps(next: readonly UndoStep[]): void;
}

function useSteps(): Steps {
  const [steps, draw] = useState<readonly UndoStep[]>([]);
  const now = useRef(steps);
  const stepsNow = useCallback(() => now.current, []);
  const setSteps = useCallback((next: readonly UndoStep[]) => {
    now.current = next;
    draw(next);
  }, []);
  return { steps, stepsNow, setSteps };
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
