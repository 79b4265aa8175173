import { describe, expect, it } from 'vitest';
import { chosenByRule, countChosen, scenesBetween, type ChooseRule } from '../../lib/domain/chosen-scenes.ts';
import { place } from '../fakes/places.ts';
import { sceneIndex } from '../fakes/studio.ts';

const FILM = [
  place(3, { hasImage: true, hasVideo: true }),
  place(1, { hasImage: true, failed: ['video'] }),
  place(2, { open: ['image', 'video'] }),
  place(7, { failed: ['image'] }),
];

describe('a choice of scenes', () => {
  it.each<readonly [ChooseRule, readonly number[]]>([
    ['all', [3, 1, 2, 7]],
    ['missingImage', [2, 7]],
    ['missingVideo', [1, 2, 7]],
    ['failed', [1, 7]],
    ['stale', [3]],
    ['none', []],
  ])('by the rule %s is these scenes, by their indexes', (rule, scenes) => {
    expect(chosenByRule(rule, FILM, [sceneIndex(3), sceneIndex(9)])).toEqual(scenes);
  });

  it('[L1] from one scene to another goes by where they stand, in either direction', () => {
    const order = FILM.map(({ index }) => index);
    expect(scenesBetween(order, sceneIndex(2), sceneIndex(3))).toEqual([3, 1, 2]);
    expect(scenesBetween(order, sceneIndex(3), sceneIndex(2))).toEqual([3, 1, 2]);
    expect(scenesBetween(order, null, sceneIndex(2))).toEqual([2]);
    expect(scenesBetween(order, sceneIndex(99), sceneIndex(7))).toEqual([7]);
  });

  it('[L9] says how many takes would be the first and how many again; what is on its way or failed is neither', () => {
    expect(countChosen(FILM, 'picture')).toEqual({
      image: { first: 0, again: 2 },
      video: { first: 0, again: 1 },
      failed: 2,
      open: 1,
    });
    expect(countChosen(FILM, 'text').video).toEqual({ first: 1, again: 1 });
    expect(countChosen([place(4), place(5)], 'picture')).toMatchObject({
      image: { first: 2, again: 0 },
      video: { first: 2, again: 0 },
    });
  });
});
