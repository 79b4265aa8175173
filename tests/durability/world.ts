import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId, type AttemptId, type CommandId, type ProjectId } from '../../lib/domain/ids.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { createEngine, type Engine } from '../../lib/engine/engine.ts';
import type { Order, Provider } from '../../lib/engine/ports.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { connect } from '../../lib/store/database.ts';
import { createStore, type Store } from '../../lib/store/transaction.ts';
import { draft, PICTURE_MEDIA, seeded } from '../fakes/studio.ts';
import { Life } from './mortal.ts';
import { TAB } from './flow-tab.ts';
import { FlowService } from './flow-service.ts';
import { Service, type PaidService, type Shape } from './service.ts';

/** How far the clock goes when everything is let run to its end. */
const A_DAY_MS = 86_400_000;

const SPOILT: Fault = { type: 'WrongMedia', field: 'type', ordered: 'image/', got: 'text/plain' };

/** What outlives every death: the store, the service, the clock, and what the page still wants answered. */
export class World {
  readonly store: Store;
  readonly service: PaidService;
  /** The page of Flow and its account; null in a world whose service has no page. */
  readonly flow: FlowService | null;
  readonly defects: unknown[] = [];
  now = 1_000_000;
  life = new Life(null);
  engine: Engine;
  /** The one wake that is set, ms since the epoch. */
  wakeAt: number | null = null;
  /** Points at which the next lives die, the next one's first; those after them live on. */
  readonly deaths: (number | null)[] = [];
  private readonly random: () => number;
  private readonly providerOf: (life: Life) => Provider;

  constructor(shape: Shape, seed = 7) {
    globalThis.indexedDB = new IDBFactory();
    this.random = seeded(seed);
    this.store = createStore(connect({ as: 'background' }), () => undefined);
    // Bytes and their staged row are one transaction of whoever downloads them.
    const stage = (order: Pick<Order, 'id'>, bytes: Blob) =>
      this.life.call('stage', () => addAsset(this.store, bytes, order.id, 'output', this.now));
    const { store } = this;
    this.flow = shape.needsPress ? new FlowService({ shape, store, now: () => this.now, stage }) : null;
    const plain = new Service(shape, async (order, text) => {
      const added = await stage(order, new Blob([text]));
      if (!added.ok) throw new Error(added.fault.type);
      return added.value;
    });
    this.service = this.flow ?? plain;
    this.providerOf = (life) =>
      this.flow === null ? plain.provider() : this.flow.provider(life.store(this.store));
    this.engine = this.build();
  }

  commandId(): CommandId {
    return newId('command', this.random);
  }

  /** Ends this life and begins the next over the same store, which dies at `dieAt`. */
  async wake(dieAt: number | null = this.deaths.shift() ?? null): Promise<void> {
    this.life.end();
    this.life = new Life(dieAt);
    this.engine = this.build();
    await this.live(() => this.engine.start());
  }

  /** Runs something in this life; answers `died` where it ended before. */
  async live<T>(work: () => Promise<T>): Promise<T | 'died'> {
    return Promise.race([work(), this.life.died.then(() => 'died' as const)]);
  }

  /** Sends a command until it is answered, as a page does: a life that dies meanwhile is followed by another. */
  async command(command: Command, id = this.commandId()): Promise<Result<Done, Fault>> {
    for (;;) {
      const answer = await this.live(() => this.life.call('command', () => this.engine.command(id, command)));
      if (answer !== 'died') return answer;
      await this.wake();
    }
  }

  /** Lets everything run that is due until `until`; lives that die meanwhile are followed by others. */
  async settle(until = this.now + A_DAY_MS): Promise<void> {
    for (;;) {
      const done = await this.live(() => this.runUntil(until));
      if (done !== 'died') return;
      await this.wake();
    }
  }

  /** Tells the background that something happened to an attempt; told again where it died. */
  async heard(id: AttemptId): Promise<void> {
    for (;;) {
      const done = await this.live(() => this.life.call('message', () => this.engine.heard(id)));
      if (done !== 'died') return;
      await this.wake();
    }
  }

  /** The pages of Flow tell what nobody has heard of yet, until it is stored (L10). */
  async tell(): Promise<void> {
    for (;;) {
      const done = await this.live(() => this.tellOnce());
      if (done !== 'died') return;
      await this.wake();
    }
  }

  /** A page of some tab tells something; told again where the background died. */
  async hear(report: unknown, tab: number): Promise<void> {
    for (;;) {
      const told = () => this.engine.heardOnPage('flow', report, tab);
      const done = await this.live(() => this.life.call('message', told));
      if (done !== 'died') return;
      await this.wake();
    }
  }

  /** The tab of Flow is closed, and the browser says so. */
  async closeTab(): Promise<void> {
    this.flow?.tab.close();
    await this.live(() => this.life.call('message', () => this.engine.pageGone('flow')));
  }

  /** Makes a film; `prompt` is what all of its scenes say where it is given. */
  async project(scenes: number, prompt?: string): Promise<ProjectId> {
    const said = prompt === undefined ? {} : { imagePrompt: prompt, videoPrompt: prompt };
    const drafts = Array.from({ length: scenes }, (_, at) => ({ ...draft(`cảnh ${at + 1}`), ...said }));
    const made = await this.command({
      type: 'createProject',
      name: 'Mật ong',
      aspect: '16:9',
      scenes: drafts,
      provider: this.service.name,
    });
    if (!made.ok || made.value.projectId === null) throw new Error('no project');
    await this.tell();
    return made.value.projectId;
  }

  private async runUntil(until: number): Promise<void> {
    await this.engine.run();
    await this.tellOnce();
    while (this.wakeAt !== null && this.wakeAt <= until) {
      this.now = Math.max(this.now, this.wakeAt);
      await this.engine.run();
      await this.tellOnce();
    }
  }

  private async tellOnce(): Promise<void> {
    const { life, engine } = this;
    const tab = this.flow?.tab;
    if (tab?.document == null) return;
    const hand = async (told: () => Promise<void>): Promise<boolean> => {
      const heard = life.call('message', told).then(() => true);
      return Promise.race([heard, life.died.then(() => false)]);
    };
    if (tab.saysHello) {
      tab.saysHello = false;
      const look = await tab.calls().look();
      const by = look.ok ? look.value.blocks[0] : undefined;
      const block = by === undefined ? null : ({ type: 'FlowBlocked', by } as const);
      tab.saysHello = !(await hand(() => engine.pageLooked('flow', block))) || tab.saysHello;
    }
    // What a dead life began goes no further in it.
    while (tab.outbox.waiting().length > 0) {
      await life.read(() =>
        tab.outbox.send(async (report) =>
          (await hand(() => engine.heardOnPage('flow', report, TAB))) ? 'stored' : 'later',
        ),
      );
      await engine.run();
    }
  }

  private build(): Engine {
    const { life } = this;
    const provider = mortalProvider(life, this.providerOf(life));
    return createEngine(life.store(this.store), {
      providers: new Map([[provider.name, provider]]),
      inspect: async (assetId, attemptId) =>
        life.call('inspect', async () => {
          if (this.service.spoilt.has(assetId)) return fail(SPOILT);
          const poster = new Blob([`poster of ${attemptId}`]);
          const added = await addAsset(this.store, poster, attemptId, 'poster', this.now);
          return added.ok ? ok({ media: PICTURE_MEDIA, posterId: added.value }) : added;
        }),
      clock: () => this.now,
      random: this.random,
      setWake: (at) => {
        if (life === this.life) this.wakeAt = at;
      },
      setBusy: () => undefined,
      stored: () => undefined,
      report: (defect) => this.defects.push(defect),
    });
  }
}

function mortalProvider(life: Life, provider: Provider): Provider {
  return {
    ...provider,
    check: () => life.call('check', () => provider.check()),
    submit: (order) => life.call('submit', () => provider.submit(order)),
    poll: (operation, order) => life.call('poll', () => provider.poll(operation, order)),
    fetch: (ref, order) => life.call('fetch', () => provider.fetch(ref, order)),
    lookUp: (order, since) => life.call('look-up', () => provider.lookUp(order, since)),
    cancel: (operation, order) => life.call('cancel', () => provider.cancel(operation, order)),
    ...(provider.release && { release: (at) => life.call('release', async () => provider.release?.(at)) }),
    ...(provider.isStanding && {
      isStanding: (at) => life.call('is-standing', async () => (await provider.isStanding?.(at)) === true),
    }),
  };
}
