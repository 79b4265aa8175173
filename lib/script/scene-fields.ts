import type { Json } from '../domain/scene.ts';

type JsonObject = { readonly [key: string]: Json };

/** What a script's key means; several keys of other tools and of people mean the same. */
export type FieldName =
  | 'number'
  | 'title'
  | 'description'
  | 'voiceOver'
  | 'dialogues'
  | 'imagePrompt'
  | 'videoPrompt'
  | 'prompt'
  | 'length'
  | 'chapter';

/** Keys by meaning, most telling first; compared without case, accents, blanks and `_`. */
const KEYS: Readonly<Record<FieldName, readonly [string, ...string[]]>> = {
  number: ['index', 'scene', 'stt', 'number', 'sceneNumber', 'displayOrder', 'số cảnh', 'cảnh', 'id'],
  title: ['title', 'tiêu đề', 'tên cảnh', 'name', 'heading'],
  description: [
    'desc',
    'description',
    'mô tả',
    'promptVi',
    'visual',
    'visuals',
    'hình ảnh',
    'action',
    'nội dung',
    'content',
  ],
  voiceOver: [
    'speech',
    'voiceover',
    'narration',
    'narratorText',
    'lời thoại',
    'thoại',
    'lời dẫn',
    'lời bình',
    'lời đọc',
    'thuyết minh',
    'subtitle',
    'audio',
    'vo',
    'script',
  ],
  dialogues: ['dialogues', 'dialogue', 'hội thoại'],
  imagePrompt: ['promptImage', 'imagePrompt', 'prompt ảnh', 'prompt hình', 'visualPrompt'],
  videoPrompt: ['promptVideo', 'videoPrompt', 'prompt video', 'motionPrompt'],
  prompt: ['prompt', 'promptTgt', 'promptEn', 'text'],
  length: ['duration', 'length', 'lengthS', 'seconds', 'durationSeconds', 'thời lượng', 'thời gian'],
  chapter: ['chapter', 'chương', 'phần', 'section'],
};

/** Keys of the list of scenes, as `plain` has them. */
const LIST_KEYS: readonly string[] = ['scenes', 'scene', 'canh', 'shots', 'cacanh', 'caccanh', 'segments'];

const MEANING: ReadonlyMap<string, readonly [FieldName, number]> = new Map(
  Object.entries(KEYS).flatMap(([name, keys]) =>
    keys.flatMap((key, rank) => (isFieldName(name) ? [[plain(key), [name, rank] as const] as const] : [])),
  ),
);

/** A scene's object with its keys told apart; what none of them means is kept in `extra`. */
export interface Fields {
  readonly known: ReadonlyMap<FieldName, Json>;
  readonly extra: JsonObject;
}

/** Tells the keys of a scene's object apart. Of two keys with one meaning the more telling counts. */
export function readFields(object: JsonObject): Fields {
  const best = new Map<FieldName, readonly [number, string]>();
  for (const key of Object.keys(object)) {
    const [name, rank] = MEANING.get(plain(key)) ?? [];
    const known = name && best.get(name);
    if (name !== undefined && rank !== undefined && (!known || rank < known[0])) best.set(name, [rank, key]);
  }
  const used = new Set([...best.values()].map(([, key]) => key));
  return {
    known: new Map([...best].flatMap(([name, [, key]]) => pair(name, object[key]))),
    extra: Object.fromEntries(Object.entries(object).filter(([key]) => !used.has(key))),
  };
}

/** Tells an object from the other JSON values. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key without case, accents, blanks, `_` and `-`. */
export function plain(key: string): string {
  return key
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function pair(name: FieldName, value: Json | undefined): [FieldName, Json][] {
  return value === undefined ? [] : [[name, value]];
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(KEYS, name);
}

/** The list of scenes that a value of JSON is or has; null where it has none. */
export function sceneList(value: Json): readonly Json[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (!LIST_KEYS.includes(plain(key))) continue;
    if (Array.isArray(inner)) return inner;
    if (isObject(inner) && isNumbered(inner)) return Object.values(inner);
  }
  const inner = value['script_json'] ?? value['script'];
  if (inner !== undefined && isObject(inner)) return sceneList(inner);
  return isNumbered(value) ? Object.values(value) : null;
}

/** What a key or a label means; null where it means nothing that a scene has. */
export function fieldOf(key: string): FieldName | null {
  return MEANING.get(plain(key))?.[0] ?? null;
}

/** The key under which a field is read in any script. */
export function keyOf(field: FieldName): string {
  return KEYS[field][0];
}

/** Tells whether a key is a scene's field. */
export function isSceneKey(key: string): boolean {
  return MEANING.has(plain(key));
}

/** Tells whether a key belongs to scripts: a scene's field, or the list of them. */
export function isScriptKey(key: string): boolean {
  return isSceneKey(key) || LIST_KEYS.includes(plain(key));
}

/** Tells whether an object says what one scene shows or says, and is no mere heading or person. */
export function isSceneObject(object: JsonObject): boolean {
  const { known } = readFields(object);
  const shown = ['imagePrompt', 'videoPrompt', 'voiceOver', 'dialogues', 'prompt'] as const;
  const isTold = shown.some((name) => known.has(name));
  return isTold || (known.has('description') && (known.has('number') || known.has('length')));
}

/** `{"scene_1": {…}, "scene_2": {…}}`, or the same with bare numbers. */
function isNumbered(object: JsonObject): boolean {
  const entries = Object.entries(object);
  return (
    entries.length > 0 &&
    entries.every(([key, inner]) => /^(?:scene|canh|shot)?\d+$/.test(plain(key)) && isObject(inner))
  );
}
