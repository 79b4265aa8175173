import type { SceneDraft } from '../domain/command.ts';
import { LENGTH_LIMITS_S, TEXT_LIMIT, type Json, type TextField } from '../domain/scene.ts';
import type { ScriptNote } from '../domain/script-preview.ts';
import { isObject, readFields, type FieldName } from './scene-fields.ts';

/** Seconds of a scene whose script names none: what the common services make. */
export const USUAL_LENGTH_S = 8;
const TITLE_LIMIT = 200;
const SHORT_TITLE = 60;

/** A scene with what was noted while it was read; notes have no line and scene yet. */
export interface Drafted {
  readonly draft: SceneDraft;
  readonly notes: readonly Pick<ScriptNote, 'type' | 'severity' | 'values'>[];
  /** The number that the script gives the scene; null where it gives none. */
  readonly number: number | null;
}

type Noting = (type: ScriptNote['type'], severity: ScriptNote['severity'], ...values: string[]) => void;

/** Makes a scene of one text: it is what is seen, and both prompts. */
export function draftOfText(text: string): Drafted {
  return drafted(null, (note) => ({
    title: shortTitle(text),
    description: limited(text, 'description', note),
    voiceOver: '',
    imagePrompt: limited(text, 'imagePrompt', note),
    videoPrompt: limited(text, 'videoPrompt', note),
    lengthS: USUAL_LENGTH_S,
    chapter: '',
    extra: null,
  }));
}

/** Makes a scene of a script's object; null where it says nothing that is seen or heard. */
export function draftOfObject(object: { readonly [key: string]: Json }): Drafted | null {
  const { known, extra } = readFields(object);
  const text = (name: FieldName): string => textOf(known.get(name));
  const [mood, spoken] = splitMood(text('voiceOver') || dialogueOf(known.get('dialogues')));
  const prompt = promptOf(known.get('prompt'));
  const imagePrompt = text('imagePrompt') || prompt;
  const videoPrompt = promptOf(known.get('videoPrompt')) || prompt || imagePrompt;
  const description = text('description') || prompt;
  const says = description || spoken || imagePrompt || videoPrompt || text('title');
  if (says === '') return null;
  const number = known.get('number');
  return drafted(typeof number === 'number' ? number : null, (note) => ({
    title: titleOf(text('title') || shortTitle(says), note),
    description: limited(description, 'description', note),
    voiceOver: limited(spoken, 'voiceOver', note),
    imagePrompt: limited(imagePrompt || description, 'imagePrompt', note),
    videoPrompt: limited(videoPrompt || description, 'videoPrompt', note),
    lengthS: lengthOf(known.get('length'), note),
    chapter: text('chapter').slice(0, TITLE_LIMIT),
    extra: extraOf(extra, mood, known.get('dialogues')),
  }));
}

function drafted(number: number | null, make: (note: Noting) => SceneDraft): Drafted {
  const notes: Pick<ScriptNote, 'type' | 'severity' | 'values'>[] = [];
  const draft = make((type, severity, ...values) => void notes.push({ type, severity, values }));
  return { draft, notes, number };
}

/** The first words of a text, at most 60 characters. */
function shortTitle(text: string): string {
  const line = text.trim().split(/\n/)[0] ?? '';
  const sentence = /^.{8,60}?(?=[.!?:;,](?:\s|$))/u.exec(line)?.[0] ?? line;
  if (sentence.length <= SHORT_TITLE) return sentence.trim();
  return `${sentence.slice(0, SHORT_TITLE).replace(/\s+\S*$/u, '')}…`;
}

function titleOf(title: string, note: Noting): string {
  if (title.length > TITLE_LIMIT) note('TextCut', 'mended', 'title');
  return title.slice(0, TITLE_LIMIT);
}

function limited(text: string, field: TextField, note: Noting): string {
  if (text.length > TEXT_LIMIT) note('TextCut', 'mended', field);
  return text.slice(0, TEXT_LIMIT);
}

function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : '';
}

/** The words of a prompt that is a text, an object, or an object written as a text. */
function promptOf(value: Json | undefined): string {
  if (typeof value === 'string' && value.trim().startsWith('{'))
    return promptOf(parsed(value)) || value.trim();
  if (!isObject(value)) return textOf(value);
  const format = value['Output_Format'];
  const structure = isObject(format) ? format['Structure'] : undefined;
  const told = isObject(structure) ? structure : value;
  const order = ['key_action', 'setting_details', 'character_details', 'camera_direction'];
  const parts = order.map((key) => textOf(told[key])).filter((part) => part !== '');
  return parts.length > 0 ? parts.join('. ') : JSON.stringify(value);
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function dialogueOf(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return '';
  const lines: readonly Json[] = value;
  return lines
    .map((line) =>
      isObject(line)
        ? textOf(line['text_vi']) || textOf(line['text']) || textOf(line['text_tgt'])
        : textOf(line),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** `[vui vẻ] Xin chào` says how it is spoken; the tag is no caption. */
function splitMood(spoken: string): readonly [string | null, string] {
  const tag = /^\s*\[([^\]\n]{1,40})\]\s*/u.exec(spoken);
  return tag === null ? [null, spoken] : [tag[1] ?? null, spoken.slice(tag[0].length)];
}

function extraOf(
  extra: { readonly [key: string]: Json },
  mood: string | null,
  dialogues: Json | undefined,
): Json {
  const all = {
    ...extra,
    ...(mood === null ? {} : { mood }),
    ...(dialogues === undefined ? {} : { dialogues }),
  };
  return Object.keys(all).length === 0 ? null : all;
}

/** Seconds from a number, `8s`, `8 giây`, `8,5` or `0:08`. */
function lengthOf(value: Json | undefined, note: Noting): number {
  if (value === undefined || value === null || value === '') return USUAL_LENGTH_S;
  const seconds = typeof value === 'number' ? value : secondsOf(textOf(value));
  if (seconds === null || !Number.isFinite(seconds)) {
    note('LengthUnclear', 'check', textOf(value).slice(0, 40), String(USUAL_LENGTH_S));
    return USUAL_LENGTH_S;
  }
  if (typeof value !== 'number') note('LengthRead', 'mended', textOf(value).slice(0, 40), String(seconds));
  const { least, most } = LENGTH_LIMITS_S;
  const fit = Math.min(most, Math.max(least, seconds));
  if (fit !== seconds) note('LengthClamped', 'mended', String(seconds), String(fit));
  return fit;
}

function secondsOf(text: string): number | null {
  const clock = /^(\d+):(\d{1,2}(?:[.,]\d+)?)$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number((clock[2] ?? '').replace(',', '.'));
  const plainNumber = /^(-?\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|gi[aâ]y)?$/iu.exec(
    text.normalize('NFC'),
  );
  return plainNumber === null ? null : Number((plainNumber[1] ?? '').replace(',', '.'));
}
