import { beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreZoom, zoomBackUnseen } from '../../entrypoints/background/restore-zoom.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Phase } from '../../lib/domain/task.ts';
import { putTask } from '../../lib/store/tasks.ts';
import { generate, openStudio } from '../fakes/studio.ts';

let givenBack = 0;
let isOpen = false;
vi.mock('../../lib/platform/panels.ts', () => ({ isPanelOpen: () => Promise.resolve(isOpen) }));
vi.mock('../../lib/platform/flow-zoom.ts', () => ({ zoomBack: () => Promise.resolve(void givenBack++) }));

/** A scene with an order for Flow, and a pass of the engine that finds it in a phase. */
async function openQueue() {
  const studio = await openStudio();
  const film = await studio.project(1);
  await studio.do({ type: 'pause' });
  await studio.do(generate(film, 1, 'image'));
  const { task } = (await studio.card(film, 1)).status;
  if (task === null) throw new Error('no task');
  const restore = restoreZoom(studio.store);
  return async (phase: Phase): Promise<number> => {
    await studio.store.write('relaxed', (tx) =>
      putTask(tx, { ...task, provider: 'flow', phase }, studio.now),
    );
    await restore();
    return givenBack;
  };
}

const attempt = newId('attempt', () => 0.5);
const UNCERTAIN = { state: 'uncertain', attempt, since: 0, candidates: [], lookUpAt: 0 } as const;
const LATER = { state: 'queued', notBefore: Number.MAX_SAFE_INTEGER, needs: null, snapshot: null } as const;
const READY = { ...LATER, notBefore: 0 } as const;
const FAILED = {
  state: 'failed',
  attempt: null,
  fault: { type: 'NoText' },
  again: { type: 'order' },
} as const;

describe('the user’s zoom', () => {
  beforeEach(() => void (givenBack = 0));

  it('comes back when the queue ends, once', async () => {
    const pass = await openQueue();
    expect(await pass(READY)).toBe(0);
    expect(await pass(FAILED)).toBe(1);
    expect(await pass(FAILED)).toBe(1);
  });

  it.each([
    ['does not come back while a panel loads again', true, 0],
    ['comes back once no panel is open', false, 1],
  ] as const)('%s', async (_what, comesBack, times) => {
    vi.useFakeTimers();
    const left = zoomBackUnseen();
    isOpen = comesBack;
    await vi.runAllTimersAsync();
    await left;
    expect(givenBack).toBe(times);
    vi.useRealTimers();
  });

  it.each([
    ['is looked up', UNCERTAIN],
    ['waits for its time', LATER],
  ] as const)('does not come back while an order %s', async (_what, phase) => {
    const pass = await openQueue();
    expect(await pass(phase)).toBe(0);
  });
});
