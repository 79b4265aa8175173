import type { ProviderName } from './capabilities.ts';
import type { Choices } from './choices.ts';

/** Who makes one scene's takes and with which models, where it is not what makes its film's. */
export interface MadeWith extends Pick<Choices, 'imageModel' | 'videoModel'> {
  readonly provider: ProviderName;
}

/**
 * A film as the takes of one of its scenes are made: with what the scene has of its own, null for nothing. An order stays
 * with the provider that it was given to; where that is another one by now, with what the film chose of it.
 */
export function filmFor<F extends MadeWith>(
  film: F,
  { madeWith }: { readonly madeWith: MadeWith | null },
  provider: ProviderName = madeWith?.provider ?? film.provider,
): F {
  const made = madeWith === null ? film : { ...film, ...madeWith };
  return made.provider === provider ? made : { ...film, provider };
}

/** A film as it is, and as those of its scenes are made that have something of their own. */
export function filmsIn<F extends MadeWith>(
  film: F,
  places: readonly { readonly madeWith: MadeWith | null }[],
): readonly F[] {
  return [film, ...places.flatMap((place) => (place.madeWith === null ? [] : [filmFor(film, place)]))];
}
