import type { Capabilities, ProviderName } from '../../domain/capabilities.ts';
import type { Done } from '../../domain/command.ts';
import type { Change, EditName } from '../../domain/edit.ts';
import type { Fault } from '../../domain/fault.ts';
import type { CommandId, ProjectId, Random, TaskId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { StorageCare } from '../../domain/storage-use.ts';
import type { WriteTx } from '../../store/transaction.ts';
import type { SentByHand } from '../ports.ts';

/** What a command works with: its transaction, and the outside as arguments (L20). */
export interface Scope {
  readonly tx: WriteTx;
  readonly id: CommandId;
  readonly now: number;
  readonly random: Random;
  readonly capabilities: (provider: ProviderName) => Capabilities | null;
  /** What an order that nobody owns was sent with; null where nobody can tell. */
  readonly sentByHand: (sighting: Sighting) => SentByHand | null;
  /** How long an order may be at work, in ms. */
  readonly deadlineMs: (provider: ProviderName) => number;
}

/** What a command did, before its edit is stored and its answer made. */
export interface Outcome {
  readonly projectId: ProjectId | null;
  readonly count: number;
  readonly left: Done['left'];
  /** The inverse of what it wrote; null for what cannot be undone, such as an order. */
  readonly edit: { readonly name: EditName; readonly changes: readonly Change[] } | null;
  /** Tasks whose provider is told that nobody waits for them any more. */
  readonly stopped: readonly TaskId[];
  readonly care?: StorageCare;
}

/** A command's outcome, or why it was refused; a refused command writes nothing. */
export type Outcomes = Promise<Result<Outcome, Fault>>;

/** The outcome of an edit, which undo takes back. */
export function edited(
  projectId: ProjectId,
  name: EditName,
  changes: readonly Change[],
  rest: Partial<Pick<Outcome, 'count' | 'left' | 'stopped'>> = {},
): { readonly ok: true; readonly value: Outcome } {
  const edit = changes.length === 0 ? null : { name, changes };
  return ok({ projectId, count: changes.length, left: [], stopped: [], edit, ...rest });
}

/** The outcome of an order or a setting, which undo leaves alone. */
export function carriedOut(
  projectId: ProjectId | null,
  count: number,
  left: Done['left'] = [],
): { readonly ok: true; readonly value: Outcome } {
  return ok({ projectId, count, left, edit: null, stopped: [] });
}

/** The refusal of a command about something that is not there. */
export function notFound(what: Extract<Fault, { type: 'NotFound' }>['what']): {
  readonly ok: false;
  readonly fault: Fault;
} {
  return fail({ type: 'NotFound', what });
}
