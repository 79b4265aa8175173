import { describe, expect, it } from 'vitest';
import { FLOW_CAPABILITIES } from '../../lib/domain/capabilities.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { PAID } from '../../lib/domain/hold.ts';
import { isOperation, type ProjectId } from '../../lib/domain/ids.ts';
import { cardNotes } from '../../lib/domain/card-note.ts';
import type { Order } from '../../lib/engine/ports.ts';
import { getHolds } from '../../lib/store/holds.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';
import { NOTHING } from '../../lib/providers/flow/write-sighting.ts';

const TAB = 7;
const FAST = 'Veo 3.1 - Fast';
const LITE = 'Veo 3.1 - Lite';
const NO_CREDITS: Fault = { type: 'FlowBlocked', by: 'NoCredits' };

interface OnFlow {
  readonly studio: Studio;
  readonly film: ProjectId;
  /** Orders that were made ready, such as `2 video Veo 3.1 - Fast`. */
  readonly ready: string[];
  /** The order that was made ready last. */
  last(): Order;
}

/** A film on a page where the user presses Start; `refuse` says what the page says to an order instead of being ready. */
async function openOnFlow(scenes: number, refuse: (order: Order) => Fault | null): Promise<OnFlow> {
  const studio = await openStudio('flow');
  studio.capabilities = { ...FLOW_CAPABILITIES, paceMs: 0 };
  const film = await studio.project(scenes);
  await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text', choices: { videoModel: FAST } });
  await studio.do({ type: 'setSettings', mostPending: 1 });
  const ready: string[] = [];
  let last: Order | null = null;
  studio.script.submit = (order) => {
    const fault = refuse(order);
    if (fault !== null) return Promise.resolve({ type: 'fault', accepted: 'no', fault });
    ready.push(`${order.sceneIndex} ${order.kind} ${order.snapshot.model ?? 'own'}`);
    last = order;
    return Promise.resolve({ type: 'armed', arming: { tab: TAB, price: 0, facts: null, hand: null } });
  };
  return {
    studio,
    film,
    ready,
    last: () => {
      if (last === null) throw new Error('nothing was made ready');
      return last;
    },
  };
}

/** The user presses, and the service answers with a fault, or makes it. */
async function press({ studio, last, ready }: OnFlow, fault: Fault | null): Promise<void> {
  const operation = `op ${ready.length}`;
  if (!isOperation(operation)) throw new Error('no operation');
  const attempt = last().id;
  studio.script.hear = (report) =>
    Promise.resolve(
      report === 'pressed'
        ? { ...NOTHING, pressed: { operation, sent: {}, remarks: [] } }
        : { ...NOTHING, refused: fault === null ? [] : [{ attempt, fault }] },
    );
  await studio.engine.heardOnPage('flow', 'pressed', TAB);
  if (fault !== null) await studio.engine.heardOnPage('flow', 'refused', TAB);
  await studio.settle();
}

async function holds({ studio }: OnFlow): Promise<readonly string[]> {
  return (await studio.store.read(getHolds)).map(({ model, fault }) => `${model || 'all'}: ${fault.type}`);
}

describe('the quota of one model', () => {
  const spent: Fault = { type: 'QuotaSpent', model: 'Omni Flash' };

  it('holds up its own orders alone, and says which model it is', async () => {
    const on = await openOnFlow(2, () => null);
    const { studio, film, ready } = on;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    await press(on, spent);
    expect(await holds(on)).toEqual([`${FAST}: QuotaSpent`]);
    expect((await studio.store.read(getHolds))[0]?.fault).toEqual({ type: 'QuotaSpent', model: FAST });
    expect(ready).toEqual([`1 video ${FAST}`]);
    expect(studio.wakeAt).toBeNull();
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    expect(ready.at(-1)).toBe('2 image own');
  });

  it('[L4] lets what waits go on with another model once one is chosen, in its order', async () => {
    const on = await openOnFlow(2, () => null);
    const { studio, film, ready } = on;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    await press(on, spent);
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: LITE } });
    await studio.settle();
    await press(on, null);
    expect(ready).toEqual([`1 video ${FAST}`, `1 video ${LITE}`, `2 video ${LITE}`]);
    expect(await holds(on)).toEqual([`${FAST}: QuotaSpent`]);
  });

  it('is of every order that leaves the model to the page, where nobody chose one', async () => {
    const on = await openOnFlow(2, () => null);
    const { studio, film, ready } = on;
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: null } });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    await press(on, spent);
    expect(ready).toEqual(['1 video own']);
    expect((await studio.store.read(getHolds))[0]?.fault).toEqual(spent);
    const [hold] = await studio.store.read(getHolds);
    await studio.do({ type: 'liftHold', provider: 'flow', model: hold?.model ?? '' });
    await studio.settle();
    expect(ready).toEqual(['1 video own', '1 video own']);
  });

  it('[L17] takes what stands ready off its page before it is pressed for nothing', async () => {
    const on = await openOnFlow(2, () => null);
    const { studio, film, ready, last } = on;
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do({ type: 'setSettings', mostPending: 2 });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.engine.run();
    const attempt = last().id;
    const operation = 'op 1';
    if (!isOperation(operation)) throw new Error('no operation');
    studio.script.hear = () => Promise.resolve({ ...NOTHING, pressed: { operation, sent: {}, remarks: [] } });
    await studio.engine.heardOnPage('flow', 'pressed', TAB);
    await studio.engine.run();
    expect(ready).toEqual([`1 video ${FAST}`, `2 video ${FAST}`]);
    studio.script.hear = () => Promise.resolve({ ...NOTHING, refused: [{ attempt, fault: spent }] });
    await studio.engine.heardOnPage('flow', 'refused', TAB);
    await studio.engine.run();
    expect((await studio.card(film, 2)).status.name).toBe('queued');
    expect(studio.calls).toContain(`release ${TAB}`);
  });

  it('is told on the cards that wait for it, and on no other', async () => {
    const on = await openOnFlow(2, () => null);
    const { studio, film } = on;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    await press(on, spent);
    await studio.do(generate(film, 2, 'image'));
    const queue = { paused: false, holds: await studio.store.read(getHolds) };
    const notes = async (index: number) =>
      cardNotes(await studio.card(film, index), queue, studio.now).map(({ type }) => type);
    expect(await notes(1)).toEqual(['held']);
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: LITE } });
    expect(await notes(1)).not.toContain('held');
  });
});

describe('an account with nothing left to pay with', () => {
  it('holds up what costs and lets what is free go on', async () => {
    const on = await openOnFlow(2, ({ kind }) => (kind === 'video' ? NO_CREDITS : null));
    const { studio, film, ready } = on;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    expect(await holds(on)).toEqual([`${PAID}: FlowBlocked`]);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    await press(on, null);
    expect(ready).toEqual(['1 image own', '2 image own']);
    expect(studio.calls.filter((call) => call.includes('submit') && call.includes('video'))).toHaveLength(1);
  });

  it('goes on with what costs once the page says that there is enough', async () => {
    let isPoor = true;
    const on = await openOnFlow(1, () => (isPoor ? NO_CREDITS : null));
    const { studio, film, ready } = on;
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    isPoor = false;
    await studio.engine.pageLooked('flow', NO_CREDITS);
    expect(ready).toEqual([]);
    await studio.engine.pageLooked('flow', null);
    await studio.settle();
    expect(ready).toEqual([`1 video ${FAST}`]);
  });

  it('holds up everything where what was free is not, instead of trying it again and again', async () => {
    const on = await openOnFlow(2, () => NO_CREDITS);
    const { studio, film } = on;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(await holds(on)).toEqual(['all: FlowBlocked']);
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
  });
});

describe('an order that its page refused before any press', () => {
  it('[L4] is bound to nothing: what is edited while it waits counts', async () => {
    let isInTheWay = true;
    const prompts: string[] = [];
    const on = await openOnFlow(1, ({ snapshot }) => {
      prompts.push(snapshot.prompt);
      return isInTheWay ? { type: 'FlowBlocked', by: 'DialogOpen' } : null;
    });
    const { studio, film } = on;
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const text = { imagePrompt: 'a blue fox' };
    await studio.do({ type: 'editScene', projectId: film, index: sceneIndex(1), text });
    isInTheWay = false;
    await studio.engine.pageLooked('flow', null);
    await studio.settle();
    expect(prompts).toEqual(['Ảnh cảnh 1', 'a blue fox']);
  });
});
