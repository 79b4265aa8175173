import * as v from 'valibot';
import type { FlowLook, FlowOffers } from '../../domain/flow-page.ts';
import type { Operation } from '../../domain/ids.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Hearing } from '../../engine/ports.ts';
import { asJson } from './flow-facts.ts';
import type { Answer, Listing, Report } from './page/report.ts';
import { isListingCall } from './page/shapes-answer.ts';
import { NO_FACTS, operationOf } from './write-sighting.ts';

/** Under this id stands what the account has left. */
export const ACCOUNT = named('account');
/** Under this id stands when a project's listing was last told. */
export const LISTED = named('listing');

/** The service's clock and this one are not the same. */
const CLOCKS_APART_MS = 60_000;
/** What is older than a day is no order whose answer was lost just now. */
const RECENT_MS = 24 * 3_600_000;

type Read = Extract<Answer, { readonly type: 'read' }>;

/**
 * Keeps when the page last listed what its project holds, and what of it nobody knows yet: one of those may be an
 * order whose answer was lost. `known` are the sightings that the same answer has told of.
 */
export async function hearListing(
  { rpcid, documentId }: Pick<Report, 'rpcid' | 'documentId'>,
  answer: Read,
  known: readonly Sighting[],
  { now }: Hearing,
): Promise<readonly Sighting[]> {
  if (!isListingCall(rpcid)) return [];
  const ids = new Set(known.flatMap((sighting) => sighting.ids));
  const unknown = answer.listings.filter(
    ({ mediaId, clientId, madeAt }) =>
      !ids.has(mediaId) && !ids.has(clientId ?? '') && (madeAt ?? 0) * 1000 > now - RECENT_MS,
  );
  const fresh = unknown.map((listing) => strange(listing, now));
  const listed: Sighting = {
    operation: LISTED,
    provider: 'flow',
    attempt: null,
    ids: [LISTED],
    facts: {
      documentId,
      projects: [...new Set(answer.listings.flatMap(({ projectId }) => projectId ?? []))],
      unknown: unknown.map(({ mediaId, madeAt }) => ({ mediaId, madeAt })),
    },
    at: now,
  };
  return [...fresh, listed];
}

/** A media of which only the listing has told: it can be adopted. */
function strange({ mediaId, workflowId, clientId }: Listing, now: number): Sighting {
  const facts = { ...NO_FACTS, media: [{ mediaId, workflowId }] };
  return {
    operation: named(`media ${mediaId}`),
    provider: 'flow',
    attempt: null,
    ids: [mediaId, ...(clientId === null ? [] : [clientId])],
    facts: asJson(facts),
    at: now,
  };
}

/** What a listing shows that nobody knows and that was made since a time, ms since the epoch. */
export function candidatesSince({ facts }: Sighting, since: number): readonly Operation[] {
  const parsed = v.safeParse(listedFacts, facts);
  if (!parsed.success) return [];
  const fresh = parsed.output.unknown.filter(({ madeAt }) => (madeAt ?? 0) * 1000 + CLOCKS_APART_MS > since);
  return fresh.map(({ mediaId }) => named(`media ${mediaId}`));
}

/** Whether a listing is of a Flow project; one without an entry is of the project that its document shows. */
export function isListingOf({ facts }: Sighting, projectId: string | null, shown: FlowLook | null): boolean {
  const parsed = v.safeParse(listedFacts, facts);
  if (!parsed.success || projectId === null) return false;
  const { documentId, projects } = parsed.output;
  if (projects.length > 0) return projects.includes(projectId);
  return shown !== null && shown.documentId === documentId && shown.projectId === projectId;
}

/** The document that told a listing; null where the row is not what this code wrote. */
export function documentOf({ facts }: Sighting): string | null {
  const parsed = v.safeParse(listedFacts, facts);
  return parsed.success ? parsed.output.documentId : null;
}

const listedFacts = v.object({
  documentId: v.string(),
  projects: v.array(v.string()),
  unknown: v.array(v.object({ mediaId: v.string(), madeAt: v.nullable(v.number()) })),
});

/** What the account has left, as it was last told. */
export function writeAccount(credits: number, now: number): Sighting {
  return { operation: ACCOUNT, provider: 'flow', attempt: null, ids: [ACCOUNT], facts: { credits }, at: now };
}

/** Credits as they were last told; null where they were not. */
export function creditsIn(sightings: readonly Sighting[]): number | null {
  const facts = sightings.find(({ operation }) => operation === ACCOUNT)?.facts;
  if (typeof facts !== 'object' || facts === null || !('credits' in facts)) return null;
  return typeof facts['credits'] === 'number' ? facts['credits'] : null;
}

/** Under this id stands what the page was last seen to offer for a kind. */
export function offersOf(mode: FlowOffers['mode']): Operation {
  return named(`offers ${mode}`);
}

/** What the page was seen to offer. */
export function writeOffers(offers: FlowOffers, now: number): Sighting {
  const operation = offersOf(offers.mode);
  const { mode, models, lengths } = offers;
  return {
    operation,
    provider: 'flow',
    attempt: null,
    ids: [operation],
    facts: { mode, models: [...models], lengths: [...lengths] },
    at: now,
  };
}

/** What the page was last seen to offer; null where the row says nothing of it. */
export function readOffersIn({ facts }: Sighting): FlowOffers | null {
  const parsed = v.safeParse(offersFacts, facts);
  return parsed.success ? parsed.output : null;
}

const offersFacts = v.object({
  mode: v.picklist(['image', 'video'] as const),
  models: v.array(v.string()),
  lengths: v.array(v.number()),
});

function named(text: string): Operation {
  return operationOf(`flow ${text}`);
}
