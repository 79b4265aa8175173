import { isFault, type Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { BackgroundCalls } from './contract.ts';
import type { Send } from './rpc.ts';

/** What a Flow page may call of the background, and nothing of the rest. */
export type CallsOfPage = Pick<BackgroundCalls, 'flowReport' | 'flowLook' | 'flowDriver'>;

/** Calls the background from a Flow page. */
export function backgroundForPage(send: Send): CallsOfPage {
  const call = (name: keyof CallsOfPage, ...args: readonly unknown[]): Promise<Result<null, Fault>> =>
    send({ to: 'background', call: name, args }).then(answerOf, () => fail({ type: 'Unreachable' }));
  return {
    flowReport: (report) => call('flowReport', report),
    flowLook: (look) => call('flowLook', look),
    flowDriver: () => call('flowDriver'),
  };
}

/** Parses what came back; an answer that is none counts as none (L16). */
export function answerOf(raw: unknown): Result<null, Fault> {
  if (typeof raw !== 'object' || raw === null) return fail({ type: 'Unreachable' });
  const { ok: isOk, value, fault } = raw as Partial<Record<string, unknown>>;
  if (isOk === true && value === null) return ok(null);
  return fail(isOk === false && isFault(fault) ? fault : { type: 'Unreachable' });
}
