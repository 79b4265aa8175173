import { describe, expect, it } from 'vitest';
import { namesOneOf } from '../../lib/domain/name-in-text.ts';

describe('a name in a text', () => {
  it.each([
    ['Lan bước vào quán.', 'lan'],
    ['“LAN,” anh gọi', 'Lan'],
    ['Cô Lan và ông Sáu', 'ông Sáu'],
    ['a jar of honey', 'bee, honey'],
    ['Lân cười'.normalize('NFD'), 'Lân'],
    ['C++ (the book)', 'C++'],
  ])('%s names %s', (text, names) => {
    expect(namesOneOf(text, names)).toBe(true);
  });

  it.each([
    ['Lân cười', 'Lan'],
    ['a plane', 'lan'],
    ['honeycomb', 'honey'],
    ['nobody', ''],
    ['nobody', ' , '],
    ['axb', 'a.b'],
  ])('%s does not name %s', (text, names) => {
    expect(namesOneOf(text, names)).toBe(false);
  });
});
