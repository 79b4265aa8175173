import { describe, expect, it } from 'vitest';
import { isOperation, type AttemptId } from '../../lib/domain/ids.ts';
import { fail, ok } from '../../lib/domain/result.ts';
import { readStagedOutput, STAGED_MS } from '../../lib/store/assets.ts';
import { getHold } from '../../lib/store/holds.ts';
import { addTake } from '../../lib/store/takes.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const never = new Promise<never>(() => undefined);

async function tasksOf(studio: Studio, film: Parameters<Studio['film']>[0], index: number) {
  return studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(index)));
}

describe('life and death', () => {
  it.each(['check', 'submit', 'poll', 'fetch', 'inspect'] as const)(
    '[L10] a worker that dies in %s leaves everything to the next, and nothing is made twice',
    async (where) => {
      const studio = await openStudio();
      const film = await studio.project(1);
      const { [where]: works } = studio.script;
      let reached = false;
      Object.assign(studio.script, { [where]: () => ((reached = true), never) });
      await studio.do(generate(film, 1, 'image'));
      studio.now += 5_000;
      void studio.engine.run();
      await expect.poll(() => reached).toBe(true);
      Object.assign(studio.script, { [where]: works });
      studio.now += 1_000;
      await studio.restart();
      await studio.settle();
      const card = await studio.card(film, 1);
      expect(card.takes.image.map(({ take }) => take.number)).toEqual([1]);
      expect(await tasksOf(studio, film, 1)).toHaveLength(1);
      expect(studio.defects).toEqual([]);
    },
  );

  it('[L6] an order whose worker died before the answer is looked up and never sent again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.submit = () => never;
    studio.script.lookUp = (order) => {
      const operation = `found ${order.id}`;
      return Promise.resolve(
        isOperation(operation) ? { type: 'operation', operation } : { type: 'not-there' },
      );
    };
    await studio.do(generate(film, 1, 'image'));
    await expect.poll(() => studio.calls).toContain('submit scene 1 image');
    await studio.restart();
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
  });

  it.each([
    [true, ['poll scene 1 image']],
    [false, []],
  ])(
    '[L10] [L15] a new background asks at once about an order that may have ended with the browser: %s',
    async (isLocal, asked) => {
      const studio = await openStudio();
      studio.isLocal = isLocal;
      const film = await studio.project(1);
      await studio.do(generate(film, 1, 'image'));
      await studio.engine.run();
      expect(studio.calls).toEqual(['submit scene 1 image']);
      studio.calls.length = 0;
      studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
      await studio.restart();
      await studio.engine.run();
      expect(studio.calls).toEqual(asked);
    },
  );

  it('an order that is at work for longer than its deadline is given up, and can be asked about again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [task] = await tasksOf(studio, film, 1);
    expect(task?.phase).toMatchObject({ state: 'failed', fault: { type: 'DeadlinePassed' } });
    expect((await studio.card(film, 1)).actions.card[0]).toBe('retry');
  });

  it.each(['goes on', 'is another one'] as const)(
    '[L10] hours in which the computer slept do not count to a deadline, where the worker then %s',
    async (worker) => {
      const studio = await openStudio();
      const film = await studio.project(1);
      const { poll } = studio.script;
      studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
      await studio.do(generate(film, 1, 'image'));
      studio.now += 8 * 3_600_000;
      await (worker === 'goes on' ? studio.engine.run() : studio.restart());
      expect((await tasksOf(studio, film, 1))[0]?.phase.state).toBe('submitted');
      studio.script.poll = poll;
      await studio.settle();
      expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    },
  );

  it('[L2] an earlier claim stores no intent', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const gates: (() => void)[] = [];
    studio.script.check = async () => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return { ok: true, value: null };
    };
    await studio.do(generate(film, 1, 'image'));
    await expect.poll(() => gates.length).toBe(1);
    await studio.restart();
    await expect.poll(() => gates.length).toBe(2);
    gates[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    await studio.store.read(() => Promise.resolve());
    expect(studio.calls).toEqual([]);
    expect((await studio.card(film, 1)).facts.tasks.image).toMatchObject({
      epoch: 2,
      phase: { attempt: null },
    });
    gates[1]?.();
    await studio.settle();
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
  });

  it('[L8] bytes that are here wait for their order, however long the computer sleeps before they are a take', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const isHere = async (id: AttemptId): Promise<boolean> =>
      (await readStagedOutput(studio.store, id)) !== null;
    let order: AttemptId | null = null;
    studio.script.fetch = async (_ref, { id, ...rest }) => {
      await studio.stage({ id, ...rest }, 'the only copy');
      order = id;
      return never;
    };
    await studio.do(generate(film, 1, 'image'));
    studio.now += 5_000;
    void studio.engine.run();
    await expect.poll(() => order).not.toBeNull();
    studio.script.fetch = async (_ref, { id }) => {
      const staged = await readStagedOutput(studio.store, id);
      return staged === null ? fail({ type: 'AssetMissing' }) : ok(staged);
    };
    studio.now += 3 * STAGED_MS;
    await studio.restart();
    await studio.settle(studio.now + 60_000);
    expect((await studio.card(film, 1)).takes.image.map(({ take }) => take.number)).toEqual([1]);
    expect(order !== null && (await isHere(order))).toBe(false);
  });

  it('[L3] a take that is there cannot be written again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [made] = (await studio.card(film, 1)).takes.image;
    if (!made) throw new Error('no take');
    const origin = { type: 'imported', commandId: studio.commandId() } as const;
    await expect(
      studio.store.write('strict', (tx) => addTake(tx, { ...made.take, origin, madeAt: 1 })),
    ).rejects.toThrow(/constraint/);
    expect((await studio.card(film, 1)).takes.image[0]?.take).toEqual(made.take);
  });

  it('[L2] a report of a worker that was given up moves nothing', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { submit } = studio.script;
    let late = (): void => undefined;
    studio.script.submit = async (order) => {
      await new Promise<void>((resolve) => (late = resolve));
      return submit(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await expect.poll(() => studio.calls.length).toBe(1);
    studio.script.submit = submit;
    await studio.restart();
    await studio.settle();
    const before = await tasksOf(studio, film, 1);
    late();
    await studio.settle();
    expect(await tasksOf(studio, film, 1)).toEqual(before);
    expect((await studio.card(film, 1)).takes.image).toHaveLength(1);
  });

  it('[L2] a result of an earlier attempt is kept once, unpicked, on its own scene', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { poll } = studio.script;
    const attempts: AttemptId[] = [];
    studio.script.poll = (order) => {
      attempts.push(order.id);
      return Promise.resolve({ type: 'ended', fault: { type: 'StoppedByProvider' } });
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    studio.script.poll = poll;
    await studio.do({ type: 'retry', projectId: film, index: sceneIndex(1), kind: 'image' });
    await studio.settle();
    const [first] = attempts;
    if (first === undefined) throw new Error('no attempt');
    for (let n = 0; n < 3; n++) {
      await studio.engine.heard(first);
      await studio.settle();
    }
    const card = await studio.card(film, 1);
    expect(card.takes.image.map(({ take }) => take.number)).toEqual([2, 1]);
    expect(card.scene.picks.image).toBe(1);
    expect(card.takes.image[0]?.take.origin).toMatchObject({ attemptId: first });
  });

  it('[L14] cancel before submit is free; after it the take still comes, unpicked', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.card(film, 1)).status.name).toBe('generating');
    for (const index of [1, 2]) {
      const task = (await studio.card(film, index)).status.task;
      if (task === null) throw new Error('no task');
      await studio.do({ type: 'cancel', taskId: task.id });
    }
    await studio.settle();
    const sent = await studio.card(film, 1);
    expect(sent.facts.tasks.image?.phase.state).toBe('cancelled');
    expect(sent.takes.image).toHaveLength(1);
    expect(sent.scene.picks.image).toBeNull();
    expect(sent.status.name).toBe('newTake');
    expect((await studio.card(film, 2)).status.name).toBe('cancelled');
    expect(studio.calls).not.toContain('submit scene 2 image');
    expect(studio.calls).toContain('cancel scene 1 image');
  });

  it('[L14] stop all is taken back by one undo', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    const { editId, count } = await studio.do({ type: 'stopAll', projectId: film });
    expect(count).toBe(6);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    await studio.do({ type: 'resume' });
    await studio.settle();
    for (const index of [1, 2, 3]) expect((await studio.card(film, index)).status.name).toBe('done');
  });

  it('[L13] [L14] stop all taken back after an image came uses it, and its video is made', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await expect.poll(async () => (await studio.card(film, 1)).status.name).toBe('generating');
    const { editId } = await studio.do({ type: 'stopAll', projectId: film });
    await studio.settle();
    expect((await studio.card(film, 1)).scene.picks.image).toBeNull();
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    await studio.settle();
    const { scene, status, takes } = await studio.card(film, 1);
    expect([scene.picks, status.name, takes.image.length]).toMatchObject([{ image: 1, video: 1 }, 'done', 1]);
  });

  it('[L3] stop all taken back after an image came and went with the bin uses none', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.card(film, 1)).status.name).toBe('generating');
    const { editId } = await studio.do({ type: 'stopAll', projectId: film });
    await studio.settle();
    const [made] = (await studio.card(film, 1)).takes.image;
    if (editId === null || made === undefined) throw new Error('no edit or no take');
    await studio.do({
      type: 'markTake',
      projectId: film,
      index: sceneIndex(1),
      kind: 'image',
      number: made.take.number,
      binned: true,
    });
    await studio.do({ type: 'emptyBin', ordersOut: 'keep' });
    await studio.do({ type: 'undo', editId });
    expect((await studio.card(film, 1)).scene.picks.image).toBeNull();
  });

  it('[L15] one wake is set at the earliest due time, none when nothing is due', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: 0.5 });
    await studio.do(generate(film, 1, 'image'));
    await expect.poll(() => studio.wakeAt).toBe(studio.now + 5_000);
    studio.script.poll = () => Promise.resolve({ type: 'produced', refs: ['only'] });
    await studio.settle();
    expect(studio.wakeAt).toBeNull();
  });

  it('[L12] a take is stored with its bytes, and its staged row goes in the same transaction', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.poll = () => Promise.resolve({ type: 'produced', refs: ['a', 'b'] });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { takes, scene } = await studio.card(film, 1);
    expect(takes.image.map(({ take }) => take.number)).toEqual([2, 1]);
    expect(scene.picks.image).toBe(1);
    const db = await studio.store.connection.db();
    expect(await db.count('staged')).toBe(0);
    expect(await db.count('assets')).toBe(2);
  });

  it('[L12] one refused output does not cost the other', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { inspect } = studio.script;
    studio.script.poll = () => Promise.resolve({ type: 'produced', refs: ['a', 'b'] });
    let looked = 0;
    studio.script.inspect = (...args) =>
      ++looked === 1
        ? Promise.resolve({
            ok: false,
            fault: { type: 'WrongMedia', field: 'length', ordered: '4 s', got: '8 s' },
          })
        : inspect(...args);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const card = await studio.card(film, 1);
    expect(card.takes.image).toHaveLength(1);
    expect(card.facts.tasks.image?.phase).toMatchObject({ state: 'done', refused: [{ type: 'WrongMedia' }] });
  });

  it('a dead server holds its provider: nothing is asked until the hold lifts, then all goes on', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const { check } = studio.script;
    studio.script.check = () => Promise.resolve({ ok: false, fault: { type: 'ServerUnreachable' } });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(() => studio.wakeAt).toBe(studio.now + 30_000);
    expect((await studio.card(film, 1)).status.name).toBe('queued');
    studio.script.check = check;
    await studio.settle();
    expect((await studio.card(film, 2)).status.name).toBe('imageReady');
  });

  it('[L13] what is at work is brought in while a page asks the user for something', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do(generate(film, 1, 'image'));
    await studio.engine.run();
    studio.script.check = () =>
      Promise.resolve({ ok: false, fault: { type: 'FlowBlocked', by: 'NoCredits' } });
    await studio.do(generate(film, 2, 'image'));
    await studio.engine.run();
    studio.script.poll = () => Promise.resolve({ type: 'produced', refs: ['only'] });
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    const waiting = await studio.card(film, 2);
    expect(waiting.status.name).toBe('queued');
    expect(await studio.store.read((tx) => getHold(tx, 'animatic', ''))).not.toBeNull();
  });

  it.each([
    ['poll', 'AbortError'],
    ['inspect', 'InvalidStateError'],
  ] as const)(
    '[L10] a store that the browser closes in the middle of %s fails no scene',
    async (step, name) => {
      const studio = await openStudio();
      const film = await studio.project(1);
      let closings = 0;
      const closed = <T>(go: () => Promise<T>): Promise<T> =>
        ++closings === 1 ? Promise.reject(new DOMException('closed', name)) : go();
      const { poll, inspect } = studio.script;
      if (step === 'poll') studio.script.poll = (order) => closed(() => poll(order));
      else studio.script.inspect = (...args) => closed(() => inspect(...args));
      await studio.do(generate(film, 1, 'image'));
      await studio.settle();
      expect(closings).toBeGreaterThan(1);
      expect((await studio.card(film, 1)).status.name).toBe('imageReady');
      expect(studio.calls.filter((call) => call.startsWith('submit'))).toHaveLength(1);
    },
  );

  it('[L13] a step that throws ends in a stored fault and is not tried for ever', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { poll } = studio.script;
    studio.script.poll = () => Promise.reject(new Error('defect'));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const card = await studio.card(film, 1);
    expect(card.facts.tasks.image?.phase).toMatchObject({
      state: 'failed',
      fault: { type: 'Internal' },
      again: { type: 'ask' },
    });
    expect(studio.defects).toHaveLength(1);
    studio.script.poll = poll;
    await studio.do({ type: 'retry', projectId: film, index: sceneIndex(1), kind: 'image' });
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
  });

  it('the same command id again gets the first answer and makes nothing twice', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const id = studio.commandId();
    const first = await studio.command(generate(film, 1, 'image'), id);
    const second = await studio.command(generate(film, 1, 'image'), id);
    expect(second).toEqual(first);
    expect(await tasksOf(studio, film, 1)).toHaveLength(1);
    const other = await studio.command(generate(film, 1, 'image'));
    expect(other).toMatchObject({ ok: false, fault: { type: 'AlreadyOpen' } });
  });

  it('pause starts nothing new and lets what is at work come home', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 1 };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(async () => (await studio.card(film, 1)).status.name).toBe('generating');
    await studio.do({ type: 'pause' });
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect((await studio.card(film, 2)).status.name).toBe('queued');
  });
});
