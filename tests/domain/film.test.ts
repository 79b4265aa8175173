import { describe, expect, it } from 'vitest';
import { cutKey, cutLengthS } from '../../lib/domain/cut.ts';
import { filmPlan, type FilmScene } from '../../lib/domain/film-plan.ts';
import { isAssetId, isTakeNumber, type AssetId, type TakeNumber } from '../../lib/domain/ids.ts';
import { sceneIndex } from '../fakes/studio.ts';

function number(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

function asset(value: number): AssetId {
  const id = value.toString(16).padStart(64, '0');
  if (!isAssetId(id)) throw new Error('no hash');
  return id;
}

/** Scene 7 plays first, 2 second: index and place differ. */
function scene(index: number, ordinal: number, rest: Partial<FilmScene> = {}): FilmScene {
  const video = {
    take: number(index + 1),
    assetId: asset(index),
    lengthS: index,
    isStale: false,
    isOtherAspect: false,
  };
  return { index: sceneIndex(index), ordinal, video, hasNewTake: false, ...rest };
}

describe('the plan of a film', () => {
  it('plays the picks in the film’s order, one behind the other', () => {
    const { cut } = filmPlan([scene(7, 1), scene(2, 2), scene(4, 3)]);
    expect(cut.map(({ index, take, from, to }) => [index, take, from, to])).toEqual([
      [7, 8, 0, 7],
      [2, 3, 7, 9],
      [4, 5, 9, 13],
    ]);
    expect(cutLengthS(cut)).toBe(13);
  });

  it('[L1] names new takes, stale picks and missing videos by their scene and its place', () => {
    const stale = scene(2, 2).video;
    const plan = filmPlan([
      scene(7, 1, { hasNewTake: true }),
      scene(2, 2, { video: stale && { ...stale, isStale: true } }),
      scene(4, 3, { video: null }),
      scene(5, 4, { video: null, hasNewTake: true }),
    ]);
    expect(plan.newTakes).toEqual([
      { index: 7, ordinal: 1 },
      { index: 5, ordinal: 4 },
    ]);
    expect(plan.stale).toEqual([{ index: 2, ordinal: 2 }]);
    expect(plan.missing).toEqual([
      { index: 4, ordinal: 3 },
      { index: 5, ordinal: 4 },
    ]);
    expect(plan.cut.map(({ index }) => index)).toEqual([7, 2]);
  });

  it('names videos of another format only where others have the film’s', () => {
    const { video } = scene(1, 1);
    const other = scene(1, 1, { video: video && { ...video, isStale: true, isOtherAspect: true } });
    const mixed = filmPlan([other, scene(2, 2)]);
    expect(mixed.otherAspect).toEqual([{ index: 1, ordinal: 1 }]);
    expect(mixed.stale).toEqual([]);
    const alike = filmPlan([other]);
    expect(alike.otherAspect).toEqual([]);
    expect(alike.stale).toEqual([{ index: 1, ordinal: 1 }]);
  });

  it('of nothing is empty', () => {
    expect(cutLengthS(filmPlan([scene(1, 1, { video: null })]).cut)).toBe(0);
  });

  it('another pick, another order and a scene more are another cut', () => {
    const parts = [
      { index: sceneIndex(1), take: number(2) },
      { index: sceneIndex(12), take: number(3) },
    ];
    const keys = [
      parts,
      parts.toReversed(),
      [parts[0], { index: sceneIndex(12), take: number(4) }],
      [...parts, { index: sceneIndex(3), take: number(1) }],
      [
        { index: sceneIndex(11), take: number(2) },
        { index: sceneIndex(2), take: number(3) },
      ],
    ].map((each) => cutKey(each.filter((part) => part !== undefined)));
    expect(keys[0]).toBe('1.2 12.3');
    expect(new Set(keys).size).toBe(keys.length);
  });
});
