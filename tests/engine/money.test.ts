import { describe, expect, it } from 'vitest';
import { isOperation } from '../../lib/domain/ids.ts';
import { fail } from '../../lib/domain/result.ts';
import { getAttempt } from '../../lib/store/attempts.ts';
import { getLedgerRow } from '../../lib/store/ledger.ts';
import { generate, openStudio, refusal, sceneIndex } from '../fakes/studio.ts';

const submits = (calls: readonly string[]): number =>
  calls.filter((call) => call.startsWith('submit')).length;

describe('money', () => {
  it('[L5] the intent is stored before the provider is asked, the operation before anything else', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { submit, poll } = studio.script;
    let before: unknown = 'not asked';
    let operation: unknown = 'not asked';
    studio.script.submit = async (order) => {
      before = await studio.store.read((tx) => getAttempt(tx, order.id));
      return submit(order);
    };
    studio.script.poll = async (order) => {
      operation = (await studio.store.read((tx) => getAttempt(tx, order.id)))?.operation;
      return poll(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect(before).toMatchObject({ sceneIndex: 1, operation: null, number: 1 });
    expect(operation).toMatch(/^op attempt:/);
  });

  it('[L9] every attempt has a ledger row', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [made] = (await studio.card(film, 1)).takes.image;
    const origin = made?.take.origin;
    if (origin?.type !== 'generated') throw new Error('not generated');
    const row = await studio.store.read((tx) => getLedgerRow(tx, origin.attemptId));
    expect(row).toMatchObject({ sceneIndex: 1, unit: 'none', asked: 0, taken: 0 });
  });

  it('[L6] an order whose answer was lost is looked up, found, and never sent again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.submit = () =>
      Promise.resolve({ type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } });
    studio.script.lookUp = (order) => {
      const operation = `found ${order.id}`;
      return Promise.resolve(
        isOperation(operation) ? { type: 'operation', operation } : { type: 'not-there' },
      );
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect(submits(studio.calls)).toBe(1);
  });

  it('[L6] "not there" allows one resend under the same attempt, where the provider takes our id', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { submit } = studio.script;
    const ids: string[] = [];
    studio.script.submit = (order) => {
      ids.push(order.id);
      return ids.length === 1
        ? Promise.resolve({ type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } })
        : submit(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('[L6] what only the user can tell waits for the user, whoever comes and goes', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.submit = () =>
      Promise.resolve({ type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } });
    studio.script.lookUp = () => Promise.resolve({ type: 'cannot-tell', candidates: [] });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.restart();
    await studio.settle();
    const card = await studio.card(film, 1);
    expect(card.status.name).toBe('notSure');
    expect(card.actions.card).toContain('confirmNotSent');
    expect(submits(studio.calls)).toBe(1);
    const again = await studio.command(generate(film, 1, 'image'));
    expect(again).toEqual(fail({ type: 'AlreadyOpen' }));
  });

  it('[L6] what was seen to go out and could not be read is not ordered again by a later look', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.submit = () =>
      Promise.resolve({ type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } });
    const seen = 'seen';
    if (!isOperation(seen)) throw new Error('no operation');
    studio.script.lookUp = () => Promise.resolve({ type: 'cannot-tell', candidates: [seen] });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    studio.script.lookUp = () => Promise.resolve({ type: 'not-there' });
    const task = (await studio.card(film, 1)).facts.tasks.image;
    if (task == null) throw new Error('no task');
    await studio.do({ type: 'checkAgain', taskId: task.id });
    await studio.settle();
    expect((await studio.card(film, 1)).facts.tasks.image?.phase).toMatchObject({
      state: 'uncertain',
      candidates: [seen],
    });
    expect(submits(studio.calls)).toBe(1);
  });

  it('[L9] an order that was never accepted takes nothing', async () => {
    const studio = await openStudio();
    studio.capabilities = { ...studio.capabilities, price: { unit: 'credits', amount: 10 } };
    const film = await studio.project(1);
    studio.script.submit = () => Promise.resolve(refusal());
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const phase = (await studio.card(film, 1)).facts.tasks.image?.phase;
    const attempt = phase?.state === 'failed' ? phase.attempt : null;
    if (attempt === null) throw new Error('no attempt');
    const row = await studio.store.read((tx) => getLedgerRow(tx, attempt));
    expect(row).toMatchObject({ asked: 10, taken: 0 });
  });

  it('[L6] the user’s "not there" during a look-up orders anew as soon as that look-up has ended', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { submit } = studio.script;
    let sends = 0;
    studio.script.submit = (order) =>
      ++sends === 1
        ? Promise.resolve({ type: 'fault', accepted: 'maybe', fault: { type: 'Unreachable' } })
        : submit(order);
    const before = studio.now;
    studio.script.lookUp = async (order) => {
      await studio.do({ type: 'confirmNotSent', taskId: order.taskId });
      return { type: 'not-now', fault: { type: 'Unreachable' } };
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect(studio.now - before).toBeLessThan(60_000);
    expect(sends).toBe(2);
  });

  it('[L7] a free, transient fault is tried three times with growing waits; a refusal never by itself', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const times: number[] = [];
    studio.script.submit = (order) => {
      if (order.sceneIndex === 1) return Promise.resolve(refusal());
      times.push(studio.now);
      return Promise.resolve({ type: 'fault', accepted: 'no', fault: { type: 'RenderLost' } });
    };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(studio.calls.filter((call) => call === 'submit scene 1 image')).toHaveLength(1);
    expect(times).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(third - second).toBeGreaterThan(second - first);
    expect((await studio.card(film, 2)).status.name).toBe('failed');
  });

  it('[L8] generated but not saved is retried as a download', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { fetch } = studio.script;
    studio.script.fetch = () => Promise.resolve(fail({ type: 'DownloadFailed', words: '503' }));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('failed');
    studio.script.fetch = fetch;
    await studio.do({ type: 'retry', projectId: film, index: sceneIndex(1), kind: 'image' });
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect(submits(studio.calls)).toBe(1);
  });

  it('[L4] retry of unchanged inputs keeps them, seed and all; of edited ones it orders the new', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const { submit } = studio.script;
    const seeds: number[] = [];
    studio.script.submit = (order) => (seeds.push(order.snapshot.seed), Promise.resolve(refusal()));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    studio.script.submit = submit;
    const text = { imagePrompt: 'không có chữ' };
    await studio.do({ type: 'editScene', projectId: film, index: sceneIndex(2), text });
    expect((await studio.card(film, 2)).actions.card).toEqual(['retry']);
    const { count, left } = await studio.do({ type: 'retryFailed', projectId: film });
    expect([count, left.map(({ index }) => index)]).toEqual([1, [1]]);
    await studio.do({ type: 'retry', projectId: film, index: sceneIndex(1), kind: 'image' });
    await studio.settle();
    const [same] = (await studio.card(film, 1)).takes.image;
    const [anew] = (await studio.card(film, 2)).takes.image;
    expect(same?.take.snapshot.seed).toBe(seeds[0]);
    expect(anew?.take.snapshot.prompt).toBe('không có chữ');
    expect((await studio.card(film, 1)).facts.tasks.image?.sequence).toBe(1);
    expect((await studio.card(film, 2)).facts.tasks.image?.sequence).toBe(3);
  });

  it('[L19] a choice that the provider does not have is refused with what there is', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.capabilities = { ...studio.capabilities, aspects: ['9:16'] };
    const answer = await studio.command(generate(film, 1, 'image'));
    expect(answer).toEqual(fail({ type: 'NotOffered', choice: '16:9', offered: ['9:16'] }));
    expect(studio.calls).toEqual([]);
  });
});
