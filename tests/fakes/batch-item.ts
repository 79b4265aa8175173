import type { BatchItem } from '../../lib/domain/batch.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { sceneIndex } from './studio.ts';

/** What a film with no choices asks of its service. */
export const PLAIN = { model: null, clipLengthS: null, outputs: 1 } as const;

/** An order on Flow: images are free, a video of 6 s costs 20 credits. */
export function batchItem(index: number, kind: 'image' | 'video', fault: Fault | null = null): BatchItem {
  return {
    index: sceneIndex(index),
    kind,
    lengthS: kind === 'image' ? null : 6,
    fault,
    isPaid: false,
    isAgain: false,
    provider: 'flow',
    chosen: PLAIN,
    isOwn: false,
    price: kind === 'image' ? 0 : 20,
  };
}
