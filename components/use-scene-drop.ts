import { useState, type DragEvent } from 'react';
import { isSceneIndex, type SceneIndex } from '../lib/domain/ids.ts';
import { SCENE_TYPE } from './scene-grip.tsx';

/** Where a dragged scene would go: beside this scene. */
export interface DropPlace {
  readonly index: SceneIndex;
  readonly side: 'before' | 'after';
}

/** What a place of the list needs to take a dragged scene. */
export interface SceneDrop {
  readonly at: DropPlace | null;
  readonly over: (event: DragEvent<HTMLElement>, index: SceneIndex) => void;
  readonly leave: () => void;
  readonly drop: (event: DragEvent<HTMLElement>) => void;
}

/** Follows a scene that is dragged over the list; `place` is told which scene goes where. */
export function useSceneDrop(place: (moved: SceneIndex, to: DropPlace) => void): SceneDrop {
  const [at, setAt] = useState<DropPlace | null>(null);
  return {
    at,
    over: (event, index) => {
      if (!event.dataTransfer.types.includes(SCENE_TYPE)) return;
      event.preventDefault();
      event.stopPropagation();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const side = event.clientY < top + height / 2 ? 'before' : 'after';
      setAt((known) => (known?.index === index && known.side === side ? known : { index, side }));
    },
    leave: () => setAt(null),
    drop: (event) => {
      const moved = Number(event.dataTransfer.getData(SCENE_TYPE));
      if (at === null || !isSceneIndex(moved)) return;
      event.preventDefault();
      event.stopPropagation();
      setAt(null);
      if (moved !== at.index) place(moved, at);
    },
  };
}
