import { ANCHORS, type Anchor, type AnchorName } from './anchors.ts';
import { followWay, isShown } from './find.ts';

/** What was found of an anchor, and by which of its ways, from 0; null where none found anything. */
export interface Found {
  readonly elements: readonly Element[];
  readonly way: number | null;
}

/** Looks for an anchor with the first of its ways that finds something drawn. */
export function lookFor(root: ParentNode, name: AnchorName): Found {
  const { ways, evenHidden }: Anchor = ANCHORS[name];
  for (const [at, each] of ways.entries()) {
    const elements = followWay(root, each).filter((element) => evenHidden === true || isShown(element));
    if (elements.length > 0) return { elements, way: at };
  }
  return { elements: [], way: null };
}

/** All elements of an anchor. */
export function all(root: ParentNode, name: AnchorName): readonly Element[] {
  return lookFor(root, name).elements;
}

/** The first element of an anchor; null where the page has none. */
export function first(root: ParentNode, name: AnchorName): Element | null {
  return all(root, name)[0] ?? null;
}

/** The elements of an anchor that stand inside of another element. */
export function allIn(root: ParentNode, within: Element, name: AnchorName): readonly Element[] {
  return all(root, name).filter((element) => holds(within, element));
}

function holds(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true;
  const root = inner.getRootNode();
  return root instanceof ShadowRoot && holds(outer, root.host);
}
