import type { Command, Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { AssetId, CommandId, ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Result } from '../../lib/domain/result.ts';
import type { ScriptPreview } from '../../lib/domain/script-preview.ts';
import type { SamplePicture } from '../../lib/platform/sample.ts';

/** What opening the sample needs of the page. */
export interface SamplePorts {
  readonly preview: ScriptPreview;
  readonly name: string;
  send(command: Command, id?: CommandId): Promise<Done | null>;
  newCommandId(): CommandId;
  /** The indexes of a project's scenes, in the film's order. */
  order(projectId: ProjectId): Promise<readonly SceneIndex[]>;
  /** The picture of a scene, by its place in the sample, from 1; null where it cannot be read. */
  loadPicture(place: number): Promise<SamplePicture | null>;
  addAsset(bytes: Blob, owner: CommandId): Promise<Result<AssetId, Fault>>;
}

/** What was opened. */
export interface OpenedSample {
  readonly projectId: ProjectId;
  /** Scenes that got no picture of their own. */
  readonly without: number;
}

/** Bytes that wait under the id of the command that will point at them. */
interface Waiting {
  readonly id: CommandId;
  readonly assetId: AssetId;
  readonly picture: SamplePicture;
}

/**
 * Makes a project of the sample and gives each scene its picture: the bytes are stored here, under the id of the
 * command that then points at them (L11). They are there before the project is, so that whoever presses Generate at
 * once gets them. A picture that cannot be read leaves its scene without one. Null where the project was refused.
 */
export async function openSample(ports: SamplePorts): Promise<OpenedSample | null> {
  const { preview, name, send, order } = ports;
  const { scenes, aspect } = preview;
  const waiting = await Promise.all(scenes.map((_scene, at) => stagePicture(ports, at + 1)));
  const made = await send({ type: 'createProject', name, aspect: aspect ?? '16:9', scenes });
  const projectId = made?.projectId ?? null;
  if (projectId === null) return null;
  const indexes = await order(projectId);
  const given = await Promise.all(
    indexes.map((index, at) => givePicture(ports, projectId, index, waiting[at] ?? null)),
  );
  return { projectId, without: given.filter((isGiven) => !isGiven).length };
}

async function stagePicture(ports: SamplePorts, place: number): Promise<Waiting | null> {
  const picture = await ports.loadPicture(place);
  if (picture === null) return null;
  const id = ports.newCommandId();
  const added = await ports.addAsset(picture.bytes, id);
  return added.ok ? { id, assetId: added.value, picture } : null;
}

async function givePicture(
  { send }: SamplePorts,
  projectId: ProjectId,
  sceneIndex: SceneIndex,
  waiting: Waiting | null,
): Promise<boolean> {
  if (waiting === null) return false;
  const { id, assetId, picture } = waiting;
  const { name, width, height } = picture;
  const command = { type: 'addPicture', projectId, sceneIndex, role: 'scene', assetId } as const;
  return (await send({ ...command, name, width, height }, id)) !== null;
}
