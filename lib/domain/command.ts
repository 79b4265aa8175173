import type {
  AssetId,
  EditId,
  Operation,
  PictureId,
  ProjectId,
  SceneIndex,
  TakeNumber,
  TaskId,
} from './ids.ts';
import type { ProviderName } from './capabilities.ts';
import type { Fault } from './fault.ts';
import type { PictureRole } from './picture.ts';
import type { Aspect, VideoFrom } from './project.ts';
import type { Result } from './result.ts';
import type { Json, Kind, SceneText } from './scene.ts';
import type { Language } from './settings.ts';

/** A scene as a script brings it; it gets its index when it is stored. */
export interface SceneDraft extends SceneText {
  readonly extra: Json;
}

interface SceneKey {
  readonly projectId: ProjectId;
  readonly index: SceneIndex;
}
interface TakeKey extends SceneKey {
  readonly kind: Kind;
  readonly number: TakeNumber;
}

/** What the user can ask of Retake. Each is one transaction and safe to send twice under one command id. */
export type Command =
  // Projects
  | {
      readonly type: 'createProject';
      readonly name: string;
      readonly aspect: Aspect;
      /** Scenes to start with; may be empty. */
      readonly scenes: readonly SceneDraft[];
    }
  | { readonly type: 'renameProject'; readonly projectId: ProjectId; readonly name: string }
  | { readonly type: 'deleteProject'; readonly projectId: ProjectId }
  | {
      readonly type: 'setProject';
      readonly projectId: ProjectId;
      readonly aspect?: Aspect;
      readonly videoFrom?: VideoFrom;
      readonly provider?: ProviderName;
    }
  // Script
  | {
      readonly type: 'importScript';
      readonly projectId: ProjectId;
      readonly scenes: readonly SceneDraft[];
      /** What the script says of the whole film; null where it says nothing. */
      readonly aspect: Aspect | null;
    }
  | ({ readonly type: 'editScene'; readonly text: Partial<SceneText> } & SceneKey)
  | {
      readonly type: 'addScene';
      readonly projectId: ProjectId;
      /** The scene that it follows; null for the first place. */
      readonly after: SceneIndex | null;
      readonly scene: SceneDraft;
    }
  | ({
      readonly type: 'moveScene';
      /** The scene that it follows; null for the first place. */
      readonly after: SceneIndex | null;
    } & SceneKey)
  | ({ readonly type: 'deleteScene' } & SceneKey)
  // Pictures
  | {
      readonly type: 'addPicture';
      readonly projectId: ProjectId;
      readonly sceneIndex: SceneIndex | null;
      readonly role: PictureRole;
      readonly assetId: AssetId;
      readonly name: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'removePicture'; readonly pictureId: PictureId }
  // Tasks
  /** A new take: the first one, or regenerate where there is one already. */
  | ({ readonly type: 'generate'; readonly kind: Kind } & SceneKey)
  | ({ readonly type: 'retry'; readonly kind: Kind } & SceneKey)
  | { readonly type: 'cancel'; readonly taskId: TaskId }
  | { readonly type: 'generateAll'; readonly projectId: ProjectId; readonly kind: Kind }
  | { readonly type: 'retryFailed'; readonly projectId: ProjectId }
  | { readonly type: 'stopAll'; readonly projectId: ProjectId }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  // What only the user can tell
  | { readonly type: 'checkAgain'; readonly taskId: TaskId }
  | { readonly type: 'confirmSent'; readonly taskId: TaskId; readonly operation: Operation }
  | { readonly type: 'confirmNotSent'; readonly taskId: TaskId }
  | { readonly type: 'liftHold'; readonly provider: ProviderName; readonly model: string }
  // Takes
  | ({ readonly type: 'pickTake' } & TakeKey)
  | ({ readonly type: 'seeTake' } & TakeKey)
  | ({
      readonly type: 'markTake';
      readonly starred?: boolean;
      readonly note?: string;
      readonly archived?: boolean;
      readonly binned?: boolean;
    } & TakeKey)
  // The rest
  | { readonly type: 'undo'; readonly editId: EditId }
  | { readonly type: 'setLanguage'; readonly language: Language };

/** What a command did. */
export interface Done {
  /** Undoes it; null where there is nothing to undo. */
  readonly editId: EditId | null;
  /** The project that it made or changed; null for a setting. */
  readonly projectId: ProjectId | null;
  /** Scenes that it made, tasks that it ordered or stopped, fields that it brought back. */
  readonly count: number;
  /** Scenes that it left out, with why; part of a batch that could not be ordered. */
  readonly left: readonly { readonly index: SceneIndex; readonly fault: Fault }[];
}

/** Answer to a command: stored with it, and given again when it is sent again. */
export type Answer = Result<Done, Fault>;
