import { listedIn, waitsAfterImages } from '../../domain/batch.ts';
import type { Fault } from '../../domain/fault.ts';
import { newId, type ProjectId, type SceneIndex } from '../../domain/ids.ts';
import { filmFor, type MadeWith } from '../../domain/made-with.ts';
import type { Project } from '../../domain/project.ts';
import { chosenFor } from '../../domain/choices.ts';
import { refusedChoice, refusedEndFrame } from '../../domain/refused-choice.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Kind, Scene } from '../../domain/scene.ts';
import { readSnapshot } from '../../domain/snapshot.ts';
import { speaksForScene, type Need, type Task } from '../../domain/task.ts';
import { readInputs } from '../../store/panel-reads.ts';
import { getScenes } from '../../store/scenes.ts';
import { getOpenTask, getUnfinishedTasks, nextSequence, putTask } from '../../store/tasks.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findProject, findScene } from './find.ts';

/** Orders a new take of a scene: the first, or another beside those that are there (L3). */
export async function generate(scope: Scope, command: Of<'generate'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  const scene = project && (await findScene(scope, command.projectId, command.index));
  if (project === null || scene === null) return notFound(project === null ? 'project' : 'scene');
  const lack = await endLack(scope, project, scene, command.kind);
  const ordered = lack === null ? await order(scope, project, scene, command.kind) : fail(lack);
  return ordered.ok ? carriedOut(project.id, ordered.value) : ordered;
}

/** One order says at once that its end frame cannot be used; of many, the sheet has said it. */
async function endLack(
  { tx, capabilities }: Scope,
  project: Project,
  scene: Scene,
  kind: Kind,
): Promise<Fault | null> {
  const inputs = await readInputs(tx, project, scene);
  const has = capabilities(inputs.project.provider);
  return has && refusedEndFrame(has, readSnapshot(kind, inputs, 0));
}

/**
 * Orders what every scene still lacks, in one batch, and where it is asked for another take beside what is there;
 * leaves out what failed, which Retry failed takes up. Where the user wants to see images before videos are made of
 * them, scenes without one get that alone.
 */
export async function generateAll(scope: Scope, command: Of<'generateAll'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const failed = await newestFailed(scope, project.id);
  const needsImage = command.kind === 'video' && project.videoFrom === 'picture';
  const left: { index: SceneIndex; fault: Fault }[] = [];
  let count = 0;
  const isListed = listedIn(command.scenes);
  for (const scene of await getScenes(scope.tx, project.id)) {
    if (!isListed(scene.index) || (scene.picks[command.kind] !== null && command.again !== true)) continue;
    const has = scope.capabilities(filmFor(project, scene).provider);
    const waits = needsImage && scene.picks.image === null && has !== null && waitsAfterImages(project, has);
    const kind = waits ? 'image' : command.kind;
    const image = needsImage ? failed.get(`${scene.index} image`) : undefined;
    const fault = failed.get(`${scene.index} ${kind}`) ?? image;
    const ordered = fault === undefined ? await order(scope, project, scene, kind) : fail(fault);
    if (ordered.ok) count += ordered.value;
    else if (ordered.fault.type !== 'AlreadyOpen') left.push({ index: scene.index, fault: ordered.fault });
  }
  const first = left[0];
  if (count === 0) return fail(first?.fault ?? { type: 'NothingToDo' });
  return carriedOut(project.id, count, left);
}

/** Makes the task for a kind, and the image's before it where a video from a picture has none; answers how many. */
export async function order(
  scope: Scope,
  project: Project,
  scene: Scene,
  kind: Kind,
): Promise<Result<number, Fault>> {
  const { tx } = scope;
  const film = filmFor(project, scene);
  const { aspect, videoFrom, provider } = film;
  const capabilities = scope.capabilities(provider);
  if (capabilities === null) return fail({ type: 'NotOffered', choice: provider, offered: ['animatic'] });
  const refused = refusedChoice(capabilities, {
    kind,
    aspect,
    videoFrom,
    lengthS: chosenFor(film, kind).clipLengthS ?? scene.lengthS,
  });
  if (refused !== null) return fail(refused);
  const open = (of: Kind): Promise<Task | null> => getOpenTask(tx, project.id, scene.index, of);
  if ((await open(kind)) !== null) return fail({ type: 'AlreadyOpen' });
  const needsImage = kind === 'video' && videoFrom === 'picture' && scene.picks.image === null;
  const makesImage = needsImage && (await open('image')) === null;
  if (makesImage) await addTask(scope, film, scene, 'image', null);
  await addTask(scope, film, scene, kind, needsImage ? { type: 'image-pick' } : null);
  return ok(makesImage ? 2 : 1);
}

async function addTask(
  { tx, now, random }: Scope,
  { provider }: MadeWith,
  scene: Scene,
  kind: Kind,
  needs: Need | null,
): Promise<void> {
  const task: Task = {
    id: newId('task', random),
    projectId: scene.projectId,
    sceneIndex: scene.index,
    kind,
    provider,
    source: 'order',
    priority: 0,
    batchAt: now,
    sequence: await nextSequence(tx),
    position: scene.position,
    epoch: 0,
    tries: 0,
    phaseAt: now,
    startedAt: null,
    phase: { state: 'queued', notBefore: now, needs, snapshot: null },
  };
  await putTask(tx, task, now);
}

/** The faults of the newest tasks that failed where nothing is picked, by scene and kind. */
async function newestFailed({ tx }: Scope, projectId: ProjectId): Promise<ReadonlyMap<string, Fault>> {
  const newest = new Map<string, Task>();
  for (const task of (await getUnfinishedTasks(tx, projectId)).filter(speaksForScene)) {
    const key = `${task.sceneIndex} ${task.kind}`;
    const known = newest.get(key);
    if (known === undefined || known.sequence < task.sequence) newest.set(key, task);
  }
  const failed = new Map<string, Fault>();
  for (const scene of await getScenes(tx, projectId)) {
    for (const kind of ['image', 'video'] as const) {
      const phase = newest.get(`${scene.index} ${kind}`)?.phase;
      if (phase?.state === 'failed' && scene.picks[kind] === null) {
        failed.set(`${scene.index} ${kind}`, phase.fault);
      }
    }
  }
  return failed;
}
