import { describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import { runOf } from '../../lib/domain/run.ts';
import type { Phase, Task } from '../../lib/domain/task.ts';
import { expectedMs, usualMs } from '../../lib/domain/work-time.ts';
import { sceneIndex, seeded } from '../fakes/studio.ts';

const random = seeded(3);
const ATTEMPT = newId('attempt', random);
const PROJECT = newId('project', random);
const FAULT = { type: 'ContentRefused', what: 'prompt', words: '' } as const;

const QUEUED: Phase = { state: 'queued', notBefore: 0, needs: null, snapshot: null };
const DONE: Phase = { state: 'done', attempt: ATTEMPT, takes: [], refused: [] };
const FAILED: Phase = { state: 'failed', attempt: null, fault: FAULT, again: { type: 'order' } };
const ARMED: Phase = {
  state: 'armed',
  attempt: ATTEMPT,
  since: 0,
  tab: 1,
  price: null,
  facts: null,
  hand: null,
};

let sequence = 0;

function task(index: number, phase: Phase, rest: Partial<Task> = {}): Task {
  sequence++;
  return {
    id: newId('task', random),
    projectId: PROJECT,
    sceneIndex: sceneIndex(index),
    kind: 'video',
    provider: 'flow',
    source: 'order',
    priority: 0,
    batchAt: 100,
    sequence,
    position: index,
    epoch: 0,
    tries: 0,
    phaseAt: 0,
    startedAt: null,
    ...rest,
    phase,
  };
}

describe('a run', () => {
  it('is what was ordered since the oldest batch that is still at work, and no earlier work', () => {
    const run = runOf(
      [task(1, DONE, { batchAt: 50 }), task(1, DONE), task(2, ARMED), task(3, QUEUED, { batchAt: 200 })],
      null,
    );
    expect(run).toMatchObject({ since: 100, total: 3, counts: { done: 1, needsYou: 1, queued: 1 } });
    expect(run?.left.map(({ index, isArmed }) => [index, isArmed])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('still tells what it came to once it is over', () => {
    const tasks = [task(1, DONE), task(2, FAILED), task(3, FAILED)];
    expect(runOf(tasks, null)).toBeNull();
    const run = runOf(tasks, 100);
    expect(run).toMatchObject({ total: 3, counts: { done: 1, failed: 2 }, left: [] });
    expect(run?.failures).toEqual([{ fault: FAULT, scenes: [2, 3] }]);
  });

  it('counts what was cancelled apart, and nothing after which the scene was ordered anew', () => {
    const cancelled: Phase = { state: 'cancelled', at: 0, from: { ...ARMED, state: 'armed' } };
    const run = runOf(
      [
        task(1, FAILED),
        task(1, DONE),
        task(2, cancelled),
        task(3, QUEUED),
        task(4, cancelled),
        task(4, DONE),
      ],
      null,
    );
    expect(run).toMatchObject({ total: 3, stopped: 1, counts: { done: 2, failed: 0, queued: 1 } });
  });

  it('counts a scene as stopped whose other kind was ordered later', () => {
    const cancelled: Phase = { state: 'cancelled', at: 0, from: { ...ARMED, state: 'armed' } };
    const run = runOf([task(1, cancelled, { kind: 'image' }), task(1, DONE)], 100);
    expect(run).toMatchObject({ total: 1, stopped: 1 });
  });
});

describe('how long work takes', () => {
  const made = (ms: number, at: number, rest: Partial<Task> = {}): Task =>
    task(1, DONE, { startedAt: at - ms, phaseAt: at, ...rest });

  it('is told by the median of what the same provider made of the same kind, the newest of it', () => {
    const old = Array.from({ length: 20 }, (_, at) => made(900, 1_000 + at));
    const fresh = Array.from({ length: 14 }, (_, at) => made(at < 8 ? 10 : 50, 5_000 + at));
    const others = Array.from({ length: 9 }, () => made(1, 9_000, { provider: 'animatic' }));
    const image = made(1, 9_000, { kind: 'image' });
    expect(usualMs([...old, ...fresh, ...others, image], 'flow')).toEqual({ image: 1, video: 10 });
    expect(usualMs([task(1, QUEUED)], 'flow')).toEqual({});
  });

  it('counts what is made at one time, what is begun, and the least time between two orders', () => {
    const work = (count: number, elapsedMs = 0) =>
      Array.from({ length: count }, () => ({ kind: 'video', elapsedMs }) as const);
    const usual = { video: 100 };
    expect(expectedMs(work(4), usual, { atOnce: 2, paceMs: 0 })).toBe(200);
    expect(expectedMs([...work(1, 40), ...work(1)], usual, { atOnce: 1, paceMs: 0 })).toBe(160);
    expect(expectedMs(work(3), usual, { atOnce: 4, paceMs: 300 })).toBe(600);
    expect(expectedMs(work(1, 5_000), usual, { atOnce: 1, paceMs: 0 })).toBe(0);
    expect(expectedMs(work(1), {}, { atOnce: 1, paceMs: 0 })).toBeNull();
  });
});
