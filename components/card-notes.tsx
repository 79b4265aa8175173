import type { Remark } from '../lib/domain/attempt.ts';
import { cardNotes, type CardNote } from '../lib/domain/card-note.ts';
import type { Card, CardTake } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { faultWords } from './fault-words.ts';
import { useNow } from './now.tsx';
import { useQueue } from './queue-state.tsx';
import { useT } from './words.tsx';

/** What there is to say about a scene: its fault and what helps, what it waits for, inputs that have changed. */
export function CardNotes({
  card,
  shown,
  onFrame,
}: {
  readonly card: Card;
  readonly shown: CardTake | null;
  /** Makes the present end of a scene's video this scene's image. */
  readonly onFrame: (from: SceneIndex) => void;
}) {
  const t = useT();
  const notes = cardNotes(card, useQueue(), useNow());
  return (
    <>
      {notes.map((note) => (
        <Note key={note.type} note={note} />
      ))}
      {card.frame !== null && !card.frame.isCurrent && <FrameNote frame={card.frame} onFrame={onFrame} />}
      {remarksOf(shown).map((remark) => (
        <p key={remark} className="note plain">
          {t(`remark_${remark}`)}
        </p>
      ))}
      {shown !== null && shown.mark.missingAt !== null && <p className="note bad">{t('fileGone')}</p>}
      {shown !== null && shown.stale.length > 0 && (
        <p className="note plain">
          {t('staleNote', shown.stale.map((input) => t(`stale_${input}`)).join(', '))}
        </p>
      )}
    </>
  );
}

/** What comes after a scene whose video is another one now may not fit it any more. */
function FrameNote({
  frame: { from, edge },
  onFrame,
}: {
  readonly frame: NonNullable<Card['frame']>;
  readonly onFrame: (from: SceneIndex) => void;
}) {
  const t = useT();
  return (
    <p className="note plain">
      {t(`note_frame_${edge}`, String(from))}{' '}
      {edge === 'last' && (
        <button type="button" className="button quiet" onClick={() => onFrame(from)}>
          {t('frameAgain')}
        </button>
      )}
    </p>
  );
}

function remarksOf(shown: CardTake | null): readonly Remark[] {
  return shown?.take.origin.type === 'generated' ? shown.take.origin.remarks : [];
}

function Note({ note }: { readonly note: CardNote }) {
  const t = useT();
  switch (note.type) {
    case 'fault':
      return <FaultNote note={note} />;
    case 'held':
      return <p className="note quiet">{t('note_held', faultWords(t, note.fault))}</p>;
    case 'paused':
      return <p className="note quiet">{t('note_paused')}</p>;
    case 'lastTryFailed':
      return <p className="note plain">{t('lastTryFailed')}</p>;
    // Said beside the buttons, with what a press makes and takes.
    case 'pressStart':
      return null;
    case 'notSure':
    case 'stopped':
      return <p className="note plain">{t(`note_${note.type}`)}</p>;
  }
}

function FaultNote({ note }: { readonly note: Extract<CardNote, { type: 'fault' }> }) {
  const t = useT();
  const words = [
    t(note.charged === 'no' ? 'notCharged' : 'maybeCharged'),
    note.retryMayCharge ? t('retryMayCharge') : '',
    t(`faultHelp_${note.helps}`),
  ];
  return (
    <p className="note bad">
      <strong>{faultWords(t, note.fault)}</strong> {words.filter((each) => each !== '').join(' ')}
    </p>
  );
}
