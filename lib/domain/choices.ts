import { capabilitiesOf, type ProviderName } from './capabilities.ts';
import type { Kind } from './scene.ts';

/** What is chosen of the service for a film. Kept while another one makes it, which has its own or none. */
export interface Choices {
  /** Names of models as the service's page has them; null leaves the one that is set there. */
  readonly imageModel: string | null;
  readonly videoModel: string | null;
  /** Seconds of every clip; null gives each scene its own length. */
  readonly clipLengthS: number | null;
  /** Takes that one order makes, 1 to {@link MOST_OUTPUTS}. */
  readonly outputs: number;
}

/** The service's own model, each scene's own length, one take: what a new film begins with. */
export const NO_CHOICES: Choices = { imageModel: null, videoModel: null, clipLengthS: null, outputs: 1 };

/** As many outputs as any service makes of one order. */
export const MOST_OUTPUTS = 4;

/** What a service would be asked for now. */
export interface Chosen {
  readonly model: string | null;
  readonly clipLengthS: number | null;
  readonly outputs: number;
}

/** The choices of a film as far as they are any of a provider's: one without models to choose from gets none. */
export function chosenFor(film: Choices & { readonly provider: ProviderName }, kind: Kind): Chosen {
  const has = capabilitiesOf(film.provider);
  if (has === null || has.models.video.length === 0) return { model: null, clipLengthS: null, outputs: 1 };
  return { model: modelFor(film, kind), clipLengthS: film.clipLengthS, outputs: film.outputs };
}

function modelFor({ imageModel, videoModel }: Choices, kind: Kind): string | null {
  switch (kind) {
    case 'image':
      return imageModel;
    case 'video':
      return videoModel;
    case 'voice':
      return null;
  }
}
