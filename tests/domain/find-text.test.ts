import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, replaceIn, type TextQuery } from '../../lib/domain/find-text.ts';
import { findInScenes, rewritesOf } from '../../lib/domain/replace-text.ts';
import { TEXT_FIELDS, TEXT_LIMIT, type Scene } from '../../lib/domain/scene.ts';
import { joinTexts, splitText } from '../../lib/domain/split-scene.ts';
import { newId } from '../../lib/domain/ids.ts';
import { draft, sceneIndex, seeded } from '../fakes/studio.ts';

const film = newId('project', seeded(3));

function query(find: string, how: Partial<TextQuery> = {}): TextQuery {
  return { find, matchCase: false, wholeWord: false, ...how };
}

function found(text: string, find: string, how: Partial<TextQuery> = {}): readonly string[] {
  return findIn(text, query(find, how)).map(({ start, end }) => text.normalize('NFC').slice(start, end));
}

function scene(index: number, text: Partial<Scene> = {}): Scene {
  const number = sceneIndex(index);
  const none = { image: null, video: null, voice: null };
  const place = {
    projectId: film,
    index: number,
    position: index,
    picks: none,
    madeWith: null,
    deletedAt: null,
  };
  const first = { image: 1, video: 1, voice: 1 } as Scene['nextTake'];
  return { ...draft(`cảnh ${index}`), ...place, nextTake: first, ...text };
}

describe('finding words', () => {
  it('finds Vietnamese whatever form its marks are stored in', () => {
    const text = 'Mật ong rừng: MẬT ONG nguyên chất';
    for (const form of ['NFC', 'NFD'] as const) {
      expect(found(text.normalize(form), 'mật ong')).toEqual(['Mật ong', 'MẬT ONG']);
      expect(found(text, 'mật ong'.normalize(form), { matchCase: true })).toEqual([]);
      expect(found(text.normalize(form), 'Mật ong'.normalize(form), { matchCase: true })).toEqual([
        'Mật ong',
      ]);
    }
  });

  it('takes a letter with other marks for another letter', () => {
    expect(found('má mà ma mạ', 'ma')).toEqual(['ma']);
    expect(found('đi di', 'di')).toEqual(['di']);
    expect(found('x\u0323 x', 'x')).toEqual(['x']);
  });

  it('knows capitals of every script, also where one letter becomes two', () => {
    expect(found('Straße STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(found('ΟΔΟΣ οδος', 'οδός'.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(['ΟΔΟΣ', 'οδος']);
    expect(found('ß', 's')).toEqual([]);
  });

  it('finds whole words alone where that is asked for', () => {
    const how = { wholeWord: true };
    expect(found('an ăn bàn an, "an" an2 an_x', 'an', how)).toHaveLength(3);
    expect(found('Lan lan Lành', 'lan', how)).toEqual(['Lan', 'lan']);
    expect(found('giá 5$ (5$)', '5$', how)).toHaveLength(2);
  });

  it('takes what people type literally, and finds no hit inside another', () => {
    expect(found('a.c abc $1 \\d', '.')).toEqual(['.']);
    expect(found('aaaa', 'aa')).toHaveLength(2);
    expect(found('anything', '')).toEqual([]);
  });

  it('replacing hits leaves everything between them, whatever the words are', () => {
    const words = fc.array(fc.constantFrom('mật', 'Mật', 'ong', ' ', '$&', '🐝', 'Ậ'.normalize('NFD'), '.'));
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('mật', 'ong', '$&', '🐝'),
        fc.constantFrom('', 'X', '$1'),
        (parts, find, by) => {
          const text = parts.join('').normalize('NFC');
          const hits = findIn(text, query(find, { matchCase: true }));
          expect(replaceIn(text, hits, by)).toBe(text.split(find).join(by));
        },
      ),
    );
  });
});

describe('replacing in scenes', () => {
  const scenes = [
    scene(1, { description: 'Chị Lan mở hũ mật. Lan cười.', imagePrompt: 'Lan' }),
    scene(2, { title: 'Lan', description: 'rừng' }),
  ];

  it('tells each hit with its scene and the words around it', () => {
    const hits = findInScenes(scenes, ['title', 'description'], query('lan'));
    expect(
      hits.map(({ index, field, before, found: words, after }) => [index, field, before, words, after]),
    ).toEqual([
      [1, 'description', 'Chị ', 'Lan', ' mở hũ mật. Lan cười.'],
      [1, 'description', 'Chị Lan mở hũ mật. ', 'Lan', ' cười.'],
      [2, 'title', '', 'Lan', ''],
    ]);
  });

  it('writes one text for all of its hits, without those that are left out', () => {
    const hits = findInScenes(scenes, TEXT_FIELDS, query('lan'));
    const { texts } = rewritesOf(
      scenes,
      hits.filter((_hit, at) => at !== 1),
      'Hoa',
    );
    expect(texts).toEqual([
      { index: 1, field: 'description', was: scenes[0]?.description, text: 'Chị Hoa mở hũ mật. Lan cười.' },
      { index: 1, field: 'imagePrompt', was: 'Lan', text: 'Hoa' },
      { index: 2, field: 'title', was: 'Lan', text: 'Hoa' },
    ]);
  });

  it('leaves out what would be too long, and says so', () => {
    const long = [scene(1, { description: 'a'.repeat(TEXT_LIMIT) })];
    const hits = findInScenes(long, ['description'], query('a')).slice(0, 1);
    expect(rewritesOf(long, hits, 'bb')).toEqual({ texts: [], tooLong: 1 });
  });
});

describe('splitting and joining', () => {
  it('a text is split into two that say something', () => {
    expect(splitText('Mở hũ. Rót mật.', 7)).toEqual({ before: 'Mở hũ.', after: 'Rót mật.' });
    expect(splitText('Mở hũ.', 6)).toBeNull();
    expect(splitText('  Mở hũ.', 2)).toBeNull();
  });

  it('joined scenes say what both said, once, for as long as both', () => {
    const first = { ...draft('một'), title: '', imagePrompt: 'hũ', lengthS: 40 };
    const second = { ...draft('hai'), imagePrompt: 'hũ', voiceOver: '', lengthS: 40 };
    expect(joinTexts(first, second)).toEqual({
      title: 'hai',
      description: 'Mô tả một Mô tả hai',
      voiceOver: 'Lời một',
      imagePrompt: 'hũ',
      videoPrompt: 'Video một Video hai',
      lengthS: 60,
      chapter: '',
    });
  });
});
