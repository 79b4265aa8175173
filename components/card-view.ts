import { useCallback, useState } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { SceneText } from '../lib/domain/scene.ts';

/** A field of a scene that people write. */
export type EditorField = Exclude<keyof SceneText, 'chapter'>;

/** How a scene is shown; it lives above the list, so that scrolling changes nothing. */
export interface CardView {
  /** Whether a row is open as a card; without meaning where all scenes are cards. */
  readonly isOpen: boolean;
  /** The field that the editor opened at; null while the words are only read. */
  readonly editing: EditorField | null;
  /** The take that was chosen to be looked at, as `video 2`; null for the usual one. */
  readonly shown: string | null;
  /** Whether archived takes stand in the strip as well. */
  readonly showsArchived: boolean;
  /** Whether everything about the shown take stands below it. */
  readonly isAbout: boolean;
}

/** How a scene is shown that nobody has touched. */
export const USUAL_VIEW: CardView = {
  isOpen: false,
  editing: null,
  shown: null,
  showsArchived: false,
  isAbout: false,
};

/** The views of all scenes of a film. */
export interface CardViews {
  readonly of: (index: SceneIndex) => CardView;
  readonly change: (index: SceneIndex, change: Partial<CardView>) => void;
}

/** Keeps how each scene of one film is shown. */
export function useCardViews(): CardViews {
  const [views, setViews] = useState<ReadonlyMap<SceneIndex, CardView>>(new Map());
  const change = useCallback(
    (index: SceneIndex, changed: Partial<CardView>) =>
      setViews((known) => new Map(known).set(index, { ...(known.get(index) ?? USUAL_VIEW), ...changed })),
    [],
  );
  return { of: (index) => views.get(index) ?? USUAL_VIEW, change };
}
