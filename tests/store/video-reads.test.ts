import { describe, expect, it } from 'vitest';
import { isTakeNumber, type TakeNumber } from '../../lib/domain/ids.ts';
import { ownVideosFirst, type SceneVideos } from '../../lib/domain/scene-videos.ts';
import { readFilmVideos } from '../../lib/store/video-reads.ts';
import { generate, openStudio, sceneIndex } from '../fakes/studio.ts';

function takeNumber(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

/** `1: 2 picked, 1` for a scene with two videos. */
function inWords(film: readonly SceneVideos[]): readonly string[] {
  return film.map(({ place, videos }) => {
    const names = videos.map(({ take, picked }) => `${take.number}${picked ? ' picked' : ''}`);
    return `${place.index}: ${names.join(', ')}`;
  });
}

describe('the videos of a film of which a frame can be used', () => {
  it('stand by scene, the one in use first; what is in the bin or put away is not offered', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    const read = () => studio.store.read((tx) => readFilmVideos(tx, film));
    for (const index of [1, 3, 3, 3]) {
      await studio.do(generate(film, index, 'video'));
      await studio.settle();
    }
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    expect(inWords(await read())).toEqual(['1: 1 picked', '3: 1 picked, 3, 2']);
    expect(inWords(ownVideosFirst(await read(), sceneIndex(3)))).toEqual([
      '3: 1 picked, 3, 2',
      '1: 1 picked',
    ]);
    const mark = { type: 'markTake', projectId: film, index: sceneIndex(3), kind: 'video' } as const;
    await studio.do({ ...mark, number: takeNumber(3), binned: true });
    await studio.do({ ...mark, number: takeNumber(2), archived: true });
    await studio.do({ ...mark, index: sceneIndex(1), number: takeNumber(1), binned: true });
    expect(inWords(await read())).toEqual(['3: 1 picked']);
  });
});
