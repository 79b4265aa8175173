import type { Locale, Switches } from './switches.ts';

/**
 * What the page (page/) and the service (everything else here) agree on. The scenario switches stand in switches.ts,
 * the table of the 60 field failures in scenarios.ts, prices in prices.ts.
 *
 * The page folder gives: `renderShell(props: ShellProps): string` in page/shell.ts, `bundlePage(): Promise<string>`
 * in page/bundle.ts and `captchaScript(nonce: string): string` in page/captcha-script.ts.
 */

/** `window.WIZ_global_data`: made anew at every load, constant inside a document, served signed out too. */
export interface WizData {
  /** The token of the form field `at`, 42 characters. */
  readonly SNlM0e: string;
  /** `f.sid` of the address. */
  readonly FdrFJe: string;
  /** `bl` of the address: the build label. */
  readonly cfb2h: string;
  /** The base path of the service, `/_/AiSandboxAngularFrontend`. */
  readonly Im6cmf: string;
}

export interface ShellProps {
  readonly wiz: WizData;
  readonly locale: Locale;
  /** As they are at this load: `signedOut` and `consentOnFirstUpload` follow the account. */
  readonly switches: Switches;
  /** `location.pathname` of this load. */
  readonly path: string;
}

/**
 * Where the two meet. The script is loaded by the shell from CAPTCHA_SCRIPT with `?render=<site key>`; every load of
 * it carries a nonce of its own.
 */
export const CAPTCHA_SCRIPT = 'https://www.google.com/recaptcha/enterprise.js';
export const CAPTCHA_RELOAD = 'https://www.google.com/recaptcha/enterprise/reload';
export const PAGE_SCRIPT = '/static/page.js';
/** The page POSTs here (any body) for every press of Start that was not trusted, before anything else happens. */
export const UNTRUSTED_PRESS = '/__replica/untrusted-press';
/** The page POSTs here when a person accepts the rights dialog of the first upload. */
export const CONSENT = '/__replica/consent';
/** `?project=<id>` → LibraryItem[], newest first: what the real listing says in parts that no capture has decoded. */
export const LIBRARY = '/__replica/library';
/** `/<mediaId>?size=720p|1080p|4K|1K|2K` → the bytes that the page's own download menu hands out as a blob. */
export const DOWNLOAD = '/__replica/download';

/** `UPLOAD` stands for the action of `maseQ`, whose name no capture gives. */
export type CaptchaAction = 'IMAGE_GENERATION' | 'VIDEO_GENERATION' | 'UPLOAD';

/**
 * The body (JSON as text/plain, so that no preflight is needed) of a genuine mint; the answer is `{token}`.
 * The public execute sends `{action: 'extension_hijack_detected'}` alone and gets a poisoned token: it is counted.
 */
export interface MintRequest {
  readonly action: CaptchaAction;
  /** The nonce of the script's load. */
  readonly load: string;
  /** A UUID made once per press; a press that lands twice sends it twice. */
  readonly press: string;
  /** `event.isTrusted` of the press. Only an UPLOAD may be false, or anything where `syntheticClickAccepted`. */
  readonly trusted: boolean;
}

/**
 * The genuine mint that the captcha script hands to the page, once, and to nobody else. A token serves one call: four
 * requests of one press need four mints (with the same press nonce), else the service counts a replay.
 */
export type Mint = (action: CaptchaAction, press: Event) => Promise<string>;

/** One tile of a project as the page shows it. */
export interface LibraryItem {
  readonly mediaId: string;
  readonly workflowId: string;
  readonly kind: 'image' | 'video' | 'upload';
  /** The automatic title, or the file name of an upload. */
  readonly title: string;
  readonly prompt: string;
  readonly modelKey: string;
  readonly state: 'pending' | 'done' | 'failed';
  /** The PublicAitkError code of a failure, for the words of the error tile. */
  readonly errorCode: number | null;
  /** `/asb/<token>`, or null while there is nothing to show. Opaque: another one at every reading. */
  readonly thumb: string | null;
  readonly width: number;
  readonly height: number;
  /** Milliseconds on the replica's clock. */
  readonly createdAt: number;
}

/** Submits carry the captcha's token; the page may send them under other names, see `renamedRpcids`. */
export const SUBMIT_RPCIDS = ['ogiZ0b', 'YhhmEf', 'eb1hJf', 'nprQif', 'MZZa6b', 'p0UkFb'] as const;
export type SubmitRpcid = (typeof SUBMIT_RPCIDS)[number];

/**
 * How a build that nobody has seen writes an order and its reply, where `opaqueSubmits` says so: the usual JSON as
 * text behind this word.
 */
export const OPAQUE = 'v2';
