import type { Operation } from './ids.ts';

/** An order that the user made for himself on a service's page, as it can be given to a scene. */
export interface OwnOrder {
  readonly operation: Operation;
  readonly kind: 'image' | 'video';
  /** How its prompt begins; empty where nobody told it. */
  readonly prompt: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly state: 'atWork' | 'ready';
}
