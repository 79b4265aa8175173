import type { Change } from '../../domain/edit.ts';
import type { SceneIndex } from '../../domain/ids.ts';
import type { Scene } from '../../domain/scene.ts';
import { getScene, getScenes } from '../../store/scenes.ts';
import { getSceneTasks, putTask } from '../../store/tasks.ts';
import type { Scope } from './outcome.ts';
import { writeScene } from './write-scene.ts';

/** Neighbours nearer than this get whole numbers again; a number halves about 30 times before. */
const NEAREST = 1e-6;

/** Puts a scene behind another, null for the first place; answers the inverse. An unknown neighbour means the end. */
export async function placeAfter(
  scope: Scope,
  scene: Scene,
  after: SceneIndex | null,
): Promise<readonly Change[]> {
  const scenes = await getScenes(scope.tx, scene.projectId);
  const others = scenes.filter(({ index }) => index !== scene.index);
  const found = after === null ? 0 : others.findIndex(({ index }) => index === after) + 1;
  const at = after !== null && found === 0 ? others.length : found;
  if (scenes[at]?.index === scene.index) return [];
  const before = others[at - 1]?.position ?? (others[at]?.position ?? 1) - 2;
  const behind = others[at]?.position ?? before + 2;
  const position = (before + behind) / 2;
  if (behind - before > NEAREST) return writeScene(scope, scene, { position });
  return renumber(scope, others.toSpliced(at, 0, scene));
}

/** Keeps the tasks that wait in the order of the film. */
export async function moveQueuedTasks(scope: Scope, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.type !== 'scene') continue;
    const scene = await getScene(scope.tx, change.projectId, change.index);
    if (scene === null) continue;
    for (const task of await getSceneTasks(scope.tx, change.projectId, change.index)) {
      if (task.phase.state !== 'queued' || task.position === scene.position) continue;
      await putTask(scope.tx, { ...task, position: scene.position }, scope.now);
    }
  }
}

async function renumber(scope: Scope, scenes: readonly Scene[]): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [at, scene] of scenes.entries()) {
    changes.push(...(await writeScene(scope, scene, { position: at + 1 })));
  }
  return changes;
}
