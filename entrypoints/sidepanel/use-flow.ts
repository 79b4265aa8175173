import { useCallback, useEffect, useState } from 'react';
import type { Batch, BatchOrder } from '../../lib/domain/batch.ts';
import type { FlowOffers, SeenOffers } from '../../lib/domain/flow-page.ts';
import type { FlowState } from '../../lib/domain/flow-state.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { OwnOrder } from '../../lib/domain/own-order.ts';
import { spentOf, type FilmSpent } from '../../lib/domain/spent.ts';
import { watchZoom } from '../../lib/platform/flow-zoom.ts';
import { ACCOUNT, creditsIn, offersOf, readOffersIn } from '../../lib/providers/flow/hear-listing.ts';
import { ownOrderOf } from '../../lib/providers/flow/own-order.ts';
import { readBatch } from '../../lib/store/batch-reads.ts';
import { readFlowState } from '../../lib/store/flow-reads.ts';
import { getSighting, getUnowned } from '../../lib/store/sightings.ts';
import { readSpent } from '../../lib/store/spent-reads.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { isOf, useRead } from '../page/use-live.ts';

const NO_OFFERS: SeenOffers = {};
const NOTHING: FlowState = { credits: null, atWork: 0, ready: null };

/** What Flow has left, at work and ready; nothing until it is read. */
export function useFlow(): FlowState {
  const read = useRead('flow', isOfFlow, async (tx) => ({
    ...(await readFlowState(tx)),
    credits: await readCredits(tx),
  }));
  return read ?? NOTHING;
}

/** What the Flow page was last seen to offer; nothing until it is read. */
export function useFlowOffers(): SeenOffers {
  const read = useRead('offers', isOfFlow, async (tx) => {
    const [image, video] = await Promise.all([readOffers(tx, 'image'), readOffers(tx, 'video')]);
    return { ...(image && { image }), ...(video && { video }) };
  });
  return read ?? NO_OFFERS;
}

async function readOffers(tx: AnyTx, mode: FlowOffers['mode']): Promise<FlowOffers | null> {
  const seen = await getSighting(tx, offersOf(mode));
  return seen && readOffersIn(seen);
}

/** What Flow's page was made smaller to, 1 for 100 %; null where it has the user's zoom. */
export function useFlowZoom(): number | null {
  const [smaller, setSmaller] = useState<number | null>(null);
  useEffect(() => watchZoom(setSmaller), []);
  return smaller;
}

/** What a batch would start now; null until it is read. */
export function useBatchOf(projectId: ProjectId | null, order: BatchOrder): Batch | null {
  const wants = useCallback(
    (changed: Changed) => changed.type === 'sightings' || isOf(changed, projectId),
    [projectId],
  );
  const read = useRead(`batch ${projectId ?? ''} ${JSON.stringify(order)}`, wants, async (tx) =>
    projectId === null ? null : readBatch(tx, projectId, order, await readCredits(tx)),
  );
  return read ?? null;
}

/** What a film has cost; null until it is read. */
export function useSpentOf(projectId: ProjectId | null): readonly FilmSpent[] | null {
  const wants = useCallback(
    (changed: Changed) => changed.type === 'sightings' || isOf(changed, projectId),
    [projectId],
  );
  const read = useRead(`spent ${projectId ?? ''}`, wants, async (tx) =>
    projectId === null ? [] : spentOf(await readSpent(tx, projectId)),
  );
  return read ?? null;
}

const MOST_OWN = 20;

/** The user's own orders on Flow that no scene has, newest first; null until they are read. */
export function useOwnOrders(): readonly OwnOrder[] | null {
  const read = useRead('own orders', isOfFlow, async (tx) => {
    const orders = (await getUnowned(tx)).flatMap((sighting) => ownOrderOf(sighting, Date.now()) ?? []);
    return orders.toSorted((a, b) => b.at - a.at).slice(0, MOST_OWN);
  });
  return read ?? null;
}

async function readCredits(tx: AnyTx): Promise<number | null> {
  const account = await getSighting(tx, ACCOUNT);
  return account === null ? null : creditsIn([account]);
}

function isOfFlow({ type }: Changed): boolean {
  return type === 'scene' || type === 'sightings';
}
