import { useCallback, useLayoutEffect, useReducer } from 'react';
import { AT_REST, moved, type Move, type Playhead } from '../../lib/domain/playhead.ts';
import type { Preview, PreviewPart } from '../../lib/domain/preview.ts';

/** A preview and where it stands. */
export interface Player {
  readonly preview: Preview;
  readonly head: Playhead;
  /** The part that is seen; undefined where there are no scenes. */
  readonly part: PreviewPart | undefined;
  readonly move: (move: Move) => void;
}

interface State {
  readonly preview: Preview;
  readonly head: Playhead;
}

/** Plays a preview from its beginning; another cut of it goes on where it was. */
export function usePlayer(preview: Preview): Player {
  const [state, dispatch] = useReducer(reduce, preview, begin);
  useLayoutEffect(() => dispatch({ type: 'cut', preview }), [preview]);
  const move = useCallback((by: Move) => dispatch({ type: 'move', move: by }), []);
  return { ...state, part: state.preview[state.head.at], move };
}

function begin(preview: Preview): State {
  return { preview, head: moved(preview, AT_REST, { type: 'play' }) };
}

function reduce(
  state: State,
  action:
    { readonly type: 'move'; readonly move: Move } | { readonly type: 'cut'; readonly preview: Preview },
): State {
  const { preview, head } = state;
  if (action.type === 'move') return { preview, head: moved(preview, head, action.move) };
  if (action.preview === preview) return state;
  return { preview: action.preview, head: moved(action.preview, head, { type: 'recut', before: preview }) };
}
