import { ANCHOR_NAMES, ANCHORS, type AnchorName } from './anchors.ts';
import { inOneReading } from './find.ts';
import { all, first } from './look-for.ts';
import type { AgentState, Cover, PageState, Place } from './page-state.ts';
import { readComposer } from './read-composer.ts';

/** Reads the page without touching it. */
export function look(document: Document): PageState {
  return inOneReading(document, () => read(document));
}

function read(document: Document): PageState {
  const place = readPlace(document.location.pathname);
  return {
    place,
    isSignedIn: readSignedIn(document, place),
    agent: readAgent(document),
    layout: readLayout(document),
    innerWidth: document.defaultView?.innerWidth ?? 0,
    isVisible: document.visibilityState === 'visible',
    covers: readCovers(document),
    composer: readComposer(document),
    missing: missingOf(document),
  };
}

const PROJECT = /^(?:\/u\/\d+)?\/project\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\/.+)?$/i;

/** Reads where on Flow an address is; accounts beside the first stand under `/u/<n>/`. */
export function readPlace(pathname: string): Place {
  const path = pathname.replace(/\/+$/, '');
  const [, projectId, inside] = PROJECT.exec(path) ?? [];
  if (projectId !== undefined) return { type: inside === undefined ? 'project' : 'insideProject', projectId };
  switch (path.replace(/^\/u\/\d+/, '')) {
    case '':
      return { type: 'gallery' };
    case '/about':
      return { type: 'about' };
    case '/unavailable':
      return { type: 'unavailable' };
    case '/unsupported-country':
      return { type: 'unsupportedCountry' };
    default:
      return { type: 'elsewhere' };
  }
}

/** The shell is served signed out too, so that only what stands for an account tells. */
function readSignedIn(document: Document, place: Place): PageState['isSignedIn'] {
  if (first(document, 'account') !== null) return true;
  return place.type === 'about' ? false : 'unknown';
}

function readAgent(document: Document): AgentState {
  const chip = first(document, 'agentChip');
  if (chip !== null) return chip.getAttribute('aria-pressed') === 'true' ? 'on' : 'off';
  if (first(document, 'settingsTrigger') !== null) return 'off';
  return first(document, 'agentComposer') === null ? 'unknown' : 'only';
}

function readLayout(document: Document): PageState['layout'] {
  if (first(document, 'mobileOverlay') !== null) return 'narrow';
  if (first(document, 'composer') === null || first(document, 'agentComposer') !== null) return 'unknown';
  return first(document, 'ingredientBar') === null ? 'narrow' : 'wide';
}

/** What covers the page; panes that Retake opens itself are no dialogs. */
function readCovers(document: Document): readonly Cover[] {
  const covers: Cover[] = [];
  const ours = (['settingsPane', 'picker', 'modelItem'] as const).flatMap((name) => all(document, name));
  const dialogs = all(document, 'dialog').filter((dialog) => !ours.some((pane) => dialog.contains(pane)));
  if (first(document, 'consentDialog') !== null) covers.push('consent');
  if (first(document, 'cookieBar') !== null) covers.push('cookieBar');
  if (first(document, 'agentPermission') !== null) covers.push('agentPermission');
  if (dialogs.length > 0 && !covers.includes('consent')) covers.push('dialog');
  if (ours.length === 0 && dialogs.length === 0 && first(document, 'backdrop') !== null)
    covers.push('backdrop');
  return covers;
}

function missingOf(document: Document): readonly AnchorName[] {
  return ANCHOR_NAMES.filter(
    (name) => ANCHORS[name].need === 'composing' && all(document, name).length === 0,
  );
}
