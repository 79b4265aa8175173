import type { Json } from '../domain/scene.ts';
import type { ScriptNote } from '../domain/script-preview.ts';
import { readJsonScript, type ReadScenes } from './json-script.ts';
import { takeTimes } from './heading-times.ts';
import { fieldOf, keyOf, plain, type FieldName } from './scene-fields.ts';

/** One heading may be a line like any other. */
const LEAST_HEADINGS = 2;

/** `Cảnh 1: Mở đầu (0–5s)`, `## Scene 2`, `**Shot 3 –** …`: what stands before a number, the number, and the rest. */
const HEADING =
  /^(?:phân cảnh|cảnh quay|cảnh|scene|shot|phân đoạn)\s*(?:số\s*|#\s*)?(\d{1,4})(?![\d,]|\s*(?:x|×|%))\s*(.*)$/iu;
/** `Lời thoại: …`, `Voice-over (nữ): …`: a few words, what may stand behind them in brackets, a colon. */
const LABEL = /^([\p{L}][\p{L}\p{M} _/-]{0,30}?)\s*(?:\([^)]{0,60}\))?\s*[:：]\s*(.*)$/u;
/** What scripts also tell of a scene: it is kept with what is seen, and nobody speaks it. */
const UNSPOKEN: ReadonlySet<string> = new Set(
  (
    'âm nhạc, nhạc, nhạc nền, âm thanh, hiệu ứng, hiệu ứng âm thanh, music, sfx, sound, góc máy, máy quay, ' +
    'chuyển động máy, camera, shot type, ánh sáng, lighting, chuyển cảnh, transition, bối cảnh, địa điểm, setting, ' +
    'location, nhân vật, characters, đạo cụ, props, chữ trên màn hình, text on screen, on-screen text, ' +
    'text overlay, phong cách, style, cảm xúc, mood, ghi chú, note, notes'
  )
    .split(', ')
    .map(plain),
);

interface Scene {
  readonly line: number;
  readonly number: number;
  readonly title: string;
  readonly seconds: number | null;
  readonly fields: Map<FieldName, string>;
  /** What an unlabelled line goes on with. */
  open: FieldName;
}

/**
 * Reads a text in which headings with numbers begin the scenes, and labels what each has: as people and chat models
 * write scripts. Null where there are fewer than two headings. What stands before the first is noted as left out.
 */
export function readHeadings(text: string): ReadScenes | null {
  const before: ScriptNote[] = [];
  const scenes: Scene[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = unmarked(raw);
    const heading = headingOf(line, at + 1);
    const scene = scenes.at(-1);
    if (heading !== null) scenes.push(heading);
    else if (scene === undefined) before.push(...(line === '' ? [] : [leftOut(line, at + 1)]));
    else if (line === '') endOpen(scene);
    else take(scene, line);
  }
  if (scenes.length < LEAST_HEADINGS) return null;
  const value = scenes.map(objectOf);
  const lines = scenes.map(({ line }) => line);
  const read = readJsonScript([
    { value, line: lines[0] ?? 1, linesOf: (array) => (array === value ? lines : []), mends: [] },
  ]);
  return { ...read, format: 'headings', notes: [...before, ...read.notes] };
}

/** A line without the marks of Markdown and of lists; empty where it only stands between others. */
function unmarked(raw: string): string {
  const line = raw.replace(/\*\*|__|`/g, '').trim();
  if (/^[-*_=|:~\s]*$/.test(line)) return '';
  return line.replace(/^(?:#{1,6}|[-*•>+])\s+/, '').trim();
}

function headingOf(line: string, at: number): Scene | null {
  const found = HEADING.exec(line);
  if (found === null) return null;
  const rest = found[2] ?? '';
  // `Cảnh 1 mở ra với …` tells of a scene; a heading has a mark behind its number, or nothing.
  if (rest !== '' && !/^[:：.\-–—|()[\]]/.test(rest)) return null;
  const { rest: words, seconds } = takeTimes(rest);
  const title = words.replace(/^[\s:：.\-–—|]+|[\s:：\-–—|]+$/g, '');
  return {
    line: at,
    number: Number(found[1]),
    title,
    seconds,
    fields: new Map(),
    open: 'description',
  };
}

function take(scene: Scene, line: string): void {
  const [, label = '', words = ''] = LABEL.exec(line) ?? [];
  const field = fieldOf(label);
  if (field !== null && field !== 'number') {
    scene.open = field;
    add(scene, field, words);
    return;
  }
  if (UNSPOKEN.has(plain(label))) scene.open = 'description';
  // Any other label is a speaker’s name, or a colon in what is said.
  add(scene, scene.open, line);
}

/** What follows an empty line is not spoken any more: a chat model takes its leave there. */
function endOpen(scene: Scene): void {
  if (scene.fields.has(scene.open)) scene.open = 'description';
}

function add({ fields }: Scene, field: FieldName, words: string): void {
  if (words === '') return;
  const known = fields.get(field);
  fields.set(field, known === undefined ? words : `${known}\n${words}`);
}

/** What is said stands in quotes, which nobody speaks. */
function unquoted(words: string): string {
  return words.replace(/^["“”«]([^"“”«»]*)["“”»]$/u, '$1').trim();
}

function objectOf({ number, title, seconds, fields }: Scene): Json {
  const said: Record<string, Json> = { [keyOf('number')]: number };
  const isSeen = (['description', 'prompt', 'imagePrompt'] as const).some((field) => fields.has(field));
  // A heading that says all there is to see is more than a title.
  if (title !== '') said[keyOf(isSeen ? 'title' : 'description')] = title;
  if (seconds !== null) said[keyOf('length')] = seconds;
  for (const [field, words] of fields)
    said[keyOf(field)] = field === 'length' && /^\d{1,5}$/.test(words) ? Number(words) : unquoted(words);
  return said;
}

function leftOut(line: string, at: number): ScriptNote {
  return { type: 'NotAScene', severity: 'left-out', line: at, scene: null, values: [line.slice(0, 40)] };
}
