import type { AssetId } from '../domain/ids.ts';
import type { Fault } from '../domain/fault.ts';
import { FRAME_BY_ASPECT } from '../domain/project.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { endFrameOf, type Snapshot } from '../domain/snapshot.ts';
import { STILL_SCALE } from './camera.ts';
import { loadFont, type Sheet } from './canvas.ts';
import { drawCard } from './draw-card.ts';
import { drawPhoto } from './draw-photo.ts';
import { encodeClip, type Progress } from './encode-clip.ts';
import { seeded } from './seeded.ts';

/** What a render needs besides its snapshot. */
export interface RenderPorts {
  readonly fonts: FontFaceSet;
  /** Stored bytes by their id; null where they are gone. */
  readAsset(id: AssetId): Promise<Blob | null>;
}

/** Keeps the choice of the picture apart from what else the seed chooses. */
const GROUND_SALT = 0x2f6e2b1;

/**
 * Makes the bytes of an image or a clip of a snapshot: PNG, or MP4 of 24 frames a second. The same snapshot gives
 * the same frames on one machine. Faults: `AssetMissing`, `NoEncoder`; stops when the signal aborts.
 */
export async function render(
  snapshot: Snapshot,
  ports: RenderPorts,
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<Blob, Fault>> {
  const { title, description, voiceOver, prompt, aspect } = snapshot;
  await loadFont(ports.fonts, title + description + voiceOver + prompt);
  const { width, height } = FRAME_BY_ASPECT[aspect];
  if (snapshot.kind === 'image') {
    const drawn = await drawStill(snapshot, ports, width, height);
    return drawn.ok ? ok(await drawn.value.canvas.convertToBlob({ type: 'image/png' })) : drawn;
  }
  const still = await drawStill(snapshot, ports, width * STILL_SCALE, height * STILL_SCALE);
  if (!still.ok) return still;
  const end = endFrameOf(snapshot);
  const last = end === null ? ok(null) : await withPicture(ports, end, (it) => drawPhoto(it, width, height));
  return last.ok ? encodeClip(snapshot, still.value, last.value, progress, signal) : last;
}

/** The picture of a scene: its image take or its own photo, else the card of its words. */
async function drawStill(
  snapshot: Snapshot,
  ports: RenderPorts,
  width: number,
  height: number,
): Promise<Result<Sheet, Fault>> {
  const own = snapshot.pictures.find(({ role }) => role === 'scene');
  const assetId = snapshot.image?.assetId ?? own?.assetId;
  if (assetId !== undefined) return withPicture(ports, assetId, (photo) => drawPhoto(photo, width, height));
  const ground = groundOf(snapshot);
  if (ground === null) return ok(drawCard(snapshot, null, width, height));
  return withPicture(ports, ground, (picture) => drawCard(snapshot, picture, width, height));
}

/** One of the product, person and place pictures, by the take's seed, so that takes differ. */
function groundOf({ pictures, seed }: Snapshot): AssetId | null {
  const grounds = pictures.filter(({ role }) => role !== 'end');
  const at = Math.floor(seeded(seed ^ GROUND_SALT)() * grounds.length);
  return grounds[at]?.assetId ?? null;
}

async function withPicture(
  { readAsset }: RenderPorts,
  assetId: AssetId,
  draw: (picture: ImageBitmap) => Sheet,
): Promise<Result<Sheet, Fault>> {
  const bytes = await readAsset(assetId);
  if (bytes === null) return fail({ type: 'AssetMissing' });
  const picture = await createImageBitmap(bytes);
  const sheet = draw(picture);
  picture.close();
  return ok(sheet);
}
