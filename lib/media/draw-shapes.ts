import type { Sheet } from './canvas.ts';
import type { Palette } from './palette.ts';

type Random = () => number;

/** Fills a sheet with a ground and one of four compositions, by chance; text will stand at the lower left. */
export function drawShapes({ canvas, pen }: Sheet, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const angle = random() * 0.8 - 0.4;
  const ground = pen.createLinearGradient(0, 0, width * Math.sin(angle + 0.8), height);
  ground.addColorStop(0, palette.grounds[2]);
  ground.addColorStop(0.55, palette.grounds[1]);
  ground.addColorStop(1, palette.grounds[0]);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  const compositions = [drawHills, drawArcs, drawBands, drawBlooms];
  (compositions[Math.floor(random() * compositions.length)] ?? drawHills)({ canvas, pen }, palette, random);
}

/** A low sun behind three ridges. */
function drawHills({ canvas, pen }: Sheet, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const short = Math.min(width, height);
  pen.globalAlpha = 0.92;
  disc(
    pen,
    width * (0.55 + random() * 0.3),
    height * (0.2 + random() * 0.14),
    short * (0.12 + random() * 0.08),
    palette.accents[0],
  );
  for (const [at, alpha] of [0.35, 0.5, 0.75].entries()) {
    const base = height * (0.42 + at * 0.13);
    const wave = height * (0.05 + random() * 0.06);
    const turn = random() * Math.PI * 2;
    pen.globalAlpha = alpha;
    pen.fillStyle = palette.grounds[at === 0 ? 2 : at === 1 ? 1 : 0];
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width + 8; x += 8) {
      pen.lineTo(
        x,
        base +
          Math.sin((x / width) * (3 + at) + turn) * wave +
          Math.sin((x / width) * 9 + turn) * wave * 0.25,
      );
    }
    pen.lineTo(width, height);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** Rings around a point off the centre. */
function drawArcs({ canvas, pen }: Sheet, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const x = width * (0.6 + random() * 0.4);
  const y = height * random() * 0.4;
  const step = Math.max(width, height) * (0.07 + random() * 0.03);
  for (let ring = 7; ring >= 1; ring--) {
    pen.globalAlpha = 0.14 + (7 - ring) * 0.07;
    disc(pen, x, y, ring * step, ring % 2 === 0 ? palette.accents[1] : palette.grounds[2]);
  }
  pen.globalAlpha = 0.95;
  disc(pen, x, y, step * 0.8, palette.accents[0]);
  pen.globalAlpha = 1;
}

/** Light falling through a blind. */
function drawBands({ canvas, pen }: Sheet, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const lean = (random() - 0.5) * 1.4;
  const count = 5 + Math.floor(random() * 4);
  for (let band = 0; band < count; band++) {
    const x = (width * 1.3 * (band + random() * 0.6)) / count;
    const breadth = width * (0.03 + random() * 0.09);
    pen.globalAlpha = 0.1 + random() * 0.32;
    pen.fillStyle = band % 3 === 0 ? palette.accents[0] : palette.grounds[2];
    pen.beginPath();
    pen.moveTo(x, 0);
    pen.lineTo(x + breadth, 0);
    pen.lineTo(x + breadth - lean * height * 0.5, height);
    pen.lineTo(x - lean * height * 0.5, height);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** Soft lights out of focus. */
function drawBlooms({ canvas, pen }: Sheet, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const short = Math.min(width, height);
  for (let bloom = 0; bloom < 14; bloom++) {
    const radius = short * (0.04 + random() * 0.16);
    pen.globalAlpha = 0.1 + random() * 0.3;
    const colour =
      [palette.accents[0], palette.accents[1], palette.grounds[2]][bloom % 3] ?? palette.accents[0];
    disc(pen, width * random(), height * random() * 0.62, radius, colour);
  }
  pen.globalAlpha = 1;
}

/** Darkens the composition under the text, so that its contrast holds on every one of them. */
export function drawScrim({ canvas, pen }: Sheet, palette: Palette): void {
  const { width, height } = canvas;
  const scrim = pen.createLinearGradient(0, height * 0.15, 0, height * 0.6);
  const [deepest] = palette.grounds;
  scrim.addColorStop(0, deepest.replace(')', ' / 0)'));
  scrim.addColorStop(0.7, deepest.replace(')', ' / 0.62)'));
  scrim.addColorStop(1, deepest.replace(')', ' / 0.72)'));
  pen.fillStyle = scrim;
  pen.fillRect(0, 0, width, height);
}

function disc(
  pen: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}
