import { fail, ok, type Result } from '../domain/result.ts';
import type { Json } from '../domain/scene.ts';
import type { ScriptFault, ScriptNote } from '../domain/script-preview.ts';
import { findJson, type FoundJson, type JsonPart } from './find-json.ts';
import { readJsonScript, type ReadScenes } from './json-script.ts';
import type { JsonStop, JsonValue } from './json-text.ts';
import { isObject, isScriptKey, isSceneObject, sceneList } from './scene-fields.ts';

/**
 * Reads the JSON of a text that may be a chat model's answer: prose around it, fences, several pieces one after
 * another. Null where the text is not meant as JSON. A piece that breaks off is a fault, however many others are
 * whole, but for one in the prose around fences that hold a script: that is told as left out.
 */
export function readAnswer(text: string): Result<ReadScenes, ScriptFault> | null {
  const found = findJson(text);
  if (found.isWhole) return ok(readJsonScript(found.parts.flatMap(valueOf)));
  const pieces = chosenPieces(found);
  const broken = found.parts.filter((part) => stopOf(part) !== null && isMeantAsScript(found, part));
  const hasFenced = pieces.some(({ isFenced }) => isFenced);
  const fatal = broken.find(
    ({ isFenced, isHeadless }) => (isFenced || !hasFenced) && (!isHeadless || pieces.length > 0),
  );
  const stop = fatal && stopOf(fatal);
  if (stop) return fail(faultAt(found, stop));
  if (pieces.length === 0) return null;
  const read = readJsonScript(pieces.flatMap(valueOf));
  const left = found.parts.filter((part) => !pieces.includes(part) && isWorthTelling(part));
  return ok({ ...read, notes: [...read.notes, ...left.map((part) => leftOut(found, text, part))] });
}

/** The pieces that hold scenes; lists before single objects, and only where there are none, lists of bare texts. */
function chosenPieces({ parts }: FoundJson): readonly JsonPart[] {
  const withScenes = parts.filter((part) => valueOf(part).some(({ value }) => holdsScenes(value)));
  if (withScenes.length > 0) return withScenes;
  return parts.filter(
    (part) => part.isFenced && valueOf(part).some(({ value }) => isListOfTexts(value) || isNamed(value)),
  );
}

function holdsScenes(value: Json): boolean {
  const list = sceneList(value);
  if (list !== null) return list.some((entry) => isObject(entry)) || (isObject(value) && list.length > 0);
  return isObject(value) && isSceneObject(value);
}

function isListOfTexts(value: Json): boolean {
  return Array.isArray(value) && value.some((entry) => typeof entry === 'string');
}

function isNamed(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => isScriptKey(key));
}

/** A text that begins with a bracket, or a piece that has read a script's keys before it broke off. */
function isMeantAsScript({ parts, beginsAsJson }: FoundJson, part: JsonPart): boolean {
  if (beginsAsJson && part === parts[0]) return true;
  return stopOf(part)?.keys.some((key) => isScriptKey(key)) ?? false;
}

/** `[1]` in prose is a footnote; an object was meant as something. */
function isWorthTelling(part: JsonPart): boolean {
  const stop = stopOf(part);
  if (stop !== null) return stop.keys.length > 0;
  return valueOf(part).some(({ value }) => isObject(value));
}

function valueOf({ read }: JsonPart): readonly JsonValue[] {
  return read.ok ? [read.json] : [];
}

function stopOf({ read }: JsonPart): JsonStop | null {
  return read.ok ? null : read.stop;
}

function faultAt({ places }: FoundJson, { at, isCutOff }: JsonStop): ScriptFault {
  const [line, column] = [places.lineOf(at), places.columnOf(at)];
  const text = places.excerpt(line, column);
  return isCutOff ? { type: 'CutOff', line, text } : { type: 'BrokenJson', line, column, text };
}

function leftOut({ places }: FoundJson, text: string, { start }: JsonPart): ScriptNote {
  const words = text.slice(start, start + 40).replace(/\s+/g, ' ');
  return {
    type: 'NotAScene',
    severity: 'left-out',
    line: places.lineOf(start),
    scene: null,
    values: [words],
  };
}
