/** What of a picture is seen: how much larger, and how far its middle is moved, in parts of the frame. */
export interface Zoom {
  /** 1 is the whole picture. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };

const MOST = 8;
/** How much larger or smaller one press makes it. */
export const ZOOM_STEP = 1.5;

/** Makes it larger or smaller around its middle. */
export function zoomBy({ scale, x, y }: Zoom, factor: number): Zoom {
  const next = Math.max(1, Math.min(MOST, scale * factor));
  return within({ scale: next, x: (x * next) / scale, y: (y * next) / scale });
}

/** Moves it, in parts of the frame, as far as the picture has an edge to show. */
export function panBy({ scale, x, y }: Zoom, right: number, down: number): Zoom {
  return within({ scale, x: x + right, y: y + down });
}

function within({ scale, x, y }: Zoom): Zoom {
  const most = (scale - 1) / 2;
  const hold = (value: number): number => Math.max(-most, Math.min(most, value));
  return { scale, x: hold(x), y: hold(y) };
}
