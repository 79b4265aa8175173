import { useCallback, useEffect, useState } from 'react';
import type { Batch, BatchOrder } from '../../lib/domain/batch.ts';
import type { FlowOffers, SeenOffers } from '../../lib/domain/flow-page.ts';
import type { FlowState } from '../../lib/domain/flow-state.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { OwnOrder } from '../../lib/domain/own-order.ts';
import type { FilmSpent } from '../../lib/domain/spent.ts';
import { watchZoom } from '../../lib/platform/flow-zoom.ts';
import { ACCOUNT, creditsIn, offersOf, readOffersIn } from '../../lib/providers/flow/hear-listing.ts';
import { readFlowState } from '../../lib/store/flow-reads.ts';
import { getSighting, getUnowned } from '../../lib/store/sightings.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { isOf, useRead } from '../page/use-live.ts';
import { useLoaded } from '../page/use-loaded.ts';

// What only dialogs read: the panel’s first card waits for none of it.
const loadBatch = () => import('../../lib/store/batch-reads.ts');
const loadOwnOrder = () => import('../../lib/providers/flow/own-order.ts');
const loadSpent = async () => ({
  ...(await import('../../lib/store/spent-reads.ts')),
  ...(await import('../../lib/domain/spent.ts')),
});

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
  const loaded = useLoaded(loadBatch);
  const key = loaded && `batch ${projectId ?? ''} ${JSON.stringify(order)}`;
  const read = useRead(
    key,
    wants,
    async (tx) => loaded && projectId && loaded.readBatch(tx, projectId, order, await readCredits(tx)),
  );
  return read ?? null;
}

/** What a film has cost; null until it is read. */
export function useSpentOf(projectId: ProjectId | null): readonly FilmSpent[] | null {
  const wants = useCallback(
    (changed: Changed) => changed.type === 'sightings' || isOf(changed, projectId),
    [projectId],
  );
  const loaded = useLoaded(loadSpent);
  const read = useRead(
    loaded && `spent ${projectId ?? ''}`,
    wants,
    async (tx) => loaded && projectId && loaded.spentOf(await loaded.readSpent(tx, projectId)),
  );
  return read ?? null;
}

const MOST_OWN = 20;

/** The user's own orders on Flow that no scene has, newest first; null until they are read. */
export function useOwnOrders(): readonly OwnOrder[] | null {
  const loaded = useLoaded(loadOwnOrder);
  const read = useRead(loaded && 'own orders', isOfFlow, async (tx) => {
    const own = (await getUnowned(tx)).map((sighting) => loaded?.ownOrderOf(sighting, Date.now()) ?? null);
    const orders = own.filter((order) => order !== null);
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
