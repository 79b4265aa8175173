import type { Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId, type SceneIndex } from '../../lib/domain/ids.ts';
import type { Project } from '../../lib/domain/project.ts';
import { fail, type Result } from '../../lib/domain/result.ts';
import { addAsset, ASSET_LIMIT_BYTES } from '../../lib/store/assets.ts';
import { background } from '../page/live-store.ts';
import { live } from '../page/use-live.ts';

const HEAD_BYTES = 16;
const MEGABYTE = 1024 * 1024;

/** Whether a file is meant as a clip, by what it holds or by what it says that it is. */
export async function isMeantAsClip(file: File): Promise<boolean> {
  return file.type.startsWith('video/') || (await clipMime(file)) !== null;
}

/**
 * Makes a file a video take of a scene, picked, once its frames were decoded: its bytes are stored under the command's
 * id, and the offscreen document looks into them (L11).
 */
export async function giveClip(
  { id: projectId, aspect }: Project,
  index: SceneIndex,
  file: File,
): Promise<Result<Done, Fault>> {
  const mime = await clipMime(file);
  if (mime === null) return fail({ type: 'NotAClip' });
  if (file.size > ASSET_LIMIT_BYTES) {
    const [megabytes, limit] = [file.size, ASSET_LIMIT_BYTES].map((bytes) => Math.round(bytes / MEGABYTE));
    return fail({ type: 'ClipTooLarge', megabytes: megabytes ?? 0, limit: limit ?? 0 });
  }
  const id = newId('command', Math.random);
  const stored = await addAsset(live.store, file.slice(0, file.size, mime), id, 'output', Date.now());
  if (!stored.ok) return stored;
  const looked = await background.lookIntoClip(id, stored.value, aspect);
  if (!looked.ok) return fail(clipFault(looked.fault));
  const take = { kind: 'video', assetId: stored.value, ...looked.value } as const;
  return background.command(id, { type: 'importTake', projectId, index, ...take });
}

async function clipMime(file: File): Promise<string | null> {
  const { mimeOf } = await import('../../lib/media/mime.ts');
  const mime = mimeOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  return mime?.startsWith('video/') === true ? mime : null;
}

/** What the inspector finds wrong, for a file that nobody has ordered. */
function clipFault(fault: Fault): Fault {
  if (fault.type !== 'WrongMedia') return fault;
  if (fault.field === 'shape') return { type: 'ClipOtherShape', film: fault.ordered, got: fault.got };
  return fault.field === 'type' ? { type: 'NotAClip' } : { type: 'ClipBroken' };
}
