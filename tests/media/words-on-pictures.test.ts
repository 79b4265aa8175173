import { describe, expect, it } from 'vitest';
import { cameraAt } from '../../lib/media/camera.ts';
import { captionPages } from '../../lib/media/captions.ts';
import { mimeOf } from '../../lib/media/mime.ts';
import { breakLines, clampLines } from '../../lib/media/text-lines.ts';
import { seeded } from '../fakes/studio.ts';

const measure = (text: string): number => text.length * 10;
const SPOKEN =
  'Hũ nửa lít hai trăm tám mươi nghìn, đặt hôm nay tặng muỗng gỗ! Lọc qua vải, không nấu, không pha, giữ nguyên phấn hoa. Gọi ngay.';

describe('lines', () => {
  it('lose no word, break none, and are about even', () => {
    const lines = breakLines(SPOKEN, 300, measure);
    expect(lines.join(' ')).toBe(SPOKEN);
    const [least, most] = [Math.min(...lines.map(measure)), Math.max(...lines.map(measure))];
    expect(most).toBeLessThanOrEqual(300);
    expect(least).toBeGreaterThan(100);
  });

  it('a word wider than the line is broken between characters, accents kept', () => {
    const lines = breakLines('nghiêng'.repeat(10).normalize('NFD'), 100, measure);
    expect(lines.join('').normalize('NFC')).toBe('nghiêng'.repeat(10));
    for (const line of lines) expect(/^\p{M}/u.test(line)).toBe(false);
  });

  it('what is left out is marked', () => {
    expect(clampLines(['một hai', 'ba bốn', 'năm'], 2, 100, measure)).toEqual(['một hai', 'ba bốn…']);
  });
});

describe('captions', () => {
  it('stand one after the other from the first to the last second, two lines at most', () => {
    const pages = captionPages(SPOKEN, 8, 300, measure);
    expect(pages.flatMap(({ lines }) => lines).join(' ')).toBe(SPOKEN);
    expect(pages[0]?.from).toBe(0);
    expect(pages.at(-1)?.to).toBeCloseTo(8);
    for (const [at, page] of pages.entries()) {
      expect(page.lines.length).toBeLessThanOrEqual(2);
      expect(page.from).toBeCloseTo(pages[at - 1]?.to ?? 0);
    }
  });

  it('nothing said, nothing shown', () => {
    expect(captionPages('  ', 8, 300, measure)).toEqual([]);
  });
});

describe('the camera', () => {
  it('never looks past the still, and moves the same way for the same seed', () => {
    const random = seeded(3);
    for (let n = 0; n < 200; n++) {
      const seed = Math.floor(random() * 2 ** 32);
      const { left, top, size } = cameraAt(seed, random());
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(left, top) + size).toBeLessThanOrEqual(1 + 1e-9);
      expect(cameraAt(seed, 0.4)).toEqual(cameraAt(seed, 0.4));
    }
  });
});

describe('types', () => {
  it('are told by content', () => {
    expect(mimeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('image/png');
    expect(mimeOf(new TextEncoder().encode('\0\0\0 ftypisom'))).toBe('video/mp4');
    expect(mimeOf(new TextEncoder().encode('<html><body>'))).toBeNull();
  });
});
