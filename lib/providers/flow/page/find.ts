/** A way to an element of the page. */
export interface Way {
  /** Each selector is searched beneath what the one before it found. */
  readonly path: readonly string[];
  /** Ligatures of which the element must hold one, such as `arrow_forward`. */
  readonly icons?: readonly string[];
  /** Where the path leads to something inside of what is meant: the nearest ancestor that matches. */
  readonly closest?: string;
}

/** Icons are words of a font: their names are the same in every language of the page. */
const ICON = 'mat-icon, i.google-symbols, .material-icons';

let known: { readonly root: ParentNode; readonly roots: readonly ParentNode[] } | null = null;

/**
 * Runs one reading of a page that stands still meanwhile: its shadow roots are searched for once. Without it a reading
 * of 2,000 elements walked through all of them some fifty times (24 ms on a busy machine).
 */
export function inOneReading<T>(root: ParentNode, read: () => T): T {
  if (known !== null) return read();
  known = { root, roots: rootsOf(root) };
  try {
    return read();
  } finally {
    known = null;
  }
}

/** A root and every open shadow root beneath it. Live captures show none; builds that have them are looked into. */
export function rootsOf(root: ParentNode): readonly ParentNode[] {
  if (known?.root === root) return known.roots;
  const roots: ParentNode[] = [root];
  for (const each of roots) {
    const host = each instanceof Element ? each.shadowRoot : null;
    if (host !== null) roots.push(host);
    for (const { shadowRoot } of each.querySelectorAll('*')) if (shadowRoot !== null) roots.push(shadowRoot);
  }
  return roots;
}

/** Finds what matches beneath a root, open shadow roots pierced. */
export function findAll(root: ParentNode, selector: string): readonly Element[] {
  return rootsOf(root).flatMap((each) => [...each.querySelectorAll(selector)]);
}

/** Follows a way from a root; each element once. */
export function followWay(root: ParentNode, { path, icons, closest }: Way): readonly Element[] {
  let found: readonly ParentNode[] = [root];
  for (const selector of path) found = found.flatMap((each) => findAll(each, selector));
  const elements = found.filter((each) => each instanceof Element);
  const meant = closest === undefined ? elements : elements.flatMap((each) => closestOf(each, closest) ?? []);
  return [...new Set(meant)].filter((each) => icons === undefined || hasIcon(each, icons));
}

/** The nearest ancestor that matches, itself among them, out through open shadow roots. */
export function closestOf(element: Element, selector: string): Element | null {
  const nearest = element.closest(selector);
  if (nearest !== null) return nearest;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestOf(root.host, selector) : null;
}

/** The ligatures that an element shows, itself and everything in it. */
export function iconsIn(element: Element): readonly string[] {
  const inside = findAll(element, ICON);
  return (element.matches(ICON) ? [element, ...inside] : inside).map((icon) => icon.textContent.trim());
}

/** Whether an element shows one of these ligatures. */
export function hasIcon(element: Element, icons: readonly string[]): boolean {
  return iconsIn(element).some((icon) => icons.includes(icon));
}

/** The pieces of text that a person reads in a node, in order, icons and `without` left out; none is empty. */
export function piecesIn(node: Node, without: readonly Element[] = []): readonly string[] {
  if (node instanceof Text) return node.data.trim() === '' ? [] : [node.data.trim()];
  if (node instanceof Element && (node.matches(ICON) || without.includes(node))) return [];
  const shadow = node instanceof Element ? node.shadowRoot : null;
  const children = [...(shadow?.childNodes ?? []), ...node.childNodes];
  return children.flatMap((child) => piecesIn(child, without));
}

/** What a person reads in an element, its pieces joined by spaces. */
export function wordsIn(element: Element, without?: readonly Element[]): string {
  return piecesIn(element, without).join(' ').replace(/\s+/g, ' ');
}

/** Whether an element is drawn: neither hidden nor in something that is. */
export function isShown(element: Element): boolean {
  const isHidden = closestOf(element, '[hidden]') !== null;
  return element.isConnected && !isHidden && element.checkVisibility({ checkVisibilityCSS: true });
}
