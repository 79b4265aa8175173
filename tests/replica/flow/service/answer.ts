import type { Json } from './json.ts';

/** What becomes of one call. */
export type Answer =
  | { readonly kind: 'payload'; readonly payload: Json }
  /** An error of the application: HTTP 200 all the same. */
  | { readonly kind: 'status'; readonly status: Json }
  | { readonly kind: 'html'; readonly http: number }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The connection breaks off in the middle of the reply. */
  | { readonly kind: 'lost' };

export function payload(value: Json): Answer {
  return { kind: 'payload', payload: value };
}

export function status(value: Json): Answer {
  return { kind: 'status', status: value };
}

export const NOT_FOUND = status([5]);
export const INVALID_ARGUMENT = status([3]);
export const INTERNAL = status([13]);
export const UNAUTHENTICATED = status([16]);
