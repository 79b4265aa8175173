/** The film's one primary button outside the cards. */
export type NextStep =
  | 'importScript'
  | 'generateAllImages'
  | 'generateAllVideos'
  | 'pause'
  | 'resume'
  | 'makeFilm'
  | 'export'
  | 'retryFailed';

/** What the next step is told from; counts of scenes. */
export interface FilmFacts {
  readonly scenes: number;
  readonly images: number;
  readonly videos: number;
  /** Scenes with a task queued or at work. */
  readonly open: number;
  readonly failed: number;
  readonly paused: boolean;
  readonly needsImages: boolean;
  /** Whether the film of the present cut was made. */
  readonly filmMade: boolean;
}

/** Tells the film's next step: import, images, videos, the film, then taking it away; Pause while work runs. */
export function nextStep(film: FilmFacts): NextStep {
  if (film.scenes === 0) return 'importScript';
  if (film.open > 0) return film.paused ? 'resume' : 'pause';
  if (film.needsImages && film.images < film.scenes && film.images + film.failed < film.scenes)
    return 'generateAllImages';
  if (film.videos + film.failed < film.scenes) return 'generateAllVideos';
  if (film.failed > 0) return 'retryFailed';
  return film.filmMade ? 'export' : 'makeFilm';
}
