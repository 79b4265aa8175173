// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SceneIndex } from '../../lib/domain/ids.ts';
import { useDrafts, type Draft } from '../../components/drafts.ts';
import { sceneIndex } from '../fakes/studio.ts';

describe('drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const two = sceneIndex(2);

  it('are stored half a second after the last key, once', async () => {
    const store = vi.fn<(index: SceneIndex, text: Draft) => Promise<boolean>>(() => Promise.resolve(true));
    const { result } = renderHook(() => useDrafts(store));
    act(() => result.current.change(two, { title: 'a' }));
    act(() => result.current.change(two, { title: 'ab' }));
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(store.mock.calls).toEqual([[two, { title: 'ab' }]]);
    expect(result.current.of(two)).toBeUndefined();
  });

  it('[L16] a refused one stays where it was typed', async () => {
    const { result } = renderHook(() => useDrafts(() => Promise.resolve(false)));
    act(() => result.current.change(two, { title: 'kept' }));
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(result.current.of(two)).toEqual({ title: 'kept' });
  });

  it('[L1] one of a project that is left is stored there', async () => {
    const store = vi.fn<(index: SceneIndex, text: Draft) => Promise<boolean>>(() => Promise.resolve(true));
    const { result, unmount } = renderHook(() => useDrafts(store));
    act(() => result.current.change(two, { title: 'left' }));
    unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.mock.calls).toEqual([[two, { title: 'left' }]]);
  });
});
