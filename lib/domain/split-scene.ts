import { LENGTH_LIMITS_S, TITLE_LIMIT, type SceneText } from './scene.ts';

/** The two parts of a text at a place in it, without the white space between; null where one of them says nothing. */
export function splitText(
  text: string,
  at: number,
): { readonly before: string; readonly after: string } | null {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  return before.trim() === '' || after.trim() === '' ? null : { before, after };
}

/** What two scenes say as one: their texts one behind the other, as long as both together where that is not too long. */
export function joinTexts(first: SceneText, second: SceneText): SceneText {
  const both = (field: Exclude<keyof SceneText, 'lengthS'>): string => {
    const [one, other] = [first[field].trim(), second[field].trim()];
    return one === other ? one : [one, other].filter((text) => text !== '').join(' ');
  };
  return {
    title: (first.title || second.title).slice(0, TITLE_LIMIT),
    description: both('description'),
    voiceOver: both('voiceOver'),
    imagePrompt: both('imagePrompt'),
    videoPrompt: both('videoPrompt'),
    lengthS: Math.min(first.lengthS + second.lengthS, LENGTH_LIMITS_S.most),
    chapter: first.chapter,
  };
}
