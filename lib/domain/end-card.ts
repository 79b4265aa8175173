import type { SceneDraft } from './command.ts';

/** What a film says last: the scene that its first script gets at its end. */
export interface EndCard {
  readonly endTitle: string;
  /** What is said, and read as caption. */
  readonly endLine: string;
}

/** None: what a new film begins with. */
export const NO_END_CARD: EndCard = { endTitle: '', endLine: '' };

/** Long enough to be read, and a length that every service makes. */
const END_CARD_S = 4;

/**
 * The scene of an end card, to be edited and made as any other; none where it says nothing. Films are joined without
 * encoding anything anew, so that nothing but a scene can stand in one.
 */
export function endCardDrafts({ endTitle, endLine }: EndCard): readonly SceneDraft[] {
  if (endTitle === '' && endLine === '') return [];
  const unsaid = { description: '', imagePrompt: '', videoPrompt: '', chapter: '', extra: null };
  return [{ ...unsaid, title: endTitle, voiceOver: endLine, lengthS: END_CARD_S }];
}
