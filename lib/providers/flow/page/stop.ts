import type { Fault } from '../../../domain/fault.ts';
import type { AnchorName } from './anchors.ts';
import type { Obstacle } from './obstacles.ts';

/** Why the page was not prepared. Nothing was ordered, whatever it is. */
export type Stop =
  /** Refused beforehand, or by the page's own upload. */
  | { readonly type: 'fault'; readonly fault: Fault }
  /** The user moves something out of the way first. */
  | { readonly type: 'obstacles'; readonly obstacles: readonly Obstacle[] }
  /** The page lacks what Retake needs: the order is made by hand. */
  | { readonly type: 'missing'; readonly anchor: AnchorName }
  /** The page did not keep what was written into it. */
  | { readonly type: 'notHeld'; readonly what: string; readonly wanted: string; readonly found: string }
  /** No way of giving the page this picture worked: the user drops the file that Retake shows. */
  | { readonly type: 'askUserToDrop'; readonly picture: string; readonly slot: Slot };

/** Where a picture goes. */
export type Slot = 'start' | 'end' | 'ingredient';

/** A choice that the page does not have, with those that it has (L19). */
export function notOffered(choice: string, offered: readonly string[]): Stop {
  return { type: 'fault', fault: { type: 'NotOffered', choice, offered } };
}
