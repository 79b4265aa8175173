import { describe, expect, it } from 'vitest';
import { isTakeNumber, newId, type TakeNumber } from '../../lib/domain/ids.ts';
import { parseStudioAddress, studioAddress, type StudioView } from '../../lib/domain/studio-view.ts';
import { sceneIndex } from '../fakes/studio.ts';

const projectId = newId('project', () => 0.5);

function take(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

describe('[L16] the studio’s address', () => {
  const views: readonly StudioView[] = [
    { type: 'film' },
    { type: 'scene', index: sceneIndex(7) },
    {
      type: 'compare',
      left: { index: sceneIndex(3), kind: 'video', number: take(1) },
      right: { index: sceneIndex(12), kind: 'image', number: take(20) },
    },
  ];

  it.each(views)('of $type reads as it was written', (view) => {
    expect(parseStudioAddress(`#${studioAddress({ projectId, view })}`)).toEqual({ projectId, view });
  });

  it.each([
    '',
    '#',
    'film',
    projectId,
    `${projectId}/scene`,
    `${projectId}/scene/0`,
    `${projectId}/scene/1.5`,
    `${projectId}/scene/2/3`,
    `${projectId}/film/1`,
    `${projectId}/compare/1.video.1`,
    `${projectId}/compare/1.video.1/2.video`,
    `${projectId}/compare/1.video.1/2.sound.1`,
    `${projectId}/compare/1.video.1/2.video.1.1`,
    `${projectId}/compare/1.video.1/2.video.1/3.video.1`,
    `task:${'a'.repeat(16)}/film`,
    `${projectId}/<script>`,
  ])('that is none is refused: %s', (address) => {
    expect(parseStudioAddress(address)).toBeNull();
  });
});
