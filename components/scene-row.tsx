import { ImageIcon } from 'lucide-react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import { isPutAway, type Card, type CardTake, type ScenePlace } from '../lib/domain/card.ts';
import { useAssetUrl } from './asset-url.tsx';
import { CardStatus } from './card-status.tsx';
import { makerWords } from './maker-words.ts';
import { useT, type Translate } from './words.tsx';

/** A scene in one line of a long film: thumbnail, number, what it says, status, and the next thing that helps. */
export function SceneRow({
  place,
  card,
  sameAs,
  onOpen,
  onAct,
}: {
  readonly place: ScenePlace;
  /** Null while it is read. */
  readonly card: Card | null;
  readonly sameAs: string;
  readonly onOpen: () => void;
  readonly onAct: (action: CardAction) => void;
}) {
  const t = useT();
  const next = card === null ? null : nextAction(card);
  return (
    <div className="scene-row">
      <button
        type="button"
        className="row-open"
        aria-expanded={false}
        title={t('openScene')}
        onClick={onOpen}
      >
        <RowFace place={place} card={card} sameAs={sameAs} />
      </button>
      {next !== null && (
        <button
          type="button"
          className={card !== null && needsHelp(card) ? 'button main' : 'button'}
          onClick={() => onAct(next)}
        >
          {t(`action_${next}`)}
        </button>
      )}
    </div>
  );
}

/** What tells a scene in one line: thumbnail, number, what it says, and status. */
export function RowFace({
  place,
  card,
  sameAs,
}: {
  readonly place: ScenePlace;
  readonly card: Card | null;
  /** Numbers of other scenes with the same prompts; empty where there are none. */
  readonly sameAs: string;
}) {
  const t = useT();
  return (
    <>
      <Thumb take={card === null ? null : usualTake(card)} />
      <span className="row-words">
        <span className="row-line">
          <b>{rowNumber(t, place)}</b> <span className="cut grow">{place.line}</span>
          {place.madeWith !== null && (
            <abbr className="row-same" title={t('ownMaker', makerWords(t, place.madeWith))}>
              ✦
            </abbr>
          )}
          {sameAs !== '' && (
            <abbr className="row-same" title={t('samePrompt', sameAs)}>
              =
            </abbr>
          )}
        </span>
        {card === null ? (
          <span className="soft">{t(`tone_${place.tone}`)}</span>
        ) : (
          <CardStatus status={card.status} />
        )}
      </span>
    </>
  );
}

/** The take that stands for a scene: its picked video, else its picked image, else the newest that is not put away. */
export function usualTake({ takes: { video, image } }: Card): CardTake | null {
  const picked = ({ picked: isPicked }: CardTake): boolean => isPicked;
  const found = video.find(picked) ?? image.find(picked);
  return found ?? [...video, ...image].find((take) => !isPutAway(take)) ?? null;
}

/** Three hundred loud buttons are none: only what failed or waits for the user stands out. */
function needsHelp({ status }: Card): boolean {
  return status.tone === 'failed' || status.tone === 'needs';
}

/** The scene's number alone, with its place where the two differ. */
function rowNumber(t: Translate, { index, ordinal }: ScenePlace): string {
  return index === ordinal ? String(index) : `${index} · ${t('place', String(ordinal))}`;
}

/** What a row offers: nothing while work runs or all is well. */
function nextAction({ actions, status }: Card): CardAction | null {
  const isQuiet = status.tone === 'work' || status.tone === 'waiting' || status.name === 'done';
  return isQuiet ? null : (actions.card[0] ?? null);
}

function Thumb({ take }: { readonly take: CardTake | null }) {
  const url = useAssetUrl(take === null ? null : (take.take.posterId ?? take.take.assetId));
  return (
    <span className="row-thumb">
      {url === null ? <ImageIcon size={14} aria-hidden="true" /> : <img src={url} alt="" />}
    </span>
  );
}
