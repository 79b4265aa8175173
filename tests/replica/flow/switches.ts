/** Languages of the page: all words and labels follow the account's. */
export type Locale = 'en' | 'vi' | 'ko' | 'es' | 'pt';

/**
 * Every way in which accounts, builds and services were seen to differ or to fail; scenarios.ts names the 60 field
 * failures by them. The page reads them at load from its shell, the service at every call.
 * Source: captures of the page, Sept–Oct 2026.
 */
export interface Switches {
  readonly locale: Locale;

  // The account.
  readonly signedOut: boolean;
  /** How a call is answered when signed out: no capture shows which, so all are here. */
  readonly signedOutAnswer: 'code-16' | 'http-401' | 'redirect';
  /** After so many accepted submits the session ends: calls answer 16 and the page goes to /about. */
  readonly aboutBounceAfterSubmits: number | null;
  readonly tier: 'free' | 'pro' | 'ultra';
  /** Credits that the account has when this is set. */
  readonly credits: number;
  readonly creditsOfFailed: 'given-back' | 'kept';
  /** The first upload of the account waits for a person who accepts the rights dialog. */
  readonly consentOnFirstUpload: boolean;

  // What the page shows.
  readonly agentMode: boolean;
  /** No chip leads out of agent mode. */
  readonly agentOnly: boolean;
  /** The mobile layout at any width; else under 1000 px. */
  readonly narrowLayout: boolean;
  readonly cookieBar: 'none' | 'rejectable' | 'notice-only';
  readonly changelogDialog: boolean;
  /** Custom elements keep their content in open shadow roots. */
  readonly shadowRoots: boolean;
  /** The name in the menu by model family (prices.ts), where it is not the usual one. */
  readonly renamedModels: Readonly<Record<string, string>>;
  readonly missingModels: readonly string[];
  /** Ratio and length go back to their defaults some time after the model was changed. */
  readonly settingsResetLate: boolean;
  readonly durationRowAbsent: boolean;
  /** Error tiles of earlier days stand in the grid. */
  readonly oldFailedTiles: number;
  /** The page's timers run as in a tab that was hidden for more than a minute. */
  readonly throttledTimers: boolean;

  // Composer, pictures and picker.
  readonly leftoverText: string;
  readonly leftoverChips: number;
  readonly clearOnSubmit: 'text-and-chips' | 'text' | 'nothing';
  /** How a picture can come in. */
  readonly uploadRoutes: ReadonlyArray<'file-input' | 'drop' | 'paste'>;
  readonly staleUploadFirst: boolean;
  /** So often is a fresh upload missing from the picker when it opens. */
  readonly uploadMissingFromPicker: number;
  /** Assets that the first project has from the start; the picker draws about 15 of them. */
  readonly seededAssets: number;
  readonly titles: 'from-prompt' | 'all-the-same';

  // The press.
  readonly syntheticClickAccepted: boolean;
  readonly clickLandsTwice: boolean;
  /** Frames or ingredients do not go along: `YhhmEf` is sent. */
  readonly referencesDropped: boolean;
  readonly outputsAs: 'one-request' | 'many-requests';
  readonly rpcidsInUrl: boolean;
  /** The submit's rpcid of a later build, by the one known today. */
  readonly renamedRpcids: Readonly<Record<string, string>>;
  /** Orders and their replies have a shape that nobody knows: see OPAQUE in contract.ts. */
  readonly opaqueSubmits: boolean;
  readonly reloadAfterSubmits: number | null;
  /** After so many submits the page shows another project, without a new document. */
  readonly otherProjectAfterSubmits: number | null;

  /**
   * The submit's reply. `lost` and `…-queued`: the job runs. `bare-13`: it does not. `empty`: a failure that never
   * reaches the wire; the reply names neither a medium nor an error, and the page shows an error tile.
   */
  readonly submitReply: 'given' | 'lost' | 'bare-5-queued' | 'bare-13' | 'bare-13-queued' | 'empty';
  /** A PublicAitkError with which submits are refused. */
  readonly refuseCode: number | null;
  /** So many submits are accepted before `refuseCode` holds. */
  readonly refuseAfter: number;
  /** `refuseCode` holds for model keys that begin so; empty for all. */
  readonly refuseModel: string;
  readonly errorForm: 'error-info' | 'enum' | 'base64';
  /** Open jobs above this are refused with 51. */
  readonly concurrentLimit: number;
  /** Longer prompts are refused with the words of unusual activity. */
  readonly promptCeiling: number;

  // The job.
  /** A PublicAitkError with which jobs fail after they ran. */
  readonly failCode: number | null;
  readonly neverFinishes: boolean;
  /** So many polls read "Media not found." before a job shows that it is done. */
  readonly mediaNotFoundPolls: number;
  readonly finishOrder: 'first-in-first-out' | 'last-in-first-out';
  /** Orders of somebody else's hand that enter the project after the first submit and finish last. */
  readonly foreignOrders: number;

  // Addresses and bytes.
  /** Seconds from done until `as29s` finds the clip; until then it answers a bare 5. */
  readonly publishDelayS: number;
  /** So many of the first addresses given for each medium are expired already. */
  readonly expiredLinks: number;
  readonly mediaBytes: 'whole' | 'poster' | 'truncated';
  /** A picture or clip begins to come and never ends. */
  readonly mediaHangs: boolean;
  /** How often the page asks what is open; every 5 s as it was seen, less where a test has much to wait for. */
  readonly pollMs: number;
  /** Whether the page asks for the address of a clip by itself when it is done; else on hover, open and download. */
  readonly asksForFinishedClips: boolean;

  // The wire.
  readonly framing: 'plain' | 'odd' | 'byte-by-byte';
  /** Captures disagree on how deep lists of records and images lie: a list of them, or that in one more list. Page and
   * observer find them by shape. */
  readonly nesting: 'flat' | 'deeper';
  /** Megabytes that a project's listing is long at least: old projects were seen at 17. */
  readonly listingMegabytes: number;
  readonly htmlInsteadOfJson: 'never' | 'submits' | 'reads' | 'every-call';
  readonly labsRedirect: 'http-308' | 'script';
  /** Seconds by which the service's wall clock jumps; its jobs go on as before. */
  readonly clockJumpS: number;
}

/** A healthy Pro account on a wide window, on the builds since 2026-09-25. */
export const DEFAULT_SWITCHES: Switches = {
  locale: 'en',
  signedOut: false,
  signedOutAnswer: 'code-16',
  aboutBounceAfterSubmits: null,
  tier: 'pro',
  credits: 1050,
  creditsOfFailed: 'given-back',
  consentOnFirstUpload: false,
  agentMode: false,
  agentOnly: false,
  narrowLayout: false,
  cookieBar: 'none',
  changelogDialog: false,
  shadowRoots: false,
  renamedModels: {},
  missingModels: [],
  settingsResetLate: false,
  durationRowAbsent: false,
  oldFailedTiles: 0,
  throttledTimers: false,
  leftoverText: '',
  leftoverChips: 0,
  clearOnSubmit: 'text-and-chips',
  uploadRoutes: ['file-input', 'drop', 'paste'],
  staleUploadFirst: false,
  uploadMissingFromPicker: 0,
  seededAssets: 0,
  titles: 'from-prompt',
  syntheticClickAccepted: false,
  clickLandsTwice: false,
  referencesDropped: false,
  outputsAs: 'one-request',
  rpcidsInUrl: true,
  renamedRpcids: {},
  opaqueSubmits: false,
  reloadAfterSubmits: null,
  otherProjectAfterSubmits: null,
  submitReply: 'given',
  refuseCode: null,
  refuseAfter: 0,
  refuseModel: '',
  errorForm: 'error-info',
  concurrentLimit: 5,
  promptCeiling: 2450,
  failCode: null,
  neverFinishes: false,
  mediaNotFoundPolls: 0,
  finishOrder: 'first-in-first-out',
  foreignOrders: 0,
  publishDelayS: 0,
  expiredLinks: 0,
  mediaBytes: 'whole',
  mediaHangs: false,
  pollMs: 5_000,
  asksForFinishedClips: false,
  framing: 'odd',
  nesting: 'flat',
  listingMegabytes: 0,
  htmlInsteadOfJson: 'never',
  labsRedirect: 'http-308',
  clockJumpS: 0,
};
