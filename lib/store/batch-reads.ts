import type { Batch, BatchItem, BatchOrder } from '../domain/batch.ts';
import { capabilitiesOf, type Capabilities } from '../domain/capabilities.ts';
import { chosenFor } from '../domain/choices.ts';
import type { Fault } from '../domain/fault.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import { tooLongFor } from '../domain/prompt-of.ts';
import { refusedChoice } from '../domain/refused-choice.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import { lackOf, readSnapshot, type Inputs } from '../domain/snapshot.ts';
import { isOpen, speaksForScene, type Task } from '../domain/task.ts';
import { readInputs } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { getScenes } from './scenes.ts';
import { lastPrices, readSpent } from './spent-reads.ts';
import { getSceneTasks } from './tasks.ts';
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
  const items: BatchItem[] = [];
  for (const scene of await getScenes(tx, projectId)) {
    items.push(...(await itemsOf(tx, { project, scene, has }, order)));
  }
  const { needsPress, price } = has;
  const prices = lastPrices(await readSpent(tx, projectId), project);
  const chosen = { image: chosenFor(project, 'image'), video: chosenFor(project, 'video') };
  return { items, unit: price.unit, prices, left, chosen, needsPress };
}

interface Place {
  readonly project: Project;
  readonly scene: Scene;
  readonly has: Capabilities;
}

async function itemsOf(tx: AnyTx, place: Place, order: BatchOrder): Promise<readonly BatchItem[]> {
  const { scene, project } = place;
  const kinds = order.type === 'all' ? [order.kind] : (['image', 'video'] as const);
  const missing = kinds.filter((kind) => scene.picks[kind] === null);
  if (missing.length === 0) return [];
  const tasks = await getSceneTasks(tx, project.id, scene.index);
  const inputs = await readInputs(tx, project, scene);
  return missing.flatMap((kind) => {
    if (isUnderWay(tasks, kind)) return [];
    if (order.type === 'failed') return retryOf(place, inputs, tasks, kind);
    return firstOf(place, inputs, tasks, kind);
  });
}

function newestOf(tasks: readonly Task[], kind: Kind): Task | undefined {
  return tasks.findLast((task) => task.kind === kind && speaksForScene(task));
}

function isUnderWay(tasks: readonly Task[], kind: Kind): boolean {
  return tasks.some((task) => task.kind === kind && isOpen(task));
}

/** What failed is taken up by Retry failed alone, as the command does it. */
function firstOf(place: Place, inputs: Inputs, tasks: readonly Task[], kind: Kind): readonly BatchItem[] {
  const { scene, project } = place;
  const needsImage = kind === 'video' && project.videoFrom === 'picture' && scene.picks.image === null;
  const fault =
    failureOf(tasks, kind) ??
    (needsImage ? failureOf(tasks, 'image') : null) ??
    obstacleTo(place, inputs, kind, needsImage) ??
    (needsImage ? obstacleTo(place, inputs, 'image', false) : null);
  const item = { index: scene.index, fault, isPaid: false };
  const makesImage = needsImage && fault === null && !isUnderWay(tasks, 'image');
  return [...(makesImage ? [{ ...item, kind: 'image' as const }] : []), { ...item, kind }];
}

function retryOf(place: Place, inputs: Inputs, tasks: readonly Task[], kind: Kind): readonly BatchItem[] {
  const phase = newestOf(tasks, kind)?.phase;
  if (phase?.state !== 'failed') return [];
  const { index } = place.scene;
  if (phase.again.type !== 'order') {
    const fault = phase.again.type === 'no' ? phase.fault : null;
    return [{ index, kind, fault, isPaid: true }];
  }
  return [{ index, kind, fault: obstacleTo(place, inputs, kind, false), isPaid: false }];
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
    refusedChoice(has, snapshot) ??
    tooLongFor(has.promptLimit, snapshot)
  );
}
