import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlowBadge } from '../../entrypoints/background/flow-badge.ts';
import { createReminder } from '../../entrypoints/background/flow-reminder.ts';
import { UNPRESSED_MS } from '../../lib/domain/flow-state.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { putTask } from '../../lib/store/tasks.ts';
import { generate, openStudio, type Studio } from '../fakes/studio.ts';

vi.mock('../../lib/platform/badge.ts', () => ({
  showBadge: () => Promise.resolve(),
  blinkBadge: () => Promise.resolve(),
}));

/** An order that stands ready on Flow, and what is done about it; the time is the test's. */
async function openWaiting(
  reminders: Partial<Pick<Settings, 'sound' | 'notification'>>,
  isPanelOpen: boolean,
): Promise<{ readonly studio: Studio; readonly done: readonly string[] }> {
  const studio = await openStudio();
  const film = await studio.project(1);
  await studio.do({ type: 'pause' });
  await studio.do({ type: 'setSettings', ...reminders });
  await studio.do(generate(film, 1, 'image'));
  const { task } = (await studio.card(film, 1)).status;
  if (task === null) throw new Error('no task');
  const attempt = newId('attempt', () => 0.5);
  const armed = {
    state: 'armed',
    attempt,
    tab: 1,
    price: 10,
    facts: null,
    hand: null,
    since: studio.now,
  } as const;
  await studio.store.write('relaxed', (tx) =>
    putTask(tx, { ...task, provider: 'flow', phase: armed }, studio.now),
  );
  const done: string[] = [];
  const remind = createReminder({
    store: studio.store,
    words: ({ language }) =>
      Promise.resolve(
        language === 'vi'
          ? { armed_title: 'Bấm nút tạo trong Flow', scene: 'Cảnh $1' }
          : { armed_title: 'Press Start in Flow', scene: 'Scene $1' },
      ),
    isPanelOpen: () => Promise.resolve(isPanelOpen),
    chimeInPanel: () => void done.push('chime in the panel'),
    chimeUnseen: () => Promise.resolve(done.push('chime unseen')),
    notify: (title, message) => Promise.resolve(void done.push(`${title}: ${message}`)),
  });
  const seen = (): Promise<void> => Promise.resolve();
  createFlowBadge(
    studio.store,
    () => studio.now,
    (defect) => done.push(String(defect)),
    { remind, seen },
  ).look();
  return { studio, done };
}

describe('an order that is not pressed for 20 s', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** The badge has looked by the time that its timer is set. */
  const wait = async (ms: number): Promise<void> => {
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(ms);
  };

  it.each([
    ['the panel that is open', true, ['chime in the panel']],
    ['a page that nobody sees where none is', false, ['chime unseen']],
  ] as const)('is told of by a sound from %s, once and not before', async (_where, isOpen, expected) => {
    const { done } = await openWaiting({ sound: true }, isOpen);
    await wait(UNPRESSED_MS - 1);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(done).toEqual(expected));
    await vi.advanceTimersByTimeAsync(10 * UNPRESSED_MS);
    expect(done).toEqual(expected);
  });

  it.each([
    ['en', 'Press Start in Flow: Scene 1 · Mật ong'],
    ['vi', 'Bấm nút tạo trong Flow: Cảnh 1 · Mật ong'],
  ] as const)('is told of by a notification in the language that is chosen: %s', async (language, words) => {
    const { studio, done } = await openWaiting({ notification: true }, true);
    await studio.do({ type: 'setSettings', language });
    await wait(UNPRESSED_MS);
    await vi.waitFor(() => expect(done).toEqual([words]));
  });

  it('is told of in no way that is not switched on', async () => {
    const { done, studio } = await openWaiting({}, true);
    await wait(UNPRESSED_MS);
    // Whatever it did would have come before this.
    await studio.store.read(() => Promise.resolve());
    expect(done).toEqual([]);
  });
});
