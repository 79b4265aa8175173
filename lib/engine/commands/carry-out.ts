import type { Answer, Command } from '../../domain/command.ts';
import type { Fault } from '../../domain/fault.ts';
import { newId, type CommandId, type TaskId } from '../../domain/ids.ts';
import { fail, ok } from '../../domain/result.ts';
import { getAnswer, putAnswer } from '../../store/commands.ts';
import { addEdit } from '../../store/edits.ts';
import type { Store, WriteTx } from '../../store/transaction.ts';
import type { EnginePorts } from '../ports.ts';
import { handle } from './handle.ts';
import type { Outcome, Scope } from './outcome.ts';

/** An answer, and the tasks whose provider is to be told. */
export interface CarriedOut {
  readonly answer: Answer;
  readonly stopped: readonly TaskId[];
}

/**
 * Carries out a command once: its effect, its inverse and its answer are one transaction, and the same id
 * again gets the first answer. A refused command is rolled back whole; only its answer is kept.
 */
export async function carryOut(
  { store, ports }: { readonly store: Store; readonly ports: EnginePorts },
  id: CommandId,
  command: Command,
): Promise<CarriedOut> {
  try {
    return await store.write('strict', async (tx) => {
      const known = await getAnswer(tx, id);
      if (known !== null) return { answer: known, stopped: [] };
      const outcome = await handle(scopeOf(tx, id, ports), command);
      if (!outcome.ok) throw new Refused(outcome.fault);
      return answerOf(tx, id, outcome.value, ports);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const answer = fail(error.fault);
    await store.write('relaxed', (tx) => putAnswer(tx, { id, at: ports.clock(), answer }));
    return { answer, stopped: [] };
  }
}

/** Rolls a refused command back: a throw aborts its transaction. */
class Refused extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.type);
    this.fault = fault;
  }
}

async function answerOf(
  tx: WriteTx,
  id: CommandId,
  outcome: Outcome,
  ports: EnginePorts,
): Promise<CarriedOut> {
  const at = ports.clock();
  const { projectId, count, left, edit, stopped, care } = outcome;
  const editId = edit === null || projectId === null ? null : newId('edit', ports.random);
  if (edit !== null && editId !== null && projectId !== null) {
    await addEdit(tx, { id: editId, commandId: id, projectId, at, undoneAt: null, ...edit });
  }
  const answer = ok({ editId, projectId, count, left, ...(care && { care }) });
  await putAnswer(tx, { id, at, answer });
  return { answer, stopped };
}

function scopeOf(tx: WriteTx, id: CommandId, { providers, clock, random }: EnginePorts): Scope {
  return {
    tx,
    id,
    now: clock(),
    random,
    capabilities: (name) => providers.get(name)?.capabilities ?? null,
    sentByHand: (sighting) => providers.get(sighting.provider)?.sentByHand?.(sighting) ?? null,
    deadlineMs: (name) => providers.get(name)?.deadlineMs ?? 0,
  };
}
