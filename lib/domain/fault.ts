import type { OtherFormat } from './film.ts';
import type { FlowBlock } from './flow-page.ts';
import type { SceneIndex } from './ids.ts';

/** An expected failure with a name. Its words stand in `_locales` under `fault_` and the name. */
export type Fault =
  // Commands that cannot be carried out
  | { readonly type: 'NotFound'; readonly what: 'project' | 'scene' | 'take' | 'task' | 'edit' | 'picture' }
  | { readonly type: 'AlreadyOpen' }
  | { readonly type: 'NotNow'; readonly state: string; readonly event: string }
  | { readonly type: 'BadInput'; readonly field: string; readonly expected: string }
  | { readonly type: 'TooManyScenes'; readonly limit: number }
  | { readonly type: 'NothingToDo' }
  | { readonly type: 'NotOffered'; readonly choice: string; readonly offered: readonly string[] }
  | { readonly type: 'UndoLost' }
  /** Paid orders are still out for scenes in the bin. */
  | { readonly type: 'OrdersOut'; readonly count: number }
  // Inputs that a task lacks
  | { readonly type: 'NoText' }
  | { readonly type: 'NoImage' }
  /** The scene has an end frame that cannot be used; `offered` is what can be chosen instead, where there is a choice. */
  | { readonly type: 'NoEndFrame'; readonly why: EndFrameLack; readonly offered: string }
  /** No video is in use in the scene from whose end another was to go on. */
  | { readonly type: 'NoVideoBefore' }
  /** `limit` characters are the most that the service takes before it refuses in other words. */
  | { readonly type: 'PromptTooLong'; readonly characters: number; readonly limit: number }
  // Pictures that cannot be taken
  | { readonly type: 'PictureEmpty' }
  | { readonly type: 'PictureTooLarge'; readonly megabytes: number; readonly limit: number }
  | { readonly type: 'PictureTooManyPixels'; readonly megapixels: number; readonly limit: number }
  | { readonly type: 'PictureHeic' }
  /** `format` is the name of what it is, such as `SVG`. */
  | { readonly type: 'PictureNotTaken'; readonly format: string }
  | { readonly type: 'PictureBroken' }
  | { readonly type: 'NotAPicture' }
  | { readonly type: 'NoSceneLeft' }
  // Clips that cannot be taken
  | { readonly type: 'NotAClip' }
  | { readonly type: 'ClipTooLarge'; readonly megabytes: number; readonly limit: number }
  | { readonly type: 'ClipBroken' }
  /** `film` is the film's aspect, `got` the clip's size. */
  | { readonly type: 'ClipOtherShape'; readonly film: string; readonly got: string }
  // What a provider says
  | {
      readonly type: 'ContentRefused';
      readonly what: 'prompt' | 'picture' | 'result';
      readonly words: string;
    }
  /** The service took the words or the picture for no order: not what they show, but what they are. */
  | {
      readonly type: 'InputRefused';
      readonly what: 'prompt' | 'picture' | 'settings';
      readonly words: string;
    }
  | { readonly type: 'RateLimited'; readonly retryAfterMs: number | null }
  /** `model` where it is that of one model alone: as the service names it, empty where it did not say which. */
  | { readonly type: 'QuotaSpent'; readonly model?: string }
  | { readonly type: 'SignedOut' }
  /** The service doubts this account: nothing more is sent until the user says so (L17). */
  | { readonly type: 'Distrusted' }
  /** The service does not serve this account, its region, age or role. */
  | { readonly type: 'AccountRefused'; readonly words: string }
  /** No tab shows Flow. */
  | { readonly type: 'NoFlowTab' }
  /** Something on the Flow page is in the way, or the page is not as Retake knows it. */
  | { readonly type: 'FlowBlocked'; readonly by: FlowBlock }
  /** The page did not keep what was written into it. */
  | { readonly type: 'FlowNotHeld'; readonly what: string; readonly wanted: string; readonly found: string }
  /** Flow took this picture by no way that Retake knows: the user gives it to the page. */
  | { readonly type: 'FlowPictureByHand'; readonly picture: string }
  | { readonly type: 'ServerUnreachable' }
  /** `free` where the service says, or is known, to take nothing for it. */
  | { readonly type: 'ProviderFailed'; readonly words: string; readonly free?: true }
  | { readonly type: 'RenderFailed'; readonly words: string }
  | { readonly type: 'RenderLost' }
  | { readonly type: 'NoEncoder' }
  | { readonly type: 'DeadlinePassed' }
  | { readonly type: 'StoppedByProvider' }
  // What comes back
  | { readonly type: 'LinkExpired' }
  | { readonly type: 'DownloadFailed'; readonly words: string }
  | { readonly type: 'FolderClosed' }
  | { readonly type: 'WrongMedia'; readonly field: string; readonly ordered: string; readonly got: string }
  // What a film is made of
  | {
      readonly type: 'MixedFormats';
      readonly first: SceneIndex;
      /** Scenes whose clips differ from the first one's, and in what. */
      readonly others: readonly OtherFormat[];
    }
  /** The stored clip of a scene is shorter than when it became a take, or cannot be read. */
  | { readonly type: 'ClipDamaged'; readonly scene: SceneIndex }
  | { readonly type: 'Cancelled' }
  // The machine
  | { readonly type: 'StorageFull' }
  | { readonly type: 'AssetMissing' }
  | { readonly type: 'Unreachable' }
  | { readonly type: 'Internal'; readonly words: string };

/** What stands in the way of an end frame: the service, videos from text, the model, or the length. */
export type EndFrameLack = 'service' | 'text' | 'model' | 'length';

/** Every lack, for the test that both languages have words for each. */
export const END_FRAME_LACKS = [
  'service',
  'text',
  'model',
  'length',
] as const satisfies readonly EndFrameLack[];

/** The name of a fault. */
export type FaultName = Fault['type'];

/** The one action that helps after a fault; its words stand in `_locales` under `faultHelp_` and the name. */
export type FaultHelp =
  /** The card's Retry. */
  | 'retry'
  /** The card's prompt field. */
  | 'prompt'
  /** The card's Change picture. */
  | 'picture'
  /** Nothing: the hold lifts by itself, and the banner counts down. */
  | 'wait'
  /** The dialog that frees space. */
  | 'freeSpace'
  /** Another model, or the same one once the service gives more of it. */
  | 'otherModel'
  /** The user sets something right at the service, then lets the provider go on. */
  | 'liftHold'
  /** The choice in the menu that the service does not have. */
  | 'settings'
  /** The Flow page comes to the front; what is in the way there is told. */
  | 'goToFlow'
  | 'none';

/** Every action that can help, for the test that both languages have words for each. */
export const FAULT_HELPS = [
  'retry',
  'prompt',
  'picture',
  'wait',
  'freeSpace',
  'liftHold',
  'otherModel',
  'settings',
  'goToFlow',
  'none',
] as const satisfies readonly FaultHelp[];

/** What may be done after a fault: the words, money and buttons that go with its name. */
export interface FaultFacts {
  /** Whether the service took money for it. */
  readonly charged: 'no' | 'maybe';
  /** Whether it happened before the work was accepted, or was declared free and transient; then it retries by itself (L7). */
  readonly transient: boolean;
  /** The one action that helps. */
  readonly helps: FaultHelp;
  /** Whether it stands between the provider and every task, so that it makes a hold. */
  readonly holds: boolean;
}

const free = { charged: 'no', transient: false, helps: 'none', holds: false } as const;

const FACTS: Readonly<Record<FaultName, FaultFacts>> = {
  NotFound: free,
  AlreadyOpen: free,
  NotNow: free,
  BadInput: free,
  TooManyScenes: free,
  NothingToDo: free,
  NotOffered: { ...free, helps: 'settings' },
  UndoLost: free,
  OrdersOut: free,
  NoText: { ...free, helps: 'prompt' },
  NoImage: { ...free, helps: 'retry' },
  NoEndFrame: { ...free, helps: 'settings' },
  NoVideoBefore: free,
  PromptTooLong: { ...free, helps: 'prompt' },
  PictureEmpty: { ...free, helps: 'picture' },
  PictureTooLarge: { ...free, helps: 'picture' },
  PictureTooManyPixels: { ...free, helps: 'picture' },
  PictureHeic: { ...free, helps: 'picture' },
  PictureNotTaken: { ...free, helps: 'picture' },
  PictureBroken: { ...free, helps: 'picture' },
  NotAPicture: { ...free, helps: 'picture' },
  NoSceneLeft: free,
  NotAClip: free,
  ClipTooLarge: free,
  ClipBroken: free,
  ClipOtherShape: free,
  ContentRefused: { ...free, helps: 'prompt' },
  InputRefused: { ...free, helps: 'prompt' },
  RateLimited: { ...free, transient: true, helps: 'wait', holds: true },
  QuotaSpent: { ...free, helps: 'liftHold', holds: true },
  SignedOut: { ...free, helps: 'liftHold', holds: true },
  Distrusted: { ...free, helps: 'liftHold', holds: true },
  AccountRefused: { ...free, helps: 'liftHold', holds: true },
  NoFlowTab: { ...free, helps: 'goToFlow', holds: true },
  FlowBlocked: { ...free, helps: 'goToFlow', holds: true },
  FlowNotHeld: { ...free, helps: 'retry' },
  FlowPictureByHand: { ...free, helps: 'retry' },
  ServerUnreachable: { ...free, transient: true, helps: 'wait', holds: true },
  ProviderFailed: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  RenderFailed: { ...free, helps: 'retry' },
  RenderLost: { ...free, transient: true, helps: 'retry' },
  NoEncoder: free,
  DeadlinePassed: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  StoppedByProvider: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  LinkExpired: { ...free, helps: 'retry' },
  DownloadFailed: { ...free, transient: true, helps: 'retry' },
  FolderClosed: { ...free, helps: 'retry' },
  WrongMedia: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  MixedFormats: free,
  ClipDamaged: free,
  Cancelled: free,
  StorageFull: { ...free, transient: true, helps: 'freeSpace', holds: true },
  AssetMissing: { ...free, helps: 'retry' },
  Unreachable: { ...free, transient: true, helps: 'retry', holds: false },
  Internal: { ...free, helps: 'retry' },
};

/** Every fault name, for the test that both languages have words for each. */
export const FAULT_NAMES = Object.keys(FACTS) as readonly FaultName[];

/** Whether something from outside is a fault: its name is checked, its fields are the sender's; words read them as text. */
export function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    FAULT_NAMES.some((name) => name === value.type)
  );
}

/** Looks up what goes with a fault. */
export function factsOf(fault: Fault): FaultFacts {
  const facts = FACTS[fault.type];
  switch (fault.type) {
    case 'ContentRefused':
      return fault.what === 'picture' ? { ...facts, helps: 'picture' } : facts;
    case 'InputRefused':
      return { ...facts, helps: fault.what };
    case 'QuotaSpent':
      return fault.model === undefined ? facts : { ...facts, helps: 'otherModel' };
    case 'ProviderFailed':
      return fault.free === true ? { ...facts, charged: 'no' } : facts;
    default:
      return facts;
  }
}

/** Whether Retry can cost a second time: what failed may have been charged already. */
export function retryMayCharge(fault: Fault): boolean {
  return factsOf(fault).charged === 'maybe';
}
