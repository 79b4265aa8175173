import type { Fault } from '../../domain/fault.ts';
import type { Answer } from './page/report.ts';
import type { Status } from './page/status.ts';
import { isRefusal, readReasons, type KnownError } from './read-reasons.ts';

/** An error of the service, and what it means for this order and the others. */
export interface FlowFault {
  readonly fault: Fault;
  /** The service's own name of it, for the log. */
  readonly name: string;
  readonly charged: 'no' | 'maybe';
  /** Nothing more is prepared until the user, or for a lost session the page, says that all is well. */
  readonly stopsAll: boolean;
  /** Only this model is held; others may go on. */
  readonly holdsModel: boolean;
  /** `no` where it proves that the order was not taken; of an order that ended it says nothing. */
  readonly accepted: 'no' | 'maybe';
}

/** What an order holds, as far as an error's meaning hangs on it. */
export interface OrderedWith {
  readonly hasPicture: boolean;
  /** Its model in words for people; empty where it is not known. */
  readonly model: string;
}

/** What the answer to an order means; null where it is none of an error. */
export function faultOfAnswer(answer: Answer, order: OrderedWith): FlowFault | null {
  switch (answer.type) {
    case 'read':
      return null;
    case 'refused':
      return faultOfSubmit(answer.status, order);
    case 'html':
    case 'unreadable':
      return faultOfSubmit({ code: answer.httpStatus, words: '', reasons: [] }, order);
    case 'empty':
    case 'lost':
      return faultOfSubmit({ code: null, words: '', reasons: [] }, order);
  }
}

/** What an error in the answer to an order means. */
export function faultOfSubmit(status: Status, order: OrderedWith): FlowFault {
  const known = readReasons(status);
  const accepted = known.group !== 'other' || isRefusal(status.code) ? 'no' : 'maybe';
  return { ...flowFault(known, status, order, accepted), accepted };
}

/** What the error of an order that was at work means: the service takes nothing for what it says it failed at. */
export function faultOfEnded(status: Status | null, order: OrderedWith): FlowFault {
  const told = status ?? { code: null, words: '', reasons: [] };
  const isTold = told.reasons.length > 0 || isRefusal(told.code);
  return { ...flowFault(readReasons(told), told, order, isTold ? 'no' : 'maybe'), accepted: 'maybe' };
}

function flowFault(
  known: KnownError,
  status: Status,
  order: OrderedWith,
  charge: 'no' | 'maybe',
): Omit<FlowFault, 'accepted'> {
  return {
    fault: faultOf(known, status, order, charge),
    name: known.name,
    charged: charge,
    stopsAll: ['distrust', 'account', 'session'].includes(known.group),
    holdsModel: known.ofModel,
  };
}

function faultOf(known: KnownError, status: Status, order: OrderedWith, charge: 'no' | 'maybe'): Fault {
  const words = status.words === '' ? readable(known.name) : status.words;
  switch (known.group) {
    case 'distrust':
      return { type: 'Distrusted' };
    case 'account':
      return { type: 'AccountRefused', words };
    case 'session':
      return { type: 'SignedOut' };
    case 'quota':
      return known.ofModel ? { type: 'QuotaSpent', model: order.model } : { type: 'QuotaSpent' };
    case 'throttle':
    case 'busy':
      return { type: 'RateLimited', retryAfterMs: null };
    case 'contentOfPrompt':
      return { type: 'ContentRefused', what: 'prompt', words };
    case 'contentOfPicture':
      return { type: 'ContentRefused', what: 'picture', words };
    case 'contentOfResult':
      return { type: 'ContentRefused', what: 'result', words };
    case 'contentOfEither':
      return { type: 'ContentRefused', what: order.hasPicture ? 'picture' : 'prompt', words };
    case 'badPrompt':
      return { type: 'InputRefused', what: 'prompt', words };
    case 'badPicture':
      return { type: 'InputRefused', what: 'picture', words };
    case 'other':
      return otherFault(status.code, words, charge);
  }
}

function otherFault(code: number | null, words: string, charge: 'no' | 'maybe'): Fault {
  if (code === 3) return { type: 'InputRefused', what: 'settings', words };
  const isSilent = code === null || code === 4 || code === 14 || code >= 100;
  if (isSilent && charge === 'maybe') return { type: 'ServerUnreachable' };
  return charge === 'no' ? { type: 'ProviderFailed', words, free: true } : { type: 'ProviderFailed', words };
}

/** The service's name in small letters, for want of its words. */
function readable(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
