import * as v from 'valibot';
import type { Answer, Done } from '../domain/command.ts';
import type { StorageCare } from '../domain/storage-use.ts';
import type { CommandId } from '../domain/ids.ts';
import {
  commandId,
  editId,
  fault,
  late,
  parseMaybe,
  projectId,
  sceneIndex,
  type RowSchema,
} from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** How long an answer is kept for a repeat: 7 days in ms. */
export const ANSWER_KEPT_MS = 7 * 24 * 3_600_000;

/** A command that was carried out, with what was answered. */
export interface CommandRow {
  readonly id: CommandId;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly answer: Answer;
}

const care: RowSchema<StorageCare> = late(() =>
  v.object({
    missing: v.number(),
    orphans: v.number(),
    picks: v.number(),
    damaged: v.number(),
    freedBytes: v.number(),
  }),
);

const done: RowSchema<Done> = late(() =>
  v.object({
    editId: v.nullable(editId),
    projectId: v.nullable(projectId),
    count: v.number(),
    left: v.array(v.object({ index: sceneIndex, fault })),
    care: v.exactOptional(care),
  }),
);

const answer: RowSchema<Answer> = late(() =>
  v.variant('ok', [
    v.object({ ok: v.literal(true), value: done }),
    v.object({ ok: v.literal(false), fault }),
  ]),
);

const commandRow: RowSchema<CommandRow> = late(() => v.object({ id: commandId, at: v.number(), answer }));

/** What was answered to a command that was carried out before; null where it is new. */
export async function getAnswer(tx: AnyTx, id: CommandId): Promise<Answer | null> {
  const row = parseMaybe(commandRow, await tx.idb.objectStore('commands').get(id), 'commands');
  return row?.answer ?? null;
}

/** Keeps an answer; in the same transaction as what the command did. */
export async function putAnswer(tx: WriteTx, row: CommandRow): Promise<void> {
  await tx.idb.objectStore('commands').put(row);
}

/** Forgets answers older than 7 days. */
export async function forgetAnswers(tx: WriteTx, now: number): Promise<void> {
  const index = tx.idb.objectStore('commands').index('at');
  const old = await index.getAllKeys(IDBKeyRange.upperBound(now - ANSWER_KEPT_MS));
  for (const id of old) await tx.idb.objectStore('commands').delete(id);
}
