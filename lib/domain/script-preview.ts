import type { SceneDraft } from './command.ts';
import type { Aspect } from './project.ts';

/** A shape of script that Retake reads. */
export type ScriptFormat = 'outline' | 'any-json' | 'table' | 'headings' | 'lines' | 'blocks';

/** How plain text is cut into scenes: one a line, or one a block between empty lines. */
export type TextCut = 'lines' | 'blocks';

/** Every kind of note; its words stand in `_locales` under `script_` and the name. */
export const SCRIPT_NOTE_TYPES = [
  'NotAScene',
  'NumberMissing',
  'NumberRepeated',
  'NumberGap',
  'LengthRead',
  'LengthUnclear',
  'LengthClamped',
  'TextCut',
  'TrailingComma',
  'SmartQuotes',
  'Comment',
  'PiecesJoined',
  'SamePrompt',
] as const;

/** Something that the reader mended, left out or wants to be looked at; the words stand under `script_` and `type`. */
export interface ScriptNote {
  readonly type: (typeof SCRIPT_NOTE_TYPES)[number];
  /** `left-out` says that something in the file does not become a scene. */
  readonly severity: 'mended' | 'check' | 'left-out';
  /** From 1; null where the format has no lines. */
  readonly line: number | null;
  /** Place among the scenes of the preview, from 1; null where it is about none. */
  readonly scene: number | null;
  /** Fills `$1`, `$2` … of the words. */
  readonly values: readonly string[];
}

/** What an import would bring; nothing is written before the user says so. */
export interface ScriptPreview {
  readonly format: ScriptFormat;
  readonly scenes: readonly SceneDraft[];
  /** What the script says of the whole film; null where it says nothing. */
  readonly aspect: Aspect | null;
  readonly notes: readonly ScriptNote[];
  /** Another way in which a text could be cut; null for JSON. */
  readonly other: TextCut | null;
}

/** Why a file or text is not a script. Its words stand under `scriptFault_` and the name. */
export type ScriptFault =
  | { readonly type: 'NotText' }
  | { readonly type: 'TooLarge'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly type: 'Empty' }
  /** `text` is what stands there, at most 80 characters. */
  | {
      readonly type: 'BrokenJson';
      readonly line: number;
      readonly column: number;
      readonly text: string;
    }
  /** The text ends before its brackets do; `line` and `text` are its last. */
  | { readonly type: 'CutOff'; readonly line: number; readonly text: string }
  | { readonly type: 'NoScenes' }
  | { readonly type: 'TooManyScenes'; readonly count: number; readonly limit: number };

/** The name of every script fault, for the test that both languages have words for each. */
export const SCRIPT_FAULT_NAMES = [
  'NotText',
  'TooLarge',
  'Empty',
  'BrokenJson',
  'CutOff',
  'NoScenes',
  'TooManyScenes',
] as const satisfies readonly ScriptFault['type'][];
