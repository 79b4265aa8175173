import { button, el, icon } from './dom.ts';
import { menu } from './menu.ts';
import type { Page } from './page-state.ts';
import { askForFile } from './upload-routes.ts';
import { openViewSettings } from './view-settings.ts';

function openAddMenu(page: Page, root: HTMLElement): void {
  const nothing = () => undefined;
  menu([
    {
      ligature: 'upload',
      text: page.say('upload'),
      onPress: (event) => askForFile(page, root, event, nothing),
    },
    { ligature: 'create_new_folder', text: page.say('newCollection'), onPress: nothing },
    { ligature: 'person_add', text: page.say('createCharacter'), onPress: nothing },
    { ligature: 'movie', text: page.say('newScene'), onPress: nothing },
  ]);
}

function tools(page: Page): HTMLElement {
  const { say } = page;
  const nothing = () => undefined;
  const group = el('div', { class: 'tools-button-group' });
  group.append(
    button({ 'aria-label': say('search') }, nothing, icon('search')),
    button({ 'aria-label': say('filter') }, nothing, icon('filter_list')),
    button({ 'aria-label': say('add') }, () => openAddMenu(page, group), icon('add')),
    button({ 'aria-label': say('help') }, nothing, icon('help')),
    button({ 'aria-label': say('view') }, () => openViewSettings(page), icon('settings_2')),
    button({ 'aria-label': say('more') }, nothing, icon('more_vert')),
  );
  return group;
}

/** The line above the grid: the project's title is a field too, and not the prompt. */
export function header(page: Page): HTMLElement {
  const { say, store, switches } = page;
  const title = el('input', { class: 'editable-text-input', type: 'text', 'aria-label': say('title') });
  store.watch(
    ({ projectTitle }) => projectTitle,
    (projectTitle) => (title.value = projectTitle),
  );
  const bar = el(
    'header',
    { class: 'header-base' },
    button({ class: 'back-button', 'aria-label': say('home') }, () => page.go('/'), icon('home')),
    title,
    tools(page),
    userButton(switches.tier),
  );
  return el('flow-tile-view-header', {}, bar);
}

/** Who is signed in has a badge here; a free account has none in it. */
export function userButton(tier: 'free' | 'pro' | 'ultra'): HTMLElement {
  const account = el('a', {
    class: 'gb_B',
    href: 'https://accounts.google.com/SignOutOptions',
    role: 'button',
  });
  const badge = tier === 'free' ? '' : tier.toUpperCase();
  return el('div', { class: `header-user-button${badge === '' ? '' : ' has-tier'}` }, badge, account);
}
