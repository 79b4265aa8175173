import { button, el, icon } from './dom.ts';
import { openOverlay, type Overlay } from './overlays.ts';

/** One line of a menu. */
export interface MenuItem {
  readonly ligature: string | null;
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly onPress: (event: MouseEvent) => void;
}

/** Opens a menu over the page; a press on an item closes it first. */
export function menu(items: readonly MenuItem[]): Overlay {
  const content = el('div', { class: 'mat-mdc-menu-content', role: 'menu' });
  const overlay = openOverlay(content, { hasBackdrop: true });
  for (const { ligature, text, isDisabled = false, onPress } of items) {
    const press = (event: MouseEvent) => {
      overlay.close();
      onPress(event);
    };
    const line = button(
      { class: 'mat-mdc-menu-item', role: 'menuitem', disabled: isDisabled },
      press,
      ligature === null ? null : icon(ligature),
      el('span', { class: 'mat-mdc-menu-item-text' }, text),
    );
    content.append(el('flow-menu-item', {}, line));
  }
  return overlay;
}
