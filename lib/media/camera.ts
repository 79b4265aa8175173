import { seeded } from './seeded.ts';

/** How much larger than the frame the still is that the camera moves over. */
export const STILL_SCALE = 1.12;

/** A part of the still, as shares of its size: left and top corner, and the width and height that it shows. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** Where the camera is at `share` (0 to 1) of a clip: a slow push, pull or pan that the seed chooses. */
export function cameraAt(seed: number, share: number): View {
  const random = seeded(seed ^ 0x5bd1e995);
  const near = 1 / STILL_SCALE;
  const closer = near * (0.97 + random() * 0.02);
  const side = random() < 0.5 ? 0 : 1;
  const [x, y] = [random(), random()];
  const moves: readonly (readonly [View, View])[] = [
    [centred(1), placed(x, y, near)],
    [placed(x, y, near), centred(1)],
    [placed(side, y, closer), placed(1 - side, y, closer)],
    [placed(x, side, closer), placed(x, 1 - side, closer)],
  ];
  const [from, to] = moves[Math.floor(random() * moves.length)] ?? [centred(1), centred(near)];
  const eased = share * share * (3 - 2 * share);
  const between = (a: number, b: number): number => a + (b - a) * eased;
  return {
    left: between(from.left, to.left),
    top: between(from.top, to.top),
    size: between(from.size, to.size),
  };
}

function centred(size: number): View {
  return placed(0.5, 0.5, size);
}

/** A view of a size, `x` and `y` of the way from left to right and from top to bottom. */
function placed(x: number, y: number, size: number): View {
  return { left: x * (1 - size), top: y * (1 - size), size };
}
