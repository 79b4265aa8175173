import { chanceFrom } from './service/chance.ts';
import { openDocuments } from './service/documents.ts';
import type { PageParts } from './service/flow-host.ts';
import type { Medium } from './service/medium.ts';
import { openWorld, seedAssets, turnSwitches } from './service/open-world.ts';
import { endDueJobs, endJob } from './service/place-order.ts';
import { HOSTS, serve } from './service/serve.ts';
import { placeForeign } from './service/submit-calls.ts';
import type { Locale, Switches } from './switches.ts';
import {
  mediumOf,
  misdeedsIn,
  type Account,
  type Counters,
  type FlowProject,
  type SubmitLog,
} from './service/world.ts';

/** A local copy of Flow that a test holds in its hand. */
export interface Replica {
  readonly port: number;
  /** Send the browser's Flow here, and nothing anywhere else. */
  readonly chromiumArgs: readonly string[];
  readonly account: Account;
  readonly projects: readonly FlowProject[];
  /** Pictures and clips that were ordered, the oldest first; uploads are in `media`. */
  readonly jobs: readonly Medium[];
  readonly media: readonly Medium[];
  readonly counters: Readonly<Counters>;
  /** The counters of what must never happen that are above 0: `{}` after every test. */
  readonly misdeeds: Partial<Counters>;
  readonly log: readonly SubmitLog[];
  /** Faults of the replica itself; must be empty. */
  readonly defects: readonly unknown[];
  set(changes: Partial<Switches>): void;
  /** Another account with other projects at a time, with nothing counted; pages must be loaded again. */
  startOver(switches: Partial<Switches>, startAt: number): Promise<void>;
  /** Milliseconds on the service's wall clock. */
  now(): number;
  /** Lets time pass: jobs end, tokens and addresses expire. */
  advance(ms: number): void;
  /** Ends one job now: well, or with a PublicAitkError code. */
  finish(mediaId: string, failCode?: number): void;
  /** Ends every open job as its order says, the oldest first. */
  finishAll(): void;
  /** An order that the person makes by hand elsewhere, at once running in the project. */
  userOrder(prompt: string, order?: { projectId?: string; kind?: 'image' | 'video' }): Medium;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  readonly switches?: Partial<Switches>;
  readonly locale?: Locale;
  /** Chance is played from it; the same seed gives the same ids, cuts and rows. */
  readonly seed?: number;
  readonly startAt?: number;
  /** The page; without it the replica serves the one of page/. */
  readonly page?: PageParts;
}

function chromiumArgs(port: number): readonly string[] {
  const maps = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  const rules = [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'];
}

/** The page's script is made once, at its first asking. */
function bundledOnce(page: PageParts): PageParts {
  let bundle: Promise<string> | null = null;
  return { ...page, bundlePage: () => (bundle ??= page.bundlePage()) };
}

async function loadPage(): Promise<PageParts> {
  const [{ renderShell }, { bundlePage }, { captchaScript }] = await Promise.all([
    import('./page/shell.ts'),
    import('./page/bundle.ts'),
    import('./page/captcha-script.ts'),
  ]);
  return { renderShell, bundlePage, captchaScript };
}

/** Starts the service, and the page on it, on one port of the loopback. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const chance = chanceFrom(options.seed ?? 1);
  const locale = options.locale === undefined ? {} : { locale: options.locale };
  const switches = { ...options.switches, ...locale };
  const world = openWorld({ switches, chance, startAt: options.startAt ?? Date.now() });
  await seedAssets(world);
  const page = bundledOnce(options.page ?? (await loadPage()));
  const served = await serve({ world, documents: openDocuments(chance), page });
  const open = (): readonly Medium[] => world.media.filter(({ outcome }) => outcome.kind === 'pending');
  return {
    port: served.port,
    chromiumArgs: chromiumArgs(served.port),
    get account() {
      return world.account;
    },
    get projects() {
      return world.projects;
    },
    get jobs() {
      return world.media.filter(({ kind }) => kind !== 'upload');
    },
    get media() {
      return world.media;
    },
    get counters() {
      return world.counters;
    },
    get misdeeds() {
      return misdeedsIn(world.counters);
    },
    get log() {
      return world.log;
    },
    defects: served.defects,
    set: (changes) => turnSwitches(world, changes),
    startOver: async (changes, startAt) => {
      for (const medium of open()) endJob(world, medium, null);
      Object.assign(world, openWorld({ switches: changes, chance, startAt }));
      await seedAssets(world);
    },
    now: () => world.clock.wall(),
    advance: (ms) => {
      world.clock.advance(ms);
      endDueJobs(world);
    },
    finish: (mediaId, failCode) => {
      const medium = mediumOf(world, mediaId);
      if (medium === null) throw new Error(`The replica knows no ${mediaId}`);
      endJob(world, medium, failCode ?? medium.willFail);
    },
    finishAll: () => {
      for (const medium of open()) endJob(world, medium, medium.willFail);
    },
    userOrder: (prompt, { projectId = world.projects[0]?.id ?? '', kind = 'video' } = {}) =>
      placeForeign(world, projectId, kind, prompt),
    close: served.close,
  };
}
