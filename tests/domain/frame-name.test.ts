import { describe, expect, it } from 'vitest';
import { frameName, frameNamed } from '../../lib/domain/frame-name.ts';
import { isTakeNumber } from '../../lib/domain/ids.ts';
import { sceneIndex } from '../fakes/studio.ts';

const take = 12;
if (!isTakeNumber(take)) throw new Error('no number');

describe('the name of a frame', () => {
  it.each(['first', 'last'] as const)('says that it is the %s one, and of which take', (edge) => {
    const frame = { sceneIndex: sceneIndex(3), take, edge };
    expect(frameName(frame)).toBe(`scene3_take12_${edge}.png`);
    expect(frameNamed(frameName(frame))).toEqual(frame);
  });

  it.each([
    '',
    'a.png',
    'scene3_take0_last.png',
    'scene0_take1_last.png',
    'scene3_take1_last.jpg',
    'x scene3_take1_last.png',
  ])('is not that of a picture named %j', (name) => {
    expect(frameNamed(name)).toBeNull();
  });
});
