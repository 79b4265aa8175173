/**
 * Makes a value at its first use and keeps it: a worker that starts makes none of those that it may not need, and a page
 * that never uses one is built without it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
