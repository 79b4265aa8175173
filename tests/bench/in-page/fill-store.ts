import { NO_CHOICES } from '../../../lib/domain/choices.ts';
import { NO_LINES } from '../../../lib/domain/prompt-lines.ts';
import { NO_END_CARD } from '../../../lib/domain/end-card.ts';
import { NO_RULES } from '../../../lib/domain/prompt-rules.ts';
import {
  isId,
  isSceneIndex,
  isTakeNumber,
  type ProjectId,
  type SceneIndex,
  type TakeNumber,
  type TaskId,
} from '../../../lib/domain/ids.ts';
import type { Project } from '../../../lib/domain/project.ts';
import type { Scene } from '../../../lib/domain/scene.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';
import type { Task } from '../../../lib/domain/task.ts';
import { putProject } from '../../../lib/store/projects.ts';
import { putScene } from '../../../lib/store/scenes.ts';
import { putSettings } from '../../../lib/store/settings.ts';
import { putTask } from '../../../lib/store/tasks.ts';
import type { Store } from '../../../lib/store/transaction.ts';

const SCENES_PER_FILM = 1_000;
const MADE_AT = 1_700_000_000_000;
/** Rows written in one transaction. */
const BATCH = 250;

/** Films of at most 1,000 scenes that have this many tasks in the queue, an image and a video of each scene. */
export async function fillStore(store: Store, tasks: number, paused: boolean): Promise<readonly Task[]> {
  const made = Array.from({ length: tasks }, (_, at) => queuedTask(at));
  await store.write('relaxed', (tx) => putSettings(tx, { ...DEFAULT_SETTINGS, paused }));
  for (let at = 0; at < tasks; at += BATCH) {
    await store.write('relaxed', async (tx) => {
      for (const task of made.slice(at, at + BATCH)) {
        if (task.sceneIndex === 1) await putProject(tx, film(task.projectId));
        if (task.kind === 'image') await putScene(tx, scene(task));
        await putTask(tx, task, MADE_AT);
      }
    });
  }
  return made;
}

/** A task that has waited in the queue since its film was made; `at` counts over all films. */
function queuedTask(at: number): Task {
  const place = Math.floor(at / 2);
  return {
    id: taskId(at),
    projectId: projectId(Math.floor(place / SCENES_PER_FILM)),
    sceneIndex: sceneIndex((place % SCENES_PER_FILM) + 1),
    kind: at % 2 === 0 ? 'image' : 'video',
    provider: 'animatic',
    source: 'order',
    priority: 0,
    batchAt: MADE_AT,
    sequence: at + 1,
    position: place + 1,
    epoch: 0,
    tries: 0,
    phaseAt: MADE_AT,
    startedAt: null,
    phase: { state: 'queued', notBefore: MADE_AT, needs: null, snapshot: null },
  };
}

function film(id: ProjectId): Project {
  return {
    id,
    name: 'Mật ong rừng U Minh',
    stem: id,
    aspect: '16:9',
    videoFrom: 'text',
    afterImages: 'wait',
    provider: 'animatic',
    ...NO_CHOICES,
    ...NO_LINES,
    ...NO_RULES,
    ...NO_END_CARD,
    naming: 'ascii',
    paletteSeed: 1,
    captionStyle: 'band',
    nextIndex: sceneIndex(SCENES_PER_FILM + 1),
    createdAt: MADE_AT,
    client: '',
    film: null,
    archivedAt: null,
    deletedAt: null,
  };
}

function scene({ projectId: id, sceneIndex: index, position }: Task): Scene {
  const first = takeNumber(1);
  return {
    projectId: id,
    index,
    position,
    title: `Cảnh ${index}`,
    description: `Chị Lan mở nắp hũ mật ong giữa rừng tràm, góc máy thứ ${index}`,
    voiceOver: 'Mật ong rừng U Minh, mở nắp là thơm cả khu rừng!',
    imagePrompt: 'A woman in a brown blouse opens a glass jar of dark wild honey, soft backlight',
    videoPrompt: 'A woman opens a glass jar of dark wild honey, slow push in to the jar',
    lengthS: 8,
    chapter: '',
    madeWith: null,
    picks: { image: null, video: null, voice: null },
    nextTake: { image: first, video: first, voice: first },
    extra: null,
    deletedAt: null,
  };
}

function projectId(count: number): ProjectId {
  const id = `project:${String(count).padStart(16, '0')}`;
  if (!isId('project', id)) throw new Error(id);
  return id;
}

function taskId(count: number): TaskId {
  const id = `task:${String(count).padStart(16, '0')}`;
  if (!isId('task', id)) throw new Error(id);
  return id;
}

function sceneIndex(count: number): SceneIndex {
  if (!isSceneIndex(count)) throw new Error(`${count}`);
  return count;
}

function takeNumber(count: number): TakeNumber {
  if (!isTakeNumber(count)) throw new Error(`${count}`);
  return count;
}
