import type { FlowLook } from '../../../domain/flow-page.ts';
import { checkPage, checkText } from './check-page.ts';
import { look } from './look.ts';
import { obstaclesIn } from './obstacles.ts';

/** What a page says of itself: what is in the way there, and whether somebody sees its requests. */
export function lookForBlocks(document: Document, documentId: string | null): FlowLook {
  const state = look(document);
  const blocks = obstaclesIn(state, null).map(({ type }) => type);
  const projectId = 'projectId' in state.place ? state.place.projectId : null;
  return { blocks: documentId === null ? ['NotSeen', ...blocks] : blocks, projectId, documentId };
}

/** The free self-check as text; `resources` are the addresses that the browser lists for the page. */
export function checkAsText(
  document: Document,
  documentId: string | null,
  resources: readonly string[],
): string {
  return checkText(checkPage(document, { isObserverAlive: documentId !== null, resources }));
}
