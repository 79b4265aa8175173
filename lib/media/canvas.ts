/** A canvas that no page shows, and its pen. */
export interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;
}

/** Makes an empty canvas of whole pixels. Throws where the browser has no memory for it. */
export function makeSheet(width: number, height: number): Sheet {
  const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('The browser gives no 2D canvas.');
  return { canvas, pen };
}

/** The shipped font; it carries Vietnamese whole. */
export const FONT = '"Be Vietnam Pro", sans-serif';

/** Waits for the font's files that a text needs, so that the first frame is drawn with it. */
export async function loadFont(fonts: FontFaceSet, text: string): Promise<void> {
  const sample = `${text} Aa`;
  await Promise.all(['400', '600', '700'].map((weight) => fonts.load(`${weight} 40px ${FONT}`, sample)));
}
