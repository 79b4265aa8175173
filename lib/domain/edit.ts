import type { Choices } from './choices.ts';
import type { EndCard } from './end-card.ts';
import type { CommandId, EditId, PictureId, ProjectId, SceneIndex, TakeNumber, TaskId } from './ids.ts';
import type { PictureRole } from './picture.ts';
import type { Kind, Scene } from './scene.ts';
import type { Preset } from './preset.ts';
import type { Project } from './project.ts';
import type { PromptLines } from './prompt-lines.ts';
import type { PromptRules } from './prompt-rules.ts';
import type { Mark } from './take.ts';

/** Project fields that an edit may write. */
export type ProjectField =
  | 'name'
  | 'client'
  | 'aspect'
  | 'videoFrom'
  | 'afterImages'
  | 'captionStyle'
  | 'provider'
  | keyof Choices
  | keyof PromptLines
  | keyof PromptRules
  | keyof EndCard
  | 'archivedAt'
  | 'deletedAt';
/** Scene fields that an edit may write. */
export type SceneField =
  | 'title'
  | 'description'
  | 'voiceOver'
  | 'imagePrompt'
  | 'videoPrompt'
  | 'lengthS'
  | 'chapter'
  | 'position'
  | 'madeWith'
  | 'deletedAt';
/** Mark fields that an edit may write. */
export type MarkField = 'starred' | 'note' | 'archivedAt' | 'binnedAt';

/** One field before and after: undo writes `was` back only where the field still holds `wrote`. */
interface Was<T, F extends keyof T> {
  readonly field: F;
  readonly was: T[F];
  readonly wrote: T[F];
}
type EachField<T, F extends keyof T> = F extends keyof T ? Was<T, F> : never;

/** The inverse of one write. */
export type Change =
  | ({ readonly type: 'project'; readonly projectId: ProjectId } & EachField<Project, ProjectField>)
  | ({
      readonly type: 'scene';
      readonly projectId: ProjectId;
      readonly index: SceneIndex;
    } & EachField<Scene, SceneField>)
  | {
      readonly type: 'pick';
      readonly projectId: ProjectId;
      readonly index: SceneIndex;
      readonly kind: Kind;
      readonly was: TakeNumber | null;
      readonly wrote: TakeNumber | null;
    }
  | ({
      readonly type: 'mark';
      readonly projectId: ProjectId;
      readonly index: SceneIndex;
      readonly kind: Kind;
      readonly number: TakeNumber;
    } & EachField<Mark, MarkField>)
  | {
      readonly type: 'picture';
      readonly pictureId: PictureId;
      readonly was: number | null;
      readonly wrote: number | null;
    }
  | {
      readonly type: 'pictureRole';
      readonly pictureId: PictureId;
      readonly was: PictureRole;
      readonly wrote: PictureRole;
    }
  | {
      readonly type: 'pictureCalled';
      readonly pictureId: PictureId;
      readonly was: string;
      readonly wrote: string;
    }
  | {
      readonly type: 'preset';
      readonly name: string;
      readonly was: Preset | null;
      readonly wrote: Preset | null;
    }
  | {
      readonly type: 'priority';
      readonly taskId: TaskId;
      readonly was: number;
      readonly wrote: number;
    }
  /** A task cancelled at this time; undo returns it to what it was. */
  | { readonly type: 'cancel'; readonly taskId: TaskId; readonly at: number }
  /** A task that an undo returned to what it was; redo cancels it again where that is free. */
  | { readonly type: 'restore'; readonly taskId: TaskId };

/** Whether two values of one field are the same. Both were read or made by the same shape, so they are the same text. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an edit was, for the words of its undo. */
export type EditName =
  | 'createProject'
  | 'renameProject'
  | 'setClient'
  | 'deleteProject'
  | 'archiveProject'
  | 'bringProjectBack'
  | 'setProject'
  | 'savePreset'
  | 'removePreset'
  | 'importScript'
  | 'editScene'
  | 'addScene'
  | 'moveScene'
  | 'deleteScene'
  | 'deleteScenes'
  | 'setLengths'
  | 'setMaker'
  | 'replaceText'
  | 'splitScene'
  | 'joinScenes'
  | 'pickTake'
  | 'importTake'
  | 'binTake'
  | 'binUnused'
  | 'archiveTake'
  | 'bringBackTake'
  | 'markTake'
  | 'noteTake'
  | 'useAgain'
  | 'addPicture'
  | 'removePicture'
  | 'setPictureRole'
  | 'callPicture'
  | 'moveToFront'
  | 'moveToBack'
  | 'cancelTask'
  | 'stopAll';

/** What an edit of a take's marks is called. */
export function nameOfMarks({
  note,
  archived,
  binned,
}: {
  readonly note?: string;
  readonly archived?: boolean;
  readonly binned?: boolean;
}): EditName {
  if (binned === true) return 'binTake';
  if (archived !== undefined) return archived ? 'archiveTake' : 'bringBackTake';
  return note === undefined ? 'markTake' : 'noteTake';
}

/** One edit command with its inverse, stored in the same transaction. */
export interface Edit {
  readonly id: EditId;
  readonly commandId: CommandId;
  readonly projectId: ProjectId;
  readonly name: EditName;
  readonly at: number;
  /**
   * In the order in which they were written; taken back from the end. Of an edit that is undone they are what undo
   * wrote, which redo takes back.
   */
  readonly changes: readonly Change[];
  readonly undoneAt: number | null;
}
