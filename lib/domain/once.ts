/** Makes a value at its first use and keeps it: a worker that starts makes none of those that it may not need. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
