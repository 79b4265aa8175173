import { fail, ok, type Result } from '../domain/result.ts';
import { SCENE_LIMIT } from '../domain/scene.ts';
import type { ScriptFault, ScriptNote, ScriptPreview, TextCut } from '../domain/script-preview.ts';
import { readAnswer } from './model-answer.ts';
import type { ReadScenes } from './json-script.ts';
import { readPlainText, usualCut } from './plain-text.ts';
import { readHeadings } from './headings.ts';
import { readTables } from './tables.ts';
import { decodeText } from './text-bytes.ts';

/** The largest script file in bytes; a 2,000-scene outline has a tenth of it. */
export const SCRIPT_LIMIT_BYTES = 5 * 1024 * 1024;

/** Reads a script file. Nothing is written; faults say what the file is instead. */
export function readScriptBytes(bytes: Uint8Array, cut?: TextCut): Result<ScriptPreview, ScriptFault> {
  if (bytes.length > SCRIPT_LIMIT_BYTES) {
    return fail({ type: 'TooLarge', sizeBytes: bytes.length, limitBytes: SCRIPT_LIMIT_BYTES });
  }
  const text = decodeText(bytes);
  return text === null ? fail({ type: 'NotText' }) : readScript(text, cut);
}

/**
 * Reads a script from a text: the origin's outline, JSON of other shapes, with whatever a chat model writes around
 * them, a table, headings with what each scene has below them, or plain text cut as `cut` says.
 */
export function readScript(raw: string, cut?: TextCut): Result<ScriptPreview, ScriptFault> {
  if (raw.length > SCRIPT_LIMIT_BYTES) {
    return fail({ type: 'TooLarge', sizeBytes: raw.length, limitBytes: SCRIPT_LIMIT_BYTES });
  }
  const text = raw
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  if (text.trim() === '') return fail({ type: 'Empty' });
  if (text.includes('\0')) return fail({ type: 'NotText' });
  const json = readAnswer(text);
  if (json !== null) return json.ok ? preview(json.value, null) : json;
  const shaped = cut === undefined ? (readTables(text) ?? readHeadings(text)) : null;
  if (shaped !== null) return preview(shaped, shaped.format === 'table' ? 'lines' : usualCut(text));
  const chosen = cut ?? usualCut(text);
  const canBeOther = text.trim().includes('\n');
  return preview(readPlainText(text, chosen), canBeOther ? other(chosen) : null);
}

function preview(read: ReadScenes, otherCut: TextCut | null): Result<ScriptPreview, ScriptFault> {
  const { format, drafts, count, notes, aspect } = read;
  if (drafts.length === 0) return fail({ type: 'NoScenes' });
  if (count > SCENE_LIMIT) return fail({ type: 'TooManyScenes', count, limit: SCENE_LIMIT });
  const all = [...notes, ...samePrompts(read)].toSorted(byPlace);
  return ok({ format, scenes: drafts, aspect, notes: all, other: otherCut });
}

/** In the order of the text, so that a reader goes down it once. */
function byPlace(a: ScriptNote, b: ScriptNote): number {
  return (a.scene ?? 0) - (b.scene ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}

/** Two scenes of one prompt are often a slip of the pen. */
function samePrompts({ drafts }: ReadScenes): readonly ScriptNote[] {
  const first = new Map<string, number>();
  return drafts.flatMap(({ imagePrompt, videoPrompt, description }, at): readonly ScriptNote[] => {
    const key = `${imagePrompt}\n${videoPrompt}\n${description}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, at + 1);
    if (known === undefined) return [];
    return [{ type: 'SamePrompt', severity: 'check', line: null, scene: at + 1, values: [String(known)] }];
  });
}

function other(cut: TextCut): TextCut {
  return cut === 'lines' ? 'blocks' : 'lines';
}
