import type { Capabilities, ProviderName } from '../../lib/domain/capabilities.ts';
import { isOperation, type AssetId, type Operation } from '../../lib/domain/ids.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { LookUp, Order, Poll, Provider, Submission } from '../../lib/engine/ports.ts';

/** What a service is like; each shape is another way to lose or double an order. */
export interface Shape {
  /** Whether an order carries our attempt's id, so that a repeat and a look-up are sure. */
  readonly acceptsOurId: boolean;
  readonly canCancel: boolean;
  /** Media that one order makes. */
  readonly outputs: number;
  /** Whether an order stands on a page until the user presses Start there. */
  readonly needsPress: boolean;
}

/** A service that takes money, as the laws look at it. */
export interface PaidService {
  readonly name: ProviderName;
  readonly shape: Shape;
  readonly moods: Moods;
  /** Every order that it knows. */
  readonly orders: readonly ServiceOrder[];
  /** Every order that was paid, by the attempt that it was for. */
  readonly charges: readonly Order[];
  /** Every order that was handed over, in order, however it was answered. */
  readonly submits: readonly { readonly order: Order; readonly answer: string }[];
  /** Outputs, and their bytes, that no inspection lets through. */
  readonly spoilt: ReadonlySet<string>;
  /** What a row of the ledger may say that an order costs. */
  readonly prices: readonly number[];
  /** Whether an operation is an order's own. */
  isOf(operation: Operation, order: Pick<Order, 'id'>): boolean;
  /** Whether the news that an order was sent reached us, or may still. */
  isTold(id: Order['id']): boolean;
  /** Whether an operation is of a press on a composer that had been pressed before. */
  isPressedAgain(operation: Operation): boolean;
}

/** An order as the service knows it, whoever asks. */
export interface ServiceOrder {
  readonly operation: Operation;
  /** What was ordered; the service itself reads its id only where it takes one. */
  readonly order: Order;
  polls: number;
  stopped: boolean;
  /** How it ended without media; a service does not change its mind. Null where it made them or still may. */
  ended: Fault | null;
}

/** What the service may do at a call, besides what it should. */
export interface Moods {
  check?: () => 'ok' | 'signed-out' | 'down';
  submit?: (order: Order) => 'ok' | 'refused' | 'lost-before' | 'lost-after' | 'busy' | 'limited' | 'throws';
  poll?: (order: Order) => 'ok' | 'working' | 'refused' | 'ended-free' | 'unreachable' | 'down' | 'throws';
  /** `spoilt` are bytes that no inspection lets through; the same output is spoilt ever after. */
  fetch?: (order: Order) => 'ok' | 'failing' | 'expired' | 'full' | 'spoilt' | 'throws';
  lookUp?: (order: Order) => 'ok' | 'not-now';
  /** Turns of the event loop until a call is answered; what it does is done at once. */
  slow?: (call: 'check' | 'submit' | 'poll' | 'fetch' | 'lookUp' | 'cancel') => number;
}

/** What a service throws that breaks at a call. */
export class ServiceBroke extends Error {
  override readonly name = 'ServiceBroke';
}

const POLLS_UNTIL_MADE = 2;
const REFUSED: Fault = { type: 'ContentRefused', what: 'prompt', words: '' };
const LOST: Fault = { type: 'RenderLost' };
const DOWN: Fault = { type: 'ServerUnreachable' };

/** A paid service that outlives every death of ours: it counts what it charged, and never forgets an order. */
export class Service implements PaidService {
  /** The built-in's, which every project begins with. */
  readonly name = 'animatic';
  readonly prices = [20];
  readonly shape: Shape;
  readonly orders: ServiceOrder[] = [];
  readonly moods: Moods = {};
  readonly charges: Order[] = [];
  readonly submits: { readonly order: Order; readonly answer: Submission['type'] | Fault['type'] }[] = [];
  readonly spoilt = new Set<string>();
  private readonly brought = new Set<string>();
  private readonly stage: (order: Order, text: string) => Promise<AssetId>;

  /** `stage` adds bytes under their attempt, as whoever downloads them does (L11). */
  constructor(shape: Shape, stage: (order: Order, text: string) => Promise<AssetId>) {
    this.shape = shape;
    this.stage = stage;
  }

  get capabilities(): Capabilities {
    const { acceptsOurId, canCancel } = this.shape;
    return {
      kinds: ['image', 'video', 'voice'],
      aspects: ['16:9', '9:16', '1:1', '4:5'],
      videoFrom: ['picture', 'text'],
      lengthS: { least: 1, most: 60 },
      references: true,
      endFrame: null,
      mostAtOnce: 2,
      freeKinds: [],
      mostOutputs: 1,
      models: { image: [], video: [] },
      clipLengths: [],
      promptLimit: null,
      paceMs: 0,
      acceptsOurId,
      needsPress: false,
      canCancel,
      price: { unit: 'credits', amount: 20 },
    };
  }

  isPressedAgain(): boolean {
    return false;
  }

  isTold(): boolean {
    return true;
  }

  isOf(operation: Operation, { id }: Pick<Order, 'id'>): boolean {
    return this.orders.some((each) => each.operation === operation && each.order.id === id);
  }

  /** The service as the engine calls it. */
  provider(): Provider {
    return {
      name: this.name,
      capabilities: this.capabilities,
      pollEveryMs: 5_000,
      deadlineMs: 600_000,
      check: () => this.answer('check', () => this.check()),
      submit: (order) => this.answer('submit', () => this.submit(order)),
      poll: (operation) => this.answer('poll', () => this.poll(operation)),
      fetch: (ref, order) => this.answer('fetch', () => this.fetch(ref, order)),
      lookUp: (order) => this.answer('lookUp', () => this.lookUp(order)),
      cancel: (operation) => this.answer('cancel', () => this.cancel(operation)),
    };
  }

  private async answer<T>(call: Parameters<NonNullable<Moods['slow']>>[0], work: () => T | Promise<T>) {
    const turns = this.moods.slow?.(call) ?? 0;
    const value = await work();
    for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
    return value;
  }

  private check(): Result<null, Fault> {
    const mood = this.moods.check?.() ?? 'ok';
    if (mood === 'signed-out') return fail({ type: 'SignedOut' });
    return mood === 'down' ? fail(DOWN) : ok(null);
  }

  private submit(order: Order): Submission {
    const answer = this.take(order);
    this.submits.push({ order, answer: answer.type === 'fault' ? answer.fault.type : answer.type });
    return answer;
  }

  private take(order: Order): Submission {
    const mood = this.moods.submit?.(order) ?? 'ok';
    if (mood === 'throws') throw new ServiceBroke('submit');
    if (mood === 'refused') return { type: 'fault', accepted: 'no', fault: REFUSED };
    if (mood === 'busy') return { type: 'fault', accepted: 'no', fault: LOST };
    if (mood === 'limited')
      return { type: 'fault', accepted: 'no', fault: { type: 'RateLimited', retryAfterMs: null } };
    if (mood === 'lost-before') return { type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } };
    const known = this.shape.acceptsOurId
      ? this.orders.find((each) => each.order.id === order.id)
      : undefined;
    const operation = known?.operation ?? this.accept(order);
    if (mood === 'lost-after') return { type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } };
    return { type: 'accepted', operation };
  }

  private accept(order: Order): Operation {
    const operation = `operation ${this.orders.length + 1}`;
    if (!isOperation(operation)) throw new Error('no operation');
    this.orders.push({ operation, order, polls: 0, stopped: false, ended: null });
    this.charges.push(order);
    return operation;
  }

  private poll(operation: Operation): Poll {
    const known = this.find(operation);
    const mood = this.moods.poll?.(known.order) ?? 'ok';
    if (mood === 'throws') throw new ServiceBroke('poll');
    if (mood === 'unreachable') return { type: 'fault', fault: { type: 'Unreachable' } };
    if (mood === 'down') return { type: 'fault', fault: DOWN };
    if (known.polls < POLLS_UNTIL_MADE) known.ended ??= endOf(known, mood);
    if (known.ended !== null) return { type: 'ended', fault: known.ended };
    if (mood === 'working' || ++known.polls < POLLS_UNTIL_MADE) return { type: 'working', progress: null };
    const refs = Array.from({ length: this.shape.outputs }, (_, at) => `${operation} output ${at}`);
    return { type: 'produced', refs };
  }

  private async fetch(ref: string, order: Order): Promise<Result<AssetId, Fault>> {
    const mood = this.moods.fetch?.(order) ?? 'ok';
    if (mood === 'throws') throw new ServiceBroke('fetch');
    if (mood === 'full') return fail({ type: 'StorageFull' });
    if (mood === 'failing') return fail({ type: 'DownloadFailed', words: '503' });
    if (mood === 'expired') return fail({ type: 'LinkExpired' });
    const made = this.orders.find(({ operation }) => ref.startsWith(`${operation} `));
    if (made === undefined) throw new Error(`Nobody made ${ref}`);
    if (mood === 'spoilt' && !this.brought.has(ref)) this.spoilt.add(ref);
    this.brought.add(ref);
    const id = await this.stage(order, bytesOf(made.order, ref));
    if (this.spoilt.has(ref)) this.spoilt.add(id);
    return ok(id);
  }

  private lookUp(order: Order): LookUp {
    if (this.moods.lookUp?.(order) === 'not-now') return { type: 'not-now', fault: { type: 'Unreachable' } };
    if (this.shape.acceptsOurId) {
      const known = this.orders.find((each) => each.order.id === order.id);
      return known === undefined ? { type: 'not-there' } : { type: 'operation', operation: known.operation };
    }
    const alike = this.orders.filter((each) => each.order.snapshot.prompt === order.snapshot.prompt);
    return { type: 'cannot-tell', candidates: alike.map(({ operation }) => operation) };
  }

  private cancel(operation: Operation): 'stopped' | 'too-late' | 'cannot' {
    const known = this.find(operation);
    if (!this.shape.canCancel) return 'cannot';
    if (known.polls >= POLLS_UNTIL_MADE) return 'too-late';
    known.stopped = true;
    return 'stopped';
  }

  private find(operation: Operation): ServiceOrder {
    const known = this.orders.find((each) => each.operation === operation);
    if (known === undefined) throw new Error(`The service does not know ${operation}`);
    return known;
  }
}

function endOf({ stopped }: ServiceOrder, mood: string): Fault | null {
  if (stopped) return { type: 'StoppedByProvider' };
  if (mood === 'refused') return REFUSED;
  return mood === 'ended-free' ? LOST : null;
}

/** Bytes that tell whose they are: the scene, the kind and the output they were made for. */
export function bytesOf(order: Pick<Order, 'sceneIndex' | 'kind' | 'projectId'>, ref: string): string {
  return `scene ${order.sceneIndex} ${order.kind} of ${order.projectId}: ${ref}`;
}
