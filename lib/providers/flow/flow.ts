import * as v from 'valibot';
import { FLOW_CAPABILITIES } from '../../domain/capabilities.ts';
import type { Fault } from '../../domain/fault.ts';
import type { AssetId, AttemptId, Operation } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Arming } from '../../domain/task.ts';
import type { Order, Poll, Provider, Submission } from '../../engine/ports.ts';
import type { FlowPageCalls, PictureForPage } from '../../messages/contract.ts';
import { armedOrderSchema, readFacts } from './flow-facts.ts';
import { largerCopies } from './hear-larger.ts';
import { hear } from './hear.ts';
import { lookUp } from './look-up.ts';
import { LISTED } from './hear-listing.ts';
import { sentByHand } from './own-order.ts';
import { armingOf, pageOrderOf, picturesOf } from './page-order.ts';
import { isGood, stepOf } from './poll.ts';
import { readiedSighting } from './write-sighting.ts';

/** The tab in which orders are made ready. */
export interface FlowTab {
  readonly id: number;
  readonly page: FlowPageCalls;
}

/** What Flow is made of, as far as an extension has it. */
export interface FlowPorts {
  /** The tab that shows Flow; null where none does. Of several it is the one that stands in front. */
  tab(): Promise<FlowTab | null>;
  /** Every tab that shows Flow. */
  tabs(): Promise<readonly FlowTab[]>;
  /** Loads a tab's page again, as its reload button does. */
  reload(tab: number): Promise<void>;
  /** The tab of this number, whether it still shows Flow or not. */
  tabOf(id: number): FlowTab;
  /** Makes the tab's page smaller by one step; false where it is as small as may be. */
  zoomOut(tab: number): Promise<boolean>;
  sighting(operation: Operation): Promise<Sighting | null>;
  /** Fetches a signed address on the media host. */
  download(url: string): Promise<Result<Blob, Fault>>;
  stage(bytes: Blob, owner: AttemptId): Promise<Result<AssetId, Fault>>;
  /** Whether the page may be given pictures; else the user gives it each by hand (L17). */
  mayUpload(): Promise<boolean>;
  /** A stored picture as a page can take it; null where its bytes are gone. */
  pictureForPage(assetId: AssetId): Promise<PictureForPage | null>;
  /** The words of the mark beside Flow's own button, in the user's language. */
  words(): Promise<{ readonly text: string; readonly hide: string }>;
  clock(): number;
}

const POLL_EVERY_MS = 15_000;
/** Pictures take up to 35 s. */
const LIST_AGAIN_MS = 45_000;
/** Queues of 15 minutes were seen. Source: captures of the page, Sept–Oct 2026. */
const DEADLINE_MS = 30 * 60_000;

/**
 * Google Flow, with the user's hand on the one button that costs (L17): the page is made ready, the press is seen in
 * the page's own traffic, and from then on ids alone say what belongs to which scene (L1).
 */
export function createFlow(ports: FlowPorts): Provider {
  return {
    name: 'flow',
    capabilities: FLOW_CAPABILITIES,
    pollEveryMs: POLL_EVERY_MS,
    deadlineMs: DEADLINE_MS,
    check: () => check(ports),
    submit: (order) => makeReady(ports, order),
    poll: (operation) => poll(ports, operation),
    fetch: (ref, order) => fetchMedia(ports, ref, order),
    lookUp: (order, since) => lookUp(ports, order, since),
    cancel: () => Promise.resolve('cannot'),
    hear,
    readied: (order, arming) => readiedSighting(order, arming, ports.clock()),
    sentByHand,
    larger: async (operation) => {
      const sighting = await ports.sighting(operation);
      return sighting === null ? [] : largerCopies(readFacts(sighting), ports.clock());
    },
    release: (arming) => release(ports, arming),
    releaseOthers: async (standing) => {
      const others = (await ports.tabs()).filter(({ id }) => id !== standing?.tab);
      await Promise.all(others.map(({ page }) => page.release()));
    },
    isStanding: (arming) => isStanding(ports, arming),
  };
}

async function check(ports: FlowPorts): Promise<Result<null, Fault>> {
  const tab = await ports.tab();
  if (tab === null) return fail({ type: 'NoFlowTab' });
  const look = await lookWide(ports, tab);
  // A page that was open before Retake has nobody in it to answer.
  if (!look.ok) return fail({ type: 'FlowBlocked', by: 'NotSeen' });
  // Whether the account has enough depends on the order: the page says so once that is set.
  const by = look.value.blocks.find((block) => block !== 'NoCredits');
  return by === undefined ? ok(null) : fail({ type: 'FlowBlocked', by });
}

/** Beside the panel Flow may be too narrow for its whole layout: then its page is made smaller by steps. */
async function lookWide(ports: FlowPorts, tab: FlowTab): ReturnType<FlowPageCalls['look']> {
  for (;;) {
    const look = await tab.page.look();
    const isNarrow = look.ok && look.value.blocks[0] === 'TooNarrow';
    if (!isNarrow || !(await ports.zoomOut(tab.id))) return look;
  }
}

/** Nothing is sent by it, so that whatever goes wrong is free (L7). */
async function makeReady(ports: FlowPorts, order: Order): Promise<Submission> {
  const tab = await ports.tab();
  if (tab === null) return refused({ type: 'NoFlowTab' });
  const pictures = (await ports.mayUpload()) ? picturesOf(order) : [];
  for (const { assetId } of pictures) {
    const picture = await ports.pictureForPage(assetId);
    if (picture === null) return refused({ type: 'AssetMissing' });
    const taken = await tab.page.takePicture(picture);
    if (!taken.ok) return refused(taken.fault);
  }
  const ready = await tab.page.prepare(pageOrderOf(order), await ports.words());
  if (!ready.ok) return refused(ready.fault);
  const arming = armingOf(order, tab.id, ready.value);
  return arming === null ? refused({ type: 'FlowBlocked', by: 'NotSeen' }) : { type: 'armed', arming };
}

function refused(fault: Fault): Submission {
  return { type: 'fault', accepted: 'no', fault };
}

async function poll(ports: FlowPorts, operation: Operation): Promise<Poll> {
  const sighting = await ports.sighting(operation);
  if (sighting === null) return { type: 'working', progress: null };
  const step = stepOf(readFacts(sighting), ports.clock(), sighting.at);
  if (step.type === 'answer') return step.poll;
  const tab = await ports.tab();
  if (tab === null) return { type: 'fault', fault: { type: 'NoFlowTab' } };
  if (step.type === 'ask') await tab.page.askForAddress(step.mediaId);
  else await listAnew(ports, tab, step);
  return step.poll;
}

/**
 * A page lists its project when it is loaded, and only then. It is loaded again where the document that waited for the
 * answer is gone, never while an order stands ready on it, and only when a picture has had the time to be made.
 */
async function listAnew(
  ports: FlowPorts,
  tab: FlowTab,
  { documentId, sentAt }: { readonly documentId: string; readonly sentAt: number },
): Promise<void> {
  const look = await tab.page.look();
  if (!look.ok || look.value.documentId === null || look.value.documentId === documentId) return;
  const listed = await ports.sighting(LISTED);
  const last = Math.max(sentAt, listed?.at ?? 0);
  if (ports.clock() - last < LIST_AGAIN_MS) return;
  const ready = await tab.page.isReady(look.value.documentId);
  if (ready.ok && !ready.value) await ports.reload(tab.id);
}

async function fetchMedia(ports: FlowPorts, ref: string, order: Order): Promise<Result<AssetId, Fault>> {
  const sighting = order.operation === null ? null : await ports.sighting(order.operation);
  const known = sighting === null ? [] : readFacts(sighting).known;
  const url = known.find(({ record }) => record.mediaId === ref)?.record.mediaUrl ?? null;
  if (!isGood(url, ports.clock())) return fail({ type: 'LinkExpired' });
  const fetched = await ports.download(url);
  return fetched.ok ? ports.stage(fetched.value, order.id) : fetched;
}

async function release(ports: FlowPorts, arming: Arming): Promise<void> {
  await ports.tabOf(arming.tab).page.release();
}

async function isStanding(ports: FlowPorts, arming: Arming): Promise<boolean> {
  const order = v.safeParse(armedOrderSchema, arming.facts);
  if (!order.success) return false;
  // Another tab of Flow may have come to the front since: the order stays where it was put.
  const ready = await ports.tabOf(arming.tab).page.isReady(order.output.documentId);
  return ready.ok && ready.value;
}
