import type { CardActions } from './card-actions.ts';
import type { SceneIndex } from './ids.ts';
import type { Picture } from './picture.ts';
import type { Kind, Scene } from './scene.ts';
import type { StaleInput } from './snapshot.ts';
import type { CardFacts, Status, StatusTone } from './status.ts';
import type { Mark, Take } from './take.ts';

/** A take as its card shows it. */
export interface CardTake {
  readonly take: Take;
  readonly mark: Mark;
  /** Inputs that have changed since it was made; empty when it is current. */
  readonly stale: readonly StaleInput[];
  readonly picked: boolean;
  /** Whether nobody has looked at it yet. */
  readonly fresh: boolean;
}

/** Everything that one scene's card shows. */
export interface Card {
  readonly scene: Scene;
  /** Takes of each kind that are not in the bin, newest first. */
  readonly takes: { readonly [K in Kind]: readonly CardTake[] };
  readonly facts: CardFacts;
  readonly status: Status;
  readonly actions: CardActions;
  /** Whether the failed task's inputs have changed since, so that Retry orders the present ones. */
  readonly inputsChanged: boolean;
  /** The scene's own pictures. */
  readonly pictures: readonly Picture[];
}

/** One scene in the film's order, as the list, the film's bar and the counts need it. */
export interface ScenePlace {
  readonly index: SceneIndex;
  /** 1 for the first scene of the film. */
  readonly ordinal: number;
  readonly tone: StatusTone;
  readonly hasImage: boolean;
  readonly hasVideo: boolean;
}
