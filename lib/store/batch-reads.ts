import {
  listedIn,
  waitsAfterImages,
  type Batch,
  type BatchItem,
  type BatchOrder,
  type SeenPrice,
} from '../domain/batch.ts';
import { capabilitiesOf, type Capabilities } from '../domain/capabilities.ts';
import { chosenFor } from '../domain/choices.ts';
import type { Fault } from '../domain/fault.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import { tooLongFor } from '../domain/prompt-of.ts';
import { refusedOrder } from '../domain/refused-choice.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import { lackOf, readSnapshot, type Inputs } from '../domain/snapshot.ts';
import { isOpen, speaksForScene, type Task } from '../domain/task.ts';
import { usualMs } from '../domain/work-time.ts';
import { needsOtherInputs, readInputs } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { readFilmTasks } from './run-reads.ts';
import { getScenes } from './scenes.ts';
import { getSettings } from './settings.ts';
import { readPrices } from './spent-reads.ts';
import type { AnyTx } from './transaction.ts';

/** Reads what a batch would start now, and what it would cost; null where its project is gone. */
export async function readBatch(
  tx: AnyTx,
  projectId: ProjectId,
  order: BatchOrder,
  left: number | null,
): Promise<Batch | null> {
  const project = await getProject(tx, projectId);
  const has = project === null ? null : capabilitiesOf(project.provider);
  if (project === null || has === null) return null;
  const film = await readFilmTasks(tx, projectId);
  const isAsked = listedIn(order.scenes);
  const scenes = (await getScenes(tx, projectId)).filter(({ index }) => isAsked(index));
  const items: BatchItem[] = [];
  for (const scene of scenes) {
    const tasks = film.get(scene.index) ?? [];
    items.push(...(await itemsOf(tx, { project, scene, has, tasks }, order)));
  }
  const { needsPress, price, mostAtOnce, paceMs } = has;
  const seenPrices = await readPrices(tx, project);
  const chosen = { image: chosenFor(project, 'image'), video: chosenFor(project, 'video') };
  const { mostPending } = await getSettings(tx);
  const isOfVideos = order.type === 'all' && order.kind === 'video';
  const lacksImages =
    isOfVideos && project.videoFrom === 'picture' && scenes.some(({ picks }) => picks.image === null);
  return {
    items,
    unit: price.unit,
    provider: project.provider,
    prices: pricesOf(project, has, seenPrices),
    seenPrices,
    left,
    chosen,
    needsPress,
    usual: usualMs([...film.values()].flat(), project.provider),
    pace: { atOnce: needsPress ? Math.min(mostPending, mostAtOnce) : mostAtOnce, paceMs },
    afterImages: lacksImages && price.unit !== 'none' ? project.afterImages : null,
  };
}

/** What was seen counts; a kind that costs nothing with any model is known to be free until it is seen otherwise. */
function pricesOf(project: Project, has: Capabilities, seen: readonly SeenPrice[]): Batch['prices'] {
  const prices: { [K in Kind]?: number } = {};
  for (const kind of has.freeKinds) prices[kind] = 0;
  for (const { kind, model, price } of seen)
    if (model === chosenFor(project, kind).model) prices[kind] = price;
  return prices;
}

interface Place {
  readonly project: Project;
  readonly scene: Scene;
  readonly has: Capabilities;
  /** Its tasks, oldest first. */
  readonly tasks: readonly Task[];
}

async function itemsOf(tx: AnyTx, place: Place, order: BatchOrder): Promise<readonly BatchItem[]> {
  const { scene, project, tasks } = place;
  const isAgain = order.type === 'all' && order.again === true;
  const kinds = order.type === 'all' ? [order.kind] : (['image', 'video'] as const);
  const asked = kinds.filter((kind) => isAgain || scene.picks[kind] === null);
  if (asked.length === 0) return [];
  const inputs = await readInputs(tx, project, scene);
  const items: BatchItem[] = [];
  for (const kind of asked.filter((each) => !isUnderWay(tasks, each))) {
    const task = newestOf(tasks, kind);
    if (order.type === 'all') items.push(...ordersOf(place, inputs, kind));
    else if (task !== undefined) items.push(...(await retryOf(tx, place, inputs, task)));
  }
  return items;
}

function newestOf(tasks: readonly Task[], kind: Kind): Task | undefined {
  return tasks.findLast((task) => task.kind === kind && speaksForScene(task));
}

function isUnderWay(tasks: readonly Task[], kind: Kind): boolean {
  return tasks.some((task) => task.kind === kind && isOpen(task));
}

/** What failed is taken up by Retry failed alone, as the command does it. */
function ordersOf(place: Place, inputs: Inputs, kind: Kind): readonly BatchItem[] {
  const { scene, project, has, tasks } = place;
  const isAgain = scene.picks[kind] !== null;
  const needsImage = kind === 'video' && project.videoFrom === 'picture' && scene.picks.image === null;
  if (needsImage && waitsAfterImages(project, has)) {
    return isUnderWay(tasks, 'image') ? [] : ordersOf(place, inputs, 'image');
  }
  const fault =
    (isAgain ? null : failureOf(tasks, kind)) ??
    (needsImage ? failureOf(tasks, 'image') : null) ??
    obstacleTo(place, inputs, kind, needsImage) ??
    (needsImage ? obstacleTo(place, inputs, 'image', false) : null);
  const item = { index: scene.index, lengthS: lengthOf(inputs, kind), fault, isPaid: false, isAgain };
  const makesImage = needsImage && fault === null && !isUnderWay(tasks, 'image');
  const image = { ...item, kind: 'image' as const, lengthS: null, isAgain: false };
  return [...(makesImage ? [image] : []), { ...item, kind }];
}

async function retryOf(tx: AnyTx, place: Place, inputs: Inputs, task: Task): Promise<readonly BatchItem[]> {
  const { phase, kind } = task;
  if (phase.state !== 'failed') return [];
  const item = { index: place.scene.index, kind, lengthS: lengthOf(inputs, kind), isAgain: false };
  if (phase.again.type !== 'order') {
    return [{ ...item, fault: phase.again.type === 'no' ? phase.fault : null, isPaid: true }];
  }
  const isRefusedAgain = await needsOtherInputs(tx, task, inputs);
  const fault = isRefusedAgain ? phase.fault : obstacleTo(place, inputs, kind, false);
  return [{ ...item, fault, isPaid: false }];
}

function lengthOf(inputs: Inputs, kind: Kind): number | null {
  return readSnapshot(kind, inputs, 0).lengthS;
}

function failureOf(tasks: readonly Task[], kind: Kind): Fault | null {
  const phase = newestOf(tasks, kind)?.phase;
  return phase?.state === 'failed' ? phase.fault : null;
}

/** What the provider would refuse, found before anything is sent. */
function obstacleTo({ has }: Place, inputs: Inputs, kind: Kind, getsImage: boolean): Fault | null {
  const snapshot = readSnapshot(kind, inputs, 0);
  const lack = lackOf(snapshot);
  return (
    (lack?.type === 'NoImage' && getsImage ? null : lack) ??
    refusedOrder(has, snapshot) ??
    tooLongFor(has.promptLimit, snapshot)
  );
}
