import { ASPECTS, type Aspect } from '../domain/project.ts';
import type { Json } from '../domain/scene.ts';
import type { ScriptFormat, ScriptNote } from '../domain/script-preview.ts';
import type { JsonText } from './json-text.ts';
import { draftOfObject, draftOfText, type Drafted } from './make-draft.ts';
import { isObject, plain, readFields } from './scene-fields.ts';

/** The scenes of a script and what was noted on the way. */
export interface ReadScenes {
  readonly format: ScriptFormat;
  readonly drafts: readonly Drafted['draft'][];
  readonly notes: readonly ScriptNote[];
  readonly aspect: Aspect | null;
}

/**
 * Reads JSON of any shape: the origin's outline (an object with `scenes`), a list of prompts or scenes, or one
 * prompt. A number in the script names a scene for people only: Retake gives its own, and notes what differs.
 */
export function readJsonScript(json: JsonText): ReadScenes {
  const { value } = json;
  const list = sceneList(value);
  const lines = list === null ? [1] : json.linesOf(list);
  const entries = list ?? [value];
  const notes: ScriptNote[] = json.trailingCommas.map((line) =>
    noteAt('TrailingComma', 'mended', line, null),
  );
  const drafts: Drafted['draft'][] = [];
  const numbers: Numbered[] = [];
  for (const [at, entry] of entries.entries()) {
    const line = lines[at] ?? null;
    const drafted = draftOf(entry, list === null);
    if (drafted === null) {
      notes.push(noteAt('NotAScene', 'left-out', line, null, textOfEntry(entry)));
      continue;
    }
    drafts.push(drafted.draft);
    const scene = drafts.length;
    notes.push(...drafted.notes.map((note) => ({ ...note, line, scene })));
    if (isObject(entry)) numbers.push({ number: drafted.number, hasOne: saysNumber(entry), line, scene });
  }
  notes.push(...numberNotes(numbers));
  return { format: formatOf(value, list), drafts, notes, aspect: aspectOf(value) };
}

interface Numbered {
  readonly number: number | null;
  readonly hasOne: boolean;
  readonly line: number | null;
  readonly scene: number;
}

function draftOf(entry: Json, isRoot: boolean): Drafted | null {
  if (typeof entry === 'string') return entry.trim() === '' ? null : draftOfText(entry.trim());
  if (!isObject(entry) || Object.keys(entry).length === 0) return null;
  return draftOfObject(entry) ?? (isRoot ? draftOfText(JSON.stringify(entry)) : null);
}

function sceneList(value: Json): readonly Json[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const named = ['scenes', 'canh', 'shots', 'cacanh', 'segments'];
  for (const [key, inner] of Object.entries(value)) {
    if (named.includes(plain(key)) && Array.isArray(inner)) return inner;
  }
  const inner = value['script_json'] ?? value['script'];
  return inner === undefined || !isObject(inner) ? null : sceneList(inner);
}

function formatOf(value: Json, list: readonly Json[] | null): ScriptFormat {
  const told = ['description', 'voiceOver', 'imagePrompt', 'videoPrompt'] as const;
  const isOutline =
    isObject(value) &&
    (list ?? []).some((entry) => isObject(entry) && told.some((name) => readFields(entry).known.has(name)));
  return isOutline ? 'outline' : 'any-json';
}

function aspectOf(value: Json): Aspect | null {
  if (!isObject(value)) return null;
  const places = [value['meta'], value['settings'], value].filter(isObject);
  for (const place of places) {
    const said = place['ratio'] ?? place['aspect_ratio'] ?? place['aspectRatio'] ?? place['aspect'];
    const aspect = ASPECTS.find((each) => each === said);
    if (aspect !== undefined) return aspect;
  }
  return null;
}

function saysNumber(entry: Json): boolean {
  return isObject(entry) && readFields(entry).known.has('number');
}

/** Only where the script numbers its scenes at all. */
function numberNotes(numbers: readonly Numbered[]): readonly ScriptNote[] {
  if (!numbers.some(({ number }) => number !== null)) return [];
  const notes: ScriptNote[] = [];
  const seen = new Set<number>();
  let last: number | null = null;
  for (const { number, line, scene } of numbers) {
    const becomes = String(scene);
    if (number === null) notes.push(noteAt('NumberMissing', 'check', line, scene, becomes));
    else if (seen.has(number))
      notes.push(noteAt('NumberRepeated', 'check', line, scene, String(number), becomes));
    else if (last !== null && number > last + 1)
      notes.push(noteAt('NumberGap', 'check', line, scene, String(number), becomes));
    if (number !== null) {
      seen.add(number);
      last = number;
    }
  }
  return notes;
}

function noteAt(
  type: ScriptNote['type'],
  severity: ScriptNote['severity'],
  line: number | null,
  scene: number | null,
  ...values: string[]
): ScriptNote {
  return { type, severity, line, scene, values };
}

function textOfEntry(entry: Json): string {
  return JSON.stringify(entry).slice(0, 40);
}
