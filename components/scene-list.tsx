import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Aspect } from '../lib/domain/project.ts';
import type { Drafts } from './drafts.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import { SceneCard } from './scene-card.tsx';
import { useT } from './words.tsx';

/** Moves the list to a scene and gives its card the focus. */
export type GoTo = (index: SceneIndex) => void;

/**
 * The film's cards as a feed. Only those near the window are mounted, and those that hold the focus, a draft or a
 * playing video, so that scrolling takes nothing away.
 */
export function SceneList({
  places,
  aspect,
  data,
  actions,
  drafts,
  scroller,
  goTo,
}: {
  readonly places: readonly ScenePlace[];
  readonly aspect: Aspect;
  readonly data: Pick<PanelData, 'useCard' | 'useProgress'>;
  readonly actions: PanelActions;
  readonly drafts: Drafts;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly goTo: RefObject<GoTo | null>;
}) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<ReadonlySet<SceneIndex>>(new Set());
  const stays = [...kept, ...drafts.open];
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (aspect === '16:9' ? 330 : 230),
    getItemKey: (at) => places[at]?.index ?? at,
    overscan: 3,
    gap: 8,
    rangeExtractor: (range) => withKept(range, places, stays),
  });
  const keep = useCallback((index: SceneIndex, keeps: boolean) => {
    setKept((known) => {
      const next = new Set(known);
      if (keeps) next.add(index);
      else next.delete(index);
      return next;
    });
  }, []);

  goTo.current = (index) => {
    const at = places.findIndex((place) => place.index === index);
    if (at === -1) return;
    virtualizer.scrollToIndex(at, { align: 'start' });
    keep(index, true);
    requestAnimationFrame(() => cardAt(list.current, at)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    const card = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (step === 0 || card === null) return;
    const next = places[Number(card.getAttribute('data-index')) + step];
    event.preventDefault();
    if (next !== undefined) goTo.current?.(next.index);
  };

  return (
    <div
      ref={list}
      role="feed"
      aria-label={t('scenes')}
      className="feed"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {virtualizer.getVirtualItems().map((item) => {
        const place = places[item.index];
        return place === undefined ? null : (
          <div
            key={item.key}
            data-index={item.index}
            ref={virtualizer.measureElement}
            className="feed-item"
            style={{ transform: `translateY(${item.start}px)` }}
            onFocus={() => keep(place.index, true)}
            onBlur={() => keep(place.index, false)}
          >
            <SceneCard
              place={place}
              setSize={places.length}
              aspect={aspect}
              useCard={data.useCard}
              useProgress={data.useProgress}
              actions={actions}
              draft={drafts.of(place.index)}
              onDraft={(text) => drafts.change(place.index, text)}
              onLeaveDraft={() => drafts.flush(place.index)}
              onPlaying={(playing) => keep(place.index, playing)}
            />
          </div>
        );
      })}
    </div>
  );
}

function withKept(range: Range, places: readonly ScenePlace[], stays: readonly SceneIndex[]): number[] {
  const shown = new Set(defaultRangeExtractor(range));
  for (const index of stays) {
    const at = places.findIndex((place) => place.index === index);
    if (at !== -1) shown.add(at);
  }
  return [...shown].toSorted((a, b) => a - b);
}

function cardAt(list: HTMLElement | null, at: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${at}"] article`) ?? null;
}
