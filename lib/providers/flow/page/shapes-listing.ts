import { countAt, dig, isList, textAt, type List } from './dig.ts';
import { isFlowId, isReference } from './flow-id.ts';
import { LIMITS, type FlowProject, type Listing } from './report.ts';

/**
 * Reads an entry of a listing, `[workflow, , , [title, [time], , , media, clientId, [done]], project]`; null where
 * the list is something else. Source: captures of the page, Sept–Oct 2026.
 */
export function readListing(list: List): Listing | null {
  const [workflowId, , , about, project] = list;
  const [mediaId, clientId] = [dig(about, 4), dig(about, 5)];
  if (!isFlowId(workflowId) || !isFlowId(mediaId)) return null;
  return {
    mediaId,
    workflowId,
    clientId: isReference(clientId) ? clientId : null,
    projectId: isFlowId(project) ? project : null,
    title: textAt(LIMITS.title, about, 0),
    madeAt: countAt(about, 1, 0) ?? countAt(about, 1),
    doneAt: countAt(about, 6, 0),
  };
}

/** Reads `[project, [title, …]]` of the account's projects; null where the list is something else. */
export function readProject(list: List): FlowProject | null {
  const [projectId, about] = list;
  if (!isFlowId(projectId) || !isList(about) || typeof about[0] !== 'string') return null;
  return { projectId, title: textAt(LIMITS.title, about, 0) };
}
