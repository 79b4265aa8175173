import type { Fault } from '../../domain/fault.ts';
import type { Poll } from '../../engine/ports.ts';
import { faultOfAnswer, faultOfEnded } from './faults.ts';
import { orderedWith, type FlowFacts, type KnownMedia } from './flow-facts.ts';
import type { FlowId, MediaIds } from './page/flow-id.ts';
import type { Answer } from './page/report.ts';
import type { SeenSubmit } from './presses.ts';

/** Told once without a reason, a failure may pass; told twice it stands. Source: captures, Sept–Oct 2026. */
const FAILURES_THAT_STAND = 2;
/** The page asks every 5 s and is heard; this is for what it may not have told. */
const ASK_AGAIN_MS = 10_000;
/** After this long without a word the page is not asking for it any more: it was loaded anew, or shows something else. */
const QUIET_MS = 60_000;
/** After this long without a word of it, a request whose answer is missing has made nothing: what there is, is all. */
const MISSING_MS = 10 * 60_000;
const WORKING: Poll = { type: 'working', progress: null };

/** What is to be done about an order, by what the page has told of it. */
export type Step =
  | { readonly type: 'answer'; readonly poll: Poll }
  /** Finished, and nobody knows where: the page is made to ask. */
  | { readonly type: 'ask'; readonly mediaId: string; readonly poll: Poll }
  /** Its answer is missing: where that document is gone, only the project's listing can tell of it. */
  | { readonly type: 'list'; readonly documentId: FlowId; readonly sentAt: number; readonly poll: Poll };

/** Tells how far an order is. `now` and when it was last told of: ms since the epoch. */
export function stepOf(facts: FlowFacts, now: number, heardAt: number): Step {
  const refused = refusalOf(facts);
  if (refused !== null) return { type: 'answer', poll: { type: 'ended', fault: refused } };
  const told = facts.media.map(({ mediaId }) => facts.known.find(({ record }) => record.mediaId === mediaId));
  const open = facts.media.filter((_media, at) => {
    const media = told[at];
    return media === undefined || !hasEnded(media, now - heardAt);
  });
  const isMissed = told.length === 0 || now - heardAt <= MISSING_MS;
  if ((told.length < outputsOf(facts) && isMissed) || open.length > 0)
    return waiting(facts, open, now - heardAt);
  return ended(
    facts,
    told.filter((media) => media !== undefined),
    now,
  );
}

/** As many as were asked for, whatever the order says: the user may have changed the number before the press. */
function outputsOf({ seen, media }: FlowFacts): number {
  const asked = seen.reduce(
    (sum, { submit, answer }) => sum + (isRefused(answer) || !('items' in submit) ? 0 : submit.items.length),
    0,
  );
  return Math.max(asked, media.length, 1);
}

function isRefused(answer: Answer | null): boolean {
  return answer !== null && faultOfAnswer(answer, { hasPicture: false, model: '' })?.accepted === 'no';
}

function waiting(facts: FlowFacts, [first]: readonly MediaIds[], quietMs: number): Step {
  const { seen, media, known } = facts;
  const isQuiet = quietMs > QUIET_MS;
  // Refused on the page alone: every answer is there, and none names a media or an error.
  const isEmptyHanded = seen.every(({ answer }) => answer?.type === 'read' || answer?.type === 'empty');
  if (isQuiet && media.length === 0 && isEmptyHanded && seen.length > 0)
    return { type: 'answer', poll: { type: 'ended', fault: { type: 'ProviderFailed', words: '' } } };
  // What only a listing has told of says nothing by itself.
  const isSilent = !known.some(({ record }) => record.mediaId === first?.mediaId);
  if (first !== undefined && (isSilent || isQuiet))
    return { type: 'ask', mediaId: first.mediaId, poll: later() };
  const [unanswered] = media.length === 0 ? seen.filter(isUnanswered) : [];
  if (unanswered !== undefined)
    return { type: 'list', documentId: unanswered.documentId, sentAt: unanswered.at, poll: WORKING };
  return { type: 'answer', poll: WORKING };
}

function isUnanswered({ answer }: SeenSubmit): boolean {
  return answer === null || answer.type === 'lost' || answer.type === 'empty';
}

function ended(facts: FlowFacts, told: readonly KnownMedia[], now: number): Step {
  const done = told.filter(({ record }) => record.progress.type === 'done');
  const lost = done.find(({ record }) => !isGood(record.mediaUrl, now));
  if (lost !== undefined) return { type: 'ask', mediaId: lost.record.mediaId, poll: later() };
  if (done.length > 0) {
    const refs = done.map(({ record }) => record.mediaId);
    return { type: 'answer', poll: { type: 'produced', refs } };
  }
  const [failed] = told;
  const progress = failed?.record.progress;
  const status = progress?.type === 'failed' ? progress.status : null;
  return { type: 'answer', poll: { type: 'ended', fault: faultOfEnded(status, orderedWith(facts)).fault } };
}

/** Every request was refused, and the refusals prove that nothing was taken; null where something may be at work. */
export function refusalOf(facts: FlowFacts): Fault | null {
  const { seen, media } = facts;
  if (media.length > 0 || seen.length === 0) return null;
  const order = orderedWith(facts);
  const faults = seen.map(({ answer }) => (answer === null ? null : faultOfAnswer(answer, order)));
  const proven = faults.filter((fault) => fault?.accepted === 'no');
  return proven.length === seen.length ? (proven[0]?.fault ?? null) : null;
}

/** The page asks no more about what it was told has failed, so that a second telling may never come. */
function hasEnded({ record: { progress }, failures }: KnownMedia, quietMs: number): boolean {
  if (progress.type !== 'failed') return progress.type === 'done';
  const hasReason = progress.status !== null && progress.status.reasons.length > 0;
  return hasReason || failures >= FAILURES_THAT_STAND || quietMs > QUIET_MS;
}

/** Whether an address can still be fetched; signed ones say until when, in seconds. */
export function isGood(url: string | null, now: number): url is string {
  if (url === null || !URL.canParse(url)) return false;
  const until = Number(new URL(url).searchParams.get('Expires'));
  return !Number.isFinite(until) || until === 0 || until * 1000 > now;
}

function later(): Poll {
  return { type: 'working', progress: null, againInMs: ASK_AGAIN_MS };
}
