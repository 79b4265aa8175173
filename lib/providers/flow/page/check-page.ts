import { ANCHOR_NAMES, ANCHORS, type Anchor, type AnchorName } from './anchors.ts';
import { inOneReading } from './find.ts';
import { look } from './look.ts';
import { lookFor } from './look-for.ts';
import type { AgentState, Cover, PageState } from './page-state.ts';

/** What the self-check says of one anchor. `notNow`: it only shows in a state in which the page is not. */
export interface CheckedAnchor {
  readonly name: AnchorName;
  readonly result: 'found' | 'missing' | 'tooMany' | 'notNow';
  readonly matches: number;
  /** Which of its ways found it, from 0: any but the first says that the page has begun to change. */
  readonly way: number | null;
}

/** The self-check: plain JSON without a prompt, an id or anything of the account. */
export interface PageCheck {
  /** A project is in front, everything that it needs is there as often as it must be, and the observer lives. */
  readonly isSound: boolean;
  readonly place: PageState['place']['type'];
  readonly isSignedIn: PageState['isSignedIn'];
  readonly agent: AgentState;
  readonly layout: PageState['layout'];
  /** CSS px. */
  readonly innerWidth: number;
  readonly isVisible: boolean;
  readonly covers: readonly Cover[];
  /** The build of the page, such as `boq_labs-ai-sandbox-frontend_20260922.09_p0`; null before its first request. */
  readonly build: string | null;
  readonly isObserverAlive: boolean;
  readonly anchors: readonly CheckedAnchor[];
}

/** What the check is told from outside. */
export interface CheckFacts {
  readonly isObserverAlive: boolean;
  /** Addresses of requests that the page made, as the browser lists them: the build's name stands in them. */
  readonly resources: readonly string[];
}

/** Checks the page without touching it: which anchors are there, and what stands in the way. */
export function checkPage(document: Document, facts: CheckFacts): PageCheck {
  const state = look(document);
  const anchors = inOneReading(document, () =>
    ANCHOR_NAMES.map((name) => checkAnchor(document, name, state)),
  );
  const isSound = anchors.every(({ result }) => result === 'found' || result === 'notNow');
  return {
    isSound: isSound && facts.isObserverAlive && state.place.type === 'project',
    place: state.place.type,
    isSignedIn: state.isSignedIn,
    agent: state.agent,
    layout: state.layout,
    innerWidth: state.innerWidth,
    isVisible: state.isVisible,
    covers: state.covers,
    build: buildIn(facts.resources),
    isObserverAlive: facts.isObserverAlive,
    anchors,
  };
}

/** The check as text to be copied into a report, one fact a line. */
export function checkText(check: PageCheck): string {
  const { anchors, covers, ...facts } = check;
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value ?? 'unknown'}`);
  const rows = anchors.map(({ name, result, matches, way }) =>
    [`${name}: ${result}`, matches > 0 ? `${matches}, way ${way ?? '-'}` : ''].filter(Boolean).join(' '),
  );
  return ['Check of the Flow page', ...lines, `covers: ${covers.join(', ') || 'none'}`, ...rows].join('\n');
}

/** The build label in the page's own requests; anything that does not look like one is left out. */
export function buildIn(resources: readonly string[]): string | null {
  for (const address of resources) {
    const build = /[?&]bl=(boq_[\w.-]{1,80})(?:&|$)/.exec(address)?.[1];
    if (build !== undefined) return build;
  }
  return null;
}

function checkAnchor(document: Document, name: AnchorName, state: PageState): CheckedAnchor {
  const { count, need }: Anchor = ANCHORS[name];
  const { elements, way } = lookFor(document, name);
  const checked = { name, matches: elements.length, way };
  if (count !== 'any' && elements.length > 1) return { ...checked, result: 'tooMany' };
  if (elements.length > 0) return { ...checked, result: 'found' };
  return { ...checked, result: isNeeded(document, name, need, state) ? 'missing' : 'notNow' };
}

function isNeeded(document: Document, name: AnchorName, need: Anchor['need'], state: PageState): boolean {
  const isProject = state.place.type === 'project';
  switch (need) {
    case 'project':
      return isProject;
    case 'composing':
      return (
        isProject && state.agent === 'off' && !(name === 'start' && state.composer?.start === 'noCredits')
      );
    case 'settings':
      return lookFor(document, 'settingsPane').elements.length > 0;
    case 'picker':
      return lookFor(document, 'picker').elements.length > 0;
    case 'sometimes':
      return false;
  }
}
