import type { ProviderName } from './capabilities.ts';
import type { TakeNumber } from './ids.ts';
import type { MadeWith } from './made-with.ts';
import type { Aspect } from './project.ts';
import type { SceneText } from './scene.ts';
import { staleInputs, type Snapshot, type StaleInput } from './snapshot.ts';

/** An input of a take that using it again leaves as it is: it is the film's and not the scene's, or it is gone. */
export type LeftInput =
  | { readonly input: 'provider'; readonly was: ProviderName }
  /** Null where it was left to the service. */
  | { readonly input: 'model'; readonly was: string | null }
  | { readonly input: 'aspect'; readonly was: Aspect }
  /** Seconds. */
  | { readonly input: 'lengthS'; readonly was: number }
  | { readonly input: 'image'; readonly was: TakeNumber }
  | { readonly input: 'videoFrom' }
  | { readonly input: 'captionStyle' }
  | { readonly input: 'pictures' };

/**
 * What a scene says that orders again what made a take: what its kind is made from and nothing beside. The length is
 * left alone where the film sets one for every clip.
 */
export function textOf(made: Snapshot, ownLength: boolean): Partial<SceneText> {
  const { title, description, voiceOver, prompt } = made;
  const lengthS = ownLength && made.lengthS !== null ? { lengthS: made.lengthS } : {};
  switch (made.kind) {
    case 'image':
      return { title, description, imagePrompt: prompt };
    case 'video':
      return { title, description, voiceOver, videoPrompt: prompt, ...lengthS };
    case 'voice':
      return { title, description, voiceOver, ...lengthS };
  }
}

/**
 * What makes a scene with a take's model again; null where that makes it already. A take of another service than the
 * scene's leaves it alone: a draft is no wish for drafts.
 */
export function makerOf({ kind, provider, model }: Snapshot, film: MadeWith): MadeWith | null {
  if (provider !== film.provider || model === null || kind === 'voice') return null;
  const { imageModel, videoModel } = film;
  const isSame = model === (kind === 'image' ? imageModel : videoModel);
  if (isSame) return null;
  return kind === 'image'
    ? { provider, imageModel: model, videoModel }
    : { provider, imageModel, videoModel: model };
}

/** Names what of a take's inputs is not what the scene has, once its words were brought back. */
export function leftInputs(made: Snapshot, present: Snapshot): readonly LeftInput[] {
  const ofFilm =
    made.provider === present.provider ? [] : [{ input: 'provider', was: made.provider } as const];
  return [...ofFilm, ...staleInputs(made, present).flatMap((input) => leftInput(input, made) ?? [])];
}

function leftInput(input: StaleInput, made: Snapshot): LeftInput | null {
  switch (input) {
    case 'model':
      return { input, was: made.model };
    case 'aspect':
      return { input, was: made.aspect };
    case 'lengthS':
      return made.lengthS === null ? null : { input, was: made.lengthS };
    // Where it was made from text, the way to make videos says it.
    case 'image':
      return made.image === null ? null : { input, was: made.image.take };
    case 'videoFrom':
    case 'captionStyle':
    case 'pictures':
      return { input };
    case 'title':
    case 'description':
    case 'voiceOver':
    case 'prompt':
      return null;
  }
}
