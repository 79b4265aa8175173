import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Project } from '../lib/domain/project.ts';
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
  project,
  data,
  actions,
  drafts,
  scroller,
  goTo,
}: {
  readonly places: readonly ScenePlace[];
  readonly project: Project;
  readonly data: Pick<PanelData, 'useCard' | 'useProgress'>;
  readonly actions: PanelActions;
  readonly drafts: Drafts;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly goTo: RefObject<GoTo | null>;
}) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<ReadonlySet<SceneIndex>>(new Set());
  const [playing, setPlaying] = useState<ReadonlySet<SceneIndex>>(new Set());
  const [above, setAbove] = useState(0);
  const stays = [...focused, ...playing, ...drafts.open];
  // Banners and the start card stand above the list in the same scroller; the same number renders nothing anew.
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0));
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    scrollMargin: above,
    estimateSize: () => (project.aspect === '16:9' ? 330 : 230),
    getItemKey: (at) => places[at]?.index ?? at,
    overscan: 3,
    gap: 8,
    rangeExtractor: (range) => withKept(range, places, stays),
  });
  const onPlaying = useCallback(
    (index: SceneIndex, plays: boolean) => setPlaying((known) => withMember(known, index, plays)),
    [],
  );

  goTo.current = (index) => {
    const at = places.findIndex((place) => place.index === index);
    if (at === -1) return;
    virtualizer.scrollToIndex(at, { align: 'start' });
    setFocused((known) => withMember(known, index, true));
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
            style={{ transform: `translateY(${item.start - above}px)` }}
            onFocus={() => setFocused((known) => withMember(known, place.index, true))}
            onBlur={() => setFocused((known) => withMember(known, place.index, false))}
          >
            <SceneCard
              place={place}
              setSize={places.length}
              aspect={project.aspect}
              videoFrom={project.videoFrom}
              useCard={data.useCard}
              useProgress={data.useProgress}
              actions={actions}
              draft={drafts.of(place.index)}
              onDraft={drafts.change}
              onLeaveDraft={drafts.flush}
              onPlaying={onPlaying}
            />
          </div>
        );
      })}
    </div>
  );
}

function withMember(set: ReadonlySet<SceneIndex>, index: SceneIndex, isIn: boolean): ReadonlySet<SceneIndex> {
  if (set.has(index) === isIn) return set;
  const next = new Set(set);
  if (isIn) next.add(index);
  else next.delete(index);
  return next;
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
