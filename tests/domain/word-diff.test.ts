import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../lib/domain/word-diff.ts';

/** As it is read: `-left-`, `+right+`. */
function told(left: string, right: string): string {
  const mark = { both: '', left: '-', right: '+' };
  return diffWords(left, right)
    .map(({ in: side, text }) => `${mark[side]}${text}${mark[side]}`)
    .join('');
}

describe('the differences of two texts', () => {
  it('of the same text are none', () => {
    expect(told('A keeper lifts a comb', 'A keeper lifts a comb')).toBe('A keeper lifts a comb');
    expect(diffWords('', '')).toEqual([]);
  });

  it('are whole words, and words beside each other are one', () => {
    expect(told('in hard noon light, wooden boat', 'in soft dawn light, wooden boat')).toBe(
      'in -hard noon-+soft dawn+ light, wooden boat',
    );
  });

  it('say what was added and what was left out', () => {
    expect(told('A boat', 'A wooden boat, handheld')).toBe('A +wooden +boat+, handheld+');
    expect(told('A wooden boat', 'A boat')).toBe('A -wooden -boat');
    expect(told('', 'new')).toBe('+new+');
    expect(told('old', '')).toBe('-old-');
  });

  it('keep Vietnamese words and their marks whole', () => {
    expect(told('Chị Lan mở nắp hũ mật ong', 'Chị Lan mở nắp bình mật ong')).toBe(
      'Chị Lan mở nắp -hũ-+bình+ mật ong',
    );
  });

  it('tell words apart where no space stands between them', () => {
    expect(told('猫が走る', '犬が走る')).toBe('-猫-+犬+が走る');
  });

  it('of whatever two texts make both of them again', () => {
    const words = array(constantFrom('a', 'b', 'ong', ' ', '  ', ',', '\n', 'mật'), { maxLength: 40 });
    assert(
      property(words, words, (a, b) => {
        const [left, right] = [a.join(''), b.join('')];
        const parts = diffWords(left, right);
        const side = (other: 'left' | 'right'): string =>
          parts.flatMap((part) => (part.in === other ? [] : [part.text])).join('');
        expect(side('right')).toBe(left);
        expect(side('left')).toBe(right);
        parts.forEach((part, at) => expect(part.in).not.toBe(parts[at + 1]?.in));
      }),
    );
  });

  it('of texts without end are told at once', () => {
    const long = (word: string): string => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ');
    expect(diffWords(`start ${long('a')}`, `start ${long('b')}`)).toHaveLength(3);
  });
});
