import { isSceneIndex, isTakeNumber } from './ids.ts';
import type { FrameOf } from './take.ts';

const NAMED = /^scene(\d+)_take(\d+)_(first|last)\.png$/;

/** The file name of a frame that became a picture: it says which frame of which video take it is. */
export function frameName({ sceneIndex, take, edge }: FrameOf): string {
  return `scene${sceneIndex}_take${take}_${edge}.png`;
}

/** Which frame a picture is by its name; null where it is named as something else. */
export function frameNamed(name: string): FrameOf | null {
  const [, scene, number, end] = NAMED.exec(name) ?? [];
  const [sceneIndex, take] = [Number(scene), Number(number)];
  if (!isSceneIndex(sceneIndex) || !isTakeNumber(take)) return null;
  return { sceneIndex, take, edge: end === 'first' ? 'first' : 'last' };
}
