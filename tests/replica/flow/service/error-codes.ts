import type { Json } from './json.ts';
import type { Switches } from '../switches.ts';

/** The codes of PublicAitkError, by number. Source: the page's bundle, captured 2026-09-11. */
const NAMES = `0 UNSPECIFIED, 1 UNSAFE_GENERATION, 2 USER_QUOTA_REACHED, 3 USER_REQUESTS_THROTTLED, 4 HIGH_TRAFFIC,
5 MODEL_DISABLED_DUE_TO_TRAFFIC, 7 NON_ENGLISH_PROMPT, 8 UNSAFE_IMAGE_UPLOAD, 9 GENERATION_ALREADY_IN_PROGRESS,
11 MODEL_ACCESS_DENIED, 12 PROMINENT_PEOPLE_FILTER_FAILED, 14 VIOLENCE_FILTER, 15 DANGER_FILTER, 16 SEXUAL,
17 MINOR_UPLOAD, 18 SEXUAL_UPLOAD, 19 PROMINENT_PEOPLE_UPLOAD, 20 PHOTOREAL_UPLOAD, 21 MINOR, 22 MINOR_HARM_UPLOAD,
23 PHOTOREAL_INPUT_IMAGE, 24 PROMINENT_PEOPLE_INPUT_IMAGE, 25 MINOR_INPUT_IMAGE, 26 UNKNOWN_IMAGE_FILE_FORMAT,
27 VIDEO_GENERATION_TIMED_OUT, 28 MODEL_OVERLOADED, 29 HANDLE_INVALID, 30 HANDLE_TAKEN, 31 IMAGE_TOO_LARGE,
32 PER_MODEL_DAILY_QUOTA_REACHED, 33 AUDIO_FILTERED, 34 PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE,
35 SOMETHING_WENT_WRONG, 36 COLLECTION_INVALID, 39 COLLECTION_FULL, 40 COLLECTION_DEPTH_EXCEEDED, 41 IP_INPUT_IMAGE,
42 APP_UNAVAILABLE, 43 BOTTLE_CONTENT_WARNING, 44 IMAGE_TOO_SMALL, 45 USER_REGION_DISALLOWED, 46 USER_MINOR,
47 IMAGE_OUTPUT_IP_FILTER, 48 WORKSPACE_ACCOUNT_QUOTA_REACHED, 49 UNUSUAL_ACTIVITY,
50 UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC, 51 CONCURRENT_LIMIT_REACHED, 52 MEDIA_GENERATION_CANNOT_BE_CANCELED,
53 UNSAFE_VIDEO_UPLOAD, 54 VIDEO_UPLOAD_TIMEOUT, 55 VIDEO_DURATION_TOO_LONG, 56 APPLET_SIZE_LIMIT_EXCEEDED,
57 APPLET_STORAGE_QUOTA_EXCEEDED, 58 VIDEO_UPLOAD_FAILED, 59 SPEECH_EDIT, 60 VIDEO_EDIT, 61 REPUTATIONAL,
63 UNDERSPECIFIED_ANIMAL, 64 RESPONSE_TOO_LONG, 65 PROJECT_NOT_ALLOWLISTED, 66 USER_ROLE_NOT_GRANTED,
67 PROJECT_FLOW_ENTERPRISE_NOT_ENABLED, 68 VERTEX_SAFETY_FILTER_TRIGGERED, 69 VERTEX_UNSUPPORTED_INPUT,
70 VERTEX_QUOTA_EXHAUSTED, 71 VERTEX_QUOTA_EXHAUSTED_ADMIN, 72 VERTEX_SERVICE_UNAVAILABLE, 73 UNSAFE_SEARCH`;

export const ERROR_NAMES: ReadonlyMap<number, string> = new Map(
  NAMES.split(/,\s+/).map((entry) => {
    const [code = '', name = ''] = entry.split(' ');
    return [Number(code), `PUBLIC_ERROR_${name}`];
  }),
);

export const UNUSUAL_ACTIVITY = 49;
export const CONCURRENT_LIMIT = 51;
export const USER_QUOTA = 2;
export const MODEL_DENIED = 11;
export const UNKNOWN_IMAGE_FORMAT = 26;

const PERMISSION = [11, 42, 45, 46, 49, 65, 66, 67];
const EXHAUSTED = [2, 3, 32, 34, 48, 50, 51, 70, 71];
const UNAVAILABLE = [4, 5, 27, 28, 72];

/** The gRPC code that a PublicAitkError comes with; pairs that were never seen follow their group. */
export function grpcOf(code: number): number {
  if (PERMISSION.includes(code)) return 7;
  if (EXHAUSTED.includes(code)) return 8;
  if (UNAVAILABLE.includes(code)) return 14;
  if (code === 35) return 13;
  return 3;
}

/** `ErrorInfo{reason}` as protobuf: field 1, length, text. */
function protobuf(reason: string): string {
  return Buffer.concat([Buffer.from([0x0a, reason.length]), Buffer.from(reason)]).toString('base64');
}

function detail(code: number, form: Switches['errorForm']): Json {
  const name = ERROR_NAMES.get(code) ?? `PUBLIC_ERROR_${code}`;
  if (form === 'enum')
    return ['type.googleapis.com/google.internal.labs.aisandbox.proto.common.v1.PublicAitkError', [code]];
  return ['type.googleapis.com/google.rpc.ErrorInfo', form === 'base64' ? protobuf(name) : [name]];
}

/** The Status of a refusal or a failed job, in one of the three forms that were seen. */
export function statusOf(code: number, form: Switches['errorForm']): Json {
  return [grpcOf(code), null, [detail(code, form)]];
}
