import type { AnchorName } from './anchors.ts';
import type { PageState } from './page-state.ts';

/** What stands between Retake and a prepared order, and only the user or a free press can move. */
export type Obstacle =
  | { readonly type: 'SignedOut' }
  /** Flow shows its front page to an account that is signed in. */
  | { readonly type: 'NotLetIn' }
  | { readonly type: 'Unavailable' }
  | { readonly type: 'UnsupportedCountry' }
  /** The tab shows no project. */
  | { readonly type: 'NoProject' }
  | { readonly type: 'OtherProject'; readonly projectId: string }
  /** A tile, the scene builder or another page inside of the project is open. */
  | { readonly type: 'ProjectCovered'; readonly projectId: string }
  | { readonly type: 'AgentMode' }
  | { readonly type: 'AgentOnly' }
  | { readonly type: 'TooNarrow'; readonly innerWidth: number }
  | { readonly type: 'TabHidden' }
  | { readonly type: 'ConsentAsked' }
  | { readonly type: 'CookiesAsked' }
  | { readonly type: 'PermissionAsked' }
  | { readonly type: 'DialogOpen' }
  /** A layer over the page that would swallow the user's press. */
  | { readonly type: 'BackdropLeft' }
  | { readonly type: 'NoCredits' }
  /** Anchors that Retake needs and the page does not have: the order is made by hand. */
  | { readonly type: 'PageChanged'; readonly missing: readonly AnchorName[] };

/** What is done about an obstacle. `hold`: orders wait until it is gone; `question`: the user decides for this order. */
export interface ObstacleFacts {
  readonly asks: 'hold' | 'question';
  /** What Retake can do without spending, as a button; `none` where only the user can act on the page. */
  readonly help:
    'bringForward' | 'openProject' | 'leaveAgent' | 'zoomOut' | 'closeDialog' | 'byHand' | 'none';
}

const FACTS: Readonly<Record<Obstacle['type'], ObstacleFacts>> = {
  SignedOut: { asks: 'hold', help: 'none' },
  NotLetIn: { asks: 'hold', help: 'none' },
  Unavailable: { asks: 'hold', help: 'none' },
  UnsupportedCountry: { asks: 'hold', help: 'none' },
  NoProject: { asks: 'hold', help: 'openProject' },
  OtherProject: { asks: 'question', help: 'openProject' },
  ProjectCovered: { asks: 'hold', help: 'openProject' },
  AgentMode: { asks: 'hold', help: 'leaveAgent' },
  AgentOnly: { asks: 'question', help: 'byHand' },
  TooNarrow: { asks: 'hold', help: 'zoomOut' },
  TabHidden: { asks: 'hold', help: 'bringForward' },
  ConsentAsked: { asks: 'hold', help: 'none' },
  CookiesAsked: { asks: 'hold', help: 'none' },
  PermissionAsked: { asks: 'hold', help: 'none' },
  DialogOpen: { asks: 'hold', help: 'closeDialog' },
  BackdropLeft: { asks: 'hold', help: 'closeDialog' },
  NoCredits: { asks: 'hold', help: 'none' },
  PageChanged: { asks: 'question', help: 'byHand' },
};

/** Looks up what is done about an obstacle. */
export function factsOfObstacle(obstacle: Obstacle): ObstacleFacts {
  return FACTS[obstacle.type];
}

/** Names every obstacle, the one to move first before the others; none where an order can be prepared. */
export function obstaclesIn(state: PageState, projectId: string | null): readonly Obstacle[] {
  const place = placeObstacle(state, projectId);
  if (place !== null) return state.isVisible ? [place] : [place, { type: 'TabHidden' }];
  const obstacles: Obstacle[] = [];
  if (!state.isVisible) obstacles.push({ type: 'TabHidden' });
  obstacles.push(...state.covers.map((cover) => COVERED_BY[cover]));
  if (state.agent === 'only') obstacles.push({ type: 'AgentOnly' });
  else if (state.agent === 'on') obstacles.push({ type: 'AgentMode' });
  else if (state.layout === 'narrow') obstacles.push({ type: 'TooNarrow', innerWidth: state.innerWidth });
  else if (state.composer?.start === 'noCredits') obstacles.push({ type: 'NoCredits' });
  else if (state.missing.length > 0) obstacles.push({ type: 'PageChanged', missing: state.missing });
  return obstacles;
}

const COVERED_BY: Readonly<Record<PageState['covers'][number], Obstacle>> = {
  consent: { type: 'ConsentAsked' },
  cookieBar: { type: 'CookiesAsked' },
  agentPermission: { type: 'PermissionAsked' },
  dialog: { type: 'DialogOpen' },
  backdrop: { type: 'BackdropLeft' },
};

function placeObstacle({ place, isSignedIn }: PageState, projectId: string | null): Obstacle | null {
  switch (place.type) {
    case 'project':
      return projectId === null || projectId === place.projectId
        ? null
        : { type: 'OtherProject', projectId: place.projectId };
    case 'insideProject':
      return { type: 'ProjectCovered', projectId: place.projectId };
    case 'about':
      return isSignedIn === true ? { type: 'NotLetIn' } : { type: 'SignedOut' };
    case 'unavailable':
      return { type: 'Unavailable' };
    case 'unsupportedCountry':
      return { type: 'UnsupportedCountry' };
    case 'gallery':
    case 'elsewhere':
      return { type: 'NoProject' };
  }
}
