import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { ListItem } from '../lib/domain/list-items.ts';
import { ChapterHeading } from './chapter-heading.tsx';
import { SceneArticle, type SceneProps } from './scene-article.tsx';
import type { SceneDrop } from './use-scene-drop.ts';
import { useT } from './words.tsx';

/** What the list is given besides what each scene is given. */
export interface SceneListProps extends Omit<
  SceneProps,
  'place' | 'at' | 'setSize' | 'view' | 'draft' | 'onPlaying'
> {
  readonly items: readonly ListItem[];
  readonly viewOf: (index: SceneIndex) => SceneProps['view'];
  readonly draftOf: (index: SceneIndex) => SceneProps['draft'];
  /** Scenes that stay mounted wherever the list is scrolled to. */
  readonly stays: ReadonlySet<SceneIndex>;
  readonly onPlaying: SceneProps['onPlaying'];
  readonly onFold: (chapter: string) => void;
  readonly onGoTo: (index: SceneIndex) => void;
  /** The scene to bring to the top and to focus; another object asks again. */
  readonly target: { readonly index: SceneIndex } | null;
  readonly drop: SceneDrop;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The film's scenes as a feed, a chapter a feed of its own. Only those near the window are mounted, and those that stay. */
export function SceneList(props: SceneListProps) {
  const { items, stays, target, scroller, asRows, aspect, viewOf, onGoTo } = props;
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  // Banners and the filters stand above the list in the same scroller; the same number renders nothing anew.
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0));
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    scrollMargin: above,
    estimateSize: (at) => usualHeight(items[at], asRows && !isOpen(items[at], viewOf), aspect),
    getItemKey: (at) => keyOf(items[at]) ?? at,
    overscan: 4,
    // Room for the focus ring of the scene at the top.
    scrollPaddingStart: 6,
    rangeExtractor: (range) => withStaying(range, items, stays),
  });
  useLayoutEffect(() => {
    const at = items.findIndex((item) => item.type === 'scene' && item.place.index === target?.index);
    if (at === -1) return;
    articleAt(list.current, at)?.focus({ preventScroll: true });
    virtualizer.scrollToIndex(at, { align: 'start' });
    // Only a new wish moves the list, or the wished scene's arrival in it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target, target !== null && items.some((item) => keyOf(item) === target.index)]);

  const setSize = items.filter(({ type }) => type === 'scene').length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    const item = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (step === 0 || item === null || isWriting(event.target)) return;
    event.preventDefault();
    const next = nextScene(items, Number(item.getAttribute('data-index')), step);
    if (next !== null) onGoTo(next);
  };

  return (
    <div ref={list} className="list" style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
      {groupsOf(virtualizer.getVirtualItems(), items).map((group) => (
        <ListGroup
          key={group.key}
          group={group}
          setSize={setSize}
          measure={virtualizer.measureElement}
          above={above}
          {...props}
        />
      ))}
    </div>
  );
}

interface Group {
  readonly key: string;
  readonly heading: string;
  readonly head: readonly [VirtualItem, Extract<ListItem, { type: 'chapter' }>] | null;
  readonly scenes: readonly (readonly [VirtualItem, Extract<ListItem, { type: 'scene' }>])[];
}

function ListGroup({
  group,
  measure,
  above,
  onFold,
  ...props
}: SceneListProps & {
  readonly group: Group;
  readonly setSize: number;
  readonly measure: (element: Element | null) => void;
  readonly above: number;
}) {
  const t = useT();
  const { head, scenes, heading } = group;
  const place = (item: VirtualItem) => ({
    'data-index': item.index,
    ref: measure,
    style: { transform: `translateY(${item.start - above}px)` },
  });
  return (
    <>
      {head !== null && (
        <div {...place(head[0])} className="feed-item">
          <ChapterHeading
            chapter={head[1].chapter}
            isFolded={head[1].isFolded}
            onFold={() => onFold(group.key)}
          />
        </div>
      )}
      {scenes.length > 0 && (
        <div role="feed" aria-label={heading === '' ? t('scenes') : heading}>
          {scenes.map(([item, scene]) => (
            <SceneItem key={item.key} {...place(item)} scene={scene} {...props} />
          ))}
        </div>
      )}
    </>
  );
}

function SceneItem({
  scene: { place, at },
  setSize,
  viewOf,
  draftOf,
  drop,
  ref,
  style,
  'data-index': index,
  aspect,
  videoFrom,
  asRows,
  useCard,
  useOwnOrders,
  useProgress,
  actions,
  onView,
  onInsert,
  onDuplicate,
  onDraft,
  onLeaveDraft,
  onPlaying,
}: Omit<SceneListProps, 'onFold'> & {
  readonly setSize: number;
  readonly scene: Extract<ListItem, { type: 'scene' }>;
  readonly ref: (element: Element | null) => void;
  readonly style: { readonly transform: string };
  readonly 'data-index': number;
}) {
  const isOver = drop.at?.index === place.index;
  return (
    <div
      ref={ref}
      data-index={index}
      className={`feed-item${isOver ? ` drop-${drop.at?.side}` : ''}`}
      style={style}
      onDragOver={(event) => drop.over(event, place.index)}
      onDragLeave={drop.leave}
      onDrop={drop.drop}
    >
      <SceneArticle
        place={place}
        at={at}
        setSize={setSize}
        view={viewOf(place.index)}
        draft={draftOf(place.index)}
        {...{ aspect, videoFrom, asRows, useCard, useOwnOrders, useProgress, actions, onView }}
        {...{ onInsert, onDuplicate, onDraft, onLeaveDraft, onPlaying }}
      />
    </div>
  );
}

function groupsOf(shown: readonly VirtualItem[], items: readonly ListItem[]): readonly Group[] {
  const groups = new Map<
    string,
    { head: Group['head']; heading: string; scenes: Group['scenes'][number][] }
  >();
  for (const each of shown) {
    const item = items[each.index];
    if (item === undefined) continue;
    const { key, heading } = item.chapter;
    const group = groups.get(key) ?? { head: null, heading, scenes: [] };
    if (item.type === 'chapter') group.head = [each, item];
    else group.scenes.push([each, item]);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function keyOf(item: ListItem | undefined): string | SceneIndex | null {
  if (item === undefined) return null;
  return item.type === 'scene' ? item.place.index : `chapter ${item.chapter.key}`;
}

function isOpen(item: ListItem | undefined, viewOf: SceneListProps['viewOf']): boolean {
  return item?.type === 'scene' && viewOf(item.place.index).isOpen;
}

/** A guess until it is measured. */
function usualHeight(item: ListItem | undefined, isRow: boolean, aspect: SceneProps['aspect']): number {
  if (item?.type === 'chapter') return 36;
  if (isRow) return 57;
  return aspect === '16:9' ? 340 : 240;
}

function withStaying(range: Range, items: readonly ListItem[], stays: ReadonlySet<SceneIndex>): number[] {
  const shown = new Set(defaultRangeExtractor(range));
  if (stays.size > 0) {
    for (const [at, item] of items.entries()) {
      if (item.type === 'scene' && stays.has(item.place.index)) shown.add(at);
    }
  }
  return [...shown].toSorted((a, b) => a - b);
}

function nextScene(items: readonly ListItem[], from: number, step: 1 | -1): SceneIndex | null {
  for (let at = from + step; ; at += step) {
    const item = items[at];
    if (item === undefined) return null;
    if (item.type === 'scene') return item.place.index;
  }
}

/** Page keys move the text cursor where somebody writes. */
function isWriting(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

function articleAt(list: HTMLElement | null, at: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${at}"] article`) ?? null;
}
