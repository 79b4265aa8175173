import type { ProjectId, SceneIndex, TaskId } from './ids.ts';
import type { Kind } from './scene.ts';

/** The order that stands ready on the Flow page. There is one at most, of whatever film. */
export interface ReadyOrder {
  readonly taskId: TaskId;
  readonly projectId: ProjectId;
  readonly index: SceneIndex;
  readonly kind: Kind;
  /** Seconds; null for an image. */
  readonly lengthS: number | null;
  /** Credits that the press takes, as the page says; null where it says nothing. */
  readonly price: number | null;
  /** Takes that it makes. */
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** What there is to tell of Flow beside its holds. */
export interface FlowState {
  /** What the account has left, as it was last told; null where it was not. */
  readonly credits: number | null;
  /** Orders that Flow has at work, or whose results are on their way. */
  readonly atWork: number;
  readonly ready: ReadyOrder | null;
}

/** An order is told of once more, by a blink, when it has stood so long. */
export const UNPRESSED_MS = 20_000;
