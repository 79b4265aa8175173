import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlowBadge } from '../../entrypoints/background/flow-badge.ts';
import { UNPRESSED_MS, type ReadyOrder } from '../../lib/domain/flow-state.ts';
import { newId } from '../../lib/domain/ids.ts';
import { putTask } from '../../lib/store/tasks.ts';
import { generate, openStudio, type Studio } from '../fakes/studio.ts';

const shown: string[] = [];
vi.mock('../../lib/platform/badge.ts', () => ({
  showBadge: (text: string) => Promise.resolve(void shown.push(text)),
  blinkBadge: (text: string) => Promise.resolve(void shown.push(`blink ${text}`)),
}));

const REMINDER = {
  remind: ({ index }: ReadyOrder) => Promise.resolve(void shown.push(`remind ${index}`)),
  seen: () => Promise.resolve(void shown.push('seen')),
};

/** Lets an order stand ready on Flow, or takes it away. */
async function setReady(
  studio: Studio,
  film: Parameters<Studio['card']>[0],
  isReady: boolean,
): Promise<void> {
  const { task } = (await studio.card(film, 1)).status;
  if (task === null) throw new Error('no task');
  const attempt = newId('attempt', () => 0.5);
  const since = studio.now;
  const armed = { state: 'armed', attempt, tab: 1, price: 10, facts: null, hand: null, since } as const;
  const waiting = { state: 'queued', notBefore: 0, needs: null, snapshot: null } as const;
  await studio.store.write('relaxed', (tx) =>
    putTask(tx, { ...task, provider: 'flow', phase: isReady ? armed : waiting }, studio.now),
  );
}

describe('the badge', () => {
  beforeEach(() => {
    shown.length = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => void vi.useRealTimers());

  it('stands while an order stands ready, blinks once where it waits long, and goes with it', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'image'));
    const badge = createFlowBadge(
      studio.store,
      () => studio.now,
      (defect) => shown.push(String(defect)),
      REMINDER,
    );
    const hear = (): void => studio.notices.splice(0).forEach((notice) => badge.heard(notice));
    hear();
    await setReady(studio, film, true);
    hear();
    await vi.waitFor(() => expect(shown).toEqual(['→']));
    await vi.advanceTimersByTimeAsync(UNPRESSED_MS - 2_000);
    expect(shown).toEqual(['→']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual(['→', 'blink →', 'remind 1']);
    await setReady(studio, film, false);
    hear();
    await vi.waitFor(() => expect(shown).toEqual(['→', 'blink →', 'remind 1', '', 'seen']));
  });

  it('is looked at anew after the worker’s death, and an order that has waited long blinks no more', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'image'));
    await setReady(studio, film, true);
    studio.now += UNPRESSED_MS;
    createFlowBadge(
      studio.store,
      () => studio.now,
      (defect) => shown.push(String(defect)),
      REMINDER,
    ).look();
    await vi.waitFor(() => expect(shown).toEqual(['→']));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual(['→']);
  });
});
