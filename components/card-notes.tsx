import { cardNotes, type CardNote } from '../lib/domain/card-note.ts';
import type { Card, CardTake, UsedFrame } from '../lib/domain/card.ts';
import { remarksOf, type FrameOf, type FrameUse } from '../lib/domain/take.ts';
import { faultWords } from './fault-words.ts';
import { makerWords } from './maker-words.ts';
import { useNow } from './now.tsx';
import { useQueue } from './queue-state.tsx';
import { useT, type Translate } from './words.tsx';

/** What there is to say about a scene: its fault and what helps, what it waits for, inputs that have changed. */
export function CardNotes({
  card,
  shown,
  sameAs,
  isAbout,
  onFrame,
  onAsFilm,
}: {
  readonly card: Card;
  readonly shown: CardTake | null;
  /** Numbers of other scenes with the same prompts; empty where there are none. */
  readonly sameAs: string;
  /** Whether everything about the shown take stands below already. */
  readonly isAbout: boolean;
  /** Makes a frame the scene's image or its end frame. */
  readonly onFrame: (frame: FrameOf, use: FrameUse) => void;
  /** Has the scene made with what makes the film again. */
  readonly onAsFilm: () => void;
}) {
  const t = useT();
  const { madeWith } = card.scene;
  const notes = cardNotes(card, useQueue(), useNow());
  return (
    <>
      {notes.map((note) => (
        <Note key={note.type} note={note} />
      ))}
      <BrokenNotes broken={card.broken} />
      {card.frames.map(
        (frame) =>
          frame.pick !== frame.of.take && <OldFrameNote key={frame.use} frame={frame} onFrame={onFrame} />,
      )}
      {madeWith !== null && (
        <p className="note quiet">
          {t('ownMaker', makerWords(t, madeWith))}{' '}
          <button type="button" className="button" onClick={onAsFilm}>
            {t('asFilm')}
          </button>
        </p>
      )}
      {sameAs !== '' && <p className="note quiet">{t('samePrompt', sameAs)}</p>}
      {shown !== null && !isAbout && <TakeNotes take={shown} />}
      {shown !== null && shown.mark.missingAt !== null && <p className="note bad">{t('fileGone')}</p>}
    </>
  );
}

/** Rules of the film that a prompt breaks, named. */
function BrokenNotes({ broken }: { readonly broken: Card['broken'] }) {
  const t = useT();
  const words = (['image', 'video'] as const).flatMap((kind) => {
    const { missing, forbidden } = broken[kind];
    return [
      missing.length > 0 ? t(`rule_missing_${kind}`, missing.join(', ')) : '',
      forbidden.length > 0 ? t(`rule_forbidden_${kind}`, forbidden.join(', ')) : '',
    ];
  });
  return words
    .filter((each) => each !== '')
    .map((each) => (
      <p key={each} className="note quiet">
        {each}
      </p>
    ));
}

/** What goes on from a video, or comes to it, may not fit one that is in its place now. */
function OldFrameNote({
  frame: { use, of, pick },
  onFrame,
}: {
  readonly frame: UsedFrame;
  readonly onFrame: (frame: FrameOf, use: FrameUse) => void;
}) {
  const t = useT();
  return (
    <p className="note plain">
      {t(`note_${use}_${of.edge}`, String(of.sceneIndex))}{' '}
      {pick !== null && (
        <button type="button" className="button" onClick={() => onFrame({ ...of, take: pick }, use)}>
          {t(`frameAgain_${of.edge}`)}
        </button>
      )}
    </p>
  );
}

/** What a take differs in from what its scene says now: `Made before you changed: prompt, pictures`. */
export function staleWords(t: Translate, stale: CardTake['stale']): string {
  return t('staleNote', stale.map((input) => t(`stale_${input}`)).join(', '));
}

function TakeNotes({ take: { take, stale } }: { readonly take: CardTake }) {
  const t = useT();
  return (
    <>
      {remarksOf(take).map((remark) => (
        <p key={remark} className="note plain">
          {t(`remark_${remark}`)}
        </p>
      ))}
      {stale.length > 0 && <p className="note quiet">{staleWords(t, stale)}</p>}
    </>
  );
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
      return (
        <p className="note plain">
          {t('lastTryFailed')}
          {note.fault !== null && `: ${faultWords(t, note.fault)}`}
        </p>
      );
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
