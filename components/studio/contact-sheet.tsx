import { ImageIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isPutAway, type Card, type CardTake, type ScenePlace } from '../../lib/domain/card.ts';
import type { Aspect } from '../../lib/domain/project.ts';
import { isSameTake, refOf, type TakeRef } from '../../lib/domain/studio-view.ts';
import { useAssetUrl } from '../asset-url.tsx';
import type { PanelData } from '../panel-props.ts';
import { sceneName } from '../scene-name.ts';
import { usualTake } from '../scene-row.tsx';
import { takeName } from '../take-strip.tsx';
import { useT } from '../words.tsx';

type Compare = (left: TakeRef, right: TakeRef) => void;

/** Every take of a scene; two that are pressed are compared. */
export function SceneSheet({
  card,
  aspect,
  onCompare,
}: {
  readonly card: Card;
  readonly aspect: Aspect;
  readonly onCompare: Compare;
}) {
  const t = useT();
  const { chosen, choose } = useTwo(onCompare);
  const takes = [...card.takes.video, ...card.takes.image].filter((take) => !isPutAway(take));
  if (takes.length === 0) return <p className="soft">{t('status_notGenerated')}</p>;
  return (
    <Sheet aspect={aspect}>
      {takes.map((take) => (
        <li key={`${take.take.kind} ${take.take.number}`}>
          <Tile take={take} name={takeName(t, take)} chosen={chosen} onChoose={choose} />
        </li>
      ))}
    </Sheet>
  );
}

/** The take that each scene of the film has in use; two that are pressed are compared. */
export function FilmSheet({
  places,
  aspect,
  useCard,
  onCompare,
}: {
  readonly places: readonly ScenePlace[];
  readonly aspect: Aspect;
  readonly useCard: PanelData['useCard'];
  readonly onCompare: Compare;
}) {
  const { chosen, choose } = useTwo(onCompare);
  return (
    <Sheet aspect={aspect}>
      {places.map((place) => (
        <ScenePart key={place.index} place={place} useCard={useCard} chosen={chosen} onChoose={choose} />
      ))}
    </Sheet>
  );
}

interface Choosing {
  readonly chosen: TakeRef | null;
  readonly onChoose: (take: TakeRef) => void;
}

/** The first press chooses, the second compares; a press on the chosen one lets it go. */
function useTwo(onCompare: Compare): {
  readonly chosen: TakeRef | null;
  readonly choose: (take: TakeRef) => void;
} {
  const [chosen, setChosen] = useState<TakeRef | null>(null);
  const choose = (take: TakeRef): void => {
    if (chosen === null) setChosen(take);
    else if (isSameTake(chosen, take)) setChosen(null);
    else onCompare(chosen, take);
  };
  return { chosen, choose };
}

function Sheet({ aspect, children }: { readonly aspect: Aspect; readonly children: ReactNode }) {
  const t = useT();
  return (
    <section className={`sheet ${aspect === '16:9' ? 'wide' : ''}`} aria-label={t('studio_choose')}>
      <p className="soft">{t('studio_choose')}</p>
      <ol>{children}</ol>
    </section>
  );
}

type PartProps = Choosing & { readonly place: ScenePlace; readonly useCard: PanelData['useCard'] };

/** A scene of the sheet; it is read once it has come into sight. */
function ScenePart(props: PartProps) {
  const t = useT();
  const part = useRef<HTMLLIElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || part.current === null) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watcher.observe(part.current);
    return () => watcher.disconnect();
  }, [isSeen]);
  const name = sceneName(t, props.place.index, props.place.ordinal);
  return <li ref={part}>{isSeen ? <Picked {...props} name={name} /> : <Missing name={name} />}</li>;
}

function Picked({ place, useCard, name, ...choosing }: PartProps & { readonly name: string }) {
  const t = useT();
  const card = useCard(place.index);
  const take = card && usualTake(card);
  if (take === null) return <Missing name={name} />;
  return <Tile take={take} name={`${name}, ${takeName(t, take)}`} label={name} {...choosing} />;
}

function Missing({ name }: { readonly name: string }) {
  const t = useT();
  return (
    <div className="tile missing">
      <span className="tile-picture">
        <ImageIcon size={20} aria-hidden="true" />
      </span>
      <span>{name}</span>
      <span className="soft">{t('status_notGenerated')}</span>
    </div>
  );
}

function Tile({
  take,
  name,
  label = name,
  chosen,
  onChoose,
}: Choosing & {
  readonly take: CardTake;
  readonly name: string;
  /** What is read below it, the beginning of its name. */
  readonly label?: string;
}) {
  const { kind, media, posterId, assetId } = take.take;
  const url = useAssetUrl(kind === 'image' ? assetId : (posterId ?? assetId));
  const ref = refOf(take.take);
  return (
    <button
      type="button"
      className={`tile ${take.picked ? 'picked' : ''}`}
      aria-label={name}
      aria-pressed={chosen !== null && isSameTake(chosen, ref)}
      onClick={() => onChoose(ref)}
    >
      <span className="tile-picture" style={{ aspectRatio: `${media.width} / ${media.height}` }}>
        {url !== null && <img src={url} alt="" loading="lazy" />}
      </span>
      <span>{label}</span>
    </button>
  );
}
