import type { Fault } from './fault.ts';
import type { Snapshot } from './snapshot.ts';

/** The prompt that a service gets: a scene without one says what it shows. */
export function promptOf({
  prompt,
  description,
  title,
}: Pick<Snapshot, 'prompt' | 'description' | 'title'>): string {
  return [prompt, description, title].find((text) => text.trim() !== '') ?? '';
}

/** A prompt that is too long for a service, white space counted once; null where it is not. */
export function tooLongFor(
  limit: number | null,
  snapshot: Pick<Snapshot, 'prompt' | 'description' | 'title'>,
): Extract<Fault, { type: 'PromptTooLong' }> | null {
  const characters = promptOf(snapshot).replace(/\s+/g, ' ').trim().length;
  return limit !== null && characters > limit ? { type: 'PromptTooLong', characters, limit } : null;
}
