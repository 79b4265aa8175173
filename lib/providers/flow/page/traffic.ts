import { readCalls, readReply, type Call } from './batch-execute.ts';
import type { FlowId } from './flow-id.ts';
import type { Answer, Report, Submit } from './report.ts';
import { isRead, readAnswer } from './shapes-answer.ts';
import { isSubmit, readSubmit } from './shapes-submit.ts';

/** What the readers need of the page. */
export interface Surroundings {
  readonly documentId: FlowId;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs something when the page has nothing else to do in this turn. */
  later(run: () => void): void;
  report(report: Report): void;
}

/** One request that is worth a report. */
export interface Watch {
  /** The page sent it. */
  sent(): void;
  answered(text: string, httpStatus: number): void;
  lost(how: Extract<Answer, { type: 'lost' }>['how']): void;
}

interface Watched {
  readonly call: Call;
  readonly submit: Submit | null;
  /** 0 until it was sent. */
  seq: number;
}

/** Makes the watch of a request; null where it is not worth a report. The body is asked for only where it may be. */
export type WatchRequest = (url: unknown, body: () => string | null) => Watch | null;

const PATH = '/data/batchexecute';
/** Longer replies are read after the page had them: a listing of 17 MB takes longer than a frame. */
const LONG_REPLY = 64 * 1024;
const POLL = 'jwpduf';

/** Makes the watches of a document; their reports share one count. */
export function createTraffic(around: Surroundings): WatchRequest {
  const teller = createTeller(around);
  return (url, body) => {
    const calls = typeof url === 'string' && url.includes(PATH) ? callsOf(url, body()) : [];
    const watched = calls.flatMap(watchedOf);
    return watched.length === 0 ? null : watchOf(watched, teller, around);
  };
}

function watchOf(watched: readonly Watched[], teller: Teller, { later }: Surroundings): Watch {
  const sent = (): void => watched.forEach(teller.sent);
  const answered = (answerTo: (call: Call) => Answer): void => {
    // A request that waits for its answer inside `send` is over before it is told to have been sent.
    sent();
    for (const each of watched) teller.answered(each, answerTo(each.call));
  };
  const read = (text: string, httpStatus: number): void => {
    const reply = readReply(text);
    answered((call) => readAnswer(call, reply, httpStatus));
  };
  return {
    sent,
    lost: (how) => answered(() => ({ type: 'lost', how })),
    answered: (text, httpStatus) => {
      if (text.length > LONG_REPLY) later(() => read(text, httpStatus));
      else read(text, httpStatus);
    },
  };
}

interface Teller {
  /** Once for each call, however often it is said. */
  sent(watched: Watched): void;
  answered(watched: Watched, answer: Answer): void;
}

function createTeller({ documentId, now, report }: Surroundings): Teller {
  let seq = 0;
  let lastPoll = '';
  /** The page asks every 5 s; what has not changed wakes nobody. A failure is told each time: one may pass. */
  const isNews = ({ rpcid }: Call, answer: Answer): boolean => {
    if (rpcid !== POLL) return true;
    const [before, said] = [lastPoll, JSON.stringify(answer)];
    lastPoll = said;
    return said !== before || hasFailed(answer);
  };
  return {
    sent: (watched) => {
      if (watched.seq !== 0) return;
      const { call, submit } = watched;
      watched.seq = ++seq;
      const about = { documentId, seq, rpcid: call.rpcid, at: now() };
      if (submit !== null) report({ ...about, type: 'sent', submit });
    },
    answered: ({ call, seq: own }, answer) => {
      const about = { documentId, seq: own, rpcid: call.rpcid, at: now() };
      if (isNews(call, answer)) report({ ...about, type: 'answered', answer });
    },
  };
}

function watchedOf(call: Call): readonly Watched[] {
  const submit = readSubmit(call);
  return submit === null && !isRead(call.rpcid) ? [] : [{ call, submit, seq: 0 }];
}

/** The calls of a body, or where it cannot be read those that the URL names. */
function callsOf(url: string, body: string | null): readonly Call[] {
  const calls = body === null ? [] : readCalls(body);
  if (calls.length > 0) return calls;
  const named = /[?&]rpcids=([\w,%]{1,200})/.exec(url)?.[1] ?? '';
  const rpcids = named.split(/,|%2C/i).filter((rpcid) => isSubmit(rpcid) || isRead(rpcid));
  return rpcids.map((rpcid) => ({ rpcid, tag: '', inner: undefined }));
}

function hasFailed(answer: Answer): boolean {
  return answer.type !== 'read' || answer.records.some(({ progress }) => progress.type === 'failed');
}
