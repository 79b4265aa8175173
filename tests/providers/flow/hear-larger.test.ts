import { describe, expect, it } from 'vitest';
import { newId, type AttemptId } from '../../../lib/domain/ids.ts';
import { LARGER_FROM } from '../../../lib/domain/take.ts';
import type { Sighting } from '../../../lib/domain/sighting.ts';
import type { HeardOnPage } from '../../../lib/engine/ports.ts';
import { readFacts, type FlowFacts } from '../../../lib/providers/flow/flow-facts.ts';
import { hear } from '../../../lib/providers/flow/hear.ts';
import { NO_FACTS, operationOf, write } from '../../../lib/providers/flow/write-sighting.ts';
import { largerCopies } from '../../../lib/providers/flow/hear-larger.ts';
import { writeAccount } from '../../../lib/providers/flow/hear-listing.ts';
import { isFlowId, type FlowId } from '../../../lib/providers/flow/page/flow-id.ts';
import { id } from './wire.ts';

const NOW = 1_800_000_000_000;
const DOCUMENT = id(3);
const [MINE, OTHERS, STRANGE] = [id(11), id(12), id(13)];

/** An order of ours that has made one clip. */
function orderOf(mediaId: FlowId, attempt: AttemptId | null): Sighting {
  const operation = operationOf(`request ${mediaId}`);
  const facts: FlowFacts = {
    ...NO_FACTS,
    media: [{ mediaId, workflowId: id(20) }],
    creditsBefore: 1_000,
  };
  return write({ operation, provider: 'flow', attempt, ids: [], facts: null, at: 0 }, facts, NOW);
}

/** What the background keeps, and what it hears next. */
function openDesk(...kept: readonly Sighting[]) {
  const rows = new Map(kept.map((each) => [each.operation, each]));
  const find = (ids: readonly string[]): Promise<readonly Sighting[]> =>
    Promise.resolve([...rows.values()].filter((row) => row.ids.some((each) => ids.includes(each))));
  let seq = 40;
  const tell = async (report: object): Promise<HeardOnPage> => {
    const about = { documentId: DOCUMENT, seq, at: NOW, ...report };
    const heard = await hear(about, { standing: null, find, now: NOW });
    for (const each of heard.sightings) rows.set(each.operation, each);
    return heard;
  };
  return {
    enlarge: (...ids: readonly string[]) => {
      seq++;
      return tell({ rpcid: 'p0UkFb', type: 'sent', submit: { mode: 'enlarge', projectId: null, ids } });
    },
    answered: (mediaId: string, credits: number | null = 950) =>
      tell({
        rpcid: 'p0UkFb',
        type: 'answered',
        answer: answerOf({ credits, listings: [listingOf(mediaId)] }),
      }),
    refused: () => tell({ rpcid: 'p0UkFb', type: 'answered', answer: REFUSED }),
    /** The page asks for the finished one, as it does before it hands it to the user. */
    addressed: (mediaId: string) => {
      seq++;
      return tell({ rpcid: 'as29s', type: 'answered', answer: answerOf({ records: [recordOf(mediaId)] }) });
    },
    copies: (of: Sighting) => largerCopies(readFacts(rows.get(of.operation) ?? of), NOW),
  };
}

function flowId(text: string): FlowId {
  if (!isFlowId(text)) throw new Error('no id');
  return text;
}

function answerOf(part: object): object {
  return { type: 'read', credits: null, listings: [], records: [], projects: [], isPart: false, ...part };
}

function listingOf(mediaId: string): object {
  return {
    mediaId,
    workflowId: id(20),
    clientId: null,
    projectId: null,
    title: '',
    madeAt: null,
    doneAt: null,
  };
}

function recordOf(mediaId: string): object {
  return {
    mediaId,
    workflowId: id(20),
    kind: 'video',
    projectId: null,
    progress: { type: 'done' },
    posterUrl: null,
    mediaUrl: `https://flow-content.google/video/${mediaId}?Expires=9999999999`,
    sizeBytes: 5,
    seconds: 6,
    width: null,
    height: null,
    prompt: null,
    model: null,
    references: [],
  };
}

const REFUSED = { type: 'refused', status: { code: 6, words: '', reasons: [] } };
const [OURS, ANOTHER] = [0.2, 0.7].map((seed) => newId('attempt', () => seed));
const LARGE = flowId(`${MINE}_upsampled`);

describe('a larger size that the user has had made', () => {
  it('[L1] is of the order whose output the request names, and is told of once its address is', async () => {
    const [mine, others] = [orderOf(MINE, OURS ?? null), orderOf(OTHERS, ANOTHER ?? null)];
    const desk = openDesk(mine, others);
    await desk.enlarge(MINE, id(20), id(21));
    expect((await desk.answered(LARGE)).larger).toEqual([]);
    expect((await desk.addressed(LARGE)).larger).toEqual([OURS]);
    expect(desk.copies(mine)).toEqual([{ output: LARGER_FROM, ref: LARGE }]);
    expect(desk.copies(others)).toEqual([]);
  });

  it('[L9] says nothing of what the order itself took', async () => {
    const desk = openDesk(orderOf(MINE, OURS ?? null));
    await desk.enlarge(MINE);
    expect((await desk.answered(LARGE, 700)).taken).toEqual([]);
  });

  it('[L9] took what is left less by its own answer', async () => {
    const desk = openDesk(orderOf(MINE, OURS ?? null), writeAccount(1_000, NOW));
    expect((await desk.enlarge(MINE)).enlarged).toEqual([{ attempt: OURS, taken: ['unknown'] }]);
    expect((await desk.answered(LARGE, 950)).enlarged).toEqual([{ attempt: OURS, taken: [50] }]);
    await desk.enlarge(MINE);
    expect((await desk.answered(`${MINE}_4k_upsampled`, 950)).enlarged).toEqual([
      { attempt: OURS, taken: [50, 0] },
    ]);
  });

  it('[L9] took nothing where it was refused, and of a picture', async () => {
    const clip = openDesk(orderOf(MINE, OURS ?? null));
    await clip.enlarge(MINE);
    expect((await clip.refused()).enlarged).toEqual([{ attempt: OURS, taken: [0] }]);
    const picture = openDesk(orderOf(MINE, OURS ?? null));
    await picture.enlarge(MINE);
    expect((await picture.answered(MINE, null)).enlarged).toEqual([{ attempt: OURS, taken: [0] }]);
  });

  it('is one copy where one size is asked for twice, and keeps its number beside another', async () => {
    const mine = orderOf(MINE, OURS ?? null);
    const desk = openDesk(mine);
    const larger = flowId(`${MINE}_4k_upsampled`);
    for (const each of [LARGE, LARGE, larger]) {
      await desk.enlarge(MINE);
      await desk.answered(each);
      await desk.addressed(each);
    }
    expect(desk.copies(mine)).toEqual([
      { output: LARGER_FROM, ref: LARGE },
      { output: LARGER_FROM + 2, ref: larger },
    ]);
  });

  it('[L17] is left alone where it is of something of the user’s own, or could be of two orders', async () => {
    const desk = openDesk(
      orderOf(MINE, OURS ?? null),
      orderOf(OTHERS, ANOTHER ?? null),
      orderOf(STRANGE, null),
    );
    expect((await desk.enlarge(STRANGE)).sightings).toEqual([]);
    expect((await desk.enlarge(MINE, OTHERS)).sightings).toEqual([]);
    expect((await desk.addressed(LARGE)).larger).toEqual([]);
  });
});
