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
import type { Choices } from './choices.ts';
import type { Fault } from './fault.ts';
import type { MadeWith } from './made-with.ts';
import type { PictureRole } from './picture.ts';
import type { EndCard } from './end-card.ts';
import type { AfterImages, Aspect, CaptionStyle, Naming, VideoFrom } from './project.ts';
import type { PromptLines } from './prompt-lines.ts';
import type { PromptRules } from './prompt-rules.ts';
import type { Result } from './result.ts';
import type { Rewrite } from './replace-text.ts';
import type { Json, Kind, SceneText, TextField } from './scene.ts';
import type { SettingsChange } from './settings.ts';
import type { OrdersOut, StorageCare } from './storage-use.ts';
import type { FrameOf, Media } from './take.ts';

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
      /** Who makes its takes; the built-in provider where nobody says. */
      readonly provider?: ProviderName;
      readonly videoFrom?: VideoFrom;
      readonly afterImages?: AfterImages;
      readonly captionStyle?: CaptionStyle;
      readonly choices?: Partial<Choices>;
      readonly rules?: PromptRules;
      /** Added to every prompt, as an edit of its own that undo takes back. */
      readonly styleLine?: string;
      readonly endCard?: EndCard;
      readonly naming?: Naming;
    }
  | {
      readonly type: 'renameProject';
      readonly projectId: ProjectId;
      readonly name: string;
      /** For whom it is made; left as it is where nobody says. */
      readonly client?: string;
    }
  /** Puts a project away, or brings it back into the chooser. */
  | { readonly type: 'archiveProject'; readonly projectId: ProjectId; readonly archived: boolean }
  | { readonly type: 'deleteProject'; readonly projectId: ProjectId }
  | {
      readonly type: 'setProject';
      readonly projectId: ProjectId;
      readonly aspect?: Aspect;
      readonly videoFrom?: VideoFrom;
      readonly afterImages?: AfterImages;
      readonly captionStyle?: CaptionStyle;
      readonly provider?: ProviderName;
      readonly choices?: Partial<Choices>;
      readonly lines?: PromptLines;
      readonly rules?: PromptRules;
      readonly endCard?: EndCard;
    }
  /** Keeps a project's settings under a name, for new projects; the same name again takes the earlier one's place. */
  | { readonly type: 'savePreset'; readonly projectId: ProjectId; readonly name: string }
  | { readonly type: 'removePreset'; readonly projectId: ProjectId; readonly name: string }
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
  /** Adds a copy of a scene behind it: its words and its own pictures, not its takes. */
  | ({ readonly type: 'duplicateScene' } & SceneKey)
  | ({
      readonly type: 'moveScene';
      /** The scene that it follows; null for the first place. */
      readonly after: SceneIndex | null;
    } & SceneKey)
  | ({ readonly type: 'deleteScene' } & SceneKey)
  | { readonly type: 'deleteScenes'; readonly projectId: ProjectId; readonly scenes: readonly SceneIndex[] }
  | {
      readonly type: 'setLengths';
      readonly projectId: ProjectId;
      readonly scenes: readonly SceneIndex[];
      /** Seconds. */
      readonly lengthS: number;
    }
  | {
      readonly type: 'setMaker';
      readonly projectId: ProjectId;
      readonly scenes: readonly SceneIndex[];
      /** Null has the scenes go with their film. */
      readonly madeWith: MadeWith | null;
    }
  /** Writes texts of many scenes as one edit. */
  | {
      readonly type: 'replaceText';
      readonly projectId: ProjectId;
      readonly texts: readonly Rewrite[];
    }
  /** Leaves a scene the text before a place in it; the text behind becomes the next scene. */
  | ({
      readonly type: 'splitScene';
      readonly field: TextField;
      readonly before: string;
      readonly after: string;
    } & SceneKey)
  /** Joins a scene with the next: its texts behind its own; the next goes into the bin. */
  | ({ readonly type: 'joinScenes' } & SceneKey)
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
      /** Pictures that it takes the place of: they go into the bin with the same edit. */
      readonly replaces?: readonly PictureId[];
    }
  | { readonly type: 'removePicture'; readonly pictureId: PictureId }
  /** Scenes that call it so use it alone; empty for every scene. */
  | { readonly type: 'callPicture'; readonly pictureId: PictureId; readonly calledAs: string }
  | { readonly type: 'setPictureRole'; readonly pictureId: PictureId; readonly role: PictureRole }
  // Tasks
  /** A new take: the first one, or regenerate where there is one already. */
  | ({ readonly type: 'generate'; readonly kind: Kind } & SceneKey)
  | ({ readonly type: 'retry'; readonly kind: Kind } & SceneKey)
  | { readonly type: 'cancel'; readonly taskId: TaskId }
  /** Takes an order off the page where it stands ready, and lets everything else that waits go first. */
  | { readonly type: 'later'; readonly taskId: TaskId }
  /** What the user has written on the page is what is ordered; the scene's own prompt stays. */
  | { readonly type: 'keepYours'; readonly taskId: TaskId }
  /** The page is prepared again, with the scene's own prompt. */
  | { readonly type: 'putBack'; readonly taskId: TaskId }
  /** Lets what scenes wait for go before everything else that waits. */
  | { readonly type: 'moveToFront'; readonly projectId: ProjectId; readonly scenes: readonly SceneIndex[] }
  /** Lets everything else that waits go before what scenes wait for. */
  | { readonly type: 'moveToBack'; readonly projectId: ProjectId; readonly scenes: readonly SceneIndex[] }
  /** Orders what scenes lack; with `scenes` only those, which a sheet has listed (L9). */
  | {
      readonly type: 'generateAll';
      readonly projectId: ProjectId;
      readonly kind: Kind;
      readonly scenes?: readonly SceneIndex[];
      /** Whether scenes that have one get another take beside it. */
      readonly again?: boolean;
    }
  | { readonly type: 'retryFailed'; readonly projectId: ProjectId; readonly scenes?: readonly SceneIndex[] }
  /** Cancels what is open; with `scenes` only theirs. */
  | { readonly type: 'stopAll'; readonly projectId: ProjectId; readonly scenes?: readonly SceneIndex[] }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  // What only the user can tell
  | { readonly type: 'checkAgain'; readonly taskId: TaskId }
  | { readonly type: 'confirmSent'; readonly taskId: TaskId; readonly operation: Operation }
  | { readonly type: 'confirmNotSent'; readonly taskId: TaskId }
  /** Gives a scene an order that the user made for himself on the service's page. */
  | ({ readonly type: 'adoptOrder'; readonly operation: Operation } & SceneKey)
  | { readonly type: 'liftHold'; readonly provider: ProviderName; readonly model: string }
  // Takes
  /** Bytes that the user brings become a take and its scene's pick; both assets are staged under the command. */
  | ({
      readonly type: 'importTake';
      readonly kind: Kind;
      readonly assetId: AssetId;
      readonly posterId: AssetId | null;
      readonly media: Media;
      /** Of which video take it is a frame; left out where it is a file. */
      readonly frameOf?: FrameOf;
    } & SceneKey)
  | ({ readonly type: 'pickTake' } & TakeKey)
  | ({ readonly type: 'seeTake' } & TakeKey)
  /** The scene says again what made a take, as far as that is the scene's to say. */
  | ({ readonly type: 'useAgain' } & TakeKey)
  | ({
      readonly type: 'markTake';
      readonly starred?: boolean;
      readonly note?: string;
      readonly archived?: boolean;
      readonly binned?: boolean;
    } & TakeKey)
  // Storage
  /** Moves every take of a project that is neither picked nor starred into the bin. */
  | { readonly type: 'binUnused'; readonly projectId: ProjectId }
  /** Takes what is in the bin away for good, with its bytes. */
  | { readonly type: 'emptyBin'; readonly ordersOut: OrdersOut }
  /** Looks the store over and mends what it can. */
  | { readonly type: 'checkStore' }
  // The rest
  | { readonly type: 'undo'; readonly editId: EditId }
  /** Writes an edit again that was taken back. */
  | { readonly type: 'redo'; readonly editId: EditId }
  | ({ readonly type: 'setSettings' } & SettingsChange)
  /** From now on; takes that are there already are left alone. */
  | { readonly type: 'setSaveTakes'; readonly saveTakes: boolean };

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
  /** For `emptyBin` and `checkStore`: what was found and given back. */
  readonly care?: StorageCare;
}

/** Answer to a command: stored with it, and given again when it is sent again. */
export type Answer = Result<Done, Fault>;
