import { REMARKS } from '../domain/attempt.ts';
import * as v from 'valibot';
import type { Attempt, LedgerRow, Output, Taken } from '../domain/attempt.ts';
import { PROVIDER_NAMES } from '../domain/capabilities.ts';
import { NO_CHOICES } from '../domain/choices.ts';
import { NO_END_CARD } from '../domain/end-card.ts';
import { isFault, type Fault } from '../domain/fault.ts';
import type { Hold } from '../domain/hold.ts';
import {
  isAssetId,
  isId,
  isOperation,
  isSceneIndex,
  isTakeNumber,
  type AssetId,
  type AttemptId,
  type CommandId,
  type EditId,
  type Operation,
  type PictureId,
  type ProjectId,
  type SceneIndex,
  type TakeNumber,
  type TaskId,
} from '../domain/ids.ts';
import { once } from '../domain/once.ts';
import { PICTURE_ROLES, type Picture } from '../domain/picture.ts';
import type { Preset } from '../domain/preset.ts';
import { AFTER_IMAGES, ASPECTS, CAPTION_STYLES, NAMINGS, type Project } from '../domain/project.ts';
import { NO_LINES } from '../domain/prompt-lines.ts';
import { NO_RULES } from '../domain/prompt-rules.ts';
import type { Json, Scene } from '../domain/scene.ts';
import { KINDS } from '../domain/scene.ts';
import { DEFAULT_SETTINGS, LANGUAGES, type Settings } from '../domain/settings.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { FRAME_EDGES, type Mark, type Media, type Origin, type Take } from '../domain/take.ts';
import type { Arming, HandChange } from '../domain/task.ts';

/** A check of one row's shape that answers our type, or says where it differs. */
export type RowSchema<T> = v.GenericSchema<unknown, T>;

/** A shape that is built at its first use: a worker that starts needs few of them. Not for a field that may be absent. */
export const late = <T>(make: () => RowSchema<T>): RowSchema<T> => v.lazy(once(make));

const text = v.string();
const number = v.number();
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const timeOrNull = v.nullable(time);

/** The ids and choices that rows are made of. */
export const projectId = v.custom<ProjectId>((id) => isId('project', id));
export const taskId = v.custom<TaskId>((id) => isId('task', id));
export const attemptId = v.custom<AttemptId>((id) => isId('attempt', id));
export const pictureId = v.custom<PictureId>((id) => isId('picture', id));
export const editId = v.custom<EditId>((id) => isId('edit', id));
export const commandId = v.custom<CommandId>((id) => isId('command', id));
export const sceneIndex = v.custom<SceneIndex>(isSceneIndex);
export const takeNumber = v.custom<TakeNumber>(isTakeNumber);
export const assetId = v.custom<AssetId>(isAssetId);
export const operation = v.custom<Operation>(isOperation);
export const kind = v.picklist(KINDS);
export const aspect = v.picklist(ASPECTS);
export const videoFrom = v.picklist(['picture', 'text'] as const);
export const afterImages = v.picklist(AFTER_IMAGES);
export const captionStyle = v.picklist(CAPTION_STYLES);
export const provider = v.picklist(PROVIDER_NAMES);
export const role = v.picklist(PICTURE_ROLES);
/** Extra facts of a script: kept as they are, since we wrote them from parsed JSON. */
export const json = v.custom<Json>((value) => value !== undefined);

/** A fault: its name is checked, its fields are the writer's; words read them as text. */
export const fault = v.custom<Fault>(isFault);

/** What makes the takes of one scene. */
export const madeWith = v.object({ provider, imageModel: v.nullable(text), videoModel: v.nullable(text) });

/** What is chosen for a film, and kept in presets; rows of before there was anything to choose have none of these. */
const chosen = {
  imageModel: v.optional(v.nullable(text), NO_CHOICES.imageModel),
  videoModel: v.optional(v.nullable(text), NO_CHOICES.videoModel),
  clipLengthS: v.optional(v.nullable(number), NO_CHOICES.clipLengthS),
  outputs: v.optional(number, NO_CHOICES.outputs),
  mustWords: v.optional(text, NO_RULES.mustWords),
  neverWords: v.optional(text, NO_RULES.neverWords),
  afterImages: v.optional(afterImages, 'wait'),
  captionStyle: v.optional(captionStyle, 'band'),
  styleLine: v.optional(text, NO_LINES.styleLine),
  naming: v.optional(v.picklist(NAMINGS), 'ascii'),
  endTitle: v.optional(text, NO_END_CARD.endTitle),
  endLine: v.optional(text, NO_END_CARD.endLine),
};

/** A project's row. */
export const projectRow: RowSchema<Project> = late(() =>
  v.object({
    id: projectId,
    name: text,
    // Films of before clients were named have none.
    client: v.optional(text, ''),
    stem: text,
    aspect,
    videoFrom,
    characters: v.optional(text, NO_LINES.characters),
    provider,
    ...chosen,
    paletteSeed: number,
    nextIndex: sceneIndex,
    createdAt: time,
    film: v.nullable(v.object({ cut: text, name: text, madeAt: time })),
    archivedAt: v.optional(timeOrNull, null),
    deletedAt: timeOrNull,
  }),
);

const picks = v.object({
  image: v.nullable(takeNumber),
  video: v.nullable(takeNumber),
  voice: v.nullable(takeNumber),
});

/** A scene's row. */
export const sceneRow: RowSchema<Scene> = late(() =>
  v.object({
    projectId,
    index: sceneIndex,
    position: number,
    title: text,
    description: text,
    voiceOver: text,
    imagePrompt: text,
    videoPrompt: text,
    lengthS: number,
    chapter: text,
    picks,
    madeWith: v.optional(v.nullable(madeWith), null),
    nextTake: v.object({ image: takeNumber, video: takeNumber, voice: takeNumber }),
    extra: json,
    deletedAt: timeOrNull,
  }),
);

/** A picture's row. */
export const pictureRow: RowSchema<Picture> = late(() =>
  v.object({
    id: pictureId,
    projectId,
    sceneIndex: v.nullable(sceneIndex),
    role,
    assetId,
    name: text,
    // Pictures of before they could be called stand for every scene.
    calledAs: v.optional(text, ''),
    width: number,
    height: number,
    addedAt: time,
    deletedAt: timeOrNull,
  }),
);

/** A snapshot, inside the rows of attempts and takes. */
export const snapshot: RowSchema<Snapshot> = late(() =>
  v.object({
    kind,
    provider,
    model: v.nullable(text),
    title: text,
    description: text,
    voiceOver: text,
    prompt: text,
    aspect,
    lengthS: v.nullable(number),
    videoFrom,
    pictures: v.array(v.object({ id: pictureId, role, assetId })),
    image: v.nullable(v.object({ take: takeNumber, assetId })),
    paletteSeed: number,
    captionStyle: v.optional(captionStyle, 'band'),
    outputs: v.optional(number, 1),
    seed: number,
  }),
);

/** An output on its way, inside a task's row. */
export const output: RowSchema<Output> = late(() =>
  v.variant('state', [
    v.object({ state: v.literal('ref'), ref: text, tries: number, notBefore: number }),
    v.object({ state: v.literal('asset'), assetId, tries: number, notBefore: number }),
    v.object({ state: v.literal('take'), take: takeNumber }),
    v.object({ state: v.literal('fault'), fault }),
  ]),
);

/** What a hand has changed of an order that stands ready; rows of before hands were watched have none. */
export const hand: RowSchema<HandChange | null> = v.optional(
  v.nullable(
    v.object({
      prompt: v.nullable(text),
      isUsed: v.boolean(),
      lengthS: v.nullable(number),
      count: v.nullable(number),
    }),
  ),
  null,
);

/** Where an order stood ready, inside the rows of tasks and attempts. */
export const arming: RowSchema<Arming> = late(() =>
  v.object({
    tab: number,
    price: v.nullable(number),
    facts: json,
    hand,
  }),
);

/** Rows of before the first remark have none. */
const remarks = v.optional(v.array(v.picklist(REMARKS)), []);

/** An attempt's row. */
export const attemptRow: RowSchema<Attempt> = late(() =>
  v.object({
    id: attemptId,
    taskId,
    projectId,
    sceneIndex,
    kind,
    provider,
    number,
    snapshot,
    intendedAt: time,
    operation: v.nullable(operation),
    // Attempts of before orders stood ready on pages have none.
    arming: v.optional(v.nullable(arming), null),
    sends: v.picklist([1, 2] as const),
    keptLate: v.array(number),
    remarks,
  }),
);

const taken = v.custom<Taken>((value) => value === 'unknown' || v.is(number, value));

/** A ledger row. */
export const ledgerRow: RowSchema<LedgerRow> = late(() =>
  v.object({
    attemptId,
    projectId,
    sceneIndex,
    provider,
    unit: v.picklist(['credits', 'USD', 'none'] as const),
    asked: number,
    taken,
    // Rows of before larger sizes were counted have none.
    larger: v.optional(v.array(taken), []),
    at: time,
  }),
);

const media: RowSchema<Media> = late(() =>
  v.object({
    mime: text,
    sizeBytes: number,
    width: number,
    height: number,
    lengthS: v.nullable(number),
    fps: v.nullable(number),
    codec: v.nullable(text),
    hasSound: v.boolean(),
  }),
);

const origin: RowSchema<Origin> = late(() =>
  v.variant('type', [
    v.object({ type: v.literal('generated'), taskId, attemptId, output: number, remarks }),
    v.object({ type: v.literal('imported'), commandId }),
    v.object({
      type: v.literal('frame'),
      commandId,
      of: v.object({ sceneIndex, take: takeNumber, edge: v.picklist(FRAME_EDGES) }),
    }),
  ]),
);

/** A take's row. */
export const takeRow: RowSchema<Take> = late(() =>
  v.object({
    projectId,
    sceneIndex,
    kind,
    number: takeNumber,
    madeAt: time,
    origin,
    assetId,
    posterId: v.nullable(assetId),
    media,
    snapshot,
  }),
);

/** A mark's row. */
export const markRow: RowSchema<Mark> = late(() =>
  v.object({
    projectId,
    sceneIndex,
    kind,
    number: takeNumber,
    starred: v.boolean(),
    note: text,
    archivedAt: timeOrNull,
    binnedAt: timeOrNull,
    seenAt: timeOrNull,
    saved: v.array(v.object({ name: text, downloadId: number })),
    toSave: v.nullable(v.object({ url: v.nullable(text) })),
    // Marks of before the first check have none.
    missingAt: v.optional(timeOrNull, null),
  }),
);

/** A hold's row. */
export const holdRow: RowSchema<Hold> = late(() =>
  v.object({
    provider,
    model: text,
    fault,
    since: time,
    lifts: v.variant('type', [
      v.object({ type: v.literal('time'), at: time, tries: number }),
      v.object({ type: v.literal('page') }),
      v.object({ type: v.literal('user') }),
    ]),
  }),
);

/** A preset, inside the rows of settings and edits. */
export const preset: RowSchema<Preset> = late(() =>
  v.object({ name: text, aspect, videoFrom, provider, ...chosen }),
);

/** The row of the settings. */
export const settingsRow: RowSchema<Settings> = late(() =>
  v.object({
    language: v.nullable(v.picklist(LANGUAGES)),
    paused: v.boolean(),
    saveTakes: v.boolean(),
    sound: v.optional(v.boolean(), false),
    notification: v.optional(v.boolean(), false),
    mostPending: v.optional(number, DEFAULT_SETTINGS.mostPending),
    mayUpload: v.optional(v.boolean(), true),
    presets: v.optional(v.array(preset), []),
  }),
);

/** A stored row is not of the shape that this code writes: the store is damaged, or a migration is missing. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

/** Parses a stored row; throws {@link DamagedRow} naming the store and the field. */
export function parseRow<T>(schema: RowSchema<T>, row: unknown, store: string): T {
  const parsed = v.safeParse(schema, row);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new DamagedRow(`${store}: ${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}

/** Parses a row that may be absent; null where it is. */
export function parseMaybe<T>(schema: RowSchema<T>, row: unknown, store: string): T | null {
  return row === undefined ? null : parseRow(schema, row, store);
}
