import type { FlowId, MediaIds } from './flow-id.ts';
import type { Status } from './status.ts';

/** A prompt as a request or a record has it. */
export interface Prompt {
  /** Tells prompts apart without their words and without regard to white space, as `promptKey` makes it. */
  readonly key: string;
  /** Null where only ids were kept. */
  readonly text: string | null;
}

/** Width to height, as far as the service's numbers for it are known. */
export type FlowAspect = '16:9' | '9:16' | '1:1' | '3:4' | '4:3';
/** Every aspect that the service's numbers name. */
export const FLOW_ASPECTS = ['16:9', '9:16', '1:1', '3:4', '4:3'] as const satisfies readonly FlowAspect[];

/** The ways of making that a request may stand for. */
export type Mode = 'image' | 'text' | 'startFrame' | 'startEnd' | 'ingredients' | 'extend';
/** Every way of making. */
export const MODES = [
  'image',
  'text',
  'startFrame',
  'startEnd',
  'ingredients',
  'extend',
] as const satisfies readonly Mode[];

/** One output that a request asks for. */
export interface Item {
  /** Null where none was found. */
  readonly prompt: Prompt | null;
  /** The service's key of the model, such as `abra_t2v_6s`. */
  readonly model: string | null;
  readonly aspect: FlowAspect | null;
  /** Seconds as the model's key tells them; null where it does not. */
  readonly lengthS: number | null;
  /** Frames in their order, ingredients, characters, the clip that goes on. */
  readonly references: readonly string[];
  /** Made by the page for this output. */
  readonly clientIds: readonly FlowId[];
}

/** A request that the page sent to make something, without what proves who asks. */
export type Submit =
  | {
      /** `unknown`: a build that is not known, or a shape that is not; its items are what could be found. */
      readonly mode: Mode | 'unknown';
      readonly projectId: FlowId | null;
      /** Made by the page for all outputs of one press; the service's listing says it again. */
      readonly batchId: FlowId | null;
      readonly items: readonly Item[];
    }
  | {
      readonly mode: 'upload';
      readonly projectId: FlowId | null;
      readonly fileName: string;
      readonly clientIds: readonly FlowId[];
    }
  | {
      readonly mode: 'enlarge';
      readonly projectId: FlowId | null;
      /** The media, its workflow and what the page made for the order, in the order of the request. */
      readonly ids: readonly FlowId[];
    };

/** An entry of a project's listing. */
export interface Listing extends MediaIds {
  /** What the page put into the request, said again: the one key that ties a media to an order. */
  readonly clientId: string | null;
  readonly projectId: FlowId | null;
  /** Given by the service, or a file's name; empty where only ids were kept. */
  readonly title: string;
  /** Seconds since the epoch, by the service's clock. */
  readonly madeAt: number | null;
  readonly doneAt: number | null;
}

/** How far the service is with a media. */
export type Progress =
  | { readonly type: 'queued' }
  | { readonly type: 'running' }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly status: Status | null }
  /** Waited for until the deadline. */
  | { readonly type: 'unknown' };

/** A media as the service tells of it. */
export interface MediaRecord extends MediaIds {
  readonly kind: 'image' | 'video' | 'upload';
  readonly projectId: FlowId | null;
  readonly progress: Progress;
  /** Signed addresses on the media host; null until there is one, and where only ids were kept. */
  readonly posterUrl: string | null;
  readonly mediaUrl: string | null;
  readonly sizeBytes: number | null;
  readonly seconds: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly prompt: Prompt | null;
  readonly model: string | null;
  readonly references: readonly string[];
}

/** A project of the account, as the page lists it. */
export interface FlowProject {
  readonly projectId: FlowId;
  readonly title: string;
}

/** What came back. */
export type Answer =
  | {
      readonly type: 'read';
      readonly credits: number | null;
      readonly listings: readonly Listing[];
      readonly records: readonly MediaRecord[];
      readonly projects: readonly FlowProject[];
      /** Whether there was more than a report may hold; the newest are in it. */
      readonly isPart: boolean;
    }
  | { readonly type: 'refused'; readonly status: Status }
  /** Neither payload nor error: no proof of either. */
  | { readonly type: 'empty' }
  | { readonly type: 'html'; readonly httpStatus: number }
  | { readonly type: 'unreadable'; readonly httpStatus: number }
  | { readonly type: 'lost'; readonly how: 'error' | 'abort' | 'timeout' };

/** What the observer tells; JSON, small, and free of anything that proves who asks. */
export type Report = {
  /** Made anew with each document. */
  readonly documentId: FlowId;
  /** Counts the calls that are reported of, from 1 in each document. */
  readonly seq: number;
  readonly rpcid: string;
  /** Milliseconds since the epoch, by the page's clock. */
  readonly at: number;
} & (
  { readonly type: 'sent'; readonly submit: Submit } | { readonly type: 'answered'; readonly answer: Answer }
);

/** What the composer holds once a hand has changed what stood ready in it. */
export interface ChangeReport {
  readonly type: 'changed';
  readonly documentId: FlowId;
  readonly prompt: string;
  /** Credits; null where the page says nothing, as for the rest. */
  readonly price: number | null;
  /** Seconds. */
  readonly lengthS: number | null;
  /** Outputs. */
  readonly count: number | null;
}

/** What a report holds at most; the background refuses more. */
export const LIMITS = {
  promptText: 10_000,
  echoText: 300,
  title: 200,
  fileName: 200,
  url: 2_000,
  items: 20,
  references: 20,
  ids: 12,
  records: 100,
  listings: 300,
  projects: 100,
} as const;
