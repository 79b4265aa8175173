import { describe, expect, it } from 'vitest';
import { isOperation, type Operation, type ProjectId } from '../../lib/domain/ids.ts';
import { getProjectLedger } from '../../lib/store/ledger.ts';
import { getSighting, putSighting } from '../../lib/store/sightings.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

function op(text: string): Operation {
  if (!isOperation(text)) throw new Error('no operation');
  return text;
}

/** A service on whose page the user has ordered an image for himself. */
async function openOwn(): Promise<{ readonly studio: Studio; readonly film: ProjectId }> {
  const studio = await openStudio();
  studio.capabilities = { ...studio.capabilities, price: { unit: 'credits', amount: 0 } };
  studio.script.sentByHand = () => ({ kind: 'image', sent: { prompt: 'my own', pictures: [] }, taken: 5 });
  const film = await studio.project(2);
  const row = { operation: op('own'), provider: 'animatic', attempt: null, ids: ['own'] } as const;
  await studio.store.write('relaxed', (tx) => putSighting(tx, { ...row, facts: null, at: 0 }));
  return { studio, film };
}

function adopt(film: ProjectId, index: number) {
  return { type: 'adoptOrder', projectId: film, index: sceneIndex(index), operation: op('own') } as const;
}

describe('an order that the user made for himself', () => {
  it('[L2] [L9] is given to a scene, followed as its own and written down with what it took', async () => {
    const { studio, film } = await openOwn();
    await studio.do(adopt(film, 2));
    expect((await studio.card(film, 2)).status.tone).toBe('work');
    await studio.settle();
    const card = await studio.card(film, 2);
    expect(card.scene.picks.image).toBe(1);
    expect(card.takes.image.map(({ take }) => take)).toMatchObject([
      { snapshot: { prompt: 'my own' }, origin: { remarks: ['adopted'] } },
    ]);
    expect((await studio.card(film, 1)).takes.image).toEqual([]);
    const ledger = await studio.store.read((tx) => getProjectLedger(tx, film));
    expect(ledger).toMatchObject([{ sceneIndex: 2, unit: 'credits', asked: 5, taken: 5 }]);
    expect(studio.calls.some((call) => call.startsWith('submit'))).toBe(false);
  });

  it('[L2] is given once, whoever asks for it again', async () => {
    const { studio, film } = await openOwn();
    await studio.do(adopt(film, 2));
    expect(await studio.command(adopt(film, 1))).toEqual({ ok: false, fault: { type: 'AlreadyOpen' } });
    await studio.settle();
    expect(await studio.command(adopt(film, 2))).toEqual({ ok: false, fault: { type: 'AlreadyOpen' } });
    expect((await studio.card(film, 2)).takes.image).toHaveLength(1);
  });

  it('[L3] leaves a pick that is there alone, and waits for an order that is at work', async () => {
    const { studio, film } = await openOwn();
    await studio.do(generate(film, 1, 'image'));
    expect(await studio.command(adopt(film, 1))).toEqual({ ok: false, fault: { type: 'AlreadyOpen' } });
    await studio.settle();
    await studio.do(adopt(film, 1));
    await studio.settle();
    const card = await studio.card(film, 1);
    expect([card.scene.picks.image, card.status.name]).toEqual([1, 'newTake']);
  });

  it('[L7] is never ordered by Retake where it came to nothing, until the user says so', async () => {
    const { studio, film } = await openOwn();
    studio.script.poll = () =>
      Promise.resolve({ type: 'ended', fault: { type: 'RateLimited', retryAfterMs: null } });
    await studio.do(adopt(film, 1));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('failed');
    expect(studio.calls.some((call) => call.startsWith('submit'))).toBe(false);
  });

  it('[L16] of which nothing is known is refused', async () => {
    const { studio, film } = await openOwn();
    studio.script.sentByHand = () => null;
    expect(await studio.command(adopt(film, 1))).toMatchObject({ ok: false, fault: { type: 'NotNow' } });
    const other = { ...adopt(film, 1), operation: op('never seen') };
    expect(await studio.command(other)).toMatchObject({ ok: false, fault: { type: 'NotFound' } });
    expect(await studio.store.read((tx) => getSighting(tx, op('own')))).toMatchObject({ attempt: null });
  });
});
