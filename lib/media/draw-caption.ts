import { FONT, makeSheet, type Sheet } from './canvas.ts';
import { captionPages, type CaptionPage } from './captions.ts';

/** A caption drawn once, and from when to when it stands, in seconds. */
export interface DrawnCaption {
  readonly sheet: Sheet;
  readonly page: CaptionPage;
}

/** Draws the captions of a clip on sheets of the frame's size. On tall frames they stand above the apps' own texts. */
export function drawCaptions(
  spoken: string,
  lengthS: number,
  width: number,
  height: number,
): readonly DrawnCaption[] {
  const isTall = height > width * 1.3;
  const size = Math.round(Math.min(width, height) * (isTall ? 0.06 : 0.05));
  const pen = makeSheet(1, 1).pen;
  pen.font = fontOf(size);
  const room = width * 0.84 - size * 1.2;
  const pages = captionPages(spoken, lengthS, room, (text) => pen.measureText(text).width);
  const floor = height * (isTall ? 0.84 : 0.94);
  return pages.map((page) => ({ page, sheet: drawPage(page, size, width, height, floor) }));
}

function drawPage({ lines }: CaptionPage, size: number, width: number, height: number, floor: number): Sheet {
  const sheet = makeSheet(width, height);
  const { pen } = sheet;
  pen.font = fontOf(size);
  const step = size * 1.4;
  const widest = Math.max(...lines.map((line) => pen.measureText(line).width));
  const boxHeight = step * lines.length + size * 0.6;
  const top = floor - boxHeight;
  pen.fillStyle = 'rgb(0 0 0 / 0.62)';
  pen.beginPath();
  pen.roundRect((width - widest) / 2 - size * 0.7, top, widest + size * 1.4, boxHeight, size * 0.4);
  pen.fill();
  pen.fillStyle = 'white';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const [at, line] of lines.entries())
    pen.fillText(line, width / 2, top + size * 0.3 + step * (at + 0.5));
  return sheet;
}

function fontOf(size: number): string {
  return `600 ${size}px ${FONT}`;
}
