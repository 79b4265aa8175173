import { describe, expect, it } from 'vitest';
import { isOperation, type Operation } from '../../lib/domain/ids.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { Sighting } from '../../lib/domain/sighting.ts';
import { getLedgerRow, getProjectLedger } from '../../lib/store/ledger.ts';
import { getSighting } from '../../lib/store/sightings.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';
import { NOTHING } from '../../lib/providers/flow/write-sighting.ts';

const TAB = 7;

/** A service on whose page the user presses Start. */
async function openPage(): Promise<Studio> {
  const studio = await openStudio();
  studio.capabilities = { ...studio.capabilities, needsPress: true, price: { unit: 'credits', amount: 0 } };
  studio.script.submit = () =>
    Promise.resolve({ type: 'armed', arming: { tab: TAB, price: 10, facts: null, hand: null } });
  studio.script.hear = (report) =>
    Promise.resolve(
      report === 'pressed'
        ? { ...NOTHING, pressed: { operation: op('one'), sent: {}, remarks: [] } }
        : NOTHING,
    );
  return studio;
}

function op(text: string): Operation {
  if (!isOperation(text)) throw new Error('no operation');
  return text;
}

function strange(text: string): Sighting {
  return { operation: op(text), provider: 'animatic', attempt: null, ids: [text], facts: null, at: 0 };
}

async function statusOf(studio: Studio, film: Parameters<Studio['card']>[0], index: number): Promise<string> {
  return (await studio.card(film, index)).status.name;
}

async function armedTask(studio: Studio, film: Parameters<Studio['card']>[0]) {
  const task = (await studio.card(film, 1)).status.task;
  if (task?.phase.state !== 'armed') throw new Error('not armed');
  return { id: task.id, ...task.phase };
}

describe('an order that waits for the user’s press', () => {
  it('[L17] stands ready alone: the next scene waits until it was seen to go', async () => {
    const studio = await openPage();
    const film = await studio.project(2);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect([await statusOf(studio, film, 1), await statusOf(studio, film, 2)]).toEqual([
      'pressStart',
      'queued',
    ]);
    expect(studio.wakeAt).toBeNull();
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    await studio.settle();
    expect([await statusOf(studio, film, 1), await statusOf(studio, film, 2)]).toEqual([
      'imageReady',
      'pressStart',
    ]);
  });

  it('[L18] is moved by its own tab alone', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.engine.heardOnPage('animatic', 'pressed', TAB + 1);
    expect(await statusOf(studio, film, 1)).toBe('pressStart');
  });

  it('[L14] is taken off its page by Cancel, which is free', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const task = (await studio.card(film, 1)).status.task;
    if (task === null) throw new Error('no task');
    await studio.do({ type: 'cancel', taskId: task.id });
    expect(studio.calls).toContain(`release ${TAB}`);
    const ledger = await studio.store.read((tx) => getProjectLedger(tx, film));
    expect(ledger.map(({ taken }) => taken)).toEqual([0]);
    expect(await statusOf(studio, film, 1)).toBe('cancelled');
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    expect(await statusOf(studio, film, 1)).toBe('cancelled');
  });

  it('goes behind all others by Later, and the next scene stands ready instead', async () => {
    const studio = await openPage();
    const film = await studio.project(3);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    const task = (await studio.card(film, 1)).status.task;
    if (task === null) throw new Error('no task');
    await studio.do({ type: 'later', taskId: task.id });
    await studio.settle();
    const names = await Promise.all([1, 2, 3].map((index) => statusOf(studio, film, index)));
    expect(names).toEqual(['queued', 'pressStart', 'queued']);
    expect(studio.calls).toContain(`release ${TAB}`);
  });

  it('makes room where its scene is to be last', async () => {
    const studio = await openPage();
    const film = await studio.project(3);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    await studio.do({ type: 'moveToBack', projectId: film, scenes: [sceneIndex(1)] });
    await studio.settle();
    const names = await Promise.all([1, 2, 3].map((index) => statusOf(studio, film, index)));
    expect(names).toEqual(['queued', 'pressStart', 'queued']);
    expect(studio.calls).toContain(`release ${TAB}`);
  });

  it('[L4] is made ready anew when its scene is changed, with the words of now', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    const prompts: string[] = [];
    const { submit } = studio.script;
    studio.script.submit = (order) => (prompts.push(order.snapshot.prompt), submit(order));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const text = { imagePrompt: 'a blue fox' };
    await studio.do({ type: 'editScene', projectId: film, index: sceneIndex(1), text });
    await studio.settle();
    expect(prompts).toEqual(['Ảnh cảnh 1', 'a blue fox']);
    expect(await statusOf(studio, film, 1)).toBe('pressStart');
  });

  it('[L4] is the take that was really sent, where the user changed the words on the page', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    studio.script.hear = () =>
      Promise.resolve({
        ...NOTHING,
        pressed: { operation: op('one'), sent: { prompt: 'by hand' }, remarks: [] },
      });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    await studio.settle();
    const [made] = (await studio.card(film, 1)).takes.image;
    expect(made?.take.snapshot.prompt).toBe('by hand');
  });

  it('[L4] [L9] is what a hand has made of it on its page, with the price of that', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    const hand = { prompt: 'by hand', isUsed: false, lengthS: null, count: 4 };
    studio.script.hear = () =>
      Promise.resolve({ ...NOTHING, changed: { tab: TAB, price: 40, facts: null, hand } });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { id, attempt } = await armedTask(studio, film);
    await studio.engine.heardOnPage('animatic', 'changed', TAB + 1);
    expect((await armedTask(studio, film)).hand).toBeNull();
    await studio.engine.heardOnPage('animatic', 'changed', TAB);
    expect(await armedTask(studio, film)).toMatchObject({ price: 40, hand });
    expect(await studio.store.read((tx) => getLedgerRow(tx, attempt))).toMatchObject({
      asked: 40,
      taken: 'unknown',
    });
    await studio.do({ type: 'keepYours', taskId: id });
    expect((await armedTask(studio, film)).hand).toEqual({ ...hand, isUsed: true });
    expect(studio.calls).not.toContain(`release ${TAB}`);
  });

  it('[L4] is made ready again with the scene’s words by Put back, as nothing was sent', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const before = await armedTask(studio, film);
    expect(await studio.command({ type: 'keepYours', taskId: before.id })).toMatchObject({
      ok: false,
      fault: { type: 'NotNow' },
    });
    await studio.do({ type: 'putBack', taskId: before.id });
    await studio.settle();
    expect(studio.calls).toContain(`release ${TAB}`);
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(2);
    const after = await armedTask(studio, film);
    expect([after.id, after.attempt === before.attempt]).toEqual([before.id, false]);
    const row = await studio.store.read((tx) => getLedgerRow(tx, before.attempt));
    expect(row).toMatchObject({ taken: 0 });
  });

  it('[L6] [L10] whose page is gone when the worker starts is looked up, and never just sent again', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    studio.script.lookUp = () => Promise.resolve({ type: 'cannot-tell', candidates: [op('that')] });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    studio.script.isStanding = () => Promise.resolve(true);
    await studio.restart();
    await studio.settle();
    expect(await statusOf(studio, film, 1)).toBe('pressStart');
    studio.script.isStanding = () => Promise.resolve(false);
    await studio.restart();
    await studio.settle();
    expect(await statusOf(studio, film, 1)).toBe('notSure');
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
  });

  it('[L13] waits for nothing more once it is told what was unclear, though its page has said so long ago', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    const fault: Fault = { type: 'FlowBlocked', by: 'OrderUnclear' };
    studio.script.lookUp = () => Promise.resolve({ type: 'not-now', fault });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.restart();
    await studio.engine.pageLooked('animatic', null);
    await studio.settle(studio.now);
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
    studio.script.lookUp = () => Promise.resolve({ type: 'not-there' });
    await studio.settle(studio.now + 60_000);
    expect(await statusOf(studio, film, 1)).toBe('pressStart');
  });

  it('[L9] has the price that its page says, and what was taken once that is told', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const task = (await studio.card(film, 1)).status.task;
    const id = task?.phase.state === 'armed' ? task.phase.attempt : null;
    if (id === null) throw new Error('not armed');
    expect(await studio.store.read((tx) => getLedgerRow(tx, id))).toMatchObject({
      asked: 10,
      taken: 'unknown',
    });
    studio.script.hear = () =>
      Promise.resolve({
        ...NOTHING,
        pressed: { operation: op('one'), sent: {}, remarks: [] },
        taken: [{ attempt: id, taken: 12 }],
      });
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    expect(await studio.store.read((tx) => getLedgerRow(tx, id))).toMatchObject({ asked: 10, taken: 12 });
  });

  it('[L17] nothing is made ready any more once the service doubts the account, until the user says so', async () => {
    const studio = await openPage();
    const film = await studio.project(2);
    studio.script.hear = () =>
      Promise.resolve({
        ...NOTHING,
        pressed: { operation: op('one'), sent: {}, remarks: [] },
        hold: { type: 'Distrusted' },
      });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    await studio.settle();
    expect(await statusOf(studio, film, 2)).toBe('queued');
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
    await studio.do({ type: 'liftHold', provider: 'animatic', model: '' });
    await studio.settle();
    expect(await statusOf(studio, film, 2)).toBe('pressStart');
  });

  it('[L2] [L3] [L9] pressed twice is two orders; what comes first is picked, and what comes then leaves it so', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { id, attempt } = await armedTask(studio, film);
    let isFirstDone = false;
    studio.script.poll = (order) =>
      Promise.resolve(
        order.id === attempt && !isFirstDone
          ? { type: 'working', progress: null }
          : { type: 'produced', refs: ['only'] },
      );
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    studio.script.hear = () =>
      Promise.resolve({ ...NOTHING, again: { attempt, operation: op('two') }, sightings: [strange('two')] });
    await studio.engine.heardOnPage('animatic', 'again', TAB);
    await studio.settle(studio.now);
    const card = await studio.card(film, 1);
    expect([card.scene.picks.image, card.status.task?.id, card.status.name]).toEqual([1, id, 'generating']);
    expect(card.takes.image.map(({ take }) => take.origin)).toMatchObject([{ remarks: ['pressedAgain'] }]);
    isFirstDone = true;
    await studio.settle();
    const after = await studio.card(film, 1);
    expect(after.takes.image.map(({ take, picked }) => [take.number, picked])).toEqual([
      [2, false],
      [1, true],
    ]);
    const ledger = await studio.store.read((tx) => getProjectLedger(tx, film));
    expect(ledger.map(({ asked }) => asked)).toEqual([10, 10]);
    const sighting = await studio.store.read((tx) => getSighting(tx, op('two')));
    expect(sighting?.attempt).not.toBe(attempt);
    expect(sighting?.attempt).not.toBeNull();
  });

  it('[L2] a press that is told after its order was taken back brings a take of its own scene', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { id: taskId, attempt } = await armedTask(studio, film);
    await studio.do({ type: 'later', taskId });
    studio.script.hear = () =>
      Promise.resolve({ ...NOTHING, again: { attempt, operation: op('one') }, sightings: [strange('one')] });
    await studio.engine.heardOnPage('animatic', 'told late', TAB);
    await studio.settle();
    const card = await studio.card(film, 1);
    expect(card.takes.image.map(({ take }) => take.origin)).toMatchObject([{ remarks: ['takenBack'] }]);
    expect(card.status.name).toBe('pressStart');
    const ledger = await studio.store.read((tx) => getProjectLedger(tx, film));
    expect(ledger.map(({ taken }) => taken)).toEqual(expect.arrayContaining([0, 'unknown']));
  });

  it('[L6] a press that may be of an order in doubt is left to the question about it', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { attempt } = await armedTask(studio, film);
    studio.script.lookUp = () => Promise.resolve({ type: 'cannot-tell', candidates: [op('one')] });
    await studio.engine.pageGone('animatic');
    studio.script.hear = () =>
      Promise.resolve({ ...NOTHING, again: { attempt, operation: op('one') }, sightings: [strange('one')] });
    await studio.engine.heardOnPage('animatic', 'told late', TAB);
    const tasks = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    expect(tasks.map(({ phase }) => phase.state)).toEqual(['uncertain']);
    expect((await studio.store.read((tx) => getSighting(tx, op('one'))))?.attempt).toBeNull();
  });

  it('[L4] an order that was changed while its page was set up does not stand there', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    const { submit } = studio.script;
    const prompts: string[] = [];
    studio.script.submit = async (order) => {
      prompts.push(order.snapshot.prompt);
      if (prompts.length === 1)
        await studio.do({
          type: 'editScene',
          projectId: film,
          index: sceneIndex(1),
          text: { imagePrompt: 'a blue fox' },
        });
      return submit(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect(studio.calls).toContain(`release ${TAB}`);
    expect(prompts).toEqual(['Ảnh cảnh 1', 'a blue fox']);
    expect(await statusOf(studio, film, 1)).toBe('pressStart');
  });

  it('[L14] an order that was cancelled while its page was set up takes nothing and does not stand there', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    const { submit } = studio.script;
    studio.script.submit = async (order) => {
      await studio.do({ type: 'cancel', taskId: order.taskId });
      return submit(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect(studio.calls).toContain(`release ${TAB}`);
    expect(await statusOf(studio, film, 1)).toBe('cancelled');
    const ledger = await studio.store.read((tx) => getProjectLedger(tx, film));
    expect(ledger.map(({ taken }) => taken)).toEqual([0]);
  });

  it('[L10] a worker that starts lets go of every page on which nothing stands ready', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    studio.script.isStanding = () => Promise.resolve(true);
    await studio.restart();
    expect(studio.calls.at(-1)).toBe('release all but undefined');
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.restart();
    expect(studio.calls.at(-1)).toBe(`release all but ${TAB}`);
  });

  it('[L7] a second press that is refused is never made ready again by itself', async () => {
    const studio = await openPage();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { attempt } = await armedTask(studio, film);
    await studio.engine.heardOnPage('animatic', 'pressed', TAB);
    await studio.settle();
    studio.script.poll = () =>
      Promise.resolve({ type: 'ended', fault: { type: 'RateLimited', retryAfterMs: null } });
    studio.script.hear = () =>
      Promise.resolve({ ...NOTHING, again: { attempt, operation: op('two') }, sightings: [strange('two')] });
    await studio.engine.heardOnPage('animatic', 'again', TAB);
    await studio.settle();
    const tasks = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    expect(tasks.map(({ source, phase }) => [source, phase.state])).toEqual([
      ['order', 'done'],
      ['secondPress', 'failed'],
    ]);
    expect(await statusOf(studio, film, 1)).toBe('imageReady');
  });
});
