import { useEffect } from 'react';
import { isPutAway, type Card, type CardTake, type ScenePlace } from '../../lib/domain/card.ts';
import { isSameTake, refOf, type StudioView, type TakeRef } from '../../lib/domain/studio-view.ts';
import { CompareView, type CompareSide } from '../compare/compare-view.tsx';
import { sceneName } from '../scene-name.ts';
import { takeName } from '../take-strip.tsx';
import { useT, type Translate } from '../words.tsx';
import type { StudioActions, StudioData } from './studio.tsx';

type CompareShown = Extract<StudioView, { readonly type: 'compare' }>;

/** Two takes at full width; below each stands what chooses another. */
export function StudioCompare({
  view,
  data: { places, useCard },
  actions,
}: {
  readonly view: CompareShown;
  readonly data: StudioData;
  readonly actions: StudioActions;
}) {
  const t = useT();
  const { left, right } = view;
  const [leftCard, rightCard] = [useCard(left.index), useCard(right.index)];
  const [leftTake, rightTake] = [takeOf(leftCard, left), takeOf(rightCard, right)];
  const { seeTake } = actions;
  useSeen(leftTake, seeTake);
  useSeen(rightTake, seeTake);
  if (leftCard === null || rightCard === null) return null;
  if (leftTake === null || rightTake === null) return <p className="soft">{t('studio_gone')}</p>;
  const isOneScene = left.index === right.index;
  const side = (which: 'left' | 'right', card: Card, take: CardTake): CompareSide => ({
    take,
    name: isOneScene ? takeName(t, take) : `${t('scene', String(card.scene.index))}, ${takeName(t, take)}`,
    label: (
      <TakeChooser
        name={t(`studio_${which}`)}
        shown={view[which]}
        card={card}
        places={places}
        onChoose={(ref) => actions.go({ ...view, [which]: ref })}
      />
    ),
  });
  return (
    <CompareView
      left={side('left', leftCard, leftTake)}
      right={side('right', rightCard, rightTake)}
      isLarge
      onLarge={null}
      onUse={({ take: { sceneIndex, kind, number } }) => actions.pickTake(sceneIndex, kind, number)}
    />
  );
}

/** A take that is compared is new no more. */
function useSeen(take: CardTake | null, seeTake: StudioActions['seeTake']): void {
  const isFresh = take?.fresh ?? false;
  const { sceneIndex, kind, number } = take?.take ?? {};
  useEffect(() => {
    if (isFresh && sceneIndex !== undefined && kind !== undefined && number !== undefined) {
      seeTake(sceneIndex, kind, number);
    }
  }, [isFresh, sceneIndex, kind, number, seeTake]);
}

function takeOf(card: Card | null, ref: TakeRef): CardTake | null {
  return card?.takes[ref.kind].find(({ take }) => take.number === ref.number) ?? null;
}

/** Chooses among the takes of the scene that is shown, and the videos in use of all others. */
function TakeChooser({
  name,
  shown,
  card,
  places,
  onChoose,
}: {
  readonly name: string;
  readonly shown: TakeRef;
  readonly card: Card;
  readonly places: readonly ScenePlace[];
  readonly onChoose: (take: TakeRef) => void;
}) {
  const t = useT();
  const own = ownChoices(t, card, shown);
  const others = otherChoices(t, places, shown);
  const all = [...own, ...others];
  return (
    <select
      className="small-select"
      aria-label={name}
      value={all.findIndex(({ ref }) => isSameTake(ref, shown))}
      onChange={(event) => {
        const chosen = all[Number(event.target.value)];
        if (chosen !== undefined) onChoose(chosen.ref);
      }}
    >
      <optgroup label={t('scene', String(shown.index))}>
        {own.map(({ words }, at) => (
          <option key={words} value={at}>
            {words}
          </option>
        ))}
      </optgroup>
      {others.length > 0 && (
        <optgroup label={t('studio_otherScenes')}>
          {others.map(({ words }, at) => (
            <option key={words} value={own.length + at}>
              {words}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

interface Choice {
  readonly ref: TakeRef;
  readonly words: string;
}

/** What is put away is offered only where it is shown. */
function ownChoices(t: Translate, { takes }: Card, shown: TakeRef): readonly Choice[] {
  return [...takes.video, ...takes.image].flatMap((each) => {
    const ref = refOf(each.take);
    return isPutAway(each) && !isSameTake(ref, shown) ? [] : [{ ref, words: takeName(t, each) }];
  });
}

function otherChoices(t: Translate, places: readonly ScenePlace[], shown: TakeRef): readonly Choice[] {
  return places.flatMap(({ index, ordinal, video }) =>
    video === null || index === shown.index
      ? []
      : [{ ref: { index, kind: 'video', number: video }, words: sceneName(t, index, ordinal) }],
  );
}
