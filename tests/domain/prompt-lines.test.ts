import { describe, expect, it } from 'vitest';
import { linesFor, withLines } from '../../lib/domain/prompt-lines.ts';
import { draft } from '../fakes/studio.ts';

const LINES = {
  styleLine: ' Warm light ',
  characters: 'Lan, chị Hoa: áo dài trắng\nMinh: : tóc ngắn\nBà Sáu\nAn:',
};

describe('the lines that are added to prompts', () => {
  it('are the style everywhere, and those of the characters that a scene names', () => {
    const lines = (description: string) => linesFor(LINES, { ...draft('cảnh'), description });
    expect(lines('rừng tràm')).toEqual(['Warm light']);
    expect(lines('CHỊ HOA cười'.normalize('NFD'))).toEqual(['Lan, chị Hoa: áo dài trắng', 'Warm light']);
    expect(lines('Lân và Minh')).toEqual(['Minh: : tóc ngắn', 'Warm light']);
    expect(lines('Bà Sáu và An')).toEqual(['Warm light']);
  });

  it('stand behind the prompt, and make none where there is none', () => {
    expect(withLines('a jar', ['x', 'y'])).toBe('a jar\nx\ny');
    expect(withLines(' ', ['x'])).toBe(' ');
    expect(withLines('a jar', [])).toBe('a jar');
  });
});
