import * as v from 'valibot';
import type { Change, Edit, EditName } from '../domain/edit.ts';
import {
  afterImages,
  captionStyle,
  aspect,
  commandId,
  editId,
  kind,
  late,
  pictureId,
  preset,
  projectId,
  provider,
  role,
  sceneIndex,
  takeNumber,
  taskId,
  videoFrom,
  type RowSchema,
} from './row-schemas.ts';

const text = v.string();
const number = v.number();
const time = v.nullable(number);
const model = v.nullable(text);

const EDIT_NAMES = [
  'createProject',
  'renameProject',
  'deleteProject',
  'archiveProject',
  'bringProjectBack',
  'setProject',
  'savePreset',
  'removePreset',
  'importScript',
  'editScene',
  'addScene',
  'moveScene',
  'deleteScene',
  'deleteScenes',
  'setLengths',
  'replaceText',
  'splitScene',
  'joinScenes',
  'pickTake',
  'importTake',
  'binTake',
  'binUnused',
  'archiveTake',
  'bringBackTake',
  'markTake',
  'noteTake',
  'useAgain',
  'addPicture',
  'removePicture',
  'setPictureRole',
  'callPicture',
  'moveToFront',
  'moveToBack',
  'cancelTask',
  'stopAll',
] as const satisfies readonly EditName[];

const project = { type: v.literal('project'), projectId };
const scene = { type: v.literal('scene'), projectId, index: sceneIndex };
const mark = { type: v.literal('mark'), projectId, index: sceneIndex, kind, number: takeNumber };

const PROJECT_TEXTS = [
  'name',
  'client',
  'styleLine',
  'characters',
  'mustWords',
  'neverWords',
  'endTitle',
  'endLine',
] as const;
const SCENE_TEXTS = ['title', 'description', 'voiceOver', 'imagePrompt', 'videoPrompt', 'chapter'] as const;

/** The shape of one change: which field, what it was and what was written. */
const change: RowSchema<Change> = late(() =>
  v.variant('type', [
    v.variant('field', [
      v.object({ ...project, field: v.picklist(PROJECT_TEXTS), was: text, wrote: text }),
      v.object({ ...project, field: v.literal('archivedAt'), was: time, wrote: time }),
      v.object({ ...project, field: v.literal('aspect'), was: aspect, wrote: aspect }),
      v.object({ ...project, field: v.literal('videoFrom'), was: videoFrom, wrote: videoFrom }),
      v.object({ ...project, field: v.literal('afterImages'), was: afterImages, wrote: afterImages }),
      v.object({ ...project, field: v.literal('captionStyle'), was: captionStyle, wrote: captionStyle }),
      v.object({ ...project, field: v.literal('provider'), was: provider, wrote: provider }),
      v.object({ ...project, field: v.literal('imageModel'), was: model, wrote: model }),
      v.object({ ...project, field: v.literal('videoModel'), was: model, wrote: model }),
      v.object({ ...project, field: v.literal('clipLengthS'), was: time, wrote: time }),
      v.object({ ...project, field: v.literal('outputs'), was: number, wrote: number }),
      v.object({ ...project, field: v.literal('deletedAt'), was: time, wrote: time }),
    ]),
    v.variant('field', [
      v.object({ ...scene, field: v.picklist(SCENE_TEXTS), was: text, wrote: text }),
      v.object({ ...scene, field: v.literal('lengthS'), was: number, wrote: number }),
      v.object({ ...scene, field: v.literal('position'), was: number, wrote: number }),
      v.object({ ...scene, field: v.literal('deletedAt'), was: time, wrote: time }),
    ]),
    v.object({
      type: v.literal('pick'),
      projectId,
      index: sceneIndex,
      kind,
      was: v.nullable(takeNumber),
      wrote: v.nullable(takeNumber),
    }),
    v.variant('field', [
      v.object({ ...mark, field: v.literal('starred'), was: v.boolean(), wrote: v.boolean() }),
      v.object({ ...mark, field: v.literal('note'), was: text, wrote: text }),
      v.object({ ...mark, field: v.literal('archivedAt'), was: time, wrote: time }),
      v.object({ ...mark, field: v.literal('binnedAt'), was: time, wrote: time }),
    ]),
    v.object({ type: v.literal('picture'), pictureId, was: time, wrote: time }),
    v.object({ type: v.literal('pictureRole'), pictureId, was: role, wrote: role }),
    v.object({ type: v.literal('pictureCalled'), pictureId, was: text, wrote: text }),
    v.object({
      type: v.literal('preset'),
      name: text,
      was: v.nullable(preset),
      wrote: v.nullable(preset),
    }),
    v.object({ type: v.literal('priority'), taskId, was: number, wrote: number }),
    v.object({ type: v.literal('cancel'), taskId, at: number }),
    v.object({ type: v.literal('restore'), taskId }),
  ]),
);

/** The shape of an edit's row. */
export const editRow: RowSchema<Edit> = late(() =>
  v.object({
    id: editId,
    commandId,
    projectId,
    name: v.picklist(EDIT_NAMES),
    at: number,
    changes: v.array(change),
    undoneAt: time,
  }),
);
