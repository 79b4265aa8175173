import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Card, ScenePlace } from '../../lib/domain/card.ts';
import {
  ANIMATIC_CAPABILITIES,
  type Capabilities,
  type ProviderName,
} from '../../lib/domain/capabilities.ts';
import type { Command, Done, SceneDraft } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import {
  isOperation,
  newId,
  type AssetId,
  type CommandId,
  type ProjectId,
  type SceneIndex,
} from '../../lib/domain/ids.ts';
import { isSceneIndex } from '../../lib/domain/ids.ts';
import type { Notice } from '../../lib/domain/notice.ts';
import { ok, type Result } from '../../lib/domain/result.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { createEngine, type Engine } from '../../lib/engine/engine.ts';
import type {
  Inspect,
  LargerCopy,
  LookUp,
  Order,
  Poll,
  Provider,
  Submission,
} from '../../lib/engine/ports.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { connect } from '../../lib/store/database.ts';
import { readCard, readFilm } from '../../lib/store/panel-reads.ts';
import { createStore, type Store } from '../../lib/store/transaction.ts';
import { NOTHING } from '../../lib/providers/flow/write-sighting.ts';

/** What the fake service does when it is called; a test replaces what it is about. */
export interface Script {
  check: () => Promise<Result<null, Fault>>;
  submit: (order: Order) => Promise<Submission>;
  poll: (order: Order) => Promise<Poll>;
  fetch: (ref: string, order: Order) => Promise<Result<AssetId, Fault>>;
  lookUp: (order: Order) => Promise<LookUp>;
  inspect: Inspect;
  cancel: () => Promise<'stopped' | 'too-late' | 'cannot'>;
  hear: NonNullable<Provider['hear']>;
  isStanding: NonNullable<Provider['isStanding']>;
  sentByHand: NonNullable<Provider['sentByHand']>;
  larger: () => Promise<readonly LargerCopy[]>;
}

/** A whole engine over a store in memory, with a service, a clock and chance that the test holds in its hand. */
export interface Studio {
  readonly store: Store;
  engine: Engine;
  readonly script: Script;
  /** Every call of the service, such as `submit scene 2 video`. */
  readonly calls: string[];
  readonly notices: Notice[];
  readonly defects: unknown[];
  now: number;
  wakeAt: number | null;
  /** How often the engine said that a take was stored. */
  stored: number;
  capabilities: Capabilities;
  /** Whether the service's orders end with the browser. */
  isLocal: boolean;
  command(command: Command, id?: CommandId): Promise<Result<Done, Fault>>;
  /** Carries out a command that must succeed. */
  do(command: Command): Promise<Done>;
  commandId(): CommandId;
  /** Runs until nothing is due any more at any time before `until`. */
  settle(until?: number): Promise<void>;
  /** A new background over the same store, as after the worker's death. */
  restart(): Promise<void>;
  project(scenes: number): Promise<ProjectId>;
  card(projectId: ProjectId, index: number): Promise<Card>;
  film(projectId: ProjectId): Promise<readonly ScenePlace[]>;
  stage(order: Order, text: string): Promise<AssetId>;
}

export function sceneIndex(value: number): SceneIndex {
  if (!isSceneIndex(value)) throw new Error(`${value} is no index`);
  return value;
}

export function draft(title: string): SceneDraft {
  return {
    title,
    description: `Mô tả ${title}`,
    voiceOver: `Lời ${title}`,
    imagePrompt: `Ảnh ${title}`,
    videoPrompt: `Video ${title}`,
    lengthS: 4,
    chapter: '',
    extra: null,
  };
}

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const PICTURE_MEDIA = {
  mime: 'image/png',
  sizeBytes: 3,
  width: 1280,
  height: 720,
  lengthS: null,
  fps: null,
  codec: null,
  hasSound: false,
} as const;

export async function openStudio(name: ProviderName = 'animatic'): Promise<Studio> {
  globalThis.indexedDB = new IDBFactory();
  const notices: Notice[] = [];
  const calls: string[] = [];
  const defects: unknown[] = [];
  const random = seeded(7);
  const store = createStore(connect({ as: 'background' }), (notice) => notices.push(notice));
  const script: Script = {
    check: () => Promise.resolve(ok(null)),
    submit: (order) => {
      const operation = `op ${order.id}`;
      if (!isOperation(operation)) throw new Error('no operation');
      return Promise.resolve({ type: 'accepted', operation });
    },
    poll: () => Promise.resolve({ type: 'produced', refs: ['only'] }),
    fetch: async (ref, order) => ok(await studio.stage(order, `${order.id} ${ref}`)),
    lookUp: () => Promise.resolve({ type: 'not-there' }),
    inspect: () => Promise.resolve(ok({ media: PICTURE_MEDIA, posterId: null })),
    cancel: () => Promise.resolve('stopped'),
    hear: () => Promise.resolve(NOTHING),
    isStanding: () => Promise.resolve(false),
    sentByHand: () => null,
    larger: () => Promise.resolve([]),
  };
  const called = (call: string, { sceneIndex: index, kind }: Order): void =>
    void calls.push(`${call} scene ${index} ${kind}`);
  const provider: Provider = {
    name,
    get capabilities() {
      return studio.capabilities;
    },
    pollEveryMs: 5_000,
    deadlineMs: 600_000,
    get isLocal() {
      return studio.isLocal;
    },
    check: () => script.check(),
    submit: (order) => (called('submit', order), script.submit(order)),
    poll: (_operation, order) => (called('poll', order), script.poll(order)),
    fetch: (ref, order) => (called('fetch', order), script.fetch(ref, order)),
    lookUp: (order) => (called('lookUp', order), script.lookUp(order)),
    cancel: (_operation, order) => (called('cancel', order), script.cancel()),
    hear: (report, hearing) => script.hear(report, hearing),
    sentByHand: (sighting) => script.sentByHand(sighting),
    isStanding: (arming) => script.isStanding(arming),
    larger: () => script.larger(),
    releaseOthers: (standing) => (calls.push(`release all but ${standing?.tab}`), Promise.resolve()),
    release: ({ tab }) => (calls.push(`release ${tab}`), Promise.resolve()),
  };
  const build = (): Engine =>
    createEngine(store, {
      providers: new Map([[name, provider]]),
      inspect: (...args) => script.inspect(...args),
      clock: () => studio.now,
      random,
      setWake: (at) => (studio.wakeAt = at),
      setBusy: () => undefined,
      stored: () => void studio.stored++,
      report: (defect) => defects.push(defect),
    });
  const studio: Studio = {
    store,
    script,
    calls,
    notices,
    defects,
    now: 1_000_000,
    wakeAt: null,
    stored: 0,
    capabilities: ANIMATIC_CAPABILITIES,
    isLocal: false,
    engine: build(),
    commandId: () => newId('command', random),
    command: (command, id) => studio.engine.command(id ?? studio.commandId(), command),
    do: async (command) => {
      const answer = await studio.command(command);
      if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.fault)}`);
      return answer.value;
    },
    settle: async (until = studio.now + 3_600_000) => {
      await studio.engine.run();
      while (studio.wakeAt !== null && studio.wakeAt <= until) {
        studio.now = Math.max(studio.now, studio.wakeAt);
        await studio.engine.run();
      }
    },
    restart: async () => {
      studio.engine = build();
      await studio.engine.start();
    },
    project: async (scenes) => {
      const drafts = Array.from({ length: scenes }, (_, at) => draft(`cảnh ${at + 1}`));
      const done = await studio.do({
        type: 'createProject',
        name: 'Mật ong',
        aspect: '16:9',
        scenes: drafts,
        provider: name,
      });
      if (done.projectId === null) throw new Error('no project');
      return done.projectId;
    },
    card: async (projectId, index) => {
      const card = await store.read((tx) => readCard(tx, projectId, sceneIndex(index)));
      if (card === null) throw new Error(`no scene ${index}`);
      return card;
    },
    film: (projectId) => store.read((tx) => readFilm(tx, projectId)),
    stage: async (order, text) => {
      const added = await addAsset(store, new Blob([text]), order.id, 'output', studio.now);
      if (!added.ok) throw new Error(added.fault.type);
      return added.value;
    },
  };
  return studio;
}

/** Shorthand: order one kind of one scene. */
export function generate(projectId: ProjectId, index: number, kind: Kind): Command {
  return { type: 'generate', projectId, index: sceneIndex(index), kind };
}

/** A refusal as the service gives it. */
export function refusal(): { type: 'fault'; accepted: 'no'; fault: Fault } {
  return { type: 'fault', accepted: 'no', fault: { type: 'ContentRefused', what: 'prompt', words: 'no' } };
}
