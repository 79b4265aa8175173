import * as v from 'valibot';
import { once } from '../domain/once.ts';
import { PROVIDER_NAMES } from '../domain/capabilities.ts';
import { MOST_OUTPUTS, type Choices } from '../domain/choices.ts';
import type { Command, SceneDraft } from '../domain/command.ts';
import {
  isAssetId,
  isId,
  isOperation,
  isSceneIndex,
  isTakeNumber,
  type AssetId,
  type EditId,
  type Operation,
  type PictureId,
  type ProjectId,
  type SceneIndex,
  type TakeNumber,
  type TaskId,
} from '../domain/ids.ts';
import { CALLED_AS_LIMIT, PICTURE_ROLES } from '../domain/picture.ts';
import { AFTER_IMAGES, ASPECTS, CAPTION_STYLES, CLIENT_LIMIT, NAMINGS } from '../domain/project.ts';
import { STYLE_LIMIT, type PromptLines } from '../domain/prompt-lines.ts';
import { RULE_LIMIT } from '../domain/prompt-rules.ts';
import {
  isSceneLength,
  KINDS,
  SCENE_LIMIT,
  TEXT_FIELDS,
  TEXT_LIMIT,
  TITLE_LIMIT,
  type Json,
} from '../domain/scene.ts';
import { LANGUAGES, MOST_PENDING } from '../domain/settings.ts';
import { FRAME_EDGES, type Media } from '../domain/take.ts';

/** The ids and choices that messages are made of. */
export const projectId = v.custom<ProjectId>((id) => isId('project', id), 'a project id');
export const editId = v.custom<EditId>((id) => isId('edit', id), 'an edit id');
export const pictureId = v.custom<PictureId>((id) => isId('picture', id), 'a picture id');
export const index = v.custom<SceneIndex>(isSceneIndex, 'a scene index');
export const number = v.custom<TakeNumber>(isTakeNumber, 'a take number');
export const assetId = v.custom<AssetId>(isAssetId, 'a SHA-256');
export const kind = v.picklist(KINDS);
const taskId = v.custom<TaskId>((id) => isId('task', id), 'a task id');
const operation = v.custom<Operation>(isOperation, 'an operation');
const aspect = v.picklist(ASPECTS);
const provider = v.picklist(PROVIDER_NAMES);
const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const videoFrom = v.picklist(['picture', 'text'] as const);
const rule = v.pipe(v.string(), v.trim(), v.maxLength(RULE_LIMIT));
const styleLine = v.pipe(v.string(), v.maxLength(STYLE_LIMIT));
const endCard = v.object({
  endTitle: v.pipe(v.string(), v.trim(), v.maxLength(TITLE_LIMIT)),
  endLine: v.pipe(v.string(), v.trim(), v.maxLength(TEXT_LIMIT)),
});
const rules = v.object({ mustWords: rule, neverWords: rule });
const client = v.pipe(v.string(), v.trim(), v.maxLength(CLIENT_LIMIT));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535));

const role = v.picklist(PICTURE_ROLES);
const side = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(65_535));
const quantity = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_VALUE));
/** What the bytes of a take are, as a message says it. */
export const media: v.GenericSchema<unknown, Media> = v.lazy(
  once(() =>
    v.object({
      mime: v.pipe(v.string(), v.regex(/^(image|video|audio)\/[a-z0-9.+-]{1,40}$/)),
      sizeBytes: quantity,
      width: side,
      height: side,
      lengthS: v.nullable(quantity),
      fps: v.nullable(quantity),
      codec: v.nullable(v.pipe(v.string(), v.maxLength(100))),
      hasSound: v.boolean(),
    }),
  ),
);

const sceneText = {
  title: v.pipe(v.string(), v.maxLength(TITLE_LIMIT)),
  description: text,
  voiceOver: text,
  imagePrompt: text,
  videoPrompt: text,
  lengthS: v.pipe(
    v.number(),
    v.check((length) => isSceneLength(length), 'a length of 1 to 60 s'),
  ),
  chapter: text,
};

/** Deeper than any script says more about a scene; a message can carry no deeper nest to the store. */
const DEEPEST = 40;
const json = v.custom<Json>((value) => isJson(value, 0), 'JSON');
const draft: v.GenericSchema<unknown, SceneDraft> = v.object({ ...sceneText, extra: json });
const drafts = v.pipe(v.array(draft), v.maxLength(SCENE_LIMIT));

const model = v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)));
const textField = v.picklist(TEXT_FIELDS);
const scene = { projectId, index };
const scenes = v.pipe(v.array(index), v.maxLength(SCENE_LIMIT));
const listed = { projectId, scenes: v.exactOptional(scenes) };
const take = { projectId, index, kind, number };

/** The shape of a command as a page may send it: every field checked, every other one dropped (L16). */
export const commandSchema: v.GenericSchema<unknown, Command> = v.lazy(
  once(() =>
    v.variant('type', [
      named('createProject', {
        name,
        aspect,
        scenes: drafts,
        provider: v.exactOptional(provider),
        videoFrom: v.exactOptional(videoFrom),
        afterImages: v.exactOptional(v.picklist(AFTER_IMAGES)),
        captionStyle: v.exactOptional(v.picklist(CAPTION_STYLES)),
        choices: v.exactOptional(choices()),
        rules: v.exactOptional(rules),
        styleLine: v.exactOptional(styleLine),
        endCard: v.exactOptional(endCard),
        naming: v.exactOptional(v.picklist(NAMINGS)),
      }),
      named('renameProject', { projectId, name, client: v.exactOptional(client) }),
      named('archiveProject', { projectId, archived: v.boolean() }),
      named('deleteProject', { projectId }),
      named('setProject', {
        projectId,
        aspect: v.exactOptional(aspect),
        videoFrom: v.exactOptional(videoFrom),
        afterImages: v.exactOptional(v.picklist(AFTER_IMAGES)),
        captionStyle: v.exactOptional(v.picklist(CAPTION_STYLES)),
        provider: v.exactOptional(provider),
        choices: v.exactOptional(choices()),
        lines: v.exactOptional(lines()),
        rules: v.exactOptional(rules),
        endCard: v.exactOptional(endCard),
      }),
      named('savePreset', { projectId, name }),
      named('removePreset', { projectId, name }),
      named('importScript', { projectId, scenes: drafts, aspect: v.nullable(aspect) }),
      named('editScene', { ...scene, text: partialText() }),
      named('addScene', { projectId, after: v.nullable(index), scene: draft }),
      named('duplicateScene', scene),
      named('moveScene', { ...scene, after: v.nullable(index) }),
      named('deleteScene', scene),
      named('deleteScenes', { projectId, scenes }),
      named('setLengths', { projectId, scenes, lengthS: sceneText.lengthS }),
      named('setMaker', {
        projectId,
        scenes,
        madeWith: v.nullable(v.object({ provider, imageModel: model, videoModel: model })),
      }),
      named('replaceText', { projectId, texts: rewrites() }),
      named('splitScene', { ...scene, field: textField, before: text, after: text }),
      named('joinScenes', scene),
      named('addPicture', {
        projectId,
        sceneIndex: v.nullable(index),
        role,
        assetId,
        name,
        width: pixels,
        height: pixels,
        replaces: v.exactOptional(v.pipe(v.array(pictureId), v.maxLength(1000))),
      }),
      named('removePicture', { pictureId }),
      named('setPictureRole', { pictureId, role }),
      named('callPicture', {
        pictureId,
        calledAs: v.pipe(v.string(), v.maxLength(CALLED_AS_LIMIT)),
      }),
      named('generate', { ...scene, kind }),
      named('retry', { ...scene, kind }),
      named('cancel', { taskId }),
      named('later', { taskId }),
      named('keepYours', { taskId }),
      named('putBack', { taskId }),
      named('moveToFront', { projectId, scenes }),
      named('moveToBack', { projectId, scenes }),
      named('generateAll', { ...listed, kind, again: v.exactOptional(v.boolean()) }),
      named('retryFailed', listed),
      named('stopAll', listed),
      named('pause', {}),
      named('resume', {}),
      named('checkAgain', { taskId }),
      named('confirmSent', { taskId, operation }),
      named('confirmNotSent', { taskId }),
      named('adoptOrder', { ...scene, operation }),
      named('liftHold', { provider, model: v.pipe(v.string(), v.maxLength(200)) }),
      named('importTake', {
        ...scene,
        kind,
        assetId,
        posterId: v.nullable(assetId),
        media,
        frameOf: v.exactOptional(
          v.object({ sceneIndex: index, take: number, edge: v.picklist(FRAME_EDGES) }),
        ),
      }),
      named('pickTake', take),
      named('seeTake', take),
      named('useAgain', take),
      named('markTake', {
        ...take,
        starred: v.exactOptional(v.boolean()),
        note: v.exactOptional(text),
        archived: v.exactOptional(v.boolean()),
        binned: v.exactOptional(v.boolean()),
      }),
      named('binUnused', { projectId }),
      named('emptyBin', { ordersOut: v.picklist(['ask', 'keep', 'discard'] as const) }),
      named('checkStore', {}),
      named('undo', { editId }),
      named('redo', { editId }),
      named('setSettings', {
        language: v.exactOptional(v.picklist(LANGUAGES)),
        sound: v.exactOptional(v.boolean()),
        notification: v.exactOptional(v.boolean()),
        mostPending: v.exactOptional(upTo(MOST_PENDING)),
        mayUpload: v.exactOptional(v.boolean()),
      }),
      named('setSaveTakes', { saveTakes: v.boolean() }),
    ]),
  ),
);

function named<T extends Command['type'], E extends v.ObjectEntries>(type: T, fields: E) {
  return v.object({ type: v.literal(type), ...fields });
}

function choices(): v.GenericSchema<unknown, Partial<Choices>> {
  return v.object({
    imageModel: v.exactOptional(model),
    videoModel: v.exactOptional(model),
    clipLengthS: v.exactOptional(v.nullable(sceneText.lengthS)),
    outputs: v.exactOptional(upTo(MOST_OUTPUTS)),
  });
}

function lines(): v.GenericSchema<unknown, PromptLines> {
  return v.object({ styleLine, characters: text });
}

function upTo(most: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));
}

function rewrites() {
  const rewrite = v.pipe(
    v.object({ index, field: textField, was: text, text }),
    v.check((each) => each.field !== 'title' || each.text.length <= TITLE_LIMIT, 'a title'),
  );
  return v.pipe(v.array(rewrite), v.maxLength(SCENE_LIMIT * TEXT_FIELDS.length));
}

function partialText() {
  return v.object({
    title: v.exactOptional(sceneText.title),
    description: v.exactOptional(text),
    voiceOver: v.exactOptional(text),
    imagePrompt: v.exactOptional(text),
    videoPrompt: v.exactOptional(text),
    lengthS: v.exactOptional(sceneText.lengthS),
    chapter: v.exactOptional(text),
  });
}

function isJson(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Object.values(value).every((each) => isJson(each, depth + 1));
}
