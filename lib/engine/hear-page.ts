import type { ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import type { AttemptId } from '../domain/ids.ts';
import { readSnapshot, staleInputs } from '../domain/snapshot.ts';
import type { Armed } from '../domain/task.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { readInputs } from '../store/panel-reads.ts';
import { getProject } from '../store/projects.ts';
import { getScene } from '../store/scenes.ts';
import { findSightings, putSighting } from '../store/sightings.ts';
import { getAtWork, getDue, getTask } from '../store/tasks.ts';
import type { AnyTx, WriteTx } from '../store/transaction.ts';
import { followUnawaited, type HearPorts } from './follow-sent.ts';
import { holdProvider, isOrderHeld } from './holds.ts';
import { moveTask, fenceOf, type Fence } from './move-task.ts';
import { noteAsked, noteLarger, noteTaken } from './note-taken.ts';
import type { HeardOnPage, Provider, Standing } from './ports.ts';
import { settleFault } from './step.ts';

const MOST_HURRIED = 50;

/** An order that stands ready for the user's press, and the claim that put it there. */
export interface StandingTask extends Standing {
  readonly fence: Fence;
}

/** The order that a provider has standing ready; null where there is none. There is one at most. */
export async function getStanding(tx: AnyTx, provider: ProviderName): Promise<StandingTask | null> {
  for (const task of await getAtWork(tx, provider)) {
    if (task.phase.state !== 'armed') continue;
    const order = await getAttempt(tx, task.phase.attempt);
    if (order !== null) return { order, arming: armingOf(task.phase), fence: fenceOf(task) };
  }
  return null;
}

/**
 * Stores what a page of a service told unasked, and moves the order that it is about, in one transaction (L5).
 * Only the tab in which an order stands ready can say that it was sent (L18). Answers the attempts to ask about now,
 * and those of which larger copies can be had.
 */
export async function hearPage(
  tx: WriteTx,
  { ports, provider }: { readonly ports: HearPorts; readonly provider: Provider },
  report: unknown,
  tab: number,
): Promise<Pick<HeardOnPage, 'news' | 'larger'>> {
  const now = ports.clock();
  if (provider.hear === undefined) return { news: [], larger: [] };
  const anywhere = await getStanding(tx, provider.name);
  const standing = anywhere?.arming.tab === tab ? anywhere : null;
  const heard = await provider.hear(report, {
    standing,
    find: (ids) => findSightings(tx, ids),
    now,
  });
  for (const sighting of heard.sightings) await putSighting(tx, sighting);
  if (standing !== null) await movePressed(tx, provider, standing, heard, now);
  if (heard.again !== null) await followUnawaited(tx, { ports, provider }, heard.again);
  if (heard.hold !== null) await holdUp(tx, provider.name, heard.hold, now);
  for (const each of heard.refused) await settleRefused(tx, ports, provider, each);
  for (const { attempt, taken } of heard.taken) await noteTaken(tx, attempt, taken);
  for (const { attempt, taken } of heard.enlarged) await noteLarger(tx, attempt, taken);
  if (heard.sightings.length > 0) await hurryLookUps(tx, provider.name, now);
  return heard;
}

/** Nothing is pressed while the service refuses: what stands ready waits again. */
async function holdUp(tx: WriteTx, provider: ProviderName, fault: Fault, now: number): Promise<void> {
  await holdProvider(tx, provider, fault, now);
  const standing = await getStanding(tx, provider);
  if (standing !== null) await disarm(tx, provider, standing.order.id, 'unsent', now);
}

/** A hold would keep it from being asked about, and it would look as if it were at work. */
async function settleRefused(
  tx: WriteTx,
  ports: HearPorts,
  provider: Provider,
  { attempt, fault }: HeardOnPage['refused'][number],
): Promise<void> {
  const order = await getAttempt(tx, attempt);
  const task = order === null ? null : await getTask(tx, order.taskId);
  if (order === null || task?.phase.state !== 'submitted' || task.phase.attempt !== attempt) return;
  await noteTaken(tx, attempt, 0);
  await settleFault({ ports, provider }, tx, task, fenceOf(task), fault, order.snapshot);
  await disarmHeld(tx, provider, ports.clock());
}

/** What stands ready and would be refused as well is taken off its page before the user presses. */
async function disarmHeld(tx: WriteTx, provider: Provider, now: number): Promise<void> {
  const standing = await getStanding(tx, provider.name);
  if (standing === null || !(await isOrderHeld(tx, provider, standing.order.snapshot, now))) return;
  await disarm(tx, provider.name, standing.order.id, 'unsent', now);
}

async function movePressed(
  tx: WriteTx,
  provider: Provider,
  { order, fence }: StandingTask,
  { pressed, doubt, changed }: HeardOnPage,
  now: number,
): Promise<void> {
  if (changed !== null) {
    await noteAsked(tx, order.id, changed.price);
    await moveTask(tx, fence, { type: 'changed', arming: changed }, now);
  }
  if (pressed !== null) {
    const { operation, sent, remarks } = pressed;
    await putAttempt(tx, { ...order, operation, snapshot: { ...order.snapshot, ...sent }, remarks });
    const times = { pollAt: now + provider.pollEveryMs, deadline: now + provider.deadlineMs };
    await moveTask(tx, fence, { type: 'accepted', operation, ...times }, now);
  } else if (doubt !== null) {
    await moveTask(tx, fence, { type: 'doubted', candidates: doubt, lookUpAt: null }, now);
  }
}

/** What could not be told may be told now: nobody waits for the next look-up when a page has something new. */
export async function hurryLookUps(tx: WriteTx, provider: ProviderName, now: number): Promise<void> {
  for (const task of await getDue(tx, provider, Number.MAX_VALUE, MOST_HURRIED)) {
    const { phase } = task;
    if (phase.state !== 'uncertain' || phase.lookUpAt === null || phase.lookUpAt <= now) continue;
    const event = { type: 'doubted', candidates: phase.candidates, lookUpAt: now } as const;
    await moveTask(tx, fenceOf(task), event, now);
  }
}

/** What a page is left with that does not hold its order any more. */
export type Disarmed =
  /** Nothing was sent: it waits again. */
  | 'unsent'
  /** Its document is gone, and with it what it may still have told. */
  | 'gone';

/** Takes the order that stands ready off its page. */
export async function disarm(
  tx: WriteTx,
  provider: ProviderName,
  attempt: AttemptId,
  how: Disarmed,
  now: number,
): Promise<void> {
  const standing = await getStanding(tx, provider);
  if (standing?.order.id !== attempt) return;
  if (how === 'unsent') await noteTaken(tx, attempt, 0);
  await moveTask(
    tx,
    standing.fence,
    how === 'unsent'
      ? { type: 'returned', notBefore: now, snapshot: null, counts: false }
      : { type: 'doubted', candidates: [], lookUpAt: now },
    now,
  );
}

/** Takes an order off its page whose scene has been changed since: what the user would press is not what is meant. */
export async function disarmStale(tx: WriteTx, provider: ProviderName, now: number): Promise<void> {
  const standing = await getStanding(tx, provider);
  if (standing === null) return;
  const { projectId, sceneIndex, kind, snapshot, id } = standing.order;
  const project = await getProject(tx, projectId);
  const scene = await getScene(tx, projectId, sceneIndex);
  if (project === null || scene === null) return;
  const present = readSnapshot(kind, await readInputs(tx, project, scene, provider), snapshot.seed);
  const isOther = staleInputs(snapshot, present).length > 0 || snapshot.outputs !== present.outputs;
  const isLeftToPage = snapshot.model !== null && present.model === null;
  if (isOther || isLeftToPage) await disarm(tx, provider, id, 'unsent', now);
}

function armingOf({ tab, price, facts, hand }: Armed): Standing['arming'] {
  return { tab, price, facts, hand };
}
