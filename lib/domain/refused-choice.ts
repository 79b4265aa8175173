import type { Capabilities } from './capabilities.ts';
import type { Fault } from './fault.ts';
import type { Snapshot } from './snapshot.ts';

type Choice = Pick<Snapshot, 'kind' | 'aspect' | 'lengthS' | 'videoFrom'>;

/** The first choice that a provider does not have, with what it has instead; null when all are offered (L19). */
export function refusedChoice(
  has: Capabilities,
  choice: Choice,
): Extract<Fault, { type: 'NotOffered' }> | null {
  if (!has.kinds.includes(choice.kind)) return refused(choice.kind, has.kinds);
  if (!has.aspects.includes(choice.aspect)) return refused(choice.aspect, has.aspects);
  if (choice.kind !== 'video') return null;
  if (!has.videoFrom.includes(choice.videoFrom)) return refused(choice.videoFrom, has.videoFrom);
  const { least, most } = has.lengthS;
  const { lengthS } = choice;
  const fits = lengthS === null || (lengthS >= least && lengthS <= most);
  return fits ? null : refused(`${lengthS} s`, [`${least} – ${most} s`]);
}

function refused(choice: string, offered: readonly string[]): Extract<Fault, { type: 'NotOffered' }> {
  return { type: 'NotOffered', choice, offered };
}
