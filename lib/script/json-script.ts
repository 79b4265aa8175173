import { ASPECTS, type Aspect } from '../domain/project.ts';
import { SCENE_LIMIT, type Json } from '../domain/scene.ts';
import type { ScriptFormat, ScriptNote } from '../domain/script-preview.ts';
import { draftOfObject, draftOfText, type Drafted } from './make-draft.ts';
import type { JsonValue, Mend } from './json-text.ts';
import { isObject, readFields, sceneList } from './scene-fields.ts';

/** The scenes of a script and what was noted on the way. */
export interface ReadScenes {
  readonly format: ScriptFormat;
  /** At most one more than a project holds. */
  readonly drafts: readonly Drafted['draft'][];
  /** How many scenes the script has; those above what a project holds are counted and not drafted. */
  readonly count: number;
  readonly notes: readonly ScriptNote[];
  readonly aspect: Aspect | null;
}

interface Entry {
  readonly entry: Json;
  readonly line: number;
  /** Whether it is the whole script, so that any object is a prompt. */
  readonly isRoot: boolean;
}

/**
 * Reads JSON of any shape: the origin's outline (an object with `scenes`), a list of prompts or scenes, or one
 * prompt; of several pieces the scenes follow one another. A number in the script names a scene for people only:
 * Retake gives its own, and notes what differs.
 */
export function readJsonScript(pieces: readonly JsonValue[]): ReadScenes {
  const notes: ScriptNote[] = pieces.flatMap(({ mends }) => mendNotes(mends));
  const [first] = pieces;
  if (first !== undefined && pieces.length > 1) {
    notes.push(noteAt('PiecesJoined', 'mended', first.line, null, String(pieces.length)));
  }
  const drafts: Drafted['draft'][] = [];
  const numbers: Numbered[] = [];
  const entries = pieces.flatMap((piece) => entriesOf(piece, pieces.length === 1));
  let over = 0;
  for (const [at, { entry, line, isRoot }] of entries.entries()) {
    over = entries.length - at;
    if (drafts.length > SCENE_LIMIT) break;
    over = 0;
    const drafted = draftOf(entry, isRoot);
    if (drafted === null) {
      notes.push(noteAt('NotAScene', 'left-out', line, null, textOfEntry(entry)));
      continue;
    }
    drafts.push(drafted.draft);
    const scene = drafts.length;
    notes.push(...drafted.notes.map((note) => ({ ...note, line, scene })));
    if (isObject(entry)) numbers.push({ number: drafted.number, line, scene });
  }
  const aspect = pieces.map(({ value }) => aspectOf(value)).find((each) => each !== null) ?? null;
  const count = drafts.length + over;
  return { format: formatOf(pieces), drafts, count, notes: [...notes, ...numberNotes(numbers)], aspect };
}

function entriesOf(piece: JsonValue, isOnly: boolean): readonly Entry[] {
  const list = sceneList(piece.value);
  if (list === null) return [{ entry: piece.value, line: piece.line, isRoot: isOnly }];
  const lines = piece.linesOf(list);
  return list.map((entry, at) => ({ entry, line: lines[at] ?? piece.line, isRoot: false }));
}

/** Each comma and comment is told where it stands; curly quotes are told once, for there are hundreds. */
function mendNotes(mends: readonly Mend[]): readonly ScriptNote[] {
  const quotes = mends.filter(({ type }) => type === 'SmartQuotes');
  return mends
    .filter((mend) => mend.type !== 'SmartQuotes' || mend === quotes[0])
    .map(({ type, line, words }) => noteAt(type, type === 'Comment' ? 'check' : 'mended', line, null, words));
}

interface Numbered {
  readonly number: number | null;
  readonly line: number | null;
  readonly scene: number;
}

function draftOf(entry: Json, isRoot: boolean): Drafted | null {
  if (typeof entry === 'string') return entry.trim() === '' ? null : draftOfText(entry.trim());
  if (!isObject(entry) || Object.keys(entry).length === 0) return null;
  return draftOfObject(entry) ?? (isRoot ? draftOfText(JSON.stringify(entry)) : null);
}

function formatOf(pieces: readonly JsonValue[]): ScriptFormat {
  const told = ['description', 'voiceOver', 'imagePrompt', 'videoPrompt'] as const;
  const isOutline = pieces.some(
    ({ value }) =>
      isObject(value) &&
      (sceneList(value) ?? []).some(
        (entry) => isObject(entry) && told.some((name) => readFields(entry).known.has(name)),
      ),
  );
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
