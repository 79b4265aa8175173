import { describe, expect, it } from 'vitest';
import type { FlowLook, FlowSince } from '../../../lib/domain/flow-page.ts';
import { ok } from '../../../lib/domain/result.ts';
import type { Sighting } from '../../../lib/domain/sighting.ts';
import { hear } from '../../../lib/providers/flow/hear.ts';
import { lookUp, type AskedTab } from '../../../lib/providers/flow/look-up.ts';
import { id } from './wire.ts';

const NOW = 1_800_000_000_000;
const [PROJECT, OTHER_PROJECT, DOCUMENT, LATER_DOCUMENT, MEDIA] = [id(1), id(2), id(3), id(4), id(5)];
const READY = {
  documentId: DOCUMENT,
  afterSeq: 7,
  projectId: PROJECT,
  mode: 'image',
  model: null,
  aspect: '16:9',
  lengthS: null,
  count: 1,
  prompt: 'a red fox',
  references: [],
} as const;
const ORDER = { intendedAt: NOW, arming: { tab: 1, price: 0, facts: READY, hand: null } };
const UNREADIED = { intendedAt: NOW, arming: null };

/** A tab whose page is one document, and what that has sent: number and time of each order. */
interface Shown {
  readonly documentId: string;
  readonly projectId?: string;
  readonly since?: number;
  readonly sent?: readonly (readonly [seq: number, at: number])[];
}

function tabOf(shown: Shown | undefined): AskedTab {
  const { documentId = '', projectId = PROJECT, since = 0, sent = [] } = shown ?? {};
  const look: FlowLook = { blocks: [], projectId, documentId };
  const submitsSince: AskedTab['page']['submitsSince'] = (from: FlowSince) => {
    const isKnown = 'at' in from ? since <= from.at : from.documentId === documentId;
    const fresh = sent.filter(([seq, at]) => ('at' in from ? at >= from.at : seq > from.seq));
    return Promise.resolve(ok(isKnown ? fresh.map(([seq]) => `${documentId} ${seq}`) : null));
  };
  return { page: { look: () => Promise.resolve(ok(look)), submitsSince } };
}

/** Looks an order up where these tabs are open, the first in front. */
function lookedUp(
  order: Parameters<typeof lookUp>[1],
  tabs: readonly Shown[],
  listed: Sighting | null = null,
  since = NOW,
) {
  const open = tabs.map(tabOf);
  return lookUp(
    {
      tab: () => Promise.resolve(open[0] ?? null),
      tabs: () => Promise.resolve(open),
      tabOf: (number) => tabOf(tabs[number - 1]),
      sighting: () => Promise.resolve(listed),
    },
    order,
    since,
  );
}

/** What is kept of a project's listing that was told at a time. */
async function listing(projectId: string, at: number, media: readonly string[] = [], rpcid = 'Zzl0ze') {
  const listings = media.map((mediaId) => ({
    mediaId,
    workflowId: id(8),
    clientId: null,
    projectId,
    title: '',
    madeAt: Math.floor(at / 1000),
    doneAt: null,
  }));
  const answer = { type: 'read', credits: null, listings, records: [], projects: [], isPart: false };
  const report = { documentId: LATER_DOCUMENT, seq: 1, rpcid, at, type: 'answered', answer };
  const heard = await hear(report, { standing: null, find: () => Promise.resolve([]), now: at });
  return heard.sightings.find(({ operation }) => operation === 'flow listing') ?? null;
}

const UNCLEAR = { type: 'not-now', fault: { type: 'FlowBlocked', by: 'OrderUnclear' } };
const NOT_THERE = { type: 'not-there' };

describe('[L6] an order whose press was not told of', () => {
  it('was not sent where its document has sent nothing since it stood ready', async () => {
    expect(await lookedUp(ORDER, [{ documentId: DOCUMENT, sent: [[7, NOW + 1]] }])).toEqual(NOT_THERE);
  });

  it('may be what its document has sent since, whatever the clocks say', async () => {
    const looked = await lookedUp(ORDER, [{ documentId: DOCUMENT, sent: [[8, NOW - 3_600_000]] }]);
    expect(looked).toEqual({ type: 'cannot-tell', candidates: [`request ${DOCUMENT} 8`] });
  });

  it('is not told of by another document that says it has been there all the while', async () => {
    const reloaded = { documentId: LATER_DOCUMENT, since: NOW - 1 };
    expect(await lookedUp(ORDER, [reloaded])).toEqual(UNCLEAR);
    expect(await lookedUp(ORDER, [reloaded, { documentId: id(9), since: 0 }])).toEqual(UNCLEAR);
  });

  it('is asked for in its own tab, whichever stands in front', async () => {
    const order = { ...ORDER, arming: { tab: 2, price: 0, facts: READY, hand: null } };
    expect(await lookedUp(order, [{ documentId: id(9) }, { documentId: DOCUMENT }])).toEqual(NOT_THERE);
  });

  it('was not sent where a newer listing of its project has nothing new', async () => {
    const reloaded = [{ documentId: LATER_DOCUMENT }];
    expect(await lookedUp(ORDER, reloaded, await listing(PROJECT, NOW + 1))).toEqual(NOT_THERE);
    expect(await lookedUp(ORDER, reloaded, await listing(PROJECT, NOW - 1))).toEqual(UNCLEAR);
  });

  it('is not told of by a listing that was told while it stood ready, before anybody pressed', async () => {
    const pressable = await listing(PROJECT, NOW + 1);
    const inOther = { ...ORDER, arming: { tab: 2, price: 0, facts: READY, hand: null } };
    const tabs = [{ documentId: LATER_DOCUMENT }, { documentId: id(9) }];
    expect(await lookedUp(inOther, tabs, pressable, NOW + 2)).toEqual(UNCLEAR);
    expect(await lookedUp(inOther, tabs, pressable, NOW + 1)).toEqual(NOT_THERE);
    // The document that took the place of its own came after every press.
    expect(await lookedUp(ORDER, tabs, pressable, NOW + 2)).toEqual(NOT_THERE);
    const young = [{ documentId: LATER_DOCUMENT, since: NOW + 1 }];
    expect(await lookedUp(UNREADIED, young, pressable, NOW + 2)).toEqual(UNCLEAR);
  });

  it('is not told of by the listing of another project, nor by a search', async () => {
    const elsewhere = [{ documentId: LATER_DOCUMENT, projectId: OTHER_PROJECT }];
    expect(await lookedUp(ORDER, elsewhere, await listing(OTHER_PROJECT, NOW + 1, [MEDIA]))).toEqual(UNCLEAR);
    expect(await lookedUp(ORDER, elsewhere, await listing(OTHER_PROJECT, NOW + 1))).toEqual(UNCLEAR);
    expect(await listing(PROJECT, NOW + 1, [], 'UpteDb')).toBeNull();
  });

  it('may be what a newer listing of its project has anew', async () => {
    const looked = await lookedUp(
      ORDER,
      [{ documentId: LATER_DOCUMENT }],
      await listing(PROJECT, NOW + 1, [MEDIA]),
    );
    expect(looked).toEqual({ type: 'cannot-tell', candidates: [`flow media ${MEDIA}`] });
  });

  it('waits for Flow where no tab shows it', async () => {
    expect(await lookedUp(ORDER, [])).toEqual({ type: 'not-now', fault: { type: 'NoFlowTab' } });
  });
});

describe('[L6] an order of which nobody stored where it stood', () => {
  it('was not sent where no tab has sent anything since', async () => {
    const tabs = [{ documentId: DOCUMENT }, { documentId: id(9), sent: [[1, NOW - 1]] as const }];
    expect(await lookedUp(UNREADIED, tabs)).toEqual(NOT_THERE);
  });

  it('may be what any of the tabs has sent since', async () => {
    const looked = await lookedUp(UNREADIED, [
      { documentId: DOCUMENT },
      { documentId: id(9), sent: [[1, NOW]] },
    ]);
    expect(looked).toEqual({ type: 'cannot-tell', candidates: [`request ${id(9)} 1`] });
  });

  it('stays open where one of the tabs was loaded since', async () => {
    const tabs = [{ documentId: DOCUMENT }, { documentId: LATER_DOCUMENT, since: NOW + 1 }];
    expect(await lookedUp(UNREADIED, tabs)).toEqual(UNCLEAR);
  });
});
