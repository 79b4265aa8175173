import { describe, expect, it } from 'vitest';
import { isAssetId, newId, type AssetId } from '../../../lib/domain/ids.ts';
import type { Snapshot } from '../../../lib/domain/snapshot.ts';
import type { HandChange } from '../../../lib/domain/task.ts';
import type { HeardOnPage, Standing } from '../../../lib/engine/ports.ts';
import type { ArmedOrder } from '../../../lib/providers/flow/compare-order.ts';
import { asJson } from '../../../lib/providers/flow/flow-facts.ts';
import { hear } from '../../../lib/providers/flow/hear.ts';
import { readCalls } from '../../../lib/providers/flow/page/batch-execute.ts';
import { readSubmit } from '../../../lib/providers/flow/page/shapes-submit.ts';
import { readiedSighting } from '../../../lib/providers/flow/write-sighting.ts';
import { seeded, sceneIndex } from '../../fakes/studio.ts';
import { form, id, ODD_PROMPT, PROJECT, request } from './wire.ts';

const DOCUMENT = id(900);
const armed: ArmedOrder = {
  documentId: DOCUMENT,
  afterSeq: 10,
  projectId: PROJECT,
  mode: 'ingredients',
  model: 'omni-flash',
  aspect: '16:9',
  lengthS: 8,
  count: 1,
  prompt: ODD_PROMPT,
  references: [{ mediaId: id(9), workflowId: id(10) }],
};

const snapshot: Snapshot = {
  kind: 'video',
  provider: 'flow',
  model: null,
  title: '',
  description: '',
  voiceOver: '',
  prompt: ODD_PROMPT,
  aspect: '16:9',
  lengthS: 8,
  outputs: 1,
  videoFrom: 'text',
  pictures: [],
  image: null,
  paletteSeed: 0,
  captionStyle: 'band',
  seed: 0,
};

function hash(digit: string): AssetId {
  const text = digit.repeat(64);
  if (!isAssetId(text)) throw new Error('no hash');
  return text;
}

function standing(
  hand: HandChange | null = null,
  other: Partial<ArmedOrder> = {},
  pictures: Snapshot['pictures'] = [],
): Standing {
  const random = seeded(1);
  const order = {
    id: newId('attempt', random),
    taskId: newId('task', random),
    projectId: newId('project', random),
    sceneIndex: sceneIndex(1),
    kind: 'video',
    provider: 'flow',
    number: 1,
    snapshot: { ...snapshot, pictures },
    intendedAt: 0,
    operation: null,
    arming: null,
    sends: 1,
    keptLate: [],
    remarks: [],
  } as const;
  return { order, arming: { tab: 1, price: 20, facts: asJson({ ...armed, ...other }), hand } };
}

function tell(raw: unknown, there: Standing | null = standing()): Promise<HeardOnPage> {
  return hear(raw, { standing: there, find: () => Promise.resolve([]), now: 0 });
}

const said = {
  type: 'changed',
  documentId: DOCUMENT,
  prompt: ODD_PROMPT,
  price: 20,
  lengthS: 8,
  count: 1,
} as const;

/** A press on the armed page that sent something else than was prepared. */
function press(asked: Parameters<typeof request>[1]): unknown {
  const own = { batch: id(1011), ids: [id(2011), id(3011)] as const };
  const [call] = readCalls(form('MZZa6b', request('MZZa6b', { references: [id(9)], ...own, ...asked })));
  if (call === undefined) throw new Error('no call');
  return { documentId: DOCUMENT, seq: 11, rpcid: 'MZZa6b', at: 0, type: 'sent', submit: readSubmit(call) };
}

describe('what a hand changes on the page of an order that stands ready', () => {
  it('[L4] [L9] is told with its price, and is none where the order is as it was', async () => {
    expect((await tell(said)).changed?.hand).toBeNull();
    expect((await tell({ ...said, lengthS: null, count: null })).changed?.hand).toBeNull();
    const other = await tell({ ...said, prompt: 'a fox', price: 80, count: 4 });
    expect(other.changed).toMatchObject({
      price: 80,
      hand: { prompt: 'a fox', isUsed: false, lengthS: 8, count: 4 },
    });
    expect((await tell({ ...said, count: 4, price: null })).changed).toMatchObject({
      price: 20,
      hand: { prompt: null, count: 4 },
    });
  });

  it('stays used while more is written, until the order’s own words are there again', async () => {
    const used = standing({ prompt: 'a fox', isUsed: true, lengthS: 8, count: 1 });
    expect((await tell({ ...said, prompt: 'a fox and' }, used)).changed?.hand).toMatchObject({
      isUsed: true,
    });
    expect((await tell(said, used)).changed?.hand).toBeNull();
  });

  it('[L18] is nothing of another document, of no order, of an emptied composer, or of another shape', async () => {
    expect((await tell({ ...said, documentId: id(901) })).changed).toBeNull();
    expect((await tell(said, null)).changed).toBeNull();
    expect((await tell({ ...said, prompt: ' ' })).changed).toBeNull();
    expect((await tell({ ...said, price: -1 })).changed).toBeNull();
    expect((await tell({ ...said, prompt: 'x'.repeat(10_001) })).changed).toBeNull();
  });
});

/** What is stored by the ids that it is found by, as the engine does; the latest row of each order stands. */
function store() {
  const rows = new Map<string, HeardOnPage['sightings'][number]>();
  const find = (ids: readonly string[]) =>
    Promise.resolve([...rows.values()].filter((row) => row.ids.some((each) => ids.includes(each))));
  return {
    tell: async (raw: unknown, there: Standing | null = null): Promise<HeardOnPage> => {
      const told = await hear(raw, { standing: there, find, now: 0 });
      for (const row of told.sightings) rows.set(row.operation, row);
      const made = told.sightings[0];
      // The engine gives a second press an attempt of its own.
      if (told.again !== null && made !== undefined)
        rows.set(made.operation, { ...made, attempt: newId('attempt', seeded(rows.size + 5)) });
      return told;
    },
  };
}

function pressAt(seq: number, asked: Parameters<typeof request>[1] = {}): unknown {
  const ids = [id(2000 + seq), id(3000 + seq)] as const;
  return { ...(press({ batch: id(1000 + seq), ids, ...asked }) as object), seq, at: seq * 100 };
}

function answerTo(seq: number, credits: number): unknown {
  const answer = { type: 'read', credits, listings: [], records: [], projects: [], isPart: false };
  return { documentId: DOCUMENT, seq, rpcid: 'MZZa6b', at: 0, type: 'answered', answer };
}

describe('Start pressed again on the same page', () => {
  it('[L2] is an order of its own for the first one’s scene, with its own cost', async () => {
    const page = store();
    await page.tell(answerTo(3, 1050));
    const there = standing();
    const first = await page.tell(pressAt(11), there);
    expect(first.again).toBeNull();
    const second = await page.tell(pressAt(12));
    expect(second.pressed).toBeNull();
    expect(second.again?.attempt).toBe(there.order.id);
    expect(second.again?.operation).toBe(second.sightings[0]?.operation);
    // The later order is answered first: what it took is known once both are.
    await page.tell(answerTo(12, 1010));
    const { taken } = await page.tell(answerTo(11, 1030));
    expect(taken.map((each) => each.taken)).toEqual([20, 20]);
    expect(taken[0]?.attempt).toBe(there.order.id);
    expect(taken[1]?.attempt).not.toBe(there.order.id);
  });

  it('is one where the first sent the user’s own words, and none where it sends others', async () => {
    const page = store();
    await page.tell(pressAt(11, { prompt: 'a fox' }), standing());
    expect((await page.tell(pressAt(12, { prompt: 'a fox' }))).again).not.toBeNull();
    expect((await page.tell(pressAt(13, { prompt: 'an owl' }))).again).toBeNull();
  });

  it('is told from the next scene’s order, which was set up after it', async () => {
    const page = store();
    const first = standing();
    await page.tell(pressAt(11), first);
    const next = standing();
    const facts = asJson({ ...armed, afterSeq: 12, prompt: 'the next scene' });
    const told = await page.tell(pressAt(12), { ...next, arming: { ...next.arming, facts } });
    expect(told.again?.attempt).toBe(first.order.id);
  });
});

describe('Start pressed for an order that had been taken back by then', () => {
  it('[L2] is known for that order’s own by what was kept when it stood ready', async () => {
    const there = standing();
    const kept = readiedSighting(there.order, there.arming, 0);
    if (kept === null) throw new Error('not kept');
    const find = (ids: readonly string[]) =>
      Promise.resolve(ids.some((each) => kept.ids.includes(each)) ? [kept] : []);
    const late = await hear(pressAt(11), { standing: null, find, now: 0 });
    expect(late.again?.attempt).toBe(there.order.id);
    const own = await hear(pressAt(12, { prompt: 'an owl' }), { standing: null, find, now: 0 });
    expect(own.again).toBeNull();
  });
});

describe('a press on what a hand has changed', () => {
  const used = standing({ prompt: 'a fox', isUsed: true, lengthS: 4, count: 1 });

  it('[L4] is the scene’s, with what was really sent', async () => {
    expect((await tell(press({ prompt: 'a fox' }))).pressed?.sent).toEqual({ prompt: 'a fox' });
    expect((await tell(press({ prompt: 'a fox' }), used)).pressed?.sent).toEqual({ prompt: 'a fox' });
    expect((await tell(press({}))).pressed).toMatchObject({ sent: {}, remarks: [] });
  });

  it('[L4] without its picture says so', async () => {
    const { pressed } = await tell(press({ references: [] }));
    expect(pressed).toMatchObject({ sent: { pictures: [], image: null }, remarks: ['withoutPictures'] });
  });

  it('[L4] without its end frame is what began with its image alone', async () => {
    const both = [
      { id: newId('picture', seeded(1)), role: 'product', assetId: hash('a') },
      { id: newId('picture', seeded(2)), role: 'end', assetId: hash('b') },
    ] as const;
    const references = [id(9), id(10)].map((mediaId) => ({ mediaId, workflowId: null }));
    const there = standing(null, { mode: 'startEnd', references }, both);
    const { pressed } = await tell(press({}), there);
    expect(pressed?.sent.pictures?.map(({ role }) => role)).toEqual(['product']);
    expect(pressed?.remarks).toEqual(['withoutPictures']);
  });

  it('[L17] with other words and other settings is the scene’s where the user said so, and a stranger’s else', async () => {
    const asked = { prompt: 'a fox', references: [] };
    expect((await tell(press(asked))).pressed).toBeNull();
    expect((await tell(press(asked), used)).pressed?.sent).toMatchObject({ prompt: 'a fox', pictures: [] });
  });

  it('[L1] of more outputs than were prepared is one order, however many requests it makes', async () => {
    const four = standing({ prompt: null, isUsed: false, lengthS: 8, count: 4 });
    const { pressed, sightings } = await tell(press({}), four);
    expect(pressed).not.toBeNull();
    const next = { ...(press({ batch: id(78), ids: [id(79), id(80)] }) as object), seq: 12, at: 100 };
    const find = (ids: readonly string[]) =>
      Promise.resolve(sightings.filter((each) => each.ids.some((known) => ids.includes(known))));
    const more = await hear(next, { standing: null, find, now: 0 });
    expect(more.sightings.map(({ operation }) => operation)).toEqual(
      sightings.map(({ operation }) => operation),
    );
  });
});
