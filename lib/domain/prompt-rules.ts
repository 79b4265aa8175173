import { namesOneOf } from './name-in-text.ts';

/** What every prompt of a film is to say and not to say; words or names with commas between them. */
export interface PromptRules {
  readonly mustWords: string;
  readonly neverWords: string;
}

/** No rules: what a new film begins with. */
export const NO_RULES: PromptRules = { mustWords: '', neverWords: '' };

/** Longest list of words of one rule, in characters. */
export const RULE_LIMIT = 500;

/** The rules that a prompt breaks, by their words. */
export interface BrokenRules {
  readonly missing: readonly string[];
  readonly forbidden: readonly string[];
}

/** Names the rules that a prompt breaks; none for one that is not written yet. */
export function brokenRules(prompt: string, { mustWords, neverWords }: PromptRules): BrokenRules {
  if (prompt.trim() === '') return { missing: [], forbidden: [] };
  return {
    missing: wordsOf(mustWords).filter((word) => !namesOneOf(prompt, word)),
    forbidden: wordsOf(neverWords).filter((word) => namesOneOf(prompt, word)),
  };
}

function wordsOf(rule: string): readonly string[] {
  return rule
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
