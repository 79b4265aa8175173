import type { MadeWith } from './made-with.ts';
import { isTakeNumber, type ProjectId, type SceneIndex, type TakeNumber } from './ids.ts';

/** What a take is. */
export type Kind = 'image' | 'video' | 'voice';

/** Every kind, in the order in which a scene's takes are made. */
export const KINDS: readonly Kind[] = ['image', 'video', 'voice'];

/** A value that survives JSON; keeps what an imported script said beyond our fields. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What the user writes of a scene; the part that edits and imports touch. */
export interface SceneText {
  /** At most 200 characters. */
  readonly title: string;
  /** What is seen, in the user's words. */
  readonly description: string;
  /** What is said; becomes caption and voice. Without the `[mood]` tag of some scripts. */
  readonly voiceOver: string;
  readonly imagePrompt: string;
  readonly videoPrompt: string;
  /** Seconds, 1 to 60. */
  readonly lengthS: number;
  /** Heading of the chapter that it stands under; empty where the script has none. */
  readonly chapter: string;
}

/** A text of a scene that people read and write as text. */
export type TextField = Exclude<keyof SceneText, 'lengthS' | 'chapter'>;

/** Every text of a scene, in the order in which the editor has them. */
export const TEXT_FIELDS: readonly TextField[] = [
  'title',
  'description',
  'voiceOver',
  'imagePrompt',
  'videoPrompt',
];

/** The chosen take of each kind; null where none is chosen. */
export type Picks = { readonly [K in Kind]: TakeNumber | null };

/** One shot of the script. Its key is `[projectId, index]` and nothing else (L1). */
export interface Scene extends SceneText {
  readonly projectId: ProjectId;
  readonly index: SceneIndex;
  /** Where it plays: scenes are ordered by this number, which need not be whole and has no gaps to keep. */
  readonly position: number;
  readonly picks: Picks;
  /** What makes its takes in place of what makes its film's; null where it goes with the film. */
  readonly madeWith: MadeWith | null;
  /** The number that the next take of each kind gets; only ever rises (L3). */
  readonly nextTake: { readonly [K in Kind]: TakeNumber };
  /** What the imported script said of the scene that has no field here. */
  readonly extra: Json;
  /** When it was put into the bin; null while it is in use. */
  readonly deletedAt: number | null;
}

/** Shortest and longest scene in seconds. */
export const LENGTH_LIMITS_S = { least: 1, most: 60 } as const;

/** Longest text of one field in characters; far above any prompt, far below what slows a card. */
export const TEXT_LIMIT = 20_000;

/** Longest title in characters. */
export const TITLE_LIMIT = 200;

/** Most scenes in one project. */
export const SCENE_LIMIT = 2_000;

/** Tells whether a number is a length that a scene may have. */
export function isSceneLength(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= LENGTH_LIMITS_S.least &&
    value <= LENGTH_LIMITS_S.most
  );
}

/** Everything that a scene's texts say, a text a line. */
export function saidIn(scene: SceneText): string {
  return TEXT_FIELDS.map((field) => scene[field]).join('\n');
}

/** A scene whose take of a number was just stored: the number is never given again (L3). */
export function withNextTake(scene: Scene, kind: Kind, number: TakeNumber): Scene {
  const next = number + 1;
  if (!isTakeNumber(next)) throw new Error('A scene has too many takes.');
  return { ...scene, nextTake: { ...scene.nextTake, [kind]: next } };
}
