import { once } from '../../domain/once.ts';

/** What an error means for the order and for those that follow. */
export type ErrorGroup =
  /** The account's standing: every further order makes it worse. */
  | 'distrust'
  | 'account'
  | 'session'
  | 'quota'
  | 'throttle'
  /** Refused because of load, so nothing was begun. */
  | 'busy'
  | 'contentOfPrompt'
  | 'contentOfPicture'
  | 'contentOfResult'
  /** People or property in the words, or in the picture where there is one. */
  | 'contentOfEither'
  | 'badPrompt'
  | 'badPicture'
  | 'other';

interface ErrorCode {
  readonly name: string;
  readonly group: ErrorGroup;
  /** Whether it concerns one model and leaves the others. */
  readonly ofModel: boolean;
}

/** The numbers of the service's list of errors, as `number name` for each group; `*` marks those of one model. */
const CODES: Readonly<Record<ErrorGroup, string>> = {
  distrust: '49 UNUSUAL_ACTIVITY, 50 UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC',
  account: `11 MODEL_ACCESS_DENIED, 42 APP_UNAVAILABLE, 45 USER_REGION_DISALLOWED, 46 USER_MINOR,
    65 PROJECT_NOT_ALLOWLISTED, 66 USER_ROLE_NOT_GRANTED, 67 PROJECT_FLOW_ENTERPRISE_NOT_ENABLED`,
  session: '',
  quota: `2* USER_QUOTA_REACHED, 32* PER_MODEL_DAILY_QUOTA_REACHED,
    34* PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE, 48* WORKSPACE_ACCOUNT_QUOTA_REACHED,
    70* VERTEX_QUOTA_EXHAUSTED, 71* VERTEX_QUOTA_EXHAUSTED_ADMIN`,
  throttle: '3 USER_REQUESTS_THROTTLED, 9 GENERATION_ALREADY_IN_PROGRESS, 51 CONCURRENT_LIMIT_REACHED',
  busy: `4 HIGH_TRAFFIC, 5* MODEL_DISABLED_DUE_TO_TRAFFIC, 28* MODEL_OVERLOADED,
    72 VERTEX_SERVICE_UNAVAILABLE`,
  contentOfPrompt: `14 VIOLENCE_FILTER, 15 DANGER_FILTER, 16 SEXUAL, 21 MINOR, 61 REPUTATIONAL,
    63 UNDERSPECIFIED_ANIMAL, 73 UNSAFE_SEARCH`,
  contentOfPicture: `8 UNSAFE_IMAGE_UPLOAD, 17 MINOR_UPLOAD, 18 SEXUAL_UPLOAD, 19 PROMINENT_PEOPLE_UPLOAD,
    20 PHOTOREAL_UPLOAD, 22 MINOR_HARM_UPLOAD, 23 PHOTOREAL_INPUT_IMAGE, 24 PROMINENT_PEOPLE_INPUT_IMAGE,
    25 MINOR_INPUT_IMAGE, 41 IP_INPUT_IMAGE, 53 UNSAFE_VIDEO_UPLOAD`,
  contentOfResult: '33 AUDIO_FILTERED, 47 IMAGE_OUTPUT_IP_FILTER',
  contentOfEither: `1 UNSAFE_GENERATION, 12 PROMINENT_PEOPLE_FILTER_FAILED, 43 BOTTLE_CONTENT_WARNING,
    68 VERTEX_SAFETY_FILTER_TRIGGERED`,
  badPrompt: '7 NON_ENGLISH_PROMPT, 64 RESPONSE_TOO_LONG',
  badPicture: `26 UNKNOWN_IMAGE_FILE_FORMAT, 31 IMAGE_TOO_LARGE, 44 IMAGE_TOO_SMALL, 54 VIDEO_UPLOAD_TIMEOUT,
    55 VIDEO_DURATION_TOO_LONG, 58 VIDEO_UPLOAD_FAILED, 69 VERTEX_UNSUPPORTED_INPUT`,
  other: `0 UNSPECIFIED, 27 VIDEO_GENERATION_TIMED_OUT, 29 HANDLE_INVALID, 30 HANDLE_TAKEN,
    35 SOMETHING_WENT_WRONG, 36 COLLECTION_INVALID, 39 COLLECTION_FULL, 40 COLLECTION_DEPTH_EXCEEDED,
    52 MEDIA_GENERATION_CANNOT_BE_CANCELED, 56 APPLET_SIZE_LIMIT_EXCEEDED, 57 APPLET_STORAGE_QUOTA_EXCEEDED,
    59 SPEECH_EDIT, 60 VIDEO_EDIT`,
};

/** Names that are on no list, by what they speak of; the first that fits. */
const BY_WORD: ReadonlyArray<readonly [RegExp, ErrorGroup]> = [
  [/UNUSUAL_ACTIVITY|CAPTCHA/, 'distrust'],
  [/REGION|USER_MINOR|ACCESS_DENIED/, 'account'],
  [/CREDENTIALS|SESSION/, 'session'],
  [/QUOTA/, 'quota'],
  [/THROTTLED|CONCURRENT/, 'throttle'],
  [/TRAFFIC|OVERLOADED/, 'busy'],
  [/(?:UNSAFE|MINOR|SEXUAL|PEOPLE|PHOTOREAL|_IP_).*(?:UPLOAD|INPUT)/, 'contentOfPicture'],
  [/UNSAFE|FILTER|SAFETY|VIOLENCE|SEXUAL/, 'contentOfEither'],
  [/IMAGE_(?:TOO|FILE)|IMAGE_FORMAT/, 'badPicture'],
];

/** The codes by their numbers and names, made at the first error: a worker that starts meets none. */
const codes = once(() => {
  const byNumber = new Map<number, ErrorCode>();
  const byName = new Map<string, ErrorCode>();
  for (const [group, listed] of Object.entries(CODES) as [ErrorGroup, string][]) {
    for (const [, number, star, name = ''] of listed.matchAll(/(\d+)(\*?) (\w+)/g)) {
      const code = { name, group, ofModel: star === '*' };
      byNumber.set(Number(number), code);
      byName.set(name, code);
    }
  }
  return { byNumber, byName };
});

/** The numbers that are known. */
export function knownCodes(): readonly number[] {
  return [...codes().byNumber.keys()].toSorted((a, b) => a - b);
}

/**
 * Looks up an error by its number or its name, with or without what stands before every name. One that is not on
 * the list is placed by its words. Source: the list in the page's own code, 2026-09-11.
 */
export function errorCode(reason: number | string): ErrorCode {
  if (typeof reason === 'number') {
    return codes().byNumber.get(reason) ?? { name: `ERROR_${reason}`, group: 'other', ofModel: false };
  }
  const name = reason.replace(/^PUBLIC_ERROR_/, '');
  const group = BY_WORD.find(([words]) => words.test(name))?.[1] ?? 'other';
  return codes().byName.get(name) ?? { name, group, ofModel: group === 'quota' && name.includes('MODEL') };
}
