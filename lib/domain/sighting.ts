import type { ProviderName } from './capabilities.ts';
import type { AttemptId, Operation } from './ids.ts';
import type { Json } from './scene.ts';

/** What a service's page has told of one order, kept so that nothing that was told once must be told again (L10). */
export interface Sighting {
  readonly operation: Operation;
  readonly provider: ProviderName;
  /** Whose order it is; null for one that the user made for himself. */
  readonly attempt: AttemptId | null;
  /** By these a later report is known to be about it. */
  readonly ids: readonly string[];
  /** As the provider wrote it, who alone reads it. */
  readonly facts: Json;
  /** When it was last told of, ms since the epoch. */
  readonly at: number;
}
