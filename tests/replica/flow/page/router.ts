import type { Mint, ShellProps } from '../contract.ts';
import { fill } from './dom.ts';
import { aboutPage, editPage, galleryPage, unavailablePage } from './other-pages.ts';
import { closeAll } from './overlays.ts';
import type { Page } from './page-state.ts';
import { projectPage, projectState } from './project-page.ts';
import { createStore } from './store.ts';
import type { Wire } from './wire.ts';
import { wordsOf } from './words.ts';

/** What stays the same in a document, whichever page it shows. */
export interface Document {
  readonly props: ShellProps;
  readonly wire: Wire;
  readonly mint: Mint;
  readonly root: Element;
}

const PROJECT = /^(?:\/u\/\d+)?\/project\/([^/]+)(?:\/edit\/([^/]+))?/;
const EDIT = /^\/edit\/([^/]+)/;

function contentFor(page: Page, path: string): HTMLElement {
  if (path === '/about') return aboutPage(page);
  if (path === '/unavailable' || path === '/unsupported-country') return unavailablePage(page);
  const edited = PROJECT.exec(path)?.[2] ?? EDIT.exec(path)?.[1];
  if (edited !== undefined) return editPage(page, edited);
  return PROJECT.test(path) ? projectPage(page) : galleryPage(page);
}

/** Signed out, the same shell is served; the page finds out and leaves by itself. */
function isShutOut({ switches }: ShellProps, path: string): boolean {
  return switches.signedOut && !['/about', '/unavailable', '/unsupported-country'].includes(path);
}

/** Shows pages by their path, without new documents, and ends what belonged to the page before. */
export function startRouter({ props, wire, mint, root }: Document): void {
  let leave = (): void => undefined;
  const show = (path: string): void => {
    if (isShutOut(props, path)) return location.replace('/about');
    leave();
    const ended = new AbortController();
    const store = createStore(projectState(PROJECT.exec(path)?.[1] ?? '', props.switches));
    const { switches, locale } = props;
    const page: Page = { props, switches, say: wordsOf(locale), wire, mint, store, go, signal: ended.signal };
    const resize = () => store.set({ width: window.innerWidth });
    window.addEventListener('resize', resize, { signal: ended.signal });
    leave = () => {
      ended.abort();
      store.close();
      closeAll();
    };
    fill(root, contentFor(page, path));
  };
  const go = (path: string): void => {
    history.pushState(null, '', path);
    show(path);
  };
  window.addEventListener('popstate', () => show(location.pathname));
  show(location.pathname);
}
