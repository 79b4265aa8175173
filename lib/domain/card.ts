import type { MadeWith } from './made-with.ts';
import type { CardActions } from './card-actions.ts';
import type { Chosen } from './choices.ts';
import type { Fault } from './fault.ts';
import type { SceneIndex, TakeNumber } from './ids.ts';
import type { Picture } from './picture.ts';
import type { PromptLines } from './prompt-lines.ts';
import type { BrokenRules } from './prompt-rules.ts';
import type { Kind, Scene } from './scene.ts';
import type { StaleInput } from './snapshot.ts';
import type { CardFacts, Status, StatusTone } from './status.ts';
import type { FrameOf, FrameUse, Mark, Take } from './take.ts';

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

/** Whether a take is put away: archived, and not in use. */
export function isPutAway({ mark, picked }: CardTake): boolean {
  return mark.archivedAt !== null && !picked;
}

/** A frame of a video take with which a scene's video begins or ends. */
export interface UsedFrame {
  readonly use: FrameUse;
  readonly of: FrameOf;
  /** The video that the scene it comes from uses now; null where it uses none. */
  readonly pick: TakeNumber | null;
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
  /** The pictures that its takes are made with: the scene's own first, then the film's, each oldest first. */
  readonly pictures: readonly Picture[];
  /** What orders of it are made with at the provider of its task, or else of its project. */
  readonly chosen: { readonly image: Chosen; readonly video: Chosen };
  /** Whether its takes are ordered by a press on the service's page, where the user may order for himself. */
  readonly needsPress: boolean;
  /** What the film adds to prompts. */
  readonly lines: PromptLines;
  /** Frames of video takes with which its video begins and ends. */
  readonly frames: readonly UsedFrame[];
  /** The film's rules that its prompts break. */
  readonly broken: { readonly image: BrokenRules; readonly video: BrokenRules };
  /** Why its end frame cannot be used as things are chosen; null where it can, or there is none. */
  readonly endLack: Fault | null;
  /** Whether the project's provider uses pictures. */
  readonly references: boolean;
}

/** One scene in the film's order, as the list, the film's bar and the counts need it. */
export interface ScenePlace {
  readonly index: SceneIndex;
  /** 1 for the first scene of the film. */
  readonly ordinal: number;
  readonly tone: StatusTone;
  readonly hasImage: boolean;
  readonly hasVideo: boolean;
  /** The picked video; it is part of the film's cut. */
  readonly video: TakeNumber | null;
  /** Whether a take came that nobody has looked at, while another was picked. */
  readonly hasNewTake: boolean;
  /** Kinds of which something is ordered and has not ended. */
  readonly open: readonly Kind[];
  /** Kinds whose newest try failed while nothing of them is picked. */
  readonly failed: readonly Kind[];
  /** What makes its takes in place of what makes its film's; null where it goes with the film. */
  readonly madeWith: MadeWith | null;
  /** Seconds. */
  readonly lengthS: number;
  /** One line that tells the scene from others; empty where it says nothing. */
  readonly line: string;
  /** What its prompts come to; scenes of the same are likely one too many. Empty where it says nothing. */
  readonly prompt: string;
  /** Everything that it says, for finding it by its words. */
  readonly words: string;
  readonly chapter: string;
}
