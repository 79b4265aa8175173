/** What a builder takes between the tags: nodes, words, or nothing. */
export type Child = Node | string | null;

/** Attributes by name: `false` and null leave one out, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | boolean | null>>;

let shadowSheet: CSSStyleSheet | null = null;

/** From now on the page's own elements keep their content in open shadow roots, as one team has seen. */
export function withShadowRoots(styles: string): void {
  shadowSheet = new CSSStyleSheet();
  shadowSheet.replaceSync(styles);
}

/** Where the content of an element stands. */
export function contentOf(node: Element): Element | ShadowRoot {
  return node.shadowRoot ?? node;
}

function openShadow(node: HTMLElement): void {
  if (shadowSheet === null || !node.localName.startsWith('flow-')) return;
  node.attachShadow({ mode: 'open' }).adoptedStyleSheets = [shadowSheet];
}

/** Whether an event came from inside of what a selector names, through shadow roots too. */
export function comesFrom(event: Event, selector: string): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(selector));
}

function writeAttributes(node: HTMLElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) node.setAttribute(name, value === true ? '' : value);
}

/** Builds one element. Words are always text nodes, so nothing of a prompt or a title is ever read as markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes?: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag];
export function el(tag: string, attributes?: Attributes, ...children: readonly Child[]): HTMLElement;
export function el(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const node = document.createElement(tag);
  writeAttributes(node, attributes);
  openShadow(node);
  contentOf(node).append(...present(children));
  return node;
}

function present(children: readonly Child[]): readonly (Node | string)[] {
  return children.filter((child) => child !== null);
}

/** An icon by its ligature; ligatures are not translated, which is why drivers hold on to them. */
export function icon(ligature: string, more = ''): HTMLElement {
  return el('mat-icon', { class: `mat-icon google-symbols ${more}`.trim(), 'aria-hidden': 'true' }, ligature);
}

/** A button that does something when pressed, by a hand or by a script. */
export function button(
  attributes: Attributes,
  onPress: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const node = el('button', { type: 'button', ...attributes }, ...children);
  node.addEventListener('click', onPress);
  return node;
}

/** Puts new children in the place of the old ones, unless they are the same nodes already. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  const wanted = present(children);
  const content = contentOf(parent);
  const isSame =
    wanted.length === content.childNodes.length &&
    wanted.every((node, at) => node === content.childNodes[at]);
  if (!isSame) content.replaceChildren(...wanted);
}

/** Sets or drops a boolean attribute without touching it where it stands already. */
export function mark(node: Element, name: string, on: boolean): void {
  if (node.hasAttribute(name) !== on) node.toggleAttribute(name, on);
}

/** Writes an attribute only where it differs, so that watchers of the page see real changes alone. */
export function write(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
