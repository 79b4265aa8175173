import { Archive, ArchiveRestore, Copy, RotateCcw, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { isPutAway, type CardTake } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { promptOf } from '../lib/domain/prompt-of.ts';
import { TEXT_LIMIT } from '../lib/domain/scene.ts';
import { remarksOf } from '../lib/domain/take.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import './take-about.css';
import { staleWords } from './card-notes.tsx';
import { TakeFacts } from './take-facts.tsx';
import { TakeSources } from './take-sources.tsx';
import type { Press } from './use-press-guard.ts';
import { useTyped } from './use-typed.ts';
import { useT } from './words.tsx';

interface BinProps {
  readonly onBin: (press: Press) => void;
}

/** Everything that there is to know of a take, what the user notes of it, and what can be done with it. */
export function TakeAbout({
  take: card,
  index,
  useTakeCost,
  onBin,
  actions,
  onClose,
}: BinProps & {
  readonly take: CardTake;
  readonly index: SceneIndex;
  readonly useTakeCost: PanelData['useTakeCost'];
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { take, stale } = card;
  const name = t('aboutTake', t(`kind_${take.kind}`), String(take.number));
  return (
    <section
      className="take-about"
      aria-label={name}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      {remarksOf(take).map((remark) => (
        <p key={remark}>{t(`remark_${remark}`)}</p>
      ))}
      {stale.length > 0 && <p className="soft">{staleWords(t, stale)}</p>}
      <TakeFacts take={take} cost={useTakeCost(take)} />
      <TakeSources take={take} />
      <NoteField key={`${take.kind} ${take.number}`} card={card} index={index} actions={actions} />
      <AboutActions card={card} index={index} onBin={onBin} actions={actions} />
    </section>
  );
}

interface Part {
  readonly card: CardTake;
  readonly index: SceneIndex;
  readonly actions: PanelActions;
}

function NoteField({ card: { take, mark }, index, actions }: Part) {
  const t = useT();
  const id = useId();
  const note = useTyped(mark.note, (text) => actions.noteTake(index, take.kind, take.number, text));
  return (
    <label htmlFor={id} className="take-note">
      <span className="row">
        <span className="grow">{t('about_note')}</span>
        {!note.isStored && <span>{t('saving')}</span>}
      </span>
      <textarea
        id={id}
        rows={1}
        maxLength={TEXT_LIMIT}
        value={note.text}
        onChange={({ target }) => note.change(target.value)}
        onBlur={note.flush}
      />
    </label>
  );
}

function AboutActions({ card, index, onBin, actions }: Part & BinProps) {
  const t = useT();
  const { kind, number, snapshot } = card.take;
  const isArchived = card.mark.archivedAt !== null;
  const prompt = promptOf(snapshot);
  return (
    <div className="about-actions">
      <button
        type="button"
        className="button"
        title={t('hint_useAgain')}
        onClick={() => actions.useAgain(index, kind, number)}
      >
        <RotateCcw size={14} aria-hidden="true" /> {t('useAgain')}
      </button>
      {prompt !== '' && (
        <button type="button" className="button quiet" onClick={() => actions.copyPrompt(prompt)}>
          <Copy size={14} aria-hidden="true" /> {t('hand_copy')}
        </button>
      )}
      <button
        type="button"
        className="button quiet"
        onClick={() => actions.archiveTake(index, kind, number, !isArchived)}
      >
        {isArchived ? (
          <ArchiveRestore size={14} aria-hidden="true" />
        ) : (
          <Archive size={14} aria-hidden="true" />
        )}{' '}
        {t(isArchived ? 'bringBackTake' : 'archiveTake')}
      </button>
      <button type="button" className="button quiet" onClick={onBin}>
        <Trash2 size={14} aria-hidden="true" /> {t('bin')}
      </button>
      {isPutAway(card) && <span className="soft">{t('archivedWords')}</span>}
    </div>
  );
}
