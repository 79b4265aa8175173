import type { AttemptId, ProjectId, SceneIndex } from './ids.ts';
import type { Kind } from './scene.ts';

/** What a transaction changed, as far as readers care. */
export type Changed =
  | { readonly type: 'projects' }
  | { readonly type: 'project'; readonly projectId: ProjectId }
  | { readonly type: 'scene'; readonly projectId: ProjectId; readonly index: SceneIndex }
  | { readonly type: 'settings' }
  | { readonly type: 'holds' }
  /** What a page told of orders and of the account. */
  | { readonly type: 'sightings' };

/** A broadcast to pages. It carries ids, never contents. */
export type Notice =
  /** Sent after commit; `revision` rises by one with each, so that a gap shows. */
  | { readonly type: 'changed'; readonly revision: number; readonly what: readonly Changed[] }
  /** How far the work of an attempt is; at most four a second, never stored. */
  | {
      readonly type: 'progress';
      readonly projectId: ProjectId;
      readonly index: SceneIndex;
      readonly kind: Kind;
      readonly attempt: AttemptId;
      /** 0 to 1; null where it is not known. */
      readonly progress: number | null;
    }
  /** An order has waited long for the user's press: a page that is open plays the sound. */
  | { readonly type: 'chime' }
  /** How far the joining of a film is; at most four a second, never stored. */
  | {
      readonly type: 'joining';
      readonly projectId: ProjectId;
      /** 0 to 1. */
      readonly share: number;
    };
