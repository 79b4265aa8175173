import type { Place } from './chips.ts';
import { button, el, fill, icon, mark } from './dom.ts';
import { openOverlay, type Overlay } from './overlays.ts';
import type { Page } from './page-state.ts';
import { drawRows, left, type Picker } from './picker-list.ts';
import { assetsOf, CATEGORIES } from './picker-rows.ts';
import { askForFile } from './upload-routes.ts';
import { freshUploads } from './uploads.ts';

function sideNav(picker: Picker): HTMLElement {
  const nav = el('flow-add-menu-side-nav', {});
  const tabs = CATEGORIES.map((category) => {
    const tab = el(
      'mat-list-item',
      { role: 'tab', class: 'mat-mdc-list-item', tabindex: '0' },
      icon(category.ligature),
      el('span', {}, picker.page.say(category.word)),
    );
    tab.addEventListener('click', () => {
      left.category = category;
      for (const [at, other] of tabs.entries()) mark(other, 'data-active', CATEGORIES[at] === category);
      drawRows(picker);
    });
    mark(tab, 'data-active', category === left.category);
    return tab;
  });
  fill(nav, ...tabs, uploadButton(picker));
  return nav;
}

/** After an upload the new asset stays active, and is added by hand. */
function uploadButton(picker: Picker): HTMLElement {
  const { page, root } = picker;
  const press = (event: MouseEvent) =>
    askForFile(page, root, event, ({ mediaId }) => {
      left.active = mediaId;
      picker.assets = assetsOf(page, freshUploads);
      drawRows(picker);
    });
  return button({ class: 'sidebar-upload-button' }, press, icon('upload'), page.say('upload'));
}

/** Opens the picker of the project's assets. Source: captures of the page, Sept–Oct 2026. */
export function openPicker(page: Page, place: Place, onClose: () => void = () => undefined): Overlay {
  const search = el('input', {
    class: 'search-input',
    type: 'text',
    'aria-label': page.say('search'),
    placeholder: page.say('search'),
  });
  const list = el('div', { class: 'asset-list', role: 'listbox' });
  const root = el('div', { class: 'add-menu-body' });
  const overlay = openOverlay(el('flow-add-menu-popover-content', {}, root), { hasBackdrop: true, onClose });
  const assets = assetsOf(page, freshUploads);
  const picker: Picker = { page, place, root, list, search, assets, close: () => overlay.close() };
  root.append(
    sideNav(picker),
    el('div', { class: 'asset-main' }, search, list),
    el('div', { class: 'asset-detail-pane' }),
  );
  search.addEventListener('input', () => drawRows(picker));
  list.addEventListener('scroll', () => drawRows(picker));
  drawRows(picker);
  // The page asks for the account's media whenever the picker opens, and lists its own snapshot all the same.
  void page.wire.call('UpteDb', ['projects/*', 21, null, null, null, null, [1]]);
  return overlay;
}
