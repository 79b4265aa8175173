import './frame-dialog.css';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { findScenes } from '../lib/domain/find-scenes.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { ownVideosFirst, type SceneVideos, type VideoTake } from '../lib/domain/scene-videos.ts';
import { FRAME_EDGES, FRAME_USES, type FrameOf, type FrameUse } from '../lib/domain/take.ts';
import { useAssetUrl } from './asset-url.tsx';
import { Dialog } from './dialog.tsx';
import type { PanelActions } from './panel-props.ts';
import { clockTime, sceneName } from './scene-name.ts';
import { useT, type Translate } from './words.tsx';

/** Fewer scenes than this are seen at one look. */
const FIND_FROM = 6;
/** Scenes that are drawn at first, and with each press for more: a long film is not drawn at one blow. */
const SHOWN = 60;

/**
 * Every video take of the film, its own scene's first: the first or the last frame of one is used by one press, to begin
 * or to end the scene's own video.
 */
export function FrameDialog({
  index,
  actions,
  onClose,
}: {
  /** The scene that gets the frame. */
  readonly index: SceneIndex;
  readonly actions: Pick<PanelActions, 'findVideos' | 'useFrame'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const film = useVideos(actions.findVideos);
  const [as, setAs] = useState<FrameUse>('begin');
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(SHOWN);
  const all = ownVideosFirst(film ?? [], index);
  const found = query.trim() === '' ? all : foundIn(all, query);
  const shown = found.slice(0, most);
  const left = found.length - shown.length;
  const use = (frame: FrameOf): void => {
    actions.useFrame(index, frame, as);
    onClose();
  };
  return (
    <Dialog title={t('frames_title', String(index))} className="frames" onClose={onClose}>
      <Uses chosen={as} onChange={setAs} />
      {all.length >= FIND_FROM && (
        <input
          type="search"
          aria-label={t('goToScene')}
          placeholder={t('goToHint')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <p className="soft" role="status">
        {film === null ? t('batch_reading') : foundWords(t, all.length, found.length)}
      </p>
      <ol className="frame-scenes">
        {shown.map((scene) => (
          <Scene key={scene.place.index} scene={scene} onUse={use} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setMost(most + SHOWN)}>
          {t('frames_more', Math.min(left, SHOWN))}
        </button>
      )}
    </Dialog>
  );
}

function Uses({
  chosen,
  onChange,
}: {
  readonly chosen: FrameUse;
  readonly onChange: (as: FrameUse) => void;
}) {
  const t = useT();
  return (
    <fieldset className="shapes">
      <legend>{t('frames_use')}</legend>
      {FRAME_USES.map((each) => (
        <label key={each}>
          <input type="radio" name="frameUse" checked={each === chosen} onChange={() => onChange(each)} />
          <span>
            {t(`frames_${each}`)}
            <small>{t(`frames_${each}Hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** How the search stands, for those who do not see the list shrink. */
function foundWords(t: Translate, all: number, found: number): string {
  if (all === 0) return t('frames_none');
  if (found === 0) return t('noneFound');
  return found === all ? '' : t('frames_found', found);
}

function useVideos(find: PanelActions['findVideos']): readonly SceneVideos[] | null {
  const [film, setFilm] = useState<readonly SceneVideos[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void find().then((read) => isGone || setFilm(read));
    return () => void (isGone = true);
  }, [find]);
  return film;
}

function foundIn(film: readonly SceneVideos[], query: string): readonly SceneVideos[] {
  const places = film.map(({ place }) => place);
  const byPlace = new Map(film.map((scene) => [scene.place, scene]));
  return findScenes(places, query, places.length).flatMap((place) => byPlace.get(place) ?? []);
}

function Scene({
  scene: { place, videos },
  onUse,
}: {
  readonly scene: SceneVideos;
  readonly onUse: (frame: FrameOf) => void;
}) {
  const t = useT();
  const row = useRef<HTMLLIElement>(null);
  const isSeen = useSeen(row);
  return (
    <li ref={row} className="frame-scene">
      <h3>
        {sceneName(t, place.index, place.ordinal)} <span className="soft cut">{place.line}</span>
      </h3>
      <ul>
        {videos.map((video) => (
          <Video key={video.take.number} video={video} isSeen={isSeen} onUse={onUse} />
        ))}
      </ul>
    </li>
  );
}

function Video({
  video: { take, picked },
  isSeen,
  onUse,
}: {
  readonly video: VideoTake;
  readonly isSeen: boolean;
  readonly onUse: (frame: FrameOf) => void;
}) {
  const t = useT();
  const { sceneIndex, number, posterId, media } = take;
  const url = useAssetUrl(isSeen ? posterId : null);
  const length = clockTime((media.lengthS ?? 0) * 1000);
  return (
    <li className={picked ? 'frame-take picked' : 'frame-take'}>
      <span className="frame-poster">{url !== null && <img src={url} alt="" />}</span>
      <span>
        {t('takeName', t('kind_video'), String(number))}{' '}
        <span className="soft">{[length, ...(picked ? [t('picked')] : [])].join(' · ')}</span>
      </span>
      <span className="buttons">
        {FRAME_EDGES.map((edge) => (
          <button
            key={edge}
            type="button"
            className="button"
            aria-label={t(`frame_${edge}_of`, String(number), String(sceneIndex))}
            onClick={() => onUse({ sceneIndex, take: number, edge })}
          >
            {t(`frame_${edge}`)}
          </button>
        ))}
      </span>
    </li>
  );
}

/** Whether it has come into sight: pictures of what nobody scrolls to are not read. */
function useSeen(row: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || row.current === null) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watcher.observe(row.current);
    return () => watcher.disconnect();
  }, [isSeen, row]);
  return isSeen;
}
