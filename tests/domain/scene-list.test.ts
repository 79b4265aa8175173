import { describe, expect, it } from 'vitest';
import type { ScenePlace } from '../../lib/domain/card.ts';
import { chaptersOf } from '../../lib/domain/chapters.ts';
import { findScenes } from '../../lib/domain/find-scenes.ts';
import { listItems } from '../../lib/domain/list-items.ts';
import { countByFilter } from '../../lib/domain/scene-filter.ts';
import { isTooLong, speakingTimeS } from '../../lib/domain/speaking-time.ts';
import { place } from '../fakes/places.ts';
import { sceneIndex } from '../fakes/studio.ts';

const NOTHING = { filter: 'all', folded: new Set<string>(), stays: new Set<ScenePlace['index']>() } as const;

function told(items: ReturnType<typeof listItems>): readonly string[] {
  return items.map((item) =>
    item.type === 'scene'
      ? `${item.at}: ${item.place.index}`
      : `${item.chapter.heading}${item.isFolded ? ' (folded)' : ''}`,
  );
}

describe('finding scenes', () => {
  const film = [
    place(1, { words: 'Phiên chợ nổi ở Cần Thơ' }),
    place(2, { words: 'Đường về nhà' }),
    place(12, { words: 'The market of 2 rivers' }),
    place(20, { words: 'Hà Nội' }),
  ];
  const found = (query: string): readonly number[] => findScenes(film, query, 8).map(({ index }) => index);

  it('a number finds the scene of that index first, then those that begin with it', () => {
    expect(found('2')).toEqual([2, 20, 12]);
    expect(found('scene 12')).toEqual([12]);
    expect(found('cảnh 20')).toEqual([20]);
  });

  it('words are found without accents, in any case, and all of them must occur', () => {
    expect(found('CHO noi')).toEqual([1]);
    expect(found('duong')).toEqual([2]);
    expect(found('chợ market')).toEqual([]);
  });

  it('finds at most as many as asked for, and nothing for nothing', () => {
    expect(findScenes(film, 'n', 1)).toHaveLength(1);
    expect(found('  ')).toEqual([]);
  });
});

describe('chapters', () => {
  const film = [
    place(1, { chapter: 'A', tone: 'ready' }),
    place(2, { chapter: 'A', tone: 'failed' }),
    place(3, { chapter: 'B', tone: 'work' }),
    place(4, { chapter: 'A' }),
  ];

  it('are runs of one heading, each with a key of its own and the worst state of its scenes', () => {
    expect(chaptersOf(film).map(({ key, tone, places }) => [key, tone, places.length])).toEqual([
      ['0 A', 'failed', 2],
      ['0 B', 'work', 1],
      ['1 A', 'empty', 1],
    ]);
  });

  it('fold their scenes away, and count only what is shown', () => {
    expect(told(listItems(film, { ...NOTHING, folded: new Set(['0 A']) }))).toEqual([
      'A (folded)',
      'B',
      '1: 3',
      'A',
      '2: 4',
    ]);
  });

  it('have no headings where the script has none', () => {
    expect(told(listItems([place(1), place(2)], NOTHING))).toEqual(['1: 1', '2: 2']);
  });
});

describe('filters', () => {
  const film = [
    place(1, { tone: 'needs' }),
    place(2, { tone: 'failed', hasNewTake: true }),
    place(3, { tone: 'waiting', hasVideo: true }),
    place(4, { tone: 'work' }),
    place(5, { tone: 'new', hasNewTake: true, hasVideo: true }),
  ];

  it('count what they show', () => {
    expect(countByFilter(film)).toEqual({
      all: 5,
      needsYou: 1,
      failed: 1,
      atWork: 2,
      newTakes: 2,
      missing: 3,
    });
  });

  it('hide no scene that somebody is at work in', () => {
    const stays = new Set([sceneIndex(5)]);
    expect(told(listItems(film, { ...NOTHING, filter: 'failed', stays }))).toEqual(['1: 2', '2: 5']);
  });
});

describe('the time that a voice-over takes', () => {
  it('is nothing for nothing, and grows with syllables and sentences', () => {
    expect(speakingTimeS('')).toBe(0);
    expect(speakingTimeS('Mật ong rừng U Minh')).toBeCloseTo(5 / 4.2);
    expect(speakingTimeS('Wild honey')).toBeCloseTo(3 / 4.2);
    expect(speakingTimeS('Một. Hai')).toBeGreaterThan(speakingTimeS('Một Hai'));
    expect(speakingTimeS('2026')).toBeCloseTo(4 / 4.2);
  });

  it('is called too long only where it is so beyond doubt', () => {
    expect(isTooLong('một '.repeat(21), 5)).toBe(false);
    expect(isTooLong('một '.repeat(40), 5)).toBe(true);
  });
});
