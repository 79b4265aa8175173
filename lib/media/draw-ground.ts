import { makeSheet, type Sheet } from './canvas.ts';
import { paintPhoto } from './draw-photo.ts';
import type { Palette } from './palette.ts';

/** Shares of a wide frame's width: words stand left of `words`, the picture is sharp from `from` and clear from `clear`. */
const WIDE = { words: 0.48, from: 0.4, clear: 0.66 } as const;
/** Shares of a tall frame's height around the top of its words: how far above it darkens, how far below the picture goes. */
const TALL = { fade: 0.2, below: 0.1 } as const;
/**
 * Opacity of the deepest ground under words: of a white picture it leaves a luminance below 0.05, on which the
 * palette's ink keeps a contrast of 7:1 (WCAG 2.2, 1.4.6).
 */
const UNDER_WORDS = 0.88;

/** Whether words stand beside the picture, and not below it. */
export function isWide({ canvas }: Sheet): boolean {
  return canvas.width > canvas.height * 1.3;
}

/** How far to the right words may go on a wide frame with a picture, in pixels. */
export function endOfWords({ canvas }: Sheet): number {
  return canvas.width * WIDE.words;
}

/**
 * Fills a sheet with a picture as the ground of words that begin at `top`: blurred all over, sharp beside the words
 * on a wide frame and above them on others, and dark where they stand.
 */
export function drawPictureGround(sheet: Sheet, picture: ImageBitmap, palette: Palette, top: number): void {
  const { canvas, pen } = sheet;
  const { width, height } = canvas;
  pen.filter = `blur(${Math.round(Math.max(width, height) / 40)}px)`;
  // Larger than the sheet: a blur lets the ground in at the edges.
  const cover = makeSheet(width, height);
  paintPhoto(cover, picture);
  pen.drawImage(cover.canvas, -width * 0.05, -height * 0.05, width * 1.1, height * 1.1);
  pen.filter = 'none';
  if (isWide(sheet)) {
    const from = width * WIDE.from;
    const fade = pen.createLinearGradient(0, 0, width * (WIDE.clear - WIDE.from), 0);
    pen.drawImage(feathered(picture, width - from, height, fade, 0).canvas, from, 0);
    const scrim = pen.createLinearGradient(width * WIDE.words, 0, width * WIDE.clear, 0);
    darken(sheet, palette, scrim);
  } else {
    const end = Math.min(height, top + height * TALL.below);
    const fade = pen.createLinearGradient(0, end * 0.7, 0, end);
    pen.drawImage(feathered(picture, width, end, fade, 1).canvas, 0, 0);
    darken(sheet, palette, pen.createLinearGradient(0, top, 0, top - height * TALL.fade));
  }
}

/** The picture in a box, its edge let go along a gradient; `clearAt` is the end of it at which nothing is left. */
function feathered(
  picture: ImageBitmap,
  width: number,
  height: number,
  fade: CanvasGradient,
  clearAt: 0 | 1,
): Sheet {
  const box = makeSheet(width, height);
  paintPhoto(box, picture);
  fade.addColorStop(clearAt, 'rgb(0 0 0 / 0)');
  fade.addColorStop(1 - clearAt, 'rgb(0 0 0)');
  box.pen.globalCompositeOperation = 'destination-in';
  box.pen.fillStyle = fade;
  box.pen.fillRect(0, 0, box.canvas.width, box.canvas.height);
  return box;
}

/** Lays the deepest ground over the sheet, full at the gradient's begin and gone at its end. */
function darken({ canvas, pen }: Sheet, palette: Palette, scrim: CanvasGradient): void {
  const [deepest] = palette.grounds;
  for (const [at, share] of [
    [0, 1],
    [0.3, 0.72],
    [0.7, 0.2],
    [1, 0],
  ] as const)
    scrim.addColorStop(at, deepest.replace(')', ` / ${UNDER_WORDS * share})`));
  pen.fillStyle = scrim;
  pen.fillRect(0, 0, canvas.width, canvas.height);
}
