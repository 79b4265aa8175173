import * as v from 'valibot';
import { isFault, type Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Contract, Room } from './contract.ts';

/** A call on the wire: to which room, which call, with what. JSON only: bytes never travel (L11). */
export interface Message {
  readonly to: keyof Contract;
  readonly call: string;
  readonly args: readonly unknown[];
}

/** Sends a message and answers what came back; rejects where nobody answers. */
export type Send = (message: Message) => Promise<unknown>;

/** Answers one call. */
export interface Handler {
  /** Who may call it: another is refused before its arguments are read (L18). */
  readonly callers: readonly Room[];
  /** `args` is hostile until parsed. */
  readonly answer: (args: readonly unknown[], from: Sender) => Promise<Result<unknown, Fault>>;
}

/** Who sent a message, as the browser tells it and never as the message says (L18). */
export interface Sender {
  /** Null for a stranger. */
  readonly room: Room | null;
  /** The tab that it runs in; null where it runs in none. */
  readonly tab: number | null;
}

/** A handler for each call of a room. */
export type Handlers<R extends keyof Contract> = { readonly [C in keyof Contract[R]]: Handler };

const messageSchema: v.GenericSchema<unknown, Message> = v.object({
  to: v.picklist(['background', 'offscreen', 'flowPage'] as const),
  call: v.string(),
  args: v.array(v.unknown()),
});

/** A fault as a message brings it: its name is checked, its fields are the sender's. */
export const faultSchema: v.GenericSchema<unknown, Fault> = v.custom<Fault>(isFault);

/** Makes a handler that parses its arguments before anything else happens (L16). */
export function on<A extends readonly unknown[]>(
  callers: readonly Room[],
  args: v.GenericSchema<unknown, A>,
  answer: (...args: [...A, Sender]) => Promise<Result<unknown, Fault>>,
): Handler {
  const parseAndAnswer: Handler['answer'] = async (given, from) => {
    const parsed = v.safeParse(args, given);
    if (parsed.success) return answer(...parsed.output, from);
    const issue = parsed.issues[0];
    return fail({
      type: 'BadInput',
      field: v.getDotPath(issue) ?? 'message',
      expected: issue.expected ?? issue.message,
    });
  };
  return { callers, answer: parseAndAnswer };
}

/**
 * Answers a message to this room; null where it is not a call to it, so that another listener may answer.
 * A sender that may not call is refused before its arguments are read (L18).
 */
export function receive<R extends keyof Contract>(
  room: R,
  handlers: Handlers<R>,
  raw: unknown,
  from: Sender,
): Promise<Result<unknown, Fault>> | null {
  const message = v.safeParse(messageSchema, raw);
  if (!message.success || message.output.to !== room) return null;
  const { call, args } = message.output;
  if (!isCall(handlers, call)) return refused('call', 'a call of this room');
  const { callers, answer } = handlers[call];
  if (from.room === null || !callers.includes(from.room)) return refused('sender', callers.join(', '));
  return answer(args, from).catch((defect: unknown) => fail({ type: 'Internal', words: wordsOf(defect) }));
}

/** Calls another room and parses its answer; `Unreachable` where nobody answers. */
export async function ask<T>(
  send: Send,
  message: Message,
  value: v.GenericSchema<unknown, T>,
): Promise<Result<T, Fault>> {
  const answered = await send(message).then(ok, () => null);
  if (answered === null) return fail({ type: 'Unreachable' });
  const schema = v.variant('ok', [
    v.object({ ok: v.literal(true), value }),
    v.object({ ok: v.literal(false), fault: faultSchema }),
  ]);
  const parsed = v.safeParse(schema, answered.value);
  if (!parsed.success) return fail({ type: 'Unreachable' });
  return parsed.output.ok ? ok(parsed.output.value) : fail(parsed.output.fault);
}

function isCall<H extends object>(handlers: H, call: string): call is Extract<keyof H, string> {
  return Object.hasOwn(handlers, call);
}

function refused(field: string, expected: string): Promise<Result<never, Fault>> {
  return Promise.resolve(fail({ type: 'BadInput', field, expected }));
}

function wordsOf(defect: unknown): string {
  return defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect);
}
