import { dig, isList, walk, type List } from './dig.ts';
import { isFlowId, type FlowId } from './flow-id.ts';

/** The surroundings of an order: every request that makes something has them, once or more. */
export interface Context {
  readonly lists: ReadonlySet<List>;
  readonly projectId: FlowId | null;
}

/** Where the page's one-time proof stands in the shape that is known. */
const PROOF_SLOT = 10;
/** Proofs are ten times as long; no word of a request without spaces is. */
const SHORTEST_PROOF = 200;

/**
 * Finds `[null, 22, null, null, null, projectId, …, [proof, 1]]`, by its slots or, for a build that moved them, by
 * an id beside a pair of a very long word and a number. Null where there is none: the request makes nothing.
 * Every proof is taken out of the parsed request before anything else is read of it, so that none can leave.
 * Source: captures of the page, Sept–Oct 2026.
 */
export function takeContext(inner: unknown): Context | null {
  const lists = new Set<List>();
  const projects: FlowId[] = [];
  walk(inner, (list) => {
    if (!isContext(list)) return true;
    lists.add(list);
    const project = isFlowId(list[5]) ? list[5] : list.find(isFlowId);
    if (project !== undefined) projects.push(project);
    dropProofs(list as unknown[]);
    return false;
  });
  return lists.size === 0 ? null : { lists, projectId: projects[0] ?? null };
}

function isContext(list: List): boolean {
  if (isFlowId(list[5]) && typeof list[1] === 'number' && isProof(list[PROOF_SLOT], 1)) return true;
  return list.length <= 40 && list.some(isFlowId) && list.some((each) => isProof(each, SHORTEST_PROOF));
}

function isProof(value: unknown, shortest: number): boolean {
  const [word, count] = [dig(value, 0), dig(value, 1)];
  const isWord = typeof word === 'string' && word.length >= shortest && !isFlowId(word) && !/\s/.test(word);
  return isList(value) && isWord && typeof count === 'number';
}

function dropProofs(context: unknown[]): void {
  for (const [slot, each] of context.entries()) if (isList(each)) context[slot] = null;
}
