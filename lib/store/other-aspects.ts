import type { ProjectId } from '../domain/ids.ts';
import type { Aspect } from '../domain/project.ts';
import { KINDS } from '../domain/scene.ts';
import { getScenes } from './scenes.ts';
import { getTake } from './takes.ts';
import type { AnyTx } from './transaction.ts';

/** Counts the picked takes of a project that were made in another aspect than this one; none in the bin is picked. */
export async function countOtherAspects(tx: AnyTx, projectId: ProjectId, aspect: Aspect): Promise<number> {
  const keys = (await getScenes(tx, projectId)).flatMap(({ index: sceneIndex, picks }) =>
    KINDS.flatMap((kind) => {
      const number = picks[kind];
      return number === null ? [] : [{ projectId, sceneIndex, kind, number }];
    }),
  );
  const differ = await Promise.all(
    keys.map(async (key) => {
      const take = await getTake(tx, key);
      // A voice has no shape.
      return take !== null && key.kind !== 'voice' && take.snapshot.aspect !== aspect;
    }),
  );
  return differ.filter(Boolean).length;
}
