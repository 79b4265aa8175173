import type { LibraryItem } from '../contract.ts';
import type { Medium } from './medium.ts';
import type { World } from './world.ts';

function itemOf({ links }: World, medium: Medium): LibraryItem {
  const { mediaId, workflowId, kind, title, prompt, modelKey, outcome, width, height, createdAt } = medium;
  return {
    mediaId,
    workflowId,
    kind,
    title,
    prompt,
    modelKey,
    state: outcome.kind,
    errorCode: outcome.kind === 'failed' ? outcome.code : null,
    thumb: outcome.kind === 'done' ? links.thumb(mediaId) : null,
    width,
    height,
    createdAt,
  };
}

/** The tiles of a project, newest first. */
export function libraryOf(world: World, projectId: string | null): readonly LibraryItem[] {
  const own = world.media.filter((medium) => medium.projectId === projectId);
  return own.toReversed().map((medium) => itemOf(world, medium));
}
