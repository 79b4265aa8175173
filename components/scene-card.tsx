import { ArrowDown, ArrowUp, Download, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import type { Card, CardTake, ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Aspect, VideoFrom } from '../lib/domain/project.ts';
import { CardButtons, CardMore } from './card-buttons.tsx';
import { CardNotes } from './card-notes.tsx';
import { CardPicture } from './card-picture.tsx';
import { CardProgressBar, CardStatus } from './card-status.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import type { Draft } from './drafts.ts';
import { MenuItem } from './menu.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { sceneName } from './scene-name.ts';
import { TakeStrip } from './take-strip.tsx';
import { useT } from './words.tsx';

/** What a card is given besides its scene. */
export interface SceneCardProps {
  readonly place: ScenePlace;
  readonly setSize: number;
  readonly aspect: Aspect;
  readonly videoFrom: VideoFrom;
  readonly useCard: PanelData['useCard'];
  readonly useProgress: PanelData['useProgress'];
  readonly actions: PanelActions;
  readonly draft: Draft | undefined;
  readonly onDraft: (index: SceneIndex, text: Draft) => void;
  readonly onLeaveDraft: (index: SceneIndex) => void;
  readonly onPlaying: (index: SceneIndex, playing: boolean) => void;
}

/** One scene: its picture, words, status, takes, and the next thing that helps. */
export const SceneCard = memo(function SceneCard(props: SceneCardProps) {
  const { place, setSize, aspect, useCard } = props;
  const t = useT();
  const card = useCard(place.index);
  const name = t('scene', String(place.index));
  return (
    <article
      className={`card ${place.tone} shape-${aspect.replace(':', 'x')}`}
      aria-label={name}
      aria-posinset={place.ordinal}
      aria-setsize={setSize}
      aria-busy={card === null}
      tabIndex={-1}
    >
      {card === null ? <h2>{name}</h2> : <FilledCard {...props} card={card} name={name} />}
    </article>
  );
});

function FilledCard(props: SceneCardProps & { readonly card: Card; readonly name: string }) {
  const { place, card, name, actions, useProgress, onPlaying } = props;
  const { scene, status } = card;
  const t = useT();
  const [editing, setEditing] = useState(false);
  const [shownKey, setShownKey] = useState<string | null>(null);
  const [compared, setCompared] = useState<CardTake | null>(null);
  const all = [...card.takes.video, ...card.takes.image];
  const usual =
    card.takes.video.find(({ picked }) => picked) ?? card.takes.image.find(({ picked }) => picked);
  const shown = all.find((take) => keyOf(take) === shownKey) ?? usual ?? all[0] ?? null;
  const fresh = all.find((take) => take.fresh) ?? null;
  const pickedOf = (take: CardTake): CardTake | undefined =>
    card.takes[take.take.kind].find(({ picked }) => picked);
  const act = (action: CardAction): void => {
    if (action === 'prompt' || action === 'changePicture') setEditing(true);
    else if (action === 'compare') setCompared(fresh);
    else actions.act(place.index, status.kind, action);
  };
  const show = (take: CardTake): void => {
    setShownKey(keyOf(take));
    if (take.fresh) actions.seeTake(place.index, take.take.kind, take.take.number);
  };
  return (
    <>
      <div className="card-body">
        <CardPicture take={shown} name={name} onPlaying={(playing) => onPlaying(place.index, playing)} />
        <div className="card-words">
          <div className="row head">
            <h2>{sceneName(t, place.index, place.ordinal)}</h2>
            <CardStatus status={status} />
            <CardMore actions={card.actions} onAct={act}>
              {!card.actions.card.includes('prompt') && (
                <MenuItem onPress={() => setEditing(true)}>{t('action_prompt')}</MenuItem>
              )}
              {usual !== undefined && (
                <MenuItem icon={<Download size={14} />} onPress={() => actions.downloadPick(place.index)}>
                  {t('download')}
                </MenuItem>
              )}
              <MenuItem icon={<ArrowUp size={14} />} onPress={() => actions.moveScene(place.index, 'up')}>
                {t('moveUp')}
              </MenuItem>
              <MenuItem icon={<ArrowDown size={14} />} onPress={() => actions.moveScene(place.index, 'down')}>
                {t('moveDown')}
              </MenuItem>
              <MenuItem icon={<Trash2 size={14} />} onPress={() => actions.deleteScene(place.index)}>
                {t('deleteScene')}
              </MenuItem>
            </CardMore>
          </div>
          {scene.title !== '' && scene.title !== name && <p className="title">{scene.title}</p>}
          {scene.description !== scene.title && <p className="text">{scene.description}</p>}
          {scene.voiceOver !== '' && <p className="voice">“{scene.voiceOver}”</p>}
          <CardProgressBar status={status} index={place.index} useProgress={useProgress} />
          <CardButtons
            actions={card.actions}
            hintOf={(action) => hintOf(t, action, card, props.videoFrom)}
            onAct={act}
          />
        </div>
      </div>
      <CardNotes card={card} shown={shown} />
      {all.length > 0 && (
        <div className="takes-row">
          <TakeStrip takes={all} shown={shown} onShow={show} />
          {shown !== null && (
            <TakeActions
              take={shown}
              hasPick={pickedOf(shown) !== undefined}
              onCompare={() => setCompared(shown)}
              {...props}
            />
          )}
        </div>
      )}
      {editing && (
        <PromptEditor
          scene={scene}
          draft={props.draft}
          onChange={(text) => props.onDraft(place.index, text)}
          onLeave={() => props.onLeaveDraft(place.index)}
          onClose={() => setEditing(false)}
        />
      )}
      {compared !== null && <Compare {...props} other={compared} onClose={() => setCompared(null)} />}
    </>
  );
}

/** What can be done with the take that the card shows. */
function TakeActions({
  take,
  hasPick,
  onCompare,
  place,
  actions,
}: SceneCardProps & { readonly take: CardTake; readonly hasPick: boolean; readonly onCompare: () => void }) {
  const t = useT();
  const { kind, number } = take.take;
  return (
    <div className="take-actions">
      {take.picked ? (
        <span className="soft">{t('picked')}</span>
      ) : (
        <>
          {hasPick && (
            <button type="button" className="button quiet" onClick={onCompare}>
              {t('action_compare')}
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            onClick={() => actions.pickTake(place.index, kind, number)}
          >
            {t('action_useTake')}
          </button>
        </>
      )}
      <button
        type="button"
        className="button quiet icon"
        aria-label={t('downloadTake', t(`kind_${kind}`), String(number))}
        title={t('download')}
        onClick={() => actions.downloadTake(place.index, kind, number)}
      >
        <Download size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label={t('binTake', t(`kind_${kind}`), String(number))}
        title={t('bin')}
        onClick={() => actions.binTake(place.index, kind, number)}
      >
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

function Compare({
  card,
  other,
  place,
  actions,
  onClose,
}: SceneCardProps & { readonly card: Card; readonly other: CardTake; readonly onClose: () => void }) {
  const picked = card.takes[other.take.kind].find((take) => take.picked);
  if (picked === undefined) return null;
  const use = (take: CardTake): void => {
    actions.pickTake(place.index, take.take.kind, take.take.number);
    onClose();
  };
  return <CompareDialog picked={picked} other={other} onUse={use} onClose={onClose} />;
}

function hintOf(
  t: ReturnType<typeof useT>,
  action: CardAction,
  card: Card,
  videoFrom: VideoFrom,
): string | undefined {
  if (action === 'retry') return t(card.inputsChanged ? 'hint_retryNew' : 'hint_retrySame');
  if (action === 'stopWaiting') return t('hint_stopWaiting');
  if (action === 'generateVideo' && videoFrom === 'picture' && card.facts.picks.image === null) {
    return t('hint_makesBoth');
  }
  return action === 'regenerateImage' || action === 'regenerateVideo' ? t('hint_regenerate') : undefined;
}

function keyOf({ take }: CardTake): string {
  return `${take.kind} ${take.number}`;
}
