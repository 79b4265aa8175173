import { makeSheet, type Sheet } from './canvas.ts';

/** A photo whose shape differs more than this is shown whole on a soft copy of itself, not cut. */
const MOST_CUT = 1.9;

type Size = Pick<ImageBitmap, 'width' | 'height'>;

/** Draws a picture so that it fills a sheet, as {@link paintPhoto} does; on white where it lets the ground through. */
export function drawPhoto(photo: ImageBitmap, width: number, height: number): Sheet {
  const sheet = makeSheet(width, height);
  sheet.pen.fillStyle = '#fff';
  sheet.pen.fillRect(0, 0, width, height);
  paintPhoto(sheet, photo);
  return sheet;
}

/** Fills a sheet with a picture: cut to it, or whole on a blurred ground where too much would be lost. */
export function paintPhoto(sheet: Sheet, photo: ImageBitmap): void {
  const { width, height } = sheet.canvas;
  if (isShownWhole(photo, width, height)) {
    sheet.pen.filter = `blur(${Math.round(width / 24)}px) brightness(0.6)`;
    scaled(sheet, photo, Math.max, 1.15);
    sheet.pen.filter = 'none';
    scaled(sheet, photo, Math.min, 1);
  } else scaled(sheet, photo, Math.max, 1);
}

/** Whether a picture is shown whole on a sheet of this shape, since a cut would lose too much of it. */
export function isShownWhole(photo: Size, width: number, height: number): boolean {
  const ratio = photo.width / photo.height / (width / height);
  return Math.max(ratio, 1 / ratio) > MOST_CUT;
}

function scaled(
  { canvas, pen }: Sheet,
  photo: ImageBitmap,
  choose: (a: number, b: number) => number,
  by: number,
): void {
  const scale = choose(canvas.width / photo.width, canvas.height / photo.height) * by;
  const width = photo.width * scale;
  const height = photo.height * scale;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(photo, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}
