import type { AssetId } from './ids.ts';

/** What stands between Retake and an order on the Flow page; its words stand in `_locales` under `flowBlock_` and the name. */
export type FlowBlock =
  | 'SignedOut'
  | 'NotLetIn'
  | 'Unavailable'
  | 'UnsupportedCountry'
  | 'NoProject'
  | 'OtherProject'
  | 'ProjectCovered'
  | 'AgentMode'
  | 'AgentOnly'
  | 'TooNarrow'
  | 'TabHidden'
  | 'ConsentAsked'
  | 'CookiesAsked'
  | 'PermissionAsked'
  | 'DialogOpen'
  | 'BackdropLeft'
  | 'NoCredits'
  | 'PageChanged'
  /** The page was opened before Retake: its traffic cannot be seen until it is loaded again. */
  | 'NotSeen'
  /** Something may have gone out that nobody could read: the page's own list tells when it is loaded again. */
  | 'OrderUnclear';

/** Every block, for messages and for the test that both languages have words for each. */
export const FLOW_BLOCKS: readonly FlowBlock[] = [
  'SignedOut',
  'NotLetIn',
  'Unavailable',
  'UnsupportedCountry',
  'NoProject',
  'OtherProject',
  'ProjectCovered',
  'AgentMode',
  'AgentOnly',
  'TooNarrow',
  'TabHidden',
  'ConsentAsked',
  'CookiesAsked',
  'PermissionAsked',
  'DialogOpen',
  'BackdropLeft',
  'NoCredits',
  'PageChanged',
  'NotSeen',
  'OrderUnclear',
];

/** A picture of an order, by the file name under which its bytes were handed to the page. */
export interface FlowPicture {
  readonly name: string;
}

/** An order as the Flow page is to hold it. */
export interface FlowPageOrder {
  readonly mode: 'image' | 'video';
  readonly from: 'text' | 'frames' | 'ingredients';
  /** The model's name on the page; null leaves the one that is set. */
  readonly model: string | null;
  readonly aspect: string;
  /** Seconds; null for an image. */
  readonly lengthS: number | null;
  /** Outputs. */
  readonly count: number;
  readonly prompt: string;
  readonly start: FlowPicture | null;
  readonly end: FlowPicture | null;
  readonly ingredients: readonly FlowPicture[];
}

/** The page as it stands ready for the user's press. */
export interface FlowPrepared {
  /** The document whose traffic will tell of the press. */
  readonly documentId: string;
  /** The number of the last report of that document; what comes after may be this order. */
  readonly afterSeq: number;
  readonly projectId: string;
  readonly prompt: string;
  /** As the page names it; null where it was left as it was. */
  readonly model: string | null;
  readonly aspect: string;
  readonly lengthS: number | null;
  /** Credits that the press takes, as the page says; null where it says nothing. */
  readonly price: number | null;
  /** Media and workflow id of each picture, frames in their order. */
  readonly pictures: readonly (readonly string[])[];
}

/** What can be seen of a Flow page without touching it. */
export interface FlowLook {
  readonly blocks: readonly FlowBlock[];
  readonly projectId: string | null;
  /** Null where the page's traffic cannot be seen. */
  readonly documentId: string | null;
}

/** From where on orders count: after a report of one document, or from a time, ms since the epoch. */
export type FlowSince = { readonly documentId: string; readonly seq: number } | { readonly at: number };

/** What the page offers for the kind that it is set to: free to read, and another one after each change of the model. */
export interface FlowOffers {
  readonly mode: 'image' | 'video';
  /** Names as the page has them. */
  readonly models: readonly string[];
  /** Seconds of a clip; none where the page has no row of them. */
  readonly lengths: readonly number[];
}

/** What the page was last seen to offer for each kind; nothing where it was never seen. */
export type SeenOffers = { readonly [M in FlowOffers['mode']]?: FlowOffers };

/** What Retake may do on the page on the user's word; none of it costs anything. */
export type FlowHelp = 'leaveAgent' | 'closeDialog' | 'reload';

/** What helps against a block without spending, as a button beside `Go to Flow`; null where only the user can act there. */
export function helpAgainst(block: FlowBlock): FlowHelp | null {
  switch (block) {
    case 'AgentMode':
      return 'leaveAgent';
    case 'DialogOpen':
    case 'BackdropLeft':
      return 'closeDialog';
    case 'NotSeen':
    case 'OrderUnclear':
      return 'reload';
    default:
      return null;
  }
}

/** A file name that no other picture has: the page's list tells pictures apart by nothing else. */
export function flowFileName(assetId: AssetId): string {
  return `retake-${assetId.slice(0, 16)}.jpg`;
}
