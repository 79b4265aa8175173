// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { openStandingNote } from '../../../../lib/providers/flow/page/standing-order.ts';

const ORDER = {
  documentId: '0123abcd-0000-4000-8000-000000000001',
  words: { text: 'Bấm nút tạo trong Flow', hide: 'Ẩn' },
};

beforeEach(() => sessionStorage.clear());

describe('[L10] the note of an order that stands ready', () => {
  it('is there for the next script until it is dropped', () => {
    openStandingNote(sessionStorage).keep(ORDER);
    expect(openStandingNote(sessionStorage).read()).toEqual(ORDER);
    openStandingNote(sessionStorage).drop();
    expect(openStandingNote(sessionStorage).read()).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"documentId":',
    JSON.stringify({ ...ORDER, documentId: '../../etc' }),
    JSON.stringify({ ...ORDER, documentId: [ORDER.documentId] }),
    JSON.stringify({ ...ORDER, words: null }),
    JSON.stringify({ ...ORDER, words: { text: 'a' } }),
    JSON.stringify({ ...ORDER, words: { text: 'a'.repeat(201), hide: 'b' } }),
    JSON.stringify({ ...ORDER, words: { text: 1, hide: 2 } }),
  ])('[L16] is none where the page has written %j', (text) => {
    sessionStorage.setItem('retake.standing', text);
    expect(openStandingNote(sessionStorage).read()).toBeNull();
  });

  it('does without a storage that is closed', () => {
    const closed = (): never => {
      throw new DOMException('closed', 'SecurityError');
    };
    const note = openStandingNote({ getItem: closed, setItem: closed, removeItem: closed });
    note.keep(ORDER);
    note.drop();
    expect(note.read()).toBeNull();
  });
});
