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
  madeWith,
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
  'setClient',
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
  'setMaker',
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

function pair<S extends v.GenericSchema>(schema: S) {
  return { was: schema, wrote: schema };
}

function field<E extends v.ObjectEntries, F extends string, S extends v.GenericSchema>(
  of: E,
  name: F,
  schema: S,
) {
  return v.object({ ...of, field: v.literal(name), ...pair(schema) });
}

/** The shape of one change: which field, what it was and what was written. */
const change: RowSchema<Change> = late(() =>
  v.variant('type', [
    v.variant('field', [
      v.object({ ...project, field: v.picklist(PROJECT_TEXTS), ...pair(text) }),
      field(project, 'archivedAt', time),
      field(project, 'aspect', aspect),
      field(project, 'videoFrom', videoFrom),
      field(project, 'afterImages', afterImages),
      field(project, 'captionStyle', captionStyle),
      field(project, 'provider', provider),
      field(project, 'imageModel', model),
      field(project, 'videoModel', model),
      field(project, 'clipLengthS', time),
      field(project, 'outputs', number),
      field(project, 'deletedAt', time),
    ]),
    v.variant('field', [
      v.object({ ...scene, field: v.picklist(SCENE_TEXTS), ...pair(text) }),
      field(scene, 'lengthS', number),
      field(scene, 'position', number),
      field(scene, 'deletedAt', time),
      field(scene, 'madeWith', v.nullable(madeWith)),
    ]),
    v.object({
      type: v.literal('pick'),
      projectId,
      index: sceneIndex,
      kind,
      ...pair(v.nullable(takeNumber)),
    }),
    v.variant('field', [
      field(mark, 'starred', v.boolean()),
      field(mark, 'note', text),
      field(mark, 'archivedAt', time),
      field(mark, 'binnedAt', time),
    ]),
    v.object({ type: v.literal('picture'), pictureId, ...pair(time) }),
    v.object({ type: v.literal('pictureRole'), pictureId, ...pair(role) }),
    v.object({ type: v.literal('pictureCalled'), pictureId, ...pair(text) }),
    v.object({
      type: v.literal('preset'),
      name: text,
      ...pair(v.nullable(preset)),
    }),
    v.object({ type: v.literal('priority'), taskId, ...pair(number) }),
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
