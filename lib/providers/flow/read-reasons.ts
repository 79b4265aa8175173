import { errorCode, type ErrorGroup } from './error-codes.ts';
import type { Status } from './page/status.ts';

/** What an error comes to, by its reasons or else by its code. */
export interface KnownError {
  readonly group: ErrorGroup;
  /** The service's own name of it. */
  readonly name: string;
  /** Whether it concerns one model and leaves the others. */
  readonly ofModel: boolean;
}

/** The worst first: an error that says several things is what it says worst. */
const SEVERITY: readonly ErrorGroup[] = [
  'distrust',
  'account',
  'session',
  'quota',
  'throttle',
  'contentOfPicture',
  'contentOfPrompt',
  'contentOfEither',
  'contentOfResult',
  'badPicture',
  'badPrompt',
  'busy',
  'other',
];

/** gRPC codes by number. Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const GRPC_NAMES: readonly string[] = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

/**
 * Codes that say no before anything begins. The others prove nothing: an order answered with NOT_FOUND was seen to
 * run all the same. Source: captures of the page, Sept–Oct 2026.
 */
const REFUSALS: ReadonlySet<number> = new Set([3, 7, 8, 9, 11, 12, 16, 400, 401, 403, 429]);

/** Tells whether a code by itself proves that nothing was begun. */
export function isRefusal(code: number | null): boolean {
  return code !== null && REFUSALS.has(code);
}

/** Reads what an error means; one that says several things is what it says worst. */
export function readReasons({ code, reasons }: Status): KnownError {
  const all = reasons
    .map(errorCode)
    .toSorted((a, b) => SEVERITY.indexOf(a.group) - SEVERITY.indexOf(b.group));
  const [worst] = all;
  const group = worst === undefined || worst.group === 'other' ? groupOfCode(code) : worst.group;
  return { group, name: worst?.name ?? nameOfCode(code), ofModel: worst?.ofModel ?? false };
}

function groupOfCode(code: number | null): ErrorGroup {
  switch (code) {
    case 7:
      return 'account';
    case 16:
    case 400:
    case 401:
    case 403:
      return 'session';
    case 8:
    case 429:
      return 'throttle';
    default:
      return 'other';
  }
}

function nameOfCode(code: number | null): string {
  if (code === null) return 'NO_ANSWER';
  return GRPC_NAMES[code] ?? `HTTP_${code}`;
}
