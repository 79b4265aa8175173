import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { ListItem } from '../lib/domain/list-items.ts';
import { ChapterHeading } from './chapter-heading.tsx';
import { SceneArticle, type SceneProps } from './scene-article.tsx';
import { useIsPassing } from './use-passing.ts';
import type { SceneDrop } from './use-scene-drop.ts';
import { useT } from './words.tsx';

/** What the list is given besides what each scene is given. */
export interface SceneListProps extends Omit<
  SceneProps,
  'place' | 'at' | 'setSize' | 'view' | 'sameAs' | 'draft' | 'isChosen' | 'isPassing' | 'onPlaying'
> {
  readonly items: readonly ListItem[];
  readonly viewOf: (index: SceneIndex) => SceneProps['view'];
  readonly sameAs: ReadonlyMap<SceneIndex, string>;
  readonly draftOf: (index: SceneIndex) => SceneProps['draft'];
  /** The chosen scenes; null while nothing is being chosen. */
  readonly chosen: ReadonlySet<SceneIndex> | null;
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
  const { items, stays, target, scroller, asRows, aspect, viewOf, chosen, onChoose, onGoTo } = props;
  const isChoosing = chosen !== null;
  const isPassing = useIsPassing(scroller);
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  // Banners and the filters stand above the list in the same scroller. A render by scrolling has the same props: to ask
  // for the place then would cost a layout in every frame.
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0), [props]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    scrollMargin: above,
    estimateSize: (at) =>
      usualHeight(items[at], isChoosing || (asRows && !isOpen(items[at], viewOf)), aspect),
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

  // Rows and cards differ in height: what was measured of the ones says nothing of the others.
  useLayoutEffect(() => {
    virtualizer.measure();
    if (isChoosing) firstBox(list.current, scroller.current)?.focus();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isChoosing]);

  const setSize = items.filter(({ type }) => type === 'scene').length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const item = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const isArrow = event.key.startsWith('Arrow');
    if (step === undefined || item === null || isWriting(event.target) || (isArrow && !isChoosing)) return;
    event.preventDefault();
    const at = nextSceneAt(items, Number(item.getAttribute('data-index')), step);
    const next = items[at];
    if (next?.type !== 'scene') return;
    if (!isArrow) return onGoTo(next.place.index);
    // The next rows are mounted: the browser scrolls as little as it must.
    list.current?.querySelector<HTMLElement>(`[data-index="${at}"] input`)?.focus();
    if (event.shiftKey) onChoose(next.place.index, true);
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
          isPassing={isPassing}
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
  readonly isPassing: boolean;
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
  sameAs,
  draftOf,
  chosen,
  onChoose,
  drop,
  isPassing,
  ref,
  style,
  'data-index': index,
  aspect,
  videoFrom,
  asRows,
  useCard,
  useOwnOrders,
  useTakeCost,
  useProgress,
  actions,
  onView,
  onInsert,
  onDuplicate,
  onSplit,
  onDraft,
  onLeaveDraft,
  onPlaying,
}: Omit<SceneListProps, 'onFold'> & {
  readonly setSize: number;
  readonly isPassing: boolean;
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
        sameAs={sameAs.get(place.index) ?? ''}
        view={viewOf(place.index)}
        draft={draftOf(place.index)}
        isPassing={isPassing}
        isChosen={chosen === null ? null : chosen.has(place.index)}
        onChoose={onChoose}
        {...{ aspect, videoFrom, asRows, useCard, useOwnOrders, useProgress, useTakeCost, actions, onView }}
        {...{ onInsert, onDuplicate, onSplit, onDraft, onLeaveDraft, onPlaying }}
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

const STEPS: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1, ArrowDown: 1, ArrowUp: -1 };

/** Where the next scene stands; behind the list's end where there is none. */
function nextSceneAt(items: readonly ListItem[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (items[at]?.type === 'chapter') at += step;
  return at;
}

/** Keys move the text cursor where somebody writes. */
function isWriting(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement;
}

/** What takes the focus for a scene: its check box while scenes are chosen. */
function articleAt(list: HTMLElement | null, at: number): HTMLElement | null {
  const item = list?.querySelector(`[data-index="${at}"]`);
  return (
    item?.querySelector<HTMLElement>('.choose-row input') ??
    item?.querySelector<HTMLElement>('article') ??
    null
  );
}

/** The first check box that is in sight. */
function firstBox(list: HTMLElement | null, scroller: HTMLElement | null): HTMLElement | undefined {
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const boxes = [...(list?.querySelectorAll<HTMLElement>('.choose-row input') ?? [])];
  return boxes.find((box) => box.getBoundingClientRect().top >= top);
}
