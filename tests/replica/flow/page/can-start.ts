import { refusalAt } from './chips.ts';
import type { Chip, Page, PageState } from './page-state.ts';

function isFrames({ settings }: PageState): boolean {
  return settings.mode === 'video' && settings.subMode === 'frames';
}

/** The pictures of the composer as it stands: frames, or ingredients. */
export function inSight(state: PageState): readonly Chip[] {
  const all: readonly (Chip | null)[] = isFrames(state) ? state.frames : state.chips;
  return all.filter((chip) => chip !== null);
}

/** Whether the arrow can be pressed: there are words, and no picture is on its way or refused. */
export function canStart(page: Page, state: PageState): boolean {
  const isRefused = (at: number) => !isFrames(state) && refusalAt(page, state, at) !== null;
  return state.isReady && !inSight(state).some((chip, at) => chip.state === 'pending' || isRefused(at));
}
