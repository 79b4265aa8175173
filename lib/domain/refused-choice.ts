import type { Capabilities } from './capabilities.ts';
import type { EndFrameLack, Fault } from './fault.ts';
import { endFrameOf, type Snapshot } from './snapshot.ts';

type Choice = Pick<Snapshot, 'kind' | 'aspect' | 'lengthS' | 'videoFrom'>;
type Refused<Name extends Fault['type']> = Extract<Fault, { type: Name }>;

/** The first choice that a provider does not have, with what it has instead; null when all are offered (L19). */
export function refusedChoice(has: Capabilities, choice: Choice): Refused<'NotOffered'> | null {
  if (!has.kinds.includes(choice.kind)) return refused(choice.kind, has.kinds);
  if (!has.aspects.includes(choice.aspect)) return refused(choice.aspect, has.aspects);
  if (choice.kind !== 'video') return null;
  if (!has.videoFrom.includes(choice.videoFrom)) return refused(choice.videoFrom, has.videoFrom);
  const { least, most } = has.lengthS;
  const { lengthS } = choice;
  const fits = lengthS === null || (lengthS >= least && lengthS <= most);
  return fits ? null : refused(`${lengthS} s`, [`${least} – ${most} s`]);
}

/** Why the end frame of a video cannot be used with what is chosen; null where it can, or there is none (L19). */
export function refusedEndFrame(
  { endFrame, models }: Pick<Capabilities, 'endFrame' | 'models'>,
  snapshot: Pick<Snapshot, 'kind' | 'pictures' | 'videoFrom' | 'model' | 'lengthS'>,
): Refused<'NoEndFrame'> | null {
  if (snapshot.kind !== 'video' || endFrameOf(snapshot) === null) return null;
  const because = (why: EndFrameLack, offered = ''): Refused<'NoEndFrame'> => ({
    type: 'NoEndFrame',
    why,
    offered,
  });
  if (endFrame === null) return because('service');
  if (snapshot.videoFrom === 'text') return because('text');
  const { notBy, mostS } = endFrame;
  if (snapshot.model !== null && notBy.includes(snapshot.model))
    return because('model', models.video.filter((model) => !notBy.includes(model)).join(', '));
  return (snapshot.lengthS ?? 0) > mostS ? because('length', String(mostS)) : null;
}

/** The first input of an order that a provider does not take. */
export function refusedOrder(has: Capabilities, snapshot: Snapshot): Fault | null {
  return refusedChoice(has, snapshot) ?? refusedEndFrame(has, snapshot);
}

function refused(choice: string, offered: readonly string[]): Refused<'NotOffered'> {
  return { type: 'NotOffered', choice, offered };
}
