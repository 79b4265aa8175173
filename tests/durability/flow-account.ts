import type { Fault } from '../../lib/domain/fault.ts';
import { isFlowId, type FlowId } from '../../lib/providers/flow/page/flow-id.ts';
import type {
  Answer,
  Item,
  Listing,
  MediaRecord,
  Mode,
  Report,
} from '../../lib/providers/flow/page/report.ts';
import type { Order } from '../../lib/engine/ports.ts';

/** What an order on the page takes, in credits. */
export const PRICE = 20;

/** What Flow answers to a press. */
export type Outcome =
  | 'made'
  /** Not taken: the words are refused. */
  | 'refused'
  /** Not taken: too much is asked for. */
  | 'throttled'
  /** Taken, and the answer gets lost on its way to the page. */
  | 'lost';

/** The request of a document that a job came from. */
export interface SentBy {
  readonly documentId: FlowId;
  readonly seq: number;
  readonly rpcid: string;
}

/** Something that Flow was asked to make. */
export interface Job {
  readonly mediaId: FlowId;
  readonly workflowId: FlowId;
  readonly batchId: FlowId;
  readonly item: Item;
  readonly mode: Mode;
  /** The order that stood ready when Start was pressed; null where the user made it for himself. */
  readonly order: Order | null;
  /** Whether Start had been pressed on the same composer before. */
  readonly isAgain: boolean;
  readonly outcome: Outcome;
  /** Null where it was asked for on another device. */
  readonly sentBy: SentBy | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  isDone: boolean;
}

/** How an order ended that was not taken; null where it was. */
export function refusalOf({ outcome }: Job): Fault | null {
  if (outcome === 'refused') return { type: 'ContentRefused', what: 'prompt', words: '' };
  return outcome === 'throttled' ? { type: 'RateLimited', retryAfterMs: null } : null;
}

/** An id of its own for each number. */
export function flowId(number: number): FlowId {
  const made = `0badcafe-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  if (!isFlowId(made)) throw new Error('no id');
  return made;
}

export const PROJECT = flowId(1);

/** One account of Flow: what it was asked to make, and what its service says of it. It outlives every death of ours. */
export class FlowAccount {
  readonly jobs: Job[] = [];
  private ids = 1_000;

  /** `holds`: whether the project has something in it from earlier. */
  constructor(holds: 'something' | 'nothing') {
    if (holds === 'nothing') return;
    const item = { prompt: null, model: null, aspect: null, lengthS: null, references: [], clientIds: [] };
    const own = { item, mode: 'image', order: null, isAgain: false, outcome: 'made' } as const;
    this.take({ ...own, sentBy: null, at: 0, batchId: this.newId() }).isDone = true;
  }

  newId(): FlowId {
    return flowId(++this.ids);
  }

  /** Takes an order, as the service does before it answers. */
  take(
    asked: Pick<Job, 'item' | 'mode' | 'order' | 'isAgain' | 'outcome' | 'sentBy' | 'at' | 'batchId'>,
  ): Job {
    const job = { ...asked, mediaId: this.newId(), workflowId: this.newId(), isDone: false };
    this.jobs.push(job);
    return job;
  }

  /** What the service has, refused ones left out. */
  made(): readonly Job[] {
    return this.jobs.filter((job) => refusalOf(job) === null);
  }

  credits(): number {
    return 10_000 - PRICE * this.made().length;
  }

  /** The answer to a job's own request. */
  answerOf(job: Job): Answer {
    if (job.outcome === 'refused') return { type: 'refused', status: { code: 3, words: '', reasons: [14] } };
    if (job.outcome === 'throttled')
      return { type: 'refused', status: { code: 8, words: '', reasons: [51] } };
    if (job.outcome === 'lost') return { type: 'lost', how: 'error' };
    return read({ credits: this.credits(), listings: [listing(job)], records: [record(job)] });
  }

  /** How far a job is. */
  stateOf(job: Job): Answer {
    return read({ records: [record(job)] });
  }

  /** All that the project holds. */
  list(): Answer {
    return read({ listings: this.made().map(listing) });
  }
}

/** A report as the observer makes it. */
export function answered({ documentId, seq, rpcid }: SentBy, at: number, answer: Answer): Report {
  return { type: 'answered', documentId, seq, rpcid, at, answer };
}

function read(told: Partial<Extract<Answer, { type: 'read' }>>): Answer {
  return { type: 'read', credits: null, listings: [], records: [], projects: [], isPart: false, ...told };
}

function listing({ mediaId, workflowId, batchId, at }: Job): Listing {
  const madeAt = Math.floor(at / 1_000);
  return { mediaId, workflowId, projectId: PROJECT, clientId: batchId, title: '', madeAt, doneAt: null };
}

function record({ mediaId, workflowId, mode, item, isDone }: Job): MediaRecord {
  return {
    mediaId,
    workflowId,
    projectId: PROJECT,
    kind: mode === 'image' ? 'image' : 'video',
    progress: { type: isDone ? 'done' : 'running' },
    posterUrl: null,
    mediaUrl: isDone ? `https://flow-content.google/${mode}/${mediaId}` : null,
    sizeBytes: null,
    seconds: null,
    width: null,
    height: null,
    prompt: item.prompt,
    model: item.model,
    references: item.references,
  };
}
