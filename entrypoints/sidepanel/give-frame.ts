import type { Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { frameName } from '../../lib/domain/frame-name.ts';
import { newId, type ProjectId, type SceneIndex } from '../../lib/domain/ids.ts';
import type { Project } from '../../lib/domain/project.ts';
import { fail, type Result } from '../../lib/domain/result.ts';
import type { SceneVideos } from '../../lib/domain/scene-videos.ts';
import type { FrameOf, FrameUse, Media } from '../../lib/domain/take.ts';
import { getOrder, getScene } from '../../lib/store/scenes.ts';
import { getTake } from '../../lib/store/takes.ts';
import { readFilmVideos } from '../../lib/store/video-reads.ts';
import { background } from '../page/live-store.ts';
import { live } from '../page/use-live.ts';

/** Makes a frame of a video take the image of a scene, picked, or its end frame: the offscreen document decodes it whole (L11). */
export async function giveFrame(
  { id: projectId, aspect }: Project,
  index: SceneIndex,
  frame: FrameOf | 'before',
  as: FrameUse,
): Promise<Result<Done, Fault>> {
  const frameOf = typeof frame === 'object' ? frame : await endBefore(projectId, index);
  if (frameOf === null) return fail({ type: 'NoVideoBefore' });
  const { sceneIndex, take: number, edge } = frameOf;
  const clip = await live.store.read((tx) => getTake(tx, { projectId, sceneIndex, kind: 'video', number }));
  if (clip === null) return fail({ type: 'NotFound', what: 'take' });
  const id = newId('command', Math.random);
  const taken = await background.takeFrame(id, clip.assetId, edge, aspect);
  if (!taken.ok) return taken;
  if (as === 'end') {
    const name = frameName(frameOf);
    const { assetId, media } = taken.value;
    const picture = { projectId, sceneIndex: index, role: 'end', assetId, name, ...sizeOf(media) } as const;
    return background.command(id, { type: 'addPicture', ...picture });
  }
  const take = { kind: 'image', ...taken.value } as const;
  return background.command(id, { type: 'importTake', projectId, index, ...take, frameOf });
}

function sizeOf({ width, height }: Media): Pick<Media, 'width' | 'height'> {
  return { width, height };
}

/** The scenes of a film that have video takes. */
export function findVideos(projectId: ProjectId): Promise<readonly SceneVideos[]> {
  return live.store.read((tx) => readFilmVideos(tx, projectId));
}

/** The end of the video that is picked in the scene before; null where none is. */
async function endBefore(projectId: ProjectId, index: SceneIndex): Promise<FrameOf | null> {
  return live.store.read(async (tx) => {
    const order = await getOrder(tx, projectId);
    const sceneIndex = order[order.indexOf(index) - 1];
    const picks = sceneIndex === undefined ? null : (await getScene(tx, projectId, sceneIndex))?.picks;
    if (sceneIndex === undefined || picks?.video == null) return null;
    return { sceneIndex, take: picks.video, edge: 'last' };
  });
}
