import { FLOW_CAPABILITIES, type Capabilities } from '../../lib/domain/capabilities.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { FlowBlock } from '../../lib/domain/flow-page.ts';
import { isOperation, type AssetId, type Operation } from '../../lib/domain/ids.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import type { Order, Provider } from '../../lib/engine/ports.ts';
import { createFlow } from '../../lib/providers/flow/flow.ts';
import { getSighting } from '../../lib/store/sightings.ts';
import { getTask } from '../../lib/store/tasks.ts';
import type { Store } from '../../lib/store/transaction.ts';
import { FlowAccount, PRICE, refusalOf, type Job } from './flow-account.ts';
import { FlowTab, TAB } from './flow-tab.ts';
import {
  bytesOf,
  ServiceBroke,
  type Moods,
  type PaidService,
  type ServiceOrder,
  type Shape,
} from './service.ts';

/** What a service on whose page the user presses Start is built over. */
export interface FlowServicePorts {
  readonly shape: Shape;
  readonly store: Store;
  now(): number;
  stage(order: Pick<Order, 'id'>, bytes: Blob): Promise<Result<AssetId, Fault>>;
}

/** Flow as the world has it: the real provider over a page and an account that outlive every death of ours. */
export class FlowService implements PaidService {
  readonly name = 'flow';
  readonly shape: Shape;
  readonly moods: Moods = {};
  readonly submits: { readonly order: Order; readonly answer: string }[] = [];
  readonly spoilt = new Set<string>();
  /** What Retake did to the page that it never may. */
  readonly misdeeds: string[] = [];
  /** Before the page has said its price none is known. */
  readonly prices = [FLOW_CAPABILITIES.price.amount, PRICE];
  readonly account = new FlowAccount('something');
  readonly tab: FlowTab;
  private readonly ports: FlowServicePorts;

  constructor(ports: FlowServicePorts) {
    this.ports = ports;
    this.shape = ports.shape;
    this.tab = new FlowTab(this.account, {
      now: () => ports.now(),
      blocks: () => this.blocks(),
      isArmed: (order) => this.isArmed(order),
    });
  }

  /** Orders that were pressed while they stood ready, each once. */
  get orders(): readonly ServiceOrder[] {
    return this.account.jobs.flatMap((job) =>
      job.order === null || job.isAgain
        ? []
        : [
            {
              operation: operation(`request ${job.sentBy?.documentId} ${job.sentBy?.seq}`),
              order: job.order,
              polls: 0,
              stopped: false,
              ended: refusalOf(job),
            },
          ],
    );
  }

  get charges(): readonly Order[] {
    return this.orders.flatMap(({ order, ended }) => (ended === null ? [order] : []));
  }

  /** Whether an operation is an order's own, under whichever of its names. */
  isOf(name: Operation, order: Pick<Order, 'id'>): boolean {
    return this.account.jobs.some((job) => job.order?.id === order.id && isNamed(job, name));
  }

  isTold(id: Order['id']): boolean {
    const job = this.account.jobs.find(({ order, isAgain }) => order?.id === id && !isAgain);
    return job?.sentBy != null && !this.tab.isForgotten(job.sentBy);
  }

  isPressedAgain(name: Operation): boolean {
    return this.account.jobs.some((job) => job.isAgain && isNamed(job, name));
  }

  /** The real provider, as one life has it. */
  provider(store: Store): Provider {
    const { tab } = this;
    const page = () => ({ id: TAB, page: tab.calls() });
    const flow = createFlow({
      tab: () => Promise.resolve(tab.document === null ? null : page()),
      tabs: () => Promise.resolve(tab.document === null ? [] : [page()]),
      tabOf: page,
      zoomOut: () => {
        this.misdeeds.push('L17 a page was made smaller that has room');
        return Promise.resolve(false);
      },
      reload: () => Promise.resolve(this.reload()),
      sighting: (id) => store.read((tx) => getSighting(tx, id)),
      download: (url) => this.download(url),
      stage: (bytes, id) => this.stage(bytes, id),
      mayUpload: () => Promise.resolve(true),
      pictureForPage: (id) => Promise.resolve({ name: `${id}.jpg`, mime: 'image/jpeg', base64: '' }),
      words: () => Promise.resolve({ text: '', hide: '' }),
      clock: () => this.ports.now(),
    });
    return { ...flow, capabilities: this.capabilities, submit: (order) => this.submit(flow, order) };
  }

  /** As Flow's, without a pace: the laws of waiting are told of services that have none. */
  private get capabilities(): Capabilities {
    return { ...FLOW_CAPABILITIES, mostAtOnce: 2, paceMs: 0 };
  }

  private async submit(flow: Provider, order: Order): ReturnType<Provider['submit']> {
    if (this.moods.submit?.(order) === 'throws') throw new ServiceBroke('submit');
    this.tab.preparing = order;
    const answer = await flow.submit(order);
    const turns = this.moods.slow?.('submit') ?? 0;
    for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
    this.submits.push({ order, answer: answer.type === 'fault' ? answer.fault.type : answer.type });
    return answer;
  }

  /** Nobody asked for it: what stands ready, or has been pressed and not told, must not be loaded away. */
  private reload(): void {
    const { tab } = this;
    if (tab.document?.isReady === true)
      this.misdeeds.push('L17 a page was loaded again under an armed order');
    tab.load();
  }

  private blocks(): readonly FlowBlock[] {
    if ((this.moods.check?.() ?? 'ok') === 'ok') return [];
    // A page that is in its own way looks until it is not.
    this.tab.saysHello = true;
    return ['DialogOpen'];
  }

  private async isArmed({ id, taskId }: Order): Promise<boolean> {
    const phase = (await this.ports.store.read((tx) => getTask(tx, taskId)))?.phase;
    const isUnderWay =
      phase?.state === 'armed' || phase?.state === 'preparing' || phase?.state === 'uncertain';
    return isUnderWay && phase.attempt === id;
  }

  private download(url: string): Promise<Result<Blob, Fault>> {
    const job = this.account.made().find(({ mediaId }) => url.endsWith(mediaId));
    if (job === undefined) throw new Error(`Nobody made ${url}`);
    const mood = job.order === null ? 'ok' : (this.moods.fetch?.(job.order) ?? 'ok');
    if (mood === 'throws') throw new ServiceBroke('fetch');
    if (mood === 'failing') return Promise.resolve(fail({ type: 'DownloadFailed', words: '503' }));
    if (mood === 'expired') return Promise.resolve(fail({ type: 'LinkExpired' }));
    if (mood === 'full') return Promise.resolve(fail({ type: 'StorageFull' }));
    return Promise.resolve(ok(new Blob([textOf(job)])));
  }

  private stage(bytes: Blob, id: Order['id']): Promise<Result<AssetId, Fault>> {
    return this.ports.stage({ id }, bytes);
  }
}

function isNamed({ mediaId, sentBy }: Job, name: Operation): boolean {
  return name === `flow media ${mediaId}` || name === `request ${sentBy?.documentId} ${sentBy?.seq}`;
}

/** Bytes tell whose they are. */
function textOf({ order, mediaId }: Job): string {
  return order === null ? `the user’s own: ${mediaId}` : bytesOf(order, mediaId);
}

function operation(text: string): Operation {
  if (!isOperation(text)) throw new Error('no operation');
  return text;
}
