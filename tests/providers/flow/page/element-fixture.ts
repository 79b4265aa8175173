type Attributes = Readonly<Record<string, string>>;
type Child = Node | string;

/** Builds an element: `h('button.empty-chip', { type: 'button' }, 'Start')`. */
export function h(tag: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const [name = 'div', ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** An icon: a ligature, the same in every language. */
export function icon(ligature: string): HTMLElement {
  return h('mat-icon', { role: 'img' }, ligature);
}

/** An element that hears presses. */
export function pressable(element: HTMLElement, press: () => void): HTMLElement {
  element.addEventListener('click', press);
  return element;
}

/** What a build that renames things leaves of an element: another tag, no attributes, the same inside. */
export function drift(element: Element): void {
  const renamed = document.createElement('x-renamed');
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** A layer that swallows what is pressed beneath it. */
export function backdrop(): HTMLElement {
  return h('div.cdk-overlay-backdrop.cdk-overlay-backdrop-showing', {});
}

/** What a tile is called: an automatic title, or the name of an uploaded file. */
export function footerOf(title: string): HTMLElement {
  return h('footer', {}, h('span.footer-title', {}, title));
}
