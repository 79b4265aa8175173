import { describe, expect, it } from 'vitest';
import { flowFileName } from '../../../lib/domain/flow-page.ts';
import { isAssetId, isTakeNumber, newId, type AssetId } from '../../../lib/domain/ids.ts';
import { ASPECTS } from '../../../lib/domain/project.ts';
import type { Snapshot } from '../../../lib/domain/snapshot.ts';
import { pageOrderOf } from '../../../lib/providers/flow/page-order.ts';
import { seeded } from '../../fakes/studio.ts';

function asset(digit: string): AssetId {
  const hash = digit.repeat(64);
  if (!isAssetId(hash)) throw new Error('no hash');
  return hash;
}

const IMAGE: Snapshot = {
  kind: 'image',
  provider: 'flow',
  model: 'nano',
  title: 'Mở hũ',
  description: 'Chị Lan mở hũ',
  voiceOver: '',
  prompt: 'a jar',
  aspect: '9:16',
  lengthS: null,
  videoFrom: 'picture',
  pictures: [{ id: newId('picture', seeded(1)), role: 'product', assetId: asset('a') }],
  image: null,
  paletteSeed: 1,
  captionStyle: 'band',
  outputs: 3,
  seed: 1,
};

/** A video of the image's take 1. */
function videoOf(assetId: AssetId | null): Snapshot {
  const take = 1;
  if (!isTakeNumber(take)) throw new Error('no take');
  return { ...IMAGE, kind: 'video', lengthS: 6, image: assetId && { take, assetId } };
}

describe('[L19] what the page is to hold', () => {
  it.each(ASPECTS)('has the film’s format %s', (aspect) => {
    expect(pageOrderOf({ snapshot: { ...IMAGE, aspect } }).aspect).toBe(aspect);
  });

  it('of an image has its pictures as ingredients, and no length', () => {
    expect(pageOrderOf({ snapshot: IMAGE })).toEqual({
      mode: 'image',
      from: 'ingredients',
      model: 'nano',
      aspect: '9:16',
      lengthS: null,
      count: 3,
      prompt: 'a jar',
      start: null,
      end: null,
      ingredients: [{ name: flowFileName(asset('a')) }],
    });
  });

  it('of a video has its image as the first frame, and no other picture', () => {
    expect(pageOrderOf({ snapshot: videoOf(asset('b')) })).toMatchObject({
      mode: 'video',
      from: 'frames',
      lengthS: 6,
      start: { name: flowFileName(asset('b')) },
      end: null,
      ingredients: [],
    });
  });

  it('of a video that ends with a picture has it as the last frame, and is told by both', () => {
    const { pictures, ...video } = videoOf(asset('b'));
    const end = { id: newId('picture', seeded(2)), role: 'end', assetId: asset('c') } as const;
    const snapshot = { ...video, pictures: [...pictures, end] };
    expect(pageOrderOf({ snapshot })).toMatchObject({
      from: 'frames',
      start: { name: flowFileName(asset('b')) },
      end: { name: flowFileName(asset('c')) },
      ingredients: [],
    });
    expect(pageOrderOf({ snapshot: { ...snapshot, image: null } })).toMatchObject({
      from: 'text',
      end: null,
    });
  });

  it('of a video from text has no picture', () => {
    const order = pageOrderOf({ snapshot: videoOf(null) });
    expect(order).toMatchObject({ from: 'text', start: null, ingredients: [] });
  });

  it('of a scene without a prompt has what the scene shows', () => {
    expect(pageOrderOf({ snapshot: { ...IMAGE, prompt: ' ' } }).prompt).toBe('Chị Lan mở hũ');
  });
});
