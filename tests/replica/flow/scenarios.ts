import type { Switches } from './switches.ts';

export interface Scenario {
  readonly words: string;
  readonly switches: Partial<Switches>;
  /** Who makes it happen; `test`: nothing of the replica does, the test acts on browser, clock or script. */
  readonly madeBy: 'page' | 'service' | 'both' | 'test';
}

type Row = readonly [words: string, madeBy: Scenario['madeBy'], switches: Partial<Switches>];

const OTHER_BUILD = {
  ogiZ0b: 'Qw7Zrb',
  YhhmEf: 'kTq3Zb',
  eb1hJf: 'Vd0cHe',
  nprQif: 'xP4mUd',
  MZZa6b: 'sR2bJc',
};

/** The known failures of the field, 1 to 60 in order. Source: captures and reports of the page, Sept–Oct 2026. */
const ROWS: readonly Row[] = [
  ['signed out', 'both', { signedOut: true }],
  ['/about bounce mid-run', 'both', { aboutBounceAfterSubmits: 2 }],
  ['agent mode on', 'page', { agentMode: true }],
  ['agent only', 'page', { agentMode: true, agentOnly: true }],
  ['narrow layout', 'page', { narrowLayout: true }],
  ['cookie bar', 'page', { cookieBar: 'rejectable' }],
  ['changelog dialog', 'page', { changelogDialog: true }],
  ['consent dialog on first upload', 'both', { consentOnFirstUpload: true }],
  ['insufficient credits', 'both', { credits: 3 }],
  ['credits end mid-run', 'both', { credits: 25 }],
  ['trusted click required', 'page', { syntheticClickAccepted: false }],
  ['synthetic click accepted', 'both', { syntheticClickAccepted: true }],
  ['click lands twice', 'page', { clickLandsTwice: true }],
  ['submit accepted but reply lost', 'service', { submitReply: 'lost' }],
  ['[5] reply yet job queued', 'service', { submitReply: 'bare-5-queued' }],
  ['[13]', 'service', { submitReply: 'bare-13' }],
  ['unusual activity at submit', 'service', { refuseCode: 49 }],
  ['unusual activity after 3 jobs', 'service', { refuseCode: 49, refuseAfter: 3 }],
  ['throttled, 51 concurrent', 'service', { concurrentLimit: 1 }],
  ['daily quota for one model', 'service', { refuseCode: 32, refuseModel: 'abra', errorForm: 'enum' }],
  ['policy failure at submit', 'service', { refuseCode: 1, errorForm: 'base64' }],
  ['policy failure after running', 'service', { failCode: 12, errorForm: 'enum' }],
  ['failure only in the page', 'both', { submitReply: 'empty' }],
  ['"Media not found." then success', 'service', { mediaNotFoundPolls: 1 }],
  ['never finishes', 'service', { neverFinishes: true }],
  ['clip not found for 20 s', 'service', { publishDelayS: 20 }],
  ['expired address', 'service', { expiredLinks: 1 }],
  ['poster instead of mp4', 'service', { mediaBytes: 'poster' }],
  ['truncated file', 'service', { mediaBytes: 'truncated' }],
  ['model renamed', 'page', { renamedModels: { abra: 'Omni 1.2 Flash' } }],
  ['model missing', 'page', { missingModels: ['abra'] }],
  ['aspect resets', 'page', { settingsResetLate: true }],
  ['duration row absent', 'page', { durationRowAbsent: true }],
  ['references silently dropped', 'page', { referencesDropped: true }],
  ['stale upload first in picker', 'page', { staleUploadFirst: true }],
  ['two assets with the same title', 'both', { titles: 'all-the-same', seededAssets: 2 }],
  ['fresh upload missing from picker twice', 'page', { uploadMissingFromPicker: 2 }],
  ["previous scene's chips still attached", 'page', { leftoverChips: 1, clearOnSubmit: 'text' }],
  ['composer text left from before', 'page', { leftoverText: 'an old idea', clearOnSubmit: 'nothing' }],
  ['old failed tiles present', 'page', { oldFailedTiles: 3 }],
  ['late foreign result', 'service', { foreignOrders: 1 }],
  ['identical prompts in two scenes', 'test', { titles: 'all-the-same' }],
  ['out-of-order completion', 'service', { finishOrder: 'last-in-first-out' }],
  ['four outputs as four requests', 'both', { outputsAs: 'many-requests' }],
  ['rpcids missing in the address', 'page', { rpcidsInUrl: false }],
  ['unknown rpcid for submit', 'both', { renamedRpcids: OTHER_BUILD, opaqueSubmits: true }],
  ['page reload mid-run', 'page', { reloadAfterSubmits: 1 }],
  ['project switched by the user', 'page', { otherProjectAfterSubmits: 1 }],
  ['tab hidden', 'page', { throttledTimers: true }],
  ['service worker restart', 'test', {}],
  ['two Flow tabs', 'test', {}],
  ['other-language account', 'both', { locale: 'pt' }],
  ['prompt over 2450', 'service', { promptCeiling: 2450 }],
  ['prompt with newlines, @, quotes, right-to-left, emoji', 'test', {}],
  ['framing with multi-byte text', 'service', { framing: 'byte-by-byte' }],
  ['HTML error page instead of JSON', 'service', { htmlInsteadOfJson: 'every-call' }],
  ['308 from labs', 'service', { labsRedirect: 'http-308' }],
  ['picker row without id and more than 15 assets', 'both', { seededAssets: 67 }],
  ['public execute called by anyone', 'both', {}],
  ['wall-clock jump', 'service', { clockJumpS: 7200 }],
];

/** Scenarios by their number in the facts. */
export const SCENARIOS: Readonly<Record<number, Scenario>> = Object.fromEntries(
  ROWS.map(([words, madeBy, switches], at) => [at + 1, { words, madeBy, switches }]),
);

export function scenario(number: number): Scenario {
  const found = SCENARIOS[number];
  if (found === undefined) throw new Error(`There is no scenario ${number}`);
  return found;
}
