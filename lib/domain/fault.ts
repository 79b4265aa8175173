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
  // Inputs that a task lacks
  | { readonly type: 'NoText' }
  | { readonly type: 'NoImage' }
  // What a provider says
  | {
      readonly type: 'ContentRefused';
      readonly what: 'prompt' | 'picture' | 'result';
      readonly words: string;
    }
  | { readonly type: 'RateLimited'; readonly retryAfterMs: number | null }
  | { readonly type: 'QuotaSpent' }
  | { readonly type: 'SignedOut' }
  | { readonly type: 'ServerUnreachable' }
  | { readonly type: 'ProviderFailed'; readonly words: string }
  | { readonly type: 'RenderFailed'; readonly words: string }
  | { readonly type: 'RenderLost' }
  | { readonly type: 'NoEncoder' }
  | { readonly type: 'DeadlinePassed' }
  | { readonly type: 'StoppedByProvider' }
  // What comes back
  | { readonly type: 'LinkExpired' }
  | { readonly type: 'DownloadFailed'; readonly words: string }
  | { readonly type: 'WrongMedia'; readonly field: string; readonly ordered: string; readonly got: string }
  // The machine
  | { readonly type: 'StorageFull' }
  | { readonly type: 'AssetMissing' }
  | { readonly type: 'Unreachable' }
  | { readonly type: 'Internal'; readonly words: string };

/** The name of a fault. */
export type FaultName = Fault['type'];

/** What may be done after a fault: the words, money and buttons that go with its name. */
export interface FaultFacts {
  /** Whether the service took money for it. */
  readonly charged: 'no' | 'maybe';
  /** Whether it happened before the work was accepted, or was declared free and transient; then it retries by itself (L7). */
  readonly transient: boolean;
  /** The one action that helps. */
  readonly helps: 'retry' | 'prompt' | 'picture' | 'wait' | 'free-space' | 'settings' | 'none';
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
  NoText: { ...free, helps: 'prompt' },
  NoImage: { ...free, helps: 'retry' },
  ContentRefused: { ...free, helps: 'prompt' },
  RateLimited: { ...free, transient: true, helps: 'wait', holds: true },
  QuotaSpent: { ...free, helps: 'wait', holds: true },
  SignedOut: { ...free, helps: 'settings', holds: true },
  ServerUnreachable: { ...free, transient: true, helps: 'wait', holds: true },
  ProviderFailed: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  RenderFailed: { ...free, helps: 'retry' },
  RenderLost: { ...free, transient: true, helps: 'retry' },
  NoEncoder: free,
  DeadlinePassed: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  StoppedByProvider: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  LinkExpired: { ...free, helps: 'retry' },
  DownloadFailed: { ...free, transient: true, helps: 'retry' },
  WrongMedia: { charged: 'maybe', transient: false, helps: 'retry', holds: false },
  StorageFull: { ...free, transient: true, helps: 'free-space', holds: true },
  AssetMissing: { ...free, helps: 'retry' },
  Unreachable: { ...free, transient: true, helps: 'retry', holds: false },
  Internal: { ...free, helps: 'retry' },
};

/** Every fault name, for the test that both languages have words for each. */
export const FAULT_NAMES = Object.keys(FACTS) as readonly FaultName[];

/** Looks up what goes with a fault. */
export function factsOf(fault: Fault): FaultFacts {
  const facts = FACTS[fault.type];
  return fault.type === 'ContentRefused' && fault.what === 'picture' ? { ...facts, helps: 'picture' } : facts;
}
