import { ChevronUp, Ellipsis } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import { isPutAway, type Card, type CardTake } from '../lib/domain/card.ts';
import { handOrder } from '../lib/domain/hand-order.ts';
import { refOf } from '../lib/domain/studio-view.ts';
import type { VideoFrom } from '../lib/domain/project.ts';
import { splitText } from '../lib/domain/split-scene.ts';
import { ArmedNote } from './armed.tsx';
import { CardButtons } from './card-buttons.tsx';
import { CardNotes } from './card-notes.tsx';
import { CardPicture } from './card-picture.tsx';
import { CardProgressBar, CardStatus } from './card-status.tsx';
import type { SceneProps } from './scene-article.tsx';
import { AdoptDialog, ByHand, CompareDialog, FrameDialog, SceneEditor, SceneMenu } from './late-parts.tsx';
import { Menu } from './menu.tsx';
import { usePictureChooser, useTakeChooser } from './picture-chooser.tsx';
import { PictureChips } from './picture-chips.tsx';
import { ownPhotos } from './picture-details.tsx';
import type { Caret } from './scene-editor.tsx';
import { sceneName } from './scene-name.ts';
import { usualTake } from './scene-row.tsx';
import { SceneWords } from './scene-words.tsx';
import { TakeActions } from './take-actions.tsx';
import { TakeStrip } from './take-strip.tsx';
import { useNow } from './now.tsx';
import { useQueue } from './queue-state.tsx';
import { usePressGuard, type Press } from './use-press-guard.ts';
import { useT, type Translate } from './words.tsx';

/** Few look into a take at the start: what shows it is loaded when somebody does. */
const TakeAbout = lazy(async () => ({ default: (await import('./take-about.tsx')).TakeAbout }));

type CardProps = SceneProps & { readonly card: Card; readonly name: string };

/** A scene as a card: its picture, words, status, takes, and the next thing that helps. */
export function SceneCard(props: CardProps) {
  const { place, card, name, asRows, actions, view, onView, useProgress, onPlaying } = props;
  const { scene, status } = card;
  const t = useT();
  const [compared, setCompared] = useState<CardTake | null>(null);
  const [dialog, setDialog] = useState<'adopt' | 'frame' | null>(null);
  const closeDialog = (): void => setDialog(null);
  const all = [...card.takes.video, ...card.takes.image];
  const usual = usualTake(card);
  const inStrip = view.showsArchived ? all : all.filter((take) => !isPutAway(take));
  const shown = inStrip.find((take) => keyOf(take) === view.shown) ?? usual;
  const [adder, addPicture] = usePictureChooser((files) =>
    actions.addPictures(files, { type: 'scene', index: place.index, replaces: [] }),
  );
  const [changer, changePicture] = usePictureChooser((files) =>
    actions.addPictures(files, { type: 'scene', index: place.index, replaces: ownPhotos(card) }),
  );
  const [taker, addTake] = useTakeChooser((files) => actions.giveTakes(files, place.index));
  const see = (take: CardTake | null): void => {
    if (take?.fresh === true) actions.seeTake(place.index, take.take.kind, take.take.number);
  };
  const compare = (take: CardTake | null): void => {
    setCompared(take);
    see(take);
  };
  const act = (action: CardAction): void => {
    if (action === 'changePicture') changePicture();
    else if (action === 'prompt') onView(place.index, { editing: 'imagePrompt' });
    else if (action === 'compare') compare(all.find((take) => take.fresh) ?? null);
    else actions.act(place.index, status.kind, action);
  };
  const show = (take: CardTake): void => {
    onView(place.index, { shown: keyOf(take) });
    see(take);
  };
  const isEditing = view.editing !== null;
  const aboutButton = useRef<HTMLButtonElement>(null);
  const setAbout = (isAbout: boolean): void => {
    onView(place.index, { isAbout });
    aboutButton.current?.focus();
  };
  // The next take's buttons stand where those of the binned one were: it may be the one in use.
  const isMeant = usePressGuard();
  const bin = ({ timeStamp }: Press): void => {
    if (shown !== null && isMeant(timeStamp))
      actions.binTake(place.index, shown.take.kind, shown.take.number);
  };
  const caret = useRef<Caret | null>(null);
  const split = (): void => {
    const at = isEditing ? caret.current : null;
    const parts = at && splitText(at.text, at.at);
    if (at !== null && parts !== null) return props.onSplit(place.index, { field: at.field, ...parts });
    if (!isEditing) onView(place.index, { editing: 'description' });
    actions.tellSplit();
  };
  const byHand = handOrder(card, props, useQueue().holds, useNow());
  return (
    <>
      <div className="card-body">
        <CardPicture take={shown} name={name} onPlaying={(playing) => onPlaying(place.index, playing)} />
        <div className="card-words">
          <div className="row head">
            <h2>{sceneName(t, place.index, place.ordinal)}</h2>
            <span className="length">{t('seconds', String(scene.lengthS))}</span>
            <CardStatus status={status} />
            <span className="head-buttons">
              {asRows && <FoldButton onFold={() => onView(place.index, { isOpen: false })} />}
              <Menu label={t('more')} face={<Ellipsis size={16} aria-hidden="true" />}>
                <SceneMenu
                  {...props}
                  shown={shown}
                  hasPick={usual !== null}
                  onAct={act}
                  onSplitHere={split}
                  onAddPicture={addPicture}
                  onAddTake={addTake}
                  onAdopt={() => setDialog('adopt')}
                  onFrame={() => setDialog('frame')}
                />
              </Menu>
            </span>
          </div>
          {!isEditing && (
            <SceneWords scene={scene} onEdit={(field) => onView(place.index, { editing: field })} />
          )}
          <ArmedNote card={card} actions={actions} />
          <CardProgressBar status={status} index={place.index} useProgress={useProgress} />
          <CardButtons
            actions={card.actions}
            hintOf={(action) => hintOf(t, action, card, props.videoFrom)}
            onAct={act}
          />
        </div>
      </div>
      {adder}
      {changer}
      {taker}
      <PictureChips card={card} actions={actions} />
      <CardNotes
        sameAs={props.sameAs}
        card={card}
        shown={shown}
        isAbout={view.isAbout}
        onFrame={(frame, use) => actions.useFrame(place.index, frame, use)}
        onAsFilm={() => actions.setMaker([place.index], null)}
      />
      {byHand !== null && <ByHand order={byHand} onCopy={actions.copyPrompt} />}
      {all.length > 0 && (
        <div className="takes-row" data-takes="">
          <TakeStrip
            takes={all}
            shown={shown}
            showsArchived={view.showsArchived}
            onShow={show}
            onShowArchived={(showsArchived) => onView(place.index, { showsArchived })}
          />
          {shown !== null && (
            <TakeActions
              key={keyOf(shown)}
              take={shown}
              index={place.index}
              hasPick={pickedOf(card, shown) !== null}
              about={{
                button: aboutButton,
                isOpen: view.isAbout,
                onToggle: () => setAbout(!view.isAbout),
              }}
              onCompare={() => compare(shown)}
              onBin={bin}
              actions={actions}
            />
          )}
        </div>
      )}
      {view.isAbout && shown !== null && (
        <Suspense fallback={null}>
          <TakeAbout
            key={keyOf(shown)}
            take={shown}
            index={place.index}
            useTakeCost={props.useTakeCost}
            onBin={bin}
            actions={actions}
            onClose={() => setAbout(false)}
          />
        </Suspense>
      )}
      {dialog === 'adopt' && (
        <AdoptDialog
          useOwnOrders={props.useOwnOrders}
          onAdopt={(operation) => actions.adoptOrder(place.index, operation)}
          onClose={closeDialog}
        />
      )}
      {dialog === 'frame' && <FrameDialog index={place.index} actions={actions} onClose={closeDialog} />}
      {view.editing !== null && (
        <Editor {...props} field={view.editing} onCaret={(at) => void (caret.current = at)} />
      )}
      {/* Seen while files are dragged over the card; its menu has the same. */}
      <p className="take-drop" data-takes="" aria-hidden="true">
        {t('dropAsTake')}
      </p>
      {compared !== null && <Compare {...props} other={compared} onClose={() => setCompared(null)} />}
    </>
  );
}

function FoldButton({ onFold }: { readonly onFold: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-expanded
      aria-label={t('foldScene')}
      title={t('foldScene')}
      onClick={onFold}
    >
      <ChevronUp size={16} aria-hidden="true" />
    </button>
  );
}

function Editor({
  card,
  field,
  place: { index },
  draft,
  onDraft,
  onLeaveDraft,
  onView,
  onCaret,
}: CardProps & {
  readonly field: NonNullable<SceneProps['view']['editing']>;
  readonly onCaret: (caret: Caret) => void;
}) {
  return (
    <SceneEditor
      scene={card.scene}
      draft={draft}
      lines={card.lines}
      first={field}
      onChange={(text) => onDraft(index, text)}
      onLeave={() => onLeaveDraft(index)}
      onCaret={onCaret}
      onClose={() => {
        onLeaveDraft(index);
        onView(index, { editing: null });
      }}
    />
  );
}

function Compare({
  card,
  other,
  place,
  actions,
  onClose,
}: CardProps & { readonly other: CardTake; readonly onClose: () => void }) {
  const picked = pickedOf(card, other);
  if (picked === null) return null;
  const use = (take: CardTake): void => {
    actions.pickTake(place.index, take.take.kind, take.take.number);
    onClose();
  };
  return (
    <CompareDialog
      picked={picked}
      other={other}
      onUse={use}
      onLarge={() => {
        actions.openStudio({ type: 'compare', left: refOf(picked.take), right: refOf(other.take) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function pickedOf({ takes }: Card, { take }: CardTake): CardTake | null {
  return takes[take.kind].find(({ picked }) => picked) ?? null;
}

function hintOf(t: Translate, action: CardAction, card: Card, videoFrom: VideoFrom): string | undefined {
  if (action === 'retry') return t(card.inputsChanged ? 'hint_retryNew' : 'hint_retrySame');
  if (action === 'moveToFront' || action === 'moveToBack') return t(`hint_${action}`);
  if (action === 'stopWaiting') return t('hint_stopWaiting');
  if (action === 'generateVideo' && videoFrom === 'picture' && card.facts.picks.image === null) {
    return t('hint_makesBoth');
  }
  return action === 'regenerateImage' || action === 'regenerateVideo' ? t('hint_regenerate') : undefined;
}

function keyOf({ take }: CardTake): string {
  return `${take.kind} ${take.number}`;
}
