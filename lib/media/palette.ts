import { seeded } from './seeded.ts';

/** Colours of a project's cards, as CSS `oklch()` texts that a canvas takes. */
export interface Palette {
  /** Darkest first; text stands on the first two. */
  readonly grounds: readonly [string, string, string];
  readonly accents: readonly [string, string];
  readonly ink: string;
  readonly softInk: string;
}

/**
 * Lightness of grounds and ink in Oklab, 0 to 1: far enough apart that text keeps a contrast of 7:1 on every
 * hue (WCAG 2.2, 1.4.6). Source of the space: https://www.w3.org/TR/css-color-4/#ok-lab
 */
export const LIGHTNESS = {
  grounds: [0.24, 0.36, 0.5],
  accents: [0.74, 0.62],
  ink: 0.98,
  softInk: 0.88,
} as const;

/** The palette of a project, by its seed; a take's seed leans the hue a little, so that takes differ. */
export function paletteOf(paletteSeed: number, takeSeed: number): Palette {
  const project = seeded(paletteSeed);
  const hue = project() * 360 + (seeded(takeSeed)() - 0.5) * 36;
  const apart = [32, 150, 180, 210][Math.floor(project() * 4)] ?? 150;
  const [deep, middle, high] = LIGHTNESS.grounds;
  return {
    grounds: [oklch(deep, 0.06, hue), oklch(middle, 0.09, hue + 16), oklch(high, 0.12, hue + 34)],
    accents: [
      oklch(LIGHTNESS.accents[0], 0.15, hue + apart),
      oklch(LIGHTNESS.accents[1], 0.13, hue + apart + 24),
    ],
    ink: oklch(LIGHTNESS.ink, 0.01, hue),
    softInk: oklch(LIGHTNESS.softInk, 0.03, hue),
  };
}

function oklch(lightness: number, chroma: number, hue: number): string {
  return `oklch(${lightness} ${chroma} ${Math.round(((hue % 360) + 360) % 360)})`;
}
