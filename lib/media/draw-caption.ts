import { FONT, makeSheet, type Sheet } from './canvas.ts';
import type { CaptionStyle } from '../domain/project.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { captionPages, type CaptionPage } from './captions.ts';

/** A caption drawn once, and from when to when it stands, in seconds. */
export interface DrawnCaption {
  readonly sheet: Sheet;
  readonly page: CaptionPage;
}

/** How a page of captions is drawn: at this size in pixels, above this line. */
interface Place {
  readonly style: Exclude<CaptionStyle, 'none'>;
  readonly size: number;
  readonly floor: number;
}

/** Draws the captions of a clip on sheets of the frame's size. On tall frames they stand above the apps' own texts. */
export function drawCaptions(
  { voiceOver, lengthS, captionStyle: style }: Pick<Snapshot, 'voiceOver' | 'lengthS' | 'captionStyle'>,
  width: number,
  height: number,
): readonly DrawnCaption[] {
  if (style === 'none') return [];
  const isTall = height > width * 1.3;
  const size = Math.round(Math.min(width, height) * (isTall ? 0.06 : 0.05));
  const pen = makeSheet(1, 1).pen;
  pen.font = fontOf(size);
  const room = width * 0.84 - size * 1.2;
  const pages = captionPages(voiceOver, lengthS ?? 0, room, (text) => pen.measureText(text).width);
  const place: Place = { style, size, floor: height * (isTall ? 0.84 : 0.94) };
  return pages.map((page) => ({ page, sheet: drawPage(page, place, width, height) }));
}

function drawPage(
  { lines }: CaptionPage,
  { style, size, floor }: Place,
  width: number,
  height: number,
): Sheet {
  const sheet = makeSheet(width, height);
  const { pen } = sheet;
  pen.font = fontOf(size);
  const step = size * 1.4;
  const boxHeight = step * lines.length + size * 0.6;
  const top = floor - boxHeight;
  if (style === 'band') {
    const widest = Math.max(...lines.map((line) => pen.measureText(line).width));
    pen.fillStyle = 'rgb(0 0 0 / 0.62)';
    pen.beginPath();
    pen.roundRect((width - widest) / 2 - size * 0.7, top, widest + size * 1.4, boxHeight, size * 0.4);
    pen.fill();
  }
  for (const [at, line] of lines.entries())
    drawLine(pen, line, style, size, [width / 2, top + size * 0.3 + step * (at + 0.5)]);
  return sheet;
}

function drawLine(
  pen: Sheet['pen'],
  line: string,
  style: Place['style'],
  size: number,
  [x, y]: readonly [x: number, y: number],
): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (style === 'outline') {
    pen.strokeStyle = 'rgb(0 0 0 / 0.85)';
    pen.lineWidth = size * 0.18;
    pen.lineJoin = 'round';
    pen.strokeText(line, x, y);
  }
  pen.fillStyle = 'white';
  pen.fillText(line, x, y);
}

function fontOf(size: number): string {
  return `600 ${size}px ${FONT}`;
}
