import type { Change } from '../../domain/edit.ts';
import type { Fault } from '../../domain/fault.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { FRAME_BY_ASPECT, type Project } from '../../domain/project.ts';
import { fail } from '../../domain/result.ts';
import { withNextTake, type Kind, type Scene } from '../../domain/scene.ts';
import { readSnapshot } from '../../domain/snapshot.ts';
import { emptyMark, type FrameOf, type Media, type Take } from '../../domain/take.ts';
import { hasAsset, unstage } from '../../store/assets.ts';
import { putMark } from '../../store/marks.ts';
import { readInputs } from '../../store/panel-reads.ts';
import { putScene } from '../../store/scenes.ts';
import { addTake, getTake } from '../../store/takes.ts';
import { findProject, findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writePick } from './take-commands.ts';

/** What the bytes of each kind must be. */
const MIME_BY_KIND: Readonly<Record<Kind, string>> = { image: 'image/', video: 'video/', voice: 'audio/' };
/** How far a frame's shape may be from the film's, as for what a provider brings. */
const SHAPE_SLACK = 0.01;

/**
 * Makes a take of bytes that the user brings and picks it, since the user asked for it. The take gets the next
 * number and the snapshot of the scene's present inputs; its bytes, staged under this command, leave the stage in
 * the same transaction (L3, L12). Undo bins it and brings the earlier pick back.
 */
export async function importTake(scope: Scope, command: Of<'importTake'>): Outcomes {
  const { tx, now } = scope;
  const project = await findProject(scope, command.projectId);
  const scene = project && (await findScene(scope, command.projectId, command.index));
  if (project === null || scene === null) return notFound(project === null ? 'project' : 'scene');
  const wrong = wrongMedia(command.kind, command.media, project);
  if (wrong !== null) return fail(wrong);
  if (command.frameOf !== undefined && !(await isThere(scope, command.projectId, command.frameOf)))
    return notFound('take');
  const assets = command.posterId === null ? [command.assetId] : [command.assetId, command.posterId];
  for (const id of assets) {
    if (!(await hasAsset(tx, id))) return fail({ type: 'AssetMissing' });
    await unstage(tx, id, scope.id);
  }
  const { projectId, index, kind } = command;
  const take = await takeOf(scope, command, project, scene);
  await addTake(tx, take);
  await putMark(tx, { ...emptyMark(take), seenAt: now });
  const counted = withNextTake(scene, kind, take.number);
  await putScene(tx, counted);
  const added: Change = {
    type: 'mark',
    projectId,
    index,
    kind,
    number: take.number,
    field: 'binnedAt',
    was: now,
    wrote: null,
  };
  const picked = await writePick(scope, counted, kind, take.number);
  return edited(projectId, 'importTake', [added, ...picked], { count: 1 });
}

async function takeOf(
  { tx, id, now, random }: Scope,
  { kind, assetId, posterId, media, frameOf }: Of<'importTake'>,
  project: Project,
  scene: Scene,
): Promise<Take> {
  const seed = Math.floor(random() * 2 ** 32);
  return {
    projectId: project.id,
    sceneIndex: scene.index,
    kind,
    number: scene.nextTake[kind],
    madeAt: now,
    origin:
      frameOf === undefined
        ? { type: 'imported', commandId: id }
        : { type: 'frame', commandId: id, of: frameOf },
    assetId,
    posterId,
    media,
    snapshot: readSnapshot(kind, await readInputs(tx, project, scene), seed),
  };
}

async function isThere({ tx }: Scope, projectId: ProjectId, { sceneIndex, take }: FrameOf): Promise<boolean> {
  return (await getTake(tx, { projectId, sceneIndex, kind: 'video', number: take })) !== null;
}

/** A take of another shape could not be cut into the film. */
function wrongMedia(kind: Kind, media: Media, { aspect }: Project): Fault | null {
  const ordered = MIME_BY_KIND[kind];
  if (!media.mime.startsWith(ordered)) return { type: 'WrongMedia', field: 'type', ordered, got: media.mime };
  if (kind === 'voice') return null;
  const frame = FRAME_BY_ASPECT[aspect];
  const shape = media.width / media.height / (frame.width / frame.height);
  if (Math.abs(shape - 1) <= SHAPE_SLACK) return null;
  return { type: 'WrongMedia', field: 'shape', ordered: aspect, got: `${media.width} × ${media.height}` };
}
