import type { Fault } from '../domain/fault.ts';
import type { FlowHelp, FlowPageOrder, FlowSince } from '../domain/flow-page.ts';
import { fail, type Result } from '../domain/result.ts';
import type { FlowPageCalls, PictureForPage } from './contract.ts';
import { isListOf, isNullOr, isNumberIn, isObjectOf, isOneOf, isTextOf, type Guard } from './guards.ts';

type Answer = Promise<Result<unknown, Fault>>;
type Answerer = (args: readonly unknown[]) => Answer;
type Words = Parameters<FlowPageCalls['prepare']>[1];

const isName = isTextOf(200);
const isPicture = isObjectOf({ name: isName });
const isWords: Guard<Words> = isObjectOf<Words>({ text: isName, hide: isName });
const isHelp = isOneOf<FlowHelp>(['leaveAgent', 'closeDialog', 'reload']);
/** Milliseconds since the epoch, or credits, or seconds: what is more is a mistake. */
const isTime = isNumberIn(0, 8.64e15);
const isReportSince = isObjectOf({ documentId: isName, seq: isTime });
const isTimeSince = isObjectOf({ at: isTime });
const isSince: Guard<FlowSince> = (value): value is FlowSince => isReportSince(value) || isTimeSince(value);
/** A picture of 512 MB, more than any that can be given, as text. */
const isBytes = isTextOf(716_000_000);

const isPictureForPage: Guard<PictureForPage> = isObjectOf<PictureForPage>({
  name: isName,
  mime: isName,
  base64: isBytes,
});

const isOrder: Guard<FlowPageOrder> = isObjectOf<FlowPageOrder>({
  mode: isOneOf(['image', 'video']),
  from: isOneOf(['text', 'frames', 'ingredients']),
  model: isNullOr(isName),
  aspect: isName,
  lengthS: isNullOr(isNumberIn(0, 3_600)),
  count: isNumberIn(1, 100),
  prompt: isTextOf(100_000),
  start: isNullOr(isPicture),
  end: isNullOr(isPicture),
  ingredients: isListOf(isPicture, 100),
});

/**
 * Answers one message of the background in a Flow page; null where it is no call to a page. Who sent it is the
 * platform's to tell, before this is asked (L18); what it says is proven before anything else happens (L16).
 */
export function answerInPage(calls: FlowPageCalls, raw: unknown): Answer | null {
  if (!isMessage(raw)) return null;
  const answerers = answerersOf(calls);
  if (!Object.hasOwn(answerers, raw.call)) return badInput('call', 'a call of this room');
  return Promise.resolve(answerers[raw.call as keyof FlowPageCalls](raw.args)).catch((defect: unknown) =>
    fail({ type: 'Internal', words: String(defect) }),
  );
}

function answerersOf(calls: FlowPageCalls): { readonly [C in keyof FlowPageCalls]: Answerer } {
  return {
    look: () => calls.look(),
    takePicture: ([picture]) =>
      isPictureForPage(picture) ? calls.takePicture(picture) : badInput('picture', 'a picture'),
    prepare: ([order, words]) => {
      if (!isOrder(order)) return badInput('order', 'an order of a page');
      return isWords(words) ? calls.prepare(order, words) : badInput('words', 'the words of the mark');
    },
    isReady: ([id]) => (isName(id) ? calls.isReady(id) : badInput('documentId', 'an id')),
    release: () => calls.release(),
    submitsSince: ([since]) =>
      isSince(since) ? calls.submitsSince(since) : badInput('since', 'a document and number, or a time'),
    askForAddress: ([id]) => (isName(id) ? calls.askForAddress(id) : badInput('mediaId', 'an id')),
    help: ([help]) => (isHelp(help) ? calls.help(help) : badInput('help', 'a free help')),
    offers: () => calls.offers(),
    check: () => calls.check(),
  };
}

/** A call to a Flow page; one to another room is left to that room. */
interface PageMessage {
  readonly to: 'flowPage';
  readonly call: string;
  readonly args: readonly unknown[];
}

const isMessage: Guard<PageMessage> = isObjectOf<PageMessage>({
  to: isOneOf(['flowPage']),
  call: isName,
  args: isListOf((value): value is unknown => value !== undefined, 4),
});

function badInput(field: string, expected: string): Answer {
  return Promise.resolve(fail({ type: 'BadInput', field, expected }));
}
