import type { Medium } from './medium.ts';
import type { World } from './world.ts';

/** The file of a medium, whole. */
export function bytesOf({ files }: World, medium: Medium): Promise<Uint8Array> {
  if (medium.bytes !== null) return Promise.resolve(medium.bytes);
  const { mediaId, seconds } = medium;
  return medium.kind === 'video' ? files.clip(mediaId, medium, seconds) : files.picture(mediaId, medium);
}

/** The still that stands for a clip, or the picture itself. */
export function posterOf({ files }: World, medium: Medium): Promise<Uint8Array> {
  return medium.bytes === null ? files.picture(medium.mediaId, medium) : Promise.resolve(medium.bytes);
}

const SHARE_OF_TRUNCATED = 0.6;

/** What the media host hands out as the clip, with what a switch does to it. */
export async function servedClip(world: World, medium: Medium): Promise<Uint8Array> {
  if (world.switches.mediaBytes === 'poster') return posterOf(world, medium);
  const whole = await bytesOf(world, medium);
  if (world.switches.mediaBytes === 'whole') return whole;
  return whole.subarray(0, Math.floor(whole.length * SHARE_OF_TRUNCATED));
}
