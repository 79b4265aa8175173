import { makeSheet } from './canvas.ts';

/** Width of a poster in pixels: twice that of the widest thumbnail. */
export const POSTER_WIDTH = 320;

/** Makes the small WebP picture that cards show of a take. */
export async function posterOf(picture: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, POSTER_WIDTH / width);
  const { canvas, pen } = makeSheet(Math.max(1, width * scale), Math.max(1, height * scale));
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}
