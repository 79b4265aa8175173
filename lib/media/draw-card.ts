import type { Snapshot } from '../domain/snapshot.ts';
import { FONT, makeSheet, type Sheet } from './canvas.ts';
import { drawPictureGround, endOfWords, isWide } from './draw-ground.ts';
import { drawScrim, drawShapes } from './draw-shapes.ts';
import { paletteOf, type Palette } from './palette.ts';
import { seeded } from './seeded.ts';
import { breakLines, clampLines } from './text-lines.ts';

/** A part of the card's text: what, how large in shares of the short side, and how many lines at most. */
interface Part {
  readonly text: string;
  readonly weight: 400 | 700;
  readonly largest: number;
  readonly smallest: number;
  readonly mostLines: number;
  readonly colour: string;
}

interface Placed {
  readonly part: Part;
  readonly lines: readonly string[];
  readonly size: number;
}

/** The card's text as it will stand, in pixels. */
interface Words {
  readonly parts: readonly Placed[];
  readonly top: number;
  readonly margin: number;
  readonly gap: number;
}

/** Lines of the smaller text; fewer on a picture, so that more of it is seen. */
const MOST_BODY_LINES = 6;
const MOST_LINES_ON_PICTURE = 4;
/** Text stands above this share of the height, on tall frames higher: captions come below it, and the camera moves. */
const TEXT_FLOOR = { wide: 0.68, tall: 0.58 } as const;
/** Wider than what the camera cuts off at a side. */
const MARGIN = 0.12;
const LINE_HEIGHT = 1.28;

/**
 * Draws the designed card of a scene that has no photo: its words over its project's colours, or over one of the
 * film's pictures.
 */
export function drawCard(
  snapshot: Snapshot,
  picture: ImageBitmap | null,
  width: number,
  height: number,
): Sheet {
  const sheet = makeSheet(width, height);
  const palette = paletteOf(snapshot.paletteSeed, snapshot.seed);
  drawShapes(sheet, palette, seeded(snapshot.seed));
  const words = layOut(sheet, snapshot, palette, picture !== null);
  if (picture === null) drawScrim(sheet, palette);
  else drawPictureGround(sheet, picture, palette, words.top - words.gap * 2);
  drawWords(sheet, words, palette);
  return sheet;
}

function layOut(sheet: Sheet, snapshot: Snapshot, palette: Palette, onPicture: boolean): Words {
  const { canvas, pen } = sheet;
  const margin = canvas.width * MARGIN;
  const floor = canvas.height > canvas.width * 1.3 ? TEXT_FLOOR.tall : TEXT_FLOOR.wide;
  const right = onPicture && isWide(sheet) ? endOfWords(sheet) : canvas.width - margin;
  const room = right - margin;
  const short = Math.min(canvas.width, canvas.height);
  const parts = partsOf(snapshot, palette, onPicture ? MOST_LINES_ON_PICTURE : MOST_BODY_LINES).map((part) =>
    place(pen, part, room, short),
  );
  const gap = short * 0.035;
  const total = parts.reduce((sum, { lines, size }) => sum + lines.length * size * LINE_HEIGHT, 0);
  return { parts, gap, margin, top: canvas.height * floor - total - gap * (parts.length - 1) };
}

function drawWords({ canvas, pen }: Sheet, { parts, gap, margin, top }: Words, palette: Palette): void {
  const short = Math.min(canvas.width, canvas.height);
  let y = top;
  pen.fillStyle = palette.accents[0];
  pen.fillRect(margin, y - gap * 1.1, short * 0.09, short * 0.009);
  pen.textBaseline = 'top';
  for (const { part, lines, size } of parts) {
    pen.font = `${part.weight} ${size}px ${FONT}`;
    pen.fillStyle = part.colour;
    for (const line of lines) {
      pen.fillText(line, margin, y + (size * (LINE_HEIGHT - 1)) / 2);
      y += size * LINE_HEIGHT;
    }
    y += gap;
  }
}

function partsOf(snapshot: Snapshot, palette: Palette, mostBody: number): readonly Part[] {
  const { title, description, prompt, voiceOver } = snapshot;
  const head = title || description || prompt || voiceOver;
  const body = [description, prompt, voiceOver].find((text) => text !== '' && text !== head) ?? '';
  const parts: Part[] = [
    { text: head, weight: 700, largest: 0.095, smallest: 0.06, mostLines: 3, colour: palette.ink },
  ];
  if (body !== '') {
    parts.push({
      text: body,
      weight: 400,
      largest: 0.05,
      smallest: 0.038,
      mostLines: mostBody,
      colour: palette.softInk,
    });
  }
  return parts;
}

/** The largest size at which the text fits its lines; at the smallest, the rest is left out with `…`. */
function place(pen: OffscreenCanvasRenderingContext2D, part: Part, room: number, short: number): Placed {
  const measure = (text: string): number => pen.measureText(text).width;
  for (let size = part.largest; ; size -= 0.004) {
    const px = Math.round(short * size);
    pen.font = `${part.weight} ${px}px ${FONT}`;
    const lines = breakLines(part.text, room, measure);
    const isSmallest = size - 0.004 < part.smallest;
    if (lines.length > part.mostLines && !isSmallest) continue;
    return { part, lines: clampLines(lines, part.mostLines, room, measure), size: px };
  }
}
