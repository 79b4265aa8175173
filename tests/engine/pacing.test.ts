import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../lib/domain/result.ts';
import { getHolds } from '../../lib/store/holds.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const HOUR_MS = 3_600_000;
const DISTRUSTED = { type: 'fault', accepted: 'no', fault: { type: 'Distrusted' } } as const;

/** Lets the clock go an hour on; answers how often the engine was woken and the service called meanwhile. */
async function anHour(studio: Studio): Promise<{ readonly wakes: number; readonly calls: number }> {
  const until = studio.now + HOUR_MS;
  const before = studio.calls.length;
  let wakes = 0;
  while (studio.wakeAt !== null && studio.wakeAt <= until) {
    studio.now = Math.max(studio.now, studio.wakeAt);
    wakes++;
    await studio.engine.run();
  }
  studio.now = until;
  return { wakes, calls: studio.calls.length - before };
}

/** When each order was sent, and which scene's it was. */
function watchOrders(studio: Studio): { readonly at: number; readonly scene: number }[] {
  const orders: { at: number; scene: number }[] = [];
  const { submit } = studio.script;
  studio.script.submit = (order) => {
    orders.push({ at: studio.now, scene: order.sceneIndex });
    return submit(order);
  };
  return orders;
}

async function allImages(
  scenes: number,
): Promise<{ studio: Studio; film: Awaited<ReturnType<Studio['project']>> }> {
  const studio = await openStudio();
  const film = await studio.project(scenes);
  return { studio, film };
}

describe('idling', () => {
  it('[L15] nothing is woken or called in an hour when nothing is due', async () => {
    const { studio, film } = await allImages(3);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(studio.wakeAt).toBeNull();
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
  });

  it('[L15] nor while the queue is paused, over a death, until Resume', async () => {
    const { studio, film } = await allImages(3);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
    await studio.restart();
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect((await studio.film(film)).every(({ hasImage }) => hasImage)).toBe(true);
  });

  it('[L15] nor while a provider is on a hold that only the user lifts, over a death', async () => {
    const { studio, film } = await allImages(3);
    studio.script.check = () => Promise.resolve(fail({ type: 'Distrusted' }));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.engine.run();
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
    await studio.restart();
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
    expect(await studio.store.read(getHolds)).toMatchObject([{ fault: { type: 'Distrusted' } }]);
  });

  it('[L15] a hold that nobody waits under wakes nobody when it lifts', async () => {
    const { studio, film } = await allImages(1);
    studio.script.check = () => Promise.resolve(fail({ type: 'ServerUnreachable' }));
    await studio.do(generate(film, 1, 'image'));
    await studio.engine.run();
    expect(studio.wakeAt).toBe(studio.now + 30_000);
    await studio.do({ type: 'stopAll', projectId: film });
    await studio.engine.run();
    expect(studio.wakeAt).toBeNull();
  });

  it('[L15] a dead server is asked at most a few times in an hour', async () => {
    const { studio, film } = await allImages(40);
    let checks = 0;
    studio.script.check = () => (checks++, Promise.resolve(fail({ type: 'ServerUnreachable' })));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.engine.run();
    checks = 0;
    const { wakes } = await anHour(studio);
    // 30 s, 1, 2, 4, 8 min, then each 15: two tasks may be at work, so each lift asks twice at most.
    expect(wakes).toBeLessThanOrEqual(9);
    expect(checks).toBeLessThanOrEqual(2 * wakes);
  });
});

describe('pace', () => {
  it('orders keep their distance, one after the other, and the wakes are those of the orders', async () => {
    const { studio, film } = await allImages(4);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 4, paceMs: 20_000 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([1, 2, 3, 4]);
    const gaps = orders.slice(1).map(({ at }, before) => at - (orders[before]?.at ?? 0));
    expect(gaps).toEqual([20_000, 20_000, 20_000]);
  });

  it('[L10] is kept over a death', async () => {
    const { studio, film } = await allImages(2);
    studio.capabilities = { ...studio.capabilities, paceMs: 20_000 };
    const orders = watchOrders(studio);
    await studio.do(generate(film, 1, 'image'));
    await studio.engine.run();
    await studio.do(generate(film, 2, 'image'));
    studio.now += 1_000;
    await studio.restart();
    await studio.settle();
    expect((orders[1]?.at ?? 0) - (orders[0]?.at ?? 0)).toBe(20_000);
  });

  it('never more orders are out than the provider takes at once', async () => {
    const { studio, film } = await allImages(6);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 2 };
    const out = new Set<string>();
    let most = 0;
    const { submit, poll } = studio.script;
    studio.script.submit = (order) => {
      out.add(order.id);
      most = Math.max(most, out.size);
      return submit(order);
    };
    studio.script.poll = (order) => (out.delete(order.id), poll(order));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(most).toBe(2);
  });

  it('a service that asks for a pause gets the one that it names', async () => {
    const { studio, film } = await allImages(2);
    const orders = watchOrders(studio);
    const { submit } = studio.script;
    let isFirst = true;
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    studio.script.submit = (order) => {
      const limited = { type: 'RateLimited', retryAfterMs: 90_000 } as const;
      if (!isFirst) return submit(order);
      isFirst = false;
      return Promise.resolve({ type: 'fault', accepted: 'no', fault: limited });
    };
    const began = studio.now;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(orders[0]?.at).toBe(began + 90_000);
    expect(orders).toHaveLength(2);
  });
});

describe('distrust', () => {
  it('[L17] stops everything until the user says so, whatever else the service answers meanwhile', async () => {
    const { studio, film } = await allImages(3);
    const { submit } = studio.script;
    studio.script.submit = (order) => (order.sceneIndex === 2 ? Promise.resolve(DISTRUSTED) : submit(order));
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.engine.run();
    const sent = studio.calls.length;
    expect(await anHour(studio)).toEqual({ wakes: 0, calls: 0 });
    expect(studio.calls).toHaveLength(sent);
    studio.script.submit = submit;
    studio.script.poll = () => Promise.resolve({ type: 'produced', refs: ['only'] });
    await studio.do({ type: 'liftHold', provider: 'animatic', model: '' });
    await studio.settle();
    expect((await studio.film(film)).every(({ hasImage }) => hasImage)).toBe(true);
  });

  it('[L17] an answer that was under way does not lift it, and a wait does not take its place', async () => {
    const { studio, film } = await allImages(2);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { submit } = studio.script;
    let isOut = (): void => undefined;
    const out = new Promise<void>((resolve) => (isOut = resolve));
    studio.script.submit = async (order) => {
      if (order.sceneIndex === 1) {
        await out;
        return DISTRUSTED;
      }
      isOut();
      await gate;
      return submit(order);
    };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.store.read(getHolds)).length).toBe(1);
    release();
    await studio.engine.run();
    expect(await studio.store.read(getHolds)).toMatchObject([{ fault: { type: 'Distrusted' } }]);
    expect(studio.calls.filter((call) => call === 'submit scene 1 image')).toHaveLength(1);
  });

  it('[L17] outweighs a wait that began before it', async () => {
    const { studio, film } = await allImages(2);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    studio.script.submit = async (order) => {
      if (order.sceneIndex === 1)
        return { type: 'fault', accepted: 'no', fault: { type: 'RateLimited', retryAfterMs: null } };
      await gate;
      return DISTRUSTED;
    };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.store.read(getHolds)).length).toBe(1);
    release();
    await studio.engine.run();
    expect(await studio.store.read(getHolds)).toMatchObject([
      { fault: { type: 'Distrusted' }, lifts: { type: 'user' } },
    ]);
  });

  it('[L17] nothing is sent that was claimed before the hold', async () => {
    const { studio, film } = await allImages(2);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let checks = 0;
    studio.script.check = async () => {
      if (++checks === 2) await gate;
      return ok(null);
    };
    studio.script.submit = () => Promise.resolve(DISTRUSTED);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.store.read(getHolds)).length).toBe(1);
    release();
    await studio.engine.run();
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
  });
});

describe('the front of the queue', () => {
  it('is where the last scene goes that was moved there, its image and its video, over a death', async () => {
    const { studio, film } = await allImages(4);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.do({ type: 'moveToFront', projectId: film, scenes: [sceneIndex(3)] });
    await studio.do({ type: 'moveToFront', projectId: film, scenes: [sceneIndex(4)] });
    await studio.restart();
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([4, 4, 3, 3, 1, 2, 1, 2]);
  });

  it('is left again by undo', async () => {
    const { studio, film } = await allImages(3);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    const { editId } = await studio.do({ type: 'moveToFront', projectId: film, scenes: [sceneIndex(3)] });
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([1, 2, 3]);
  });

  it('is nothing for a scene that does not wait', async () => {
    const { studio, film } = await allImages(1);
    const answer = await studio.command({ type: 'moveToFront', projectId: film, scenes: [sceneIndex(1)] });
    expect(answer).toEqual(fail({ type: 'NothingToDo' }));
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'image'));
    expect((await studio.card(film, 1)).actions.more).toContain('moveToFront');
  });
});

describe('the end of the queue', () => {
  it('is where the last scene goes that was moved there, its image and its video, over a death', async () => {
    const { studio, film } = await allImages(4);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(1)] });
    await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(2)] });
    await studio.do({ type: 'moveToFront', projectId: film, scenes: [sceneIndex(4)] });
    await studio.restart();
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([4, 4, 3, 3, 1, 1, 2, 2]);
  });

  it('is left again by undo, gone to again by redo, and left for the front', async () => {
    const { studio, film } = await allImages(3);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    const moved = await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(1)] });
    const other = await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(2)] });
    if (moved.editId === null || other.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: other.editId });
    await studio.do({ type: 'undo', editId: moved.editId });
    await studio.do({ type: 'redo', editId: moved.editId });
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([2, 3, 1]);
  });

  it('is behind what still waits for an image, and nothing for a scene that does not wait', async () => {
    const { studio, film } = await allImages(2);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    const orders = watchOrders(studio);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'image'));
    await studio.do(generate(film, 2, 'video'));
    expect((await studio.card(film, 1)).actions.more).toContain('moveToBack');
    await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(1)] });
    await studio.do({ type: 'resume' });
    await studio.settle();
    expect(orders.map(({ scene }) => scene)).toEqual([2, 2, 1]);
    const answer = await studio.command({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(2)] });
    expect(answer).toEqual(fail({ type: 'NothingToDo' }));
  });
});
