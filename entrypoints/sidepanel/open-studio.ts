import type { StudioPlace } from '../../lib/domain/studio-view.ts';

/** Opens the studio at a place; what places its window is read when it is first wanted. */
export async function openStudioAt(shown: StudioPlace): Promise<void> {
  const { openStudio } = await import('../../lib/platform/studio-window.ts');
  await openStudio(shown);
}
