import type { Attempt } from '../domain/attempt.ts';
import type { Expected } from '../domain/render.ts';

/** What an order's output must be to become a take of it. */
export function expectedOf({ kind, snapshot }: Attempt): Expected {
  return { kind, aspect: snapshot.aspect, lengthS: kind === 'video' ? snapshot.lengthS : null };
}
