declare const brand: unique symbol;

/** An id that the page or its service made: a UUID; what came of enlarging has a tail such as `_upsampled`. */
export type FlowId = string & { readonly [brand]: 'FlowId' };

/**
 * The two ids of one media. Captures of the page, Sept–Oct 2026, disagree on which of them is which, and requests
 * name a media by either; so both are kept and either matches.
 */
export interface MediaIds {
  readonly mediaId: FlowId;
  readonly workflowId: FlowId | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:_[0-9a-z_]{1,40})?$/i;
/** Media older than the present page, characters and voices have ids of other shapes; none has a space. */
const REFERENCE = /^[\w.:=+/-]{4,200}$/;

/** Tells whether a value has the shape of an id. */
export function isFlowId(value: unknown): value is FlowId {
  return typeof value === 'string' && value.length <= 80 && UUID.test(value);
}

/** Tells whether a value can name what a request refers to. */
export function isReference(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && REFERENCE.test(value);
}

/** Tells whether an id is one of a media's two. */
export function isIdOf(id: string, media: MediaIds): boolean {
  return id === media.mediaId || id === media.workflowId;
}
