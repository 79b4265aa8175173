import { sameValue, type Change, type SceneField } from '../../domain/edit.ts';
import type { Scene } from '../../domain/scene.ts';
import { putScene } from '../../store/scenes.ts';
import type { Scope } from './outcome.ts';

/** Writes fields of a scene and answers the inverse of those that changed. */
export async function writeScene(
  { tx }: Scope,
  scene: Scene,
  fields: Partial<Pick<Scene, SceneField>>,
): Promise<readonly Change[]> {
  const next: Scene = { ...scene, ...fields };
  const changes = sceneChanges(scene, next);
  if (changes.length > 0) await putScene(tx, next);
  return changes;
}

function sceneChanges(was: Scene, wrote: Scene): readonly Change[] {
  const of = { type: 'scene', projectId: was.projectId, index: was.index } as const;
  const all: readonly (Change & { readonly was: unknown; readonly wrote: unknown })[] = [
    { ...of, field: 'title', was: was.title, wrote: wrote.title },
    { ...of, field: 'description', was: was.description, wrote: wrote.description },
    { ...of, field: 'voiceOver', was: was.voiceOver, wrote: wrote.voiceOver },
    { ...of, field: 'imagePrompt', was: was.imagePrompt, wrote: wrote.imagePrompt },
    { ...of, field: 'videoPrompt', was: was.videoPrompt, wrote: wrote.videoPrompt },
    { ...of, field: 'lengthS', was: was.lengthS, wrote: wrote.lengthS },
    { ...of, field: 'chapter', was: was.chapter, wrote: wrote.chapter },
    { ...of, field: 'position', was: was.position, wrote: wrote.position },
    { ...of, field: 'madeWith', was: was.madeWith, wrote: wrote.madeWith },
    { ...of, field: 'deletedAt', was: was.deletedAt, wrote: wrote.deletedAt },
  ];
  return all.filter((change) => !sameValue(change.was, change.wrote));
}
