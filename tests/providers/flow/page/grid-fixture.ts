import type { Fixture } from './page-fixture.ts';
import { h } from './element-fixture.ts';
import { mediaId } from './page-model-fixture.ts';

const ROW_PX = 100;
const ROWS_DRAWN = 4;
/** A page that is made smaller ends a part of a pixel before its end. */
const SHORT_PX = 0.4;
const DRAW_MS = 16;

/** How far a grid was scrolled, and how often. */
export interface Scrolls {
  readonly tops: readonly number[];
}

/** Lets the grid hold so many clips, one a row, and draw four of them a moment after it was scrolled. */
export function holdClips({ clock, model }: Fixture, count: number): Scrolls {
  const grid = document.querySelector('.tiles-container');
  if (grid === null) throw new Error('no grid');
  const clips = Array.from({ length: count }, (_, at) => clipOf(at));
  const tops: number[] = [];
  let top = 0;
  const draw = (): void => {
    const first = Math.floor(top / ROW_PX);
    grid.replaceChildren(...clips.slice(first, first + ROWS_DRAWN));
  };
  clips.forEach((clip, at) => {
    clip.getBoundingClientRect = () => new DOMRect(0, at * ROW_PX - top, 300, ROW_PX);
    const media = clip.querySelector('img');
    media?.addEventListener('mouseenter', () => clock.after(800, () => model.asked.push(mediaId(at))));
  });
  Object.defineProperties(grid, {
    clientHeight: { value: ROWS_DRAWN * ROW_PX },
    scrollHeight: { value: count * ROW_PX },
    scrollTop: {
      get: () => top,
      set: (to: number) => {
        top = Math.max(0, Math.min(to, (count - ROWS_DRAWN) * ROW_PX - SHORT_PX));
        tops.push(top);
        clock.after(DRAW_MS, draw);
      },
    },
  });
  draw();
  return { tops };
}

function clipOf(at: number): HTMLElement {
  const media = h('img.thumbnail', { 'data-media-id': mediaId(at) });
  return h('flow-grid-tile-container', {}, h('flow-tile-container', {}, h('flow-video-tile', {}, media)));
}
