import { memo, useRef } from 'react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Aspect, VideoFrom } from '../lib/domain/project.ts';
import type { CardView } from './card-view.ts';
import { ChooseRow } from './choose-row.tsx';
import type { Draft } from './drafts.ts';
import type { PanelActions, PanelData, ScenePart } from './panel-props.ts';
import { SceneCard } from './scene-card.tsx';
import { SceneGrip } from './scene-grip.tsx';
import { SceneRow } from './scene-row.tsx';
import { useT } from './words.tsx';

/** What a scene's article is given. */
export interface SceneProps {
  readonly place: ScenePlace;
  /** Place among the scenes that the list shows, from 1, and how many it shows. */
  readonly at: number;
  readonly setSize: number;
  readonly aspect: Aspect;
  readonly videoFrom: VideoFrom;
  /** Whether scenes stand as rows until they are opened. */
  readonly asRows: boolean;
  /** Whether it is chosen; null while nothing is being chosen. */
  readonly isChosen: boolean | null;
  /** Whether the list runs past too fast to be read: a row that was not read yet waits. */
  readonly isPassing: boolean;
  /** Turns it over; `isRange` where everything from the last one up to it is meant. */
  readonly onChoose: (index: SceneIndex, isRange: boolean) => void;
  readonly useCard: PanelData['useCard'];
  readonly useOwnOrders: PanelData['useOwnOrders'];
  readonly useProgress: PanelData['useProgress'];
  readonly useTakeCost: PanelData['useTakeCost'];
  readonly actions: PanelActions;
  /** Numbers of other scenes with the same prompts; empty where there are none. */
  readonly sameAs: string;
  readonly view: CardView;
  readonly onView: (index: SceneIndex, change: Partial<CardView>) => void;
  readonly onInsert: (after: SceneIndex | null) => void;
  readonly onDuplicate: (index: SceneIndex) => void;
  readonly onSplit: (index: SceneIndex, part: ScenePart) => void;
  readonly draft: Draft | undefined;
  readonly onDraft: (index: SceneIndex, text: Draft) => void;
  readonly onLeaveDraft: (index: SceneIndex) => void;
  readonly onPlaying: (index: SceneIndex, playing: boolean) => void;
}

/** One scene of the feed: a card, or a row that opens into one. */
export const SceneArticle = memo(function SceneArticle(props: SceneProps) {
  const { place, at, setSize, aspect, asRows, isChosen, isPassing, sameAs, useCard, view, onView, actions } =
    props;
  const t = useT();
  const name = t('scene', String(place.index));
  const isChoosing = isChosen !== null;
  const isRow = isChoosing || (asRows && !view.isOpen);
  // A card that is not read is lower than one that is: the list would jump.
  const isRead = useRef(false);
  isRead.current ||= !isPassing || !isRow;
  const card = useCard(isRead.current ? place.index : null);
  const actInRow = (action: CardAction): void => {
    const opens = action === 'prompt' || action === 'changePicture' || action === 'compare';
    if (opens) onView(place.index, { isOpen: true, editing: action === 'prompt' ? 'imagePrompt' : null });
    else actions.act(place.index, card?.status.kind ?? null, action);
  };
  return (
    <article
      className={`${isRow ? 'row-article' : 'card'} ${place.tone} shape-${aspect.replace(':', 'x')}`}
      aria-label={name}
      aria-posinset={at}
      aria-setsize={setSize}
      aria-busy={card === null}
      data-scene={place.index}
      onKeyDown={(event) => {
        if (isRow && !isChoosing && event.key === 'Enter' && event.target === event.currentTarget) {
          onView(place.index, { isOpen: true });
        }
      }}
      tabIndex={-1}
    >
      {!isChoosing && <SceneGrip index={place.index} actions={actions} />}
      {isChoosing ? (
        <ChooseRow
          place={place}
          card={card}
          sameAs={sameAs}
          isChosen={isChosen}
          onChoose={(isRange) => props.onChoose(place.index, isRange)}
        />
      ) : isRow ? (
        <SceneRow
          place={place}
          card={card}
          sameAs={sameAs}
          onOpen={() => onView(place.index, { isOpen: true })}
          onAct={actInRow}
        />
      ) : card === null ? (
        <h2 className="waiting-name">{name}</h2>
      ) : (
        <SceneCard {...props} card={card} name={name} />
      )}
    </article>
  );
});
