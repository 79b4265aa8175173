import type { ScenePlace } from '../../lib/domain/card.ts';
import { sceneIndex } from './studio.ts';

/** A scene of a film as its list has it: nothing is made, written or open in it but what is given. */
export function place(index: number, rest: Partial<ScenePlace> = {}): ScenePlace {
  return {
    index: sceneIndex(index),
    ordinal: index,
    tone: 'empty',
    madeWith: null,
    hasImage: false,
    hasVideo: false,
    video: null,
    hasNewTake: false,
    open: [],
    failed: [],
    lengthS: 8,
    line: '',
    prompt: '',
    words: '',
    chapter: '',
    ...rest,
  };
}
