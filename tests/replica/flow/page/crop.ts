/** A part of a picture: left, top, right and bottom as shares of its sides; null stands for 0. */
export type Crop = readonly [left: number | null, top: number | null, right: number, bottom: number];

/** The middle of a picture that has the shape of the video; null where it needs no cut. */
export function cropTo(width: number, height: number, aspect: number): Crop | null {
  const share = aspect / (width / height);
  if (Math.abs(share - 1) < 1e-6) return null;
  if (share < 1) return [(1 - share) / 2, null, (1 + share) / 2, 1];
  return [null, (1 - 1 / share) / 2, 1, (1 + 1 / share) / 2];
}
