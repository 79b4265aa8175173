import { describe, expect, it } from 'vitest';
import { cardActions } from '../../lib/domain/card-actions.ts';
import { makeStem } from '../../lib/domain/file-name.ts';
import { nextStep } from '../../lib/domain/next-step.ts';
import { statusOf } from '../../lib/domain/status.ts';
import { isTakeNumber, type TakeNumber } from '../../lib/domain/ids.ts';

function number(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

describe('file names', () => {
  it.each([
    ['Mật ong rừng U Minh', 'Mat-ong-rung-U-Minh'],
    ['Đà Lạt: đêm/ngày', 'Da-Lat-dem-ngay'],
    ['CON', 'CON-film'],
    ['../..', 'film'],
    ['日本 2026', '日本-2026'],
  ])('%s becomes %s', (name, stem) => {
    expect(makeStem(name, new Set(), 'ascii')).toBe(stem);
  });

  it('Vietnamese letters stay where the film is named so, composed and safe', () => {
    expect(makeStem('Đà Lạt: đêm/ngày', new Set(), 'letters')).toBe('Đà-Lạt-đêm-ngày');
    expect(makeStem('Mật ong'.normalize('NFD'), new Set(['mật-ong']), 'letters')).toBe('Mật-ong-2');
    expect(makeStem('CON', new Set(), 'letters')).toBe('CON-film');
  });

  it('no name repeats, whatever its case', () => {
    expect(makeStem('Film', new Set(['film', 'film-2']), 'ascii')).toBe('Film-3');
  });
});

describe('the buttons of a card', () => {
  const none = { image: null, video: null, voice: null };
  const of = (
    picks: typeof none | { image: TakeNumber | null; video: TakeNumber | null; voice: null },
    videoFrom: 'picture' | 'text',
  ) => {
    const facts = { picks, tasks: {}, fresh: {} };
    return cardActions(facts, statusOf(facts), videoFrom, false);
  };

  it('nothing made: the image first, or the video where it is made from text', () => {
    expect(of(none, 'picture')).toEqual({ card: ['generateImage'], more: ['generateVideo'], primary: true });
    expect(of(none, 'text').card).toEqual(['generateVideo']);
  });

  it('an image only: the video; both: each again, quietly', () => {
    expect(of({ ...none, image: number(1) }, 'picture')).toEqual({
      card: ['generateVideo'],
      more: ['regenerateImage'],
      primary: true,
    });
    expect(of({ image: number(1), video: number(1), voice: null }, 'picture')).toEqual({
      card: ['regenerateVideo', 'regenerateImage'],
      more: [],
      primary: false,
    });
  });
});

describe('the film’s next step', () => {
  const film = {
    scenes: 3,
    images: 0,
    videos: 0,
    open: 0,
    failed: 0,
    paused: false,
    needsImages: true,
    filmMade: false,
  };
  it.each([
    [{ ...film, scenes: 0 }, 'importScript'],
    [film, 'generateAllImages'],
    [{ ...film, images: 3 }, 'generateAllVideos'],
    [{ ...film, open: 1 }, 'pause'],
    [{ ...film, open: 1, paused: true }, 'resume'],
    [{ ...film, images: 3, videos: 2, failed: 1 }, 'retryFailed'],
    [{ ...film, images: 3, videos: 3 }, 'makeFilm'],
    [{ ...film, images: 3, videos: 3, filmMade: true }, 'export'],
    [{ ...film, images: 3, videos: 2, filmMade: true }, 'generateAllVideos'],
  ] as const)('%j → %s', (facts, step) => {
    expect(nextStep(facts)).toBe(step);
  });
});
