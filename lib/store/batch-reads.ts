import { listedIn, waitsAfterImages, type Batch, type BatchItem, type BatchOrder } from '../domain/batch.ts';
import { capabilitiesOf, isPriced } from '../domain/capabilities.ts';
import { chosenFor } from '../domain/choices.ts';
import type { Fault } from '../domain/fault.ts';
import type { ProjectId } from '../domain/ids.ts';
import { filmFor } from '../domain/made-with.ts';
import type { Project } from '../domain/project.ts';
import { tooLongFor } from '../domain/prompt-of.ts';
import { refusedOrder } from '../domain/refused-choice.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import { lackOf, readSnapshot, type Inputs } from '../domain/snapshot.ts';
import { isOpen, speaksForScene, type Task } from '../domain/task.ts';
import { madeBy, readMakers, type Maker } from './batch-makers.ts';
import { needsOtherInputs, readInputs } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { readFilmTasks } from './run-reads.ts';
import { getScenes } from './scenes.ts';
import type { AnyTx } from './transaction.ts';

/** Reads what a batch would start now, and what it would cost; null where its project is gone. */
export async function readBatch(
  tx: AnyTx,
  projectId: ProjectId,
  order: BatchOrder,
  left: number | null,
): Promise<Batch | null> {
  const project = await getProject(tx, projectId);
  if (project === null || capabilitiesOf(project.provider) === null) return null;
  const film = await readFilmTasks(tx, projectId);
  const isAsked = listedIn(order.scenes);
  const scenes = (await getScenes(tx, projectId)).filter(({ index }) => isAsked(index));
  const places = scenes.map((scene) => ({ scene, project: filmFor(project, scene) }));
  const makers = await readMakers(
    tx,
    projectId,
    [project, ...places.map((place) => place.project)],
    [...film.values()].flat(),
  );
  const items: BatchItem[] = [];
  for (const place of places) {
    const maker = makers.find(({ provider }) => provider === place.project.provider);
    if (maker === undefined) continue;
    items.push(...(await itemsOf(tx, { ...place, maker, tasks: film.get(place.scene.index) ?? [] }, order)));
  }
  const isOfVideos = order.type === 'all' && order.kind === 'video';
  const waits = isOfVideos && places.some(lacksImage);
  return {
    items,
    left,
    provider: project.provider,
    chosen: { image: chosenFor(project, 'image'), video: chosenFor(project, 'video') },
    seenPrices: makers[0]?.seenPrices ?? [],
    makers,
    afterImages: waits ? project.afterImages : null,
  };
}

/** Whether a video that costs is to be made from an image that is not there yet. */
function lacksImage({ scene, project }: Pick<Place, 'scene' | 'project'>): boolean {
  return scene.picks.image === null && project.videoFrom === 'picture' && isPriced(project);
}

interface Place {
  /** The film as this scene is made. */
  readonly project: Project;
  readonly scene: Scene;
  readonly maker: Maker;
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
  const { scene, project, maker, tasks } = place;
  const isAgain = scene.picks[kind] !== null;
  const needsImage = kind === 'video' && project.videoFrom === 'picture' && scene.picks.image === null;
  if (needsImage && waitsAfterImages(project, maker.has)) {
    return isUnderWay(tasks, 'image') ? [] : imageFirst(place, inputs);
  }
  const fault =
    (isAgain ? null : failureOf(tasks, kind)) ??
    (needsImage ? failureOf(tasks, 'image') : null) ??
    obstacleTo(place, inputs, kind, needsImage) ??
    (needsImage ? obstacleTo(place, inputs, 'image', false) : null);
  const item = { index: scene.index, fault, isPaid: false };
  const makesImage = needsImage && fault === null && !isUnderWay(tasks, 'image');
  const image = { ...item, kind: 'image' as const, lengthS: null, isAgain: false, ...madeBy(place, 'image') };
  const own = { ...item, kind, lengthS: lengthOf(inputs, kind), isAgain, ...madeBy(place, kind) };
  return [...(makesImage ? [image] : []), own];
}

/** The image that a video waits for; where that video would be refused, it is said before the image is made for it. */
function imageFirst(place: Place, inputs: Inputs): readonly BatchItem[] {
  const orders = ordersOf(place, inputs, 'image');
  const fault = obstacleTo(place, inputs, 'video', true);
  if (fault === null || orders.some((order) => order.fault !== null)) return orders;
  const video = { kind: 'video', fault, isPaid: false, isAgain: false } as const;
  const made = { index: place.scene.index, lengthS: lengthOf(inputs, 'video'), ...madeBy(place, 'video') };
  return [...orders, { ...video, ...made }];
}

async function retryOf(tx: AnyTx, place: Place, inputs: Inputs, task: Task): Promise<readonly BatchItem[]> {
  const { phase, kind } = task;
  if (phase.state !== 'failed') return [];
  const made = madeBy(place, kind);
  const item = { index: place.scene.index, kind, lengthS: lengthOf(inputs, kind), isAgain: false, ...made };
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
function obstacleTo({ maker: { has } }: Place, inputs: Inputs, kind: Kind, getsImage: boolean): Fault | null {
  const snapshot = readSnapshot(kind, inputs, 0);
  const lack = lackOf(snapshot);
  return (
    (lack?.type === 'NoImage' && getsImage ? null : lack) ??
    refusedOrder(has, snapshot) ??
    tooLongFor(has.promptLimit, snapshot)
  );
}
