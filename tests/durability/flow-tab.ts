import type { FlowBlock, FlowPageOrder, FlowPrepared } from '../../lib/domain/flow-page.ts';
import { fail, ok } from '../../lib/domain/result.ts';
import type { Order } from '../../lib/engine/ports.ts';
import type { FlowPageCalls } from '../../lib/messages/contract.ts';
import type { FlowId } from '../../lib/providers/flow/page/flow-id.ts';
import { openOutbox, type Outbox } from '../../lib/providers/flow/page/outbox.ts';
import { noteTraffic, type TrafficNotes } from '../../lib/providers/flow/page/own-traffic.ts';
import { promptOf } from '../../lib/providers/flow/page/prompt-key.ts';
import type { Item, Report, Submit } from '../../lib/providers/flow/page/report.ts';
import {
  answered,
  PRICE,
  PROJECT,
  type FlowAccount,
  type Job,
  type Outcome,
  type SentBy,
} from './flow-account.ts';

/** The browser's number of the tab. */
export const TAB = 7;

const LISTING = 'Zzl0ze';
const RECORD = 'as29s';
const UNREACHABLE = { type: 'Unreachable' } as const;
const RPCIDS = { image: 'ogiZ0b', text: 'YhhmEf', startFrame: 'eb1hJf', ingredients: 'MZZa6b' } as const;

/** What stands in Flow's composer. */
interface Composer {
  readonly mode: keyof typeof RPCIDS;
  readonly item: Item;
  /** Whose it was set up for; null where the user typed it himself. */
  readonly order: Order | null;
  presses: number;
}

interface Document {
  readonly id: FlowId;
  readonly traffic: TrafficNotes;
  composer: Composer | null;
  /** Whether Retake waits here for the press. */
  isReady: boolean;
  seq: number;
}

/** What chooses the tab's time, and what is in the way on its page. */
export interface TabPorts {
  now(): number;
  blocks(): readonly FlowBlock[];
  /** Whether an order stands ready for the press, as the store says. */
  isArmed(order: Order): Promise<boolean>;
}

/** A tab that shows Flow, as far as the background and the user's hand can tell: documents come and go, its outbox stays. */
export class FlowTab {
  /** Whose order is being set up; the page itself is told what to hold and nothing more. */
  preparing: Order | null = null;
  /** Whether a page has been loaded that has not said so yet. */
  saysHello = false;
  document: Document | null = null;
  outbox: Outbox;
  readonly account: FlowAccount;
  private readonly ports: TabPorts;
  private readonly kept = new Map<string, string>();
  /** Presses of which nobody has heard or ever will. */
  private readonly forgotten = new Set<string>();
  /** What this document has said, in order. */
  private said: Report[] = [];

  constructor(account: FlowAccount, ports: TabPorts) {
    this.account = account;
    this.ports = ports;
    this.outbox = this.openBox();
    this.load();
  }

  /** Loads the page: a new document, which lists what its project holds. */
  load(): void {
    const [id, traffic] = [this.account.newId(), noteTraffic()];
    traffic.noteHello({ documentId: id, sees: true, since: this.ports.now(), lastSeq: 0, submits: [] });
    this.outbox = this.openBox();
    this.document = { id, traffic, composer: null, isReady: false, seq: 0 };
    this.saysHello = true;
    this.said = [];
    this.tellListing();
  }

  /** Closes the tab: what nobody has heard of is gone with it. */
  close(): void {
    for (const report of this.outbox.waiting())
      if (report.type === 'sent') this.forgotten.add(nameOf(report));
    this.document = null;
    this.kept.clear();
    this.outbox = this.openBox();
  }

  isForgotten(sent: SentBy): boolean {
    return this.forgotten.has(nameOf(sent));
  }

  /** All that this document has said is said once more, as where nobody heard that it was stored. */
  repeat(): void {
    for (const report of this.said) this.outbox.add(report);
  }

  tellListing(): void {
    this.tell(LISTING, this.account.list());
  }

  tellState(job: Job): void {
    this.tell(RECORD, this.account.stateOf(job));
  }

  /** The answer to a request of this tab; it may come again, and after others that were sent later. */
  tellAnswer(job: Job): void {
    if (job.sentBy?.documentId === this.document?.id && job.sentBy !== null)
      this.note(answered(job.sentBy, this.ports.now(), this.account.answerOf(job)));
  }

  /** The user presses Start on what stands in the composer; false where nothing does. */
  async press(outcome: Outcome): Promise<boolean> {
    const { document } = this;
    const composer = document?.composer ?? null;
    if (document === null || composer === null) return false;
    const { order, mode } = composer;
    const isOrdered = order !== null && (composer.presses > 0 || (await this.ports.isArmed(order)));
    // Another order came between: a hand presses what it sees.
    if (this.document?.composer !== composer) return false;
    composer.presses++;
    this.send(composer, isOrdered ? order : null, composer.presses > 1, outcome, RPCIDS[mode]);
    return true;
  }

  /** The user makes something for himself, with words of his own and another format. */
  ownOrder(words: string): void {
    const item: Item = { ...emptyItem(), prompt: promptOf(words, 300), aspect: '1:1' };
    this.send({ mode: 'image', item, order: null, presses: 1 }, null, false, 'made', RPCIDS.image);
  }

  /** The user writes over the prompt that stands in the composer. */
  typeOver(words: string): void {
    const { document } = this;
    const composer = document?.composer ?? null;
    if (document === null || composer === null) return;
    document.composer = { ...composer, item: { ...composer.item, prompt: promptOf(words, 300) } };
  }

  /** The user makes the same in another document; answers what that tells, if it is of ours. */
  ownOrderElsewhere(isHeard: boolean): Report | null {
    const { mode = 'image', item = { ...emptyItem(), prompt: promptOf('nơi khác', 300) } } =
      this.document?.composer ?? {};
    const [at, batchId, documentId] = [this.ports.now(), this.account.newId(), this.account.newId()];
    const sentBy = isHeard ? { documentId, seq: 1_000, rpcid: RPCIDS[mode] } : null;
    const own = { item, mode, order: null, isAgain: false, outcome: 'made', sentBy, at, batchId } as const;
    this.account.take(own);
    const submit: Submit = { mode, projectId: PROJECT, batchId, items: [item] };
    return sentBy && { type: 'sent', ...sentBy, at, submit };
  }

  /** What the background may ask of the page. */
  calls(): FlowPageCalls {
    const inPage = <T>(work: (document: Document) => T) =>
      Promise.resolve(this.document === null ? fail(UNREACHABLE) : ok(work(this.document)));
    return {
      look: () => inPage(({ id }) => ({ blocks: this.ports.blocks(), projectId: PROJECT, documentId: id })),
      takePicture: () => inPage(() => null),
      prepare: (order) => {
        const [by] = this.ports.blocks();
        if (by !== undefined) return Promise.resolve(fail({ type: 'FlowBlocked', by }));
        return inPage((document) => this.setUp(document, order));
      },
      isReady: (documentId) =>
        inPage(({ id, isReady }) => (isReady && id === documentId) || this.hasUntold(documentId)),
      release: () => inPage((document) => ((document.isReady = false), null)),
      submitsSince: (since) => inPage(({ traffic }) => traffic.submitsSince(since)),
      askForAddress: (mediaId) => inPage(() => this.tellOf(mediaId)),
      offers: () => inPage(() => ({ mode: 'image' as const, models: [], lengths: [] })),
      help: () => inPage(() => null),
      check: () => inPage(() => ''),
    };
  }

  private setUp(document: Document, order: FlowPageOrder): FlowPrepared {
    const pictures = order.start === null ? [] : [[this.account.newId(), this.account.newId()]];
    const references = pictures.flatMap(([mediaId]) => mediaId ?? []);
    const item: Item = {
      ...emptyItem(),
      prompt: promptOf(order.prompt, 300),
      aspect: order.aspect === '9:16' ? '9:16' : '16:9',
      lengthS: order.lengthS,
      references,
    };
    const mode = order.mode === 'image' ? 'image' : order.start === null ? 'text' : 'startFrame';
    document.composer = { mode, item, order: this.preparing, presses: 0 };
    document.isReady = true;
    return {
      documentId: document.id,
      afterSeq: document.traffic.lastSeq(),
      projectId: PROJECT,
      prompt: order.prompt,
      model: null,
      aspect: item.aspect ?? '16:9',
      lengthS: order.lengthS,
      price: PRICE,
      pictures,
    };
  }

  private send(
    { mode, item }: Composer,
    order: Order | null,
    isAgain: boolean,
    outcome: Outcome,
    rpcid: string,
  ): void {
    const sentBy = this.nextCall(rpcid);
    if (sentBy === null) return;
    const [at, batchId] = [this.ports.now(), this.account.newId()];
    this.account.take({ item, mode, order, isAgain, outcome, sentBy, at, batchId });
    const items = [{ ...item, clientIds: [this.account.newId()] }];
    const submit: Submit = { mode, projectId: PROJECT, batchId, items };
    this.note({ type: 'sent', ...sentBy, at, submit });
  }

  private tellOf(mediaId: string): boolean {
    const job = this.account.made().find((each) => each.mediaId === mediaId);
    if (job !== undefined) this.tellState(job);
    return job !== undefined;
  }

  private tell(rpcid: string, answer: Parameters<typeof answered>[2]): void {
    const call = this.nextCall(rpcid);
    if (call !== null) this.note(answered(call, this.ports.now(), answer));
  }

  private nextCall(rpcid: string): SentBy | null {
    return this.document && { documentId: this.document.id, seq: ++this.document.seq, rpcid };
  }

  private note(report: Report): void {
    this.document?.traffic.note(report);
    this.said.push(report);
    this.outbox.add(report);
  }

  private hasUntold(documentId: string): boolean {
    return this.outbox.waiting().some((report) => report.type === 'sent' && report.documentId === documentId);
  }

  /** Another script's outbox over the tab's own storage. */
  private openBox(): Outbox {
    const { kept } = this;
    return openOutbox({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    });
  }
}

function nameOf({ documentId, seq }: Pick<SentBy, 'documentId' | 'seq'>): string {
  return `${documentId} ${seq}`;
}

function emptyItem(): Item {
  return { prompt: null, model: null, aspect: null, lengthS: null, references: [], clientIds: [] };
}
