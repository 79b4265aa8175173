import { capabilitiesOf, type ProviderName } from '../domain/capabilities.ts';
import { cardActions } from '../domain/card-actions.ts';
import type { Card, CardTake, ScenePlace } from '../domain/card.ts';
import { chosenFor } from '../domain/choices.ts';
import type { ProjectId, SceneIndex, TakeNumber } from '../domain/ids.ts';
import { frameNamed } from '../domain/frame-name.ts';
import { filmFor } from '../domain/made-with.ts';
import { picturesFor, type Picture } from '../domain/picture.ts';
import type { Project } from '../domain/project.ts';
import { promptKeyOf } from '../domain/same-prompts.ts';
import { promptOf } from '../domain/prompt-of.ts';
import { refusedEndFrame } from '../domain/refused-choice.ts';
import { brokenRules } from '../domain/prompt-rules.ts';
import { KINDS, type Kind, type Scene } from '../domain/scene.ts';
import { lackOf, readSnapshot, staleInputs, type Inputs, type SnapshotImage } from '../domain/snapshot.ts';
import { helpFor, statusOf, type CardFacts } from '../domain/status.ts';
import { emptyMark, type Mark, type Take } from '../domain/take.ts';
import { isOpen, speaksForScene, type Task } from '../domain/task.ts';
import { getAttempt } from './attempts.ts';
import { getFreshScenes, getSceneMarks } from './marks.ts';
import { getScenePictures } from './pictures.ts';
import { getProject } from './projects.ts';
import { getOrder, getScene, getScenes } from './scenes.ts';
import { getSceneTakes, getTake } from './takes.ts';
import { getSceneTasks, getUnfinishedTasks } from './tasks.ts';
import type { AnyTx } from './transaction.ts';

/** Longer than any row is wide. */
const LINE_LIMIT = 160;

/** Reads what one scene's card shows; null where the scene or its project is gone. Reads this scene only. */
export async function readCard(tx: AnyTx, projectId: ProjectId, index: SceneIndex): Promise<Card | null> {
  const project = await getProject(tx, projectId);
  const scene = await getScene(tx, projectId, index);
  if (project === null || scene === null || scene.deletedAt !== null) return null;
  const [takes, marks, tasks, given] = await Promise.all([
    getSceneTakes(tx, projectId, index),
    getSceneMarks(tx, projectId, index),
    getSceneTasks(tx, projectId, index),
    getScenePictures(tx, projectId, index),
  ]);
  const pictures = picturesFor(scene, given);
  const made = filmFor(project, scene);
  const inputs = { project: made, scene, pictures, image: imageOf(scene, takes) };
  const cardTakes = takesOf(inputs, takes, marks);
  const facts = { picks: scene.picks, tasks: newestOf(tasks), fresh: freshOf(cardTakes) };
  const status = statusOf(facts);
  const inputsChanged = await haveInputsChanged(tx, status.task, inputs);
  const has = capabilitiesOf(made.provider);
  const film = filmFor(project, scene, status.task?.provider);
  return {
    scene,
    takes: cardTakes,
    facts,
    status,
    actions: cardActions(facts, status, project.videoFrom, inputsChanged),
    inputsChanged,
    pictures: ownFirst(pictures),
    chosen: { image: chosenFor(film, 'image'), video: chosenFor(film, 'video') },
    lines: { styleLine: project.styleLine, characters: project.characters },
    needsPress: has?.needsPress ?? false,
    frames: await framesOf(tx, scene, takes, pictures),
    broken: {
      image: brokenRules(promptOf({ ...scene, prompt: scene.imagePrompt }), project),
      video: brokenRules(promptOf({ ...scene, prompt: scene.videoPrompt }), project),
    },
    references: has?.references ?? true,
    endLack: has && refusedEndFrame(has, readSnapshot('video', inputs, 0)),
  };
}

/** Scenes that go on from another's video, or come to it, are to know when that has changed. */
async function framesOf(
  tx: AnyTx,
  { projectId, picks }: Scene,
  takes: readonly Take[],
  pictures: readonly Picture[],
): Promise<Card['frames']> {
  const origin = takes.find(({ kind, number }) => kind === 'image' && number === picks.image)?.origin;
  const end = frameNamed(pictures.findLast(({ role }) => role === 'end')?.name ?? '');
  const used = [
    ...(origin?.type === 'frame' ? [{ use: 'begin', of: origin.of } as const] : []),
    ...(end === null ? [] : [{ use: 'end', of: end } as const]),
  ];
  const found = used.map(async ({ use, of }) => {
    const source = await getScene(tx, projectId, of.sceneIndex);
    return { use, of, pick: source?.picks.video ?? null };
  });
  return Promise.all(found);
}

function ownFirst(pictures: readonly Picture[]): readonly Picture[] {
  const own = pictures.filter(({ sceneIndex }) => sceneIndex !== null);
  return [...own, ...pictures.filter(({ sceneIndex }) => sceneIndex === null)];
}

/** What a page knows of a film already: its places, and the scenes that changed since they were read. */
export interface KnownFilm {
  readonly places: ReadonlyMap<SceneIndex, ScenePlace>;
  readonly changed: ReadonlySet<SceneIndex>;
}

/**
 * Reads the film as its list, bar and counts need it. With what is known already it reads the order and the changed
 * scenes alone; a place that did not change stays the same object.
 */
export async function readFilm(
  tx: AnyTx,
  projectId: ProjectId,
  known: KnownFilm | null = null,
): Promise<readonly ScenePlace[]> {
  if (known === null) return readWholeFilm(tx, projectId);
  const order = await getOrder(tx, projectId);
  return Promise.all(
    order.map(async (index, at) => {
      const place = known.changed.has(index) ? undefined : known.places.get(index);
      if (place !== undefined) return place.ordinal === at + 1 ? place : { ...place, ordinal: at + 1 };
      const scene = await getScene(tx, projectId, index);
      if (scene === null) throw new Error(`Scene ${index} has a place and no row.`);
      return placeOf(scene, at + 1, await readFacts(tx, scene, await getSceneTasks(tx, projectId, index)));
    }),
  );
}

async function readWholeFilm(tx: AnyTx, projectId: ProjectId): Promise<readonly ScenePlace[]> {
  const [scenes, unfinished, fresh] = await Promise.all([
    getScenes(tx, projectId),
    getUnfinishedTasks(tx, projectId),
    getFreshScenes(tx, projectId),
  ]);
  const byScene = new Map<SceneIndex, Task[]>();
  for (const task of unfinished) {
    byScene.set(task.sceneIndex, [...(byScene.get(task.sceneIndex) ?? []), task]);
  }
  return Promise.all(
    scenes.map(async (scene, at) => {
      const tasks = await tasksFor(tx, scene, byScene.get(scene.index) ?? []);
      const facts = fresh.has(scene.index)
        ? await readFacts(tx, scene, tasks)
        : { picks: scene.picks, tasks: newestOf(tasks), fresh: {} };
      return placeOf(scene, at + 1, facts);
    }),
  );
}

function placeOf(scene: Scene, ordinal: number, facts: CardFacts): ScenePlace {
  const { index, picks, lengthS, chapter, title, description, voiceOver, imagePrompt } = scene;
  return {
    index,
    ordinal,
    tone: statusOf(facts).tone,
    madeWith: scene.madeWith,
    hasImage: picks.image !== null,
    hasVideo: picks.video !== null,
    video: picks.video,
    hasNewTake: Object.keys(facts.fresh).length > 0,
    open: kindsWith(facts, isOpen),
    failed: kindsWith(facts, ({ kind, phase }) => phase.state === 'failed' && picks[kind] === null),
    lengthS,
    chapter,
    line: firstLine(description || title || voiceOver || imagePrompt),
    prompt: promptKeyOf(scene),
    words: [title, description, voiceOver, chapter].join('\n'),
  };
}

function kindsWith({ tasks }: CardFacts, is: (task: Task) => boolean): readonly Kind[] {
  return KINDS.filter((kind) => {
    const task = tasks[kind];
    return task !== undefined && is(task);
  });
}

/** The first line of a text, as long as a row is wide at most. */
export function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0]?.slice(0, LINE_LIMIT) ?? '';
}

/** The inputs that a snapshot of a scene would be read from now; for what was ordered of a provider, those of its order. */
export async function readInputs(
  tx: AnyTx,
  film: Project,
  scene: Scene,
  provider?: ProviderName,
): Promise<Inputs> {
  const project = filmFor(film, scene, provider);
  const { projectId, index, picks } = scene;
  const pictures = picturesFor(scene, await getScenePictures(tx, projectId, index));
  if (picks.image === null) return { project, scene, pictures, image: null };
  const take = await getTake(tx, { projectId, sceneIndex: index, kind: 'image', number: picks.image });
  return { project, scene, pictures, image: take && { take: take.number, assetId: take.assetId } };
}

/** Whether a failed task's inputs are other ones now, so that Retry orders anew (words: retry). */
export async function haveInputsChanged(tx: AnyTx, task: Task | null, inputs: Inputs): Promise<boolean> {
  if (task?.phase.state !== 'failed') return false;
  const present = readSnapshot(task.kind, inputs, 0);
  if (task.phase.attempt === null) return lackOf(present) === null;
  const attempt = await getAttempt(tx, task.phase.attempt);
  return attempt === null || staleInputs(attempt.snapshot, present).length > 0;
}

/** Whether another go of a failed task would be refused as this one was: its words or its picture are still the same. */
export async function needsOtherInputs(tx: AnyTx, task: Task, inputs: Inputs): Promise<boolean> {
  if (task.phase.state !== 'failed' || task.phase.again.type !== 'order') return false;
  const { fault } = task.phase;
  return helpFor(fault, false) !== 'retry' && !(await haveInputsChanged(tx, task, inputs));
}

/** Of each kind the task that speaks for the scene: the open one, else the newest. */
function newestOf(tasks: readonly Task[]): CardFacts['tasks'] {
  const newest: { [K in Kind]?: Task } = {};
  for (const task of tasks.filter(speaksForScene)) {
    const known = newest[task.kind];
    const isLater = known === undefined || (!isOpen(known) && known.sequence < task.sequence);
    if (isLater || isOpen(task)) newest[task.kind] = task;
  }
  return newest;
}

/** A failed or cancelled task counts only while it is the newest; where a take came after it, look at all. */
async function tasksFor(tx: AnyTx, scene: Scene, unfinished: readonly Task[]): Promise<readonly Task[]> {
  const unsure = unfinished.some(({ kind }) => scene.picks[kind] === null && scene.nextTake[kind] > 1);
  return unsure ? getSceneTasks(tx, scene.projectId, scene.index) : unfinished;
}

async function readFacts(tx: AnyTx, scene: Scene, tasks: readonly Task[]): Promise<CardFacts> {
  const marks = await getSceneMarks(tx, scene.projectId, scene.index);
  const fresh: { [K in Kind]?: TakeNumber } = {};
  for (const mark of marks) {
    if (isFreshMark(mark, scene.picks[mark.kind])) fresh[mark.kind] = mark.number;
  }
  return { picks: scene.picks, tasks: newestOf(tasks), fresh };
}

/** Whether nobody has looked at a take that is not the pick; one put away counts as looked at. */
export function isFreshMark(mark: Mark, pick: TakeNumber | null): boolean {
  return mark.seenAt === null && mark.binnedAt === null && mark.archivedAt === null && mark.number !== pick;
}

function imageOf(scene: Scene, takes: readonly Take[]): SnapshotImage | null {
  const take = takes.find(({ kind, number }) => kind === 'image' && number === scene.picks.image);
  return take === undefined ? null : { take: take.number, assetId: take.assetId };
}

function takesOf(inputs: Inputs, takes: readonly Take[], marks: readonly Mark[]): Card['takes'] {
  const { picks } = inputs.scene;
  const all = takes.toReversed().map((take): CardTake => {
    const same = (mark: Mark): boolean => mark.kind === take.kind && mark.number === take.number;
    const mark = marks.find(same) ?? emptyMark(take);
    const picked = picks[take.kind] === take.number;
    const stale = staleInputs(take.snapshot, readSnapshot(take.kind, inputs, 0));
    return { take, mark, stale, picked, fresh: isFreshMark(mark, picks[take.kind]) };
  });
  const kept = all.filter(({ mark }) => mark.binnedAt === null);
  const of = (kind: Kind): readonly CardTake[] => kept.filter(({ take }) => take.kind === kind);
  return { image: of('image'), video: of('video'), voice: of('voice') };
}

function freshOf(takes: Card['takes']): CardFacts['fresh'] {
  const fresh: { [K in Kind]?: TakeNumber } = {};
  for (const kind of KINDS) {
    const newest = takes[kind].find((take) => take.fresh);
    if (newest !== undefined) fresh[kind] = newest.take.number;
  }
  return fresh;
}
