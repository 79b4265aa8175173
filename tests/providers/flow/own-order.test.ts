import { describe, expect, it } from 'vitest';
import { newId } from '../../../lib/domain/ids.ts';
import type { Sighting } from '../../../lib/domain/sighting.ts';
import { hear } from '../../../lib/providers/flow/hear.ts';
import { ownOrderOf, sentByHand } from '../../../lib/providers/flow/own-order.ts';
import { readCalls } from '../../../lib/providers/flow/page/batch-execute.ts';
import type { Answer } from '../../../lib/providers/flow/page/report.ts';
import { readSubmit } from '../../../lib/providers/flow/page/shapes-submit.ts';
import { seeded } from '../../fakes/studio.ts';
import { form, id, request } from './wire.ts';

const NOW = 5_000;

/** What is known after some reports of a page on which no order stood ready. */
async function after(...reports: readonly unknown[]): Promise<ReadonlyMap<string, Sighting>> {
  const rows = new Map<string, Sighting>();
  const find = (ids: readonly string[]) =>
    Promise.resolve([...rows.values()].filter((row) => row.ids.some((each) => ids.includes(each))));
  for (const report of reports) {
    const told = await hear(report, { standing: null, find, now: NOW });
    for (const row of told.sightings) rows.set(row.operation, row);
  }
  return rows;
}

function press(rpcid: string): unknown {
  const [call] = readCalls(form(rpcid, request(rpcid, { prompt: ' an owl of my own ' })));
  if (call === undefined) throw new Error('no call');
  return { documentId: id(900), seq: 2, rpcid, at: 1_000, type: 'sent', submit: readSubmit(call) };
}

function answer(told: Partial<Extract<Answer, { type: 'read' }>>, seq = 2, rpcid = 'YhhmEf'): unknown {
  const empty = { credits: null, listings: [], records: [], projects: [], isPart: false };
  const read = { type: 'read', ...empty, ...told };
  return { documentId: id(900), seq, rpcid, at: 0, type: 'answered', answer: read };
}

describe('an order that the user made for himself on Flow', () => {
  it('is told with its kind, the start of its prompt, its time and how far it is', async () => {
    const [row] = (await after(press('YhhmEf'))).values();
    if (row === undefined) throw new Error('no row');
    const order = { operation: row.operation, kind: 'video', at: 1_000, state: 'atWork' };
    expect(ownOrderOf(row, NOW)).toEqual({ ...order, prompt: 'an owl of my own' });
    const [image] = (await after(press('ogiZ0b'))).values();
    expect(image === undefined ? null : ownOrderOf(image, NOW)?.kind).toBe('image');
  });

  it('[L9] is sent with its own words, without pictures that Retake has, at what it took', async () => {
    const rows = await after(answer({ credits: 100 }, 1), press('YhhmEf'), answer({ credits: 90 }));
    const row = [...rows.values()].find(({ operation }) => operation.startsWith('request'));
    expect(row === undefined ? null : sentByHand(row)).toMatchObject({
      kind: 'video',
      sent: { aspect: '16:9', lengthS: 6, image: null, pictures: [] },
      taken: 10,
    });
  });

  it('[L2] is none once a scene has it, where it was refused, and where no order is told of', async () => {
    const [row] = (await after(press('YhhmEf'))).values();
    if (row === undefined) throw new Error('no row');
    const owned = { ...row, attempt: newId('attempt', seeded(1)) };
    expect([ownOrderOf(owned, NOW), sentByHand(owned)]).toEqual([null, null]);
    const status = { code: 3, words: '', reasons: ['PUBLIC_ERROR_PROMPT_UNSAFE'] };
    const no = { ...(answer({}) as object), answer: { type: 'refused', status } };
    for (const rows of [await after(press('YhhmEf'), no), await after(answer({ credits: 100 }, 1))])
      for (const each of rows.values()) expect(ownOrderOf(each, NOW)).toBeNull();
    const listings = [{ mediaId: id(1), workflowId: null, projectId: null, clientId: null, title: '' }];
    const told = { listings: listings.map((each) => ({ ...each, madeAt: 4, doneAt: 5 })) };
    const listed = await after(answer(told, 3, 'Zzl0ze'));
    expect(listed.size).toBe(2);
    for (const each of listed.values()) expect(ownOrderOf(each, NOW)).toBeNull();
  });
});
