/**
 * Parsing by hand, for scripts that run in a page: they are held to 12 kB each, and a schema library alone takes
 * three. A guard proves a value and changes nothing of it.
 */
export type Guard<T> = (value: unknown) => value is T;

/** Text of at most this many characters. */
export function isTextOf(longest: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longest;
}

/** A finite number within bounds, both included. */
export function isNumberIn(least: number, most: number): Guard<number> {
  return (value): value is number => typeof value === 'number' && value >= least && value <= most;
}

/** One of some words. */
export function isOneOf<T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

/** Null, or what the guard proves. */
export function isNullOr<T>(is: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || is(value);
}

/** A list of at most so many, each proven. */
export function isListOf<T>(is: Guard<T>, most: number): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && [...value].every(is);
}

/** An object that has all of these fields as its own, and no others. */
export function isObjectOf<T extends object>(fields: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const names = Object.keys(fields);
  const guards: ReadonlyMap<string, Guard<unknown>> = new Map(Object.entries(fields));
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((name) => guards.has(name)) &&
    names.every(
      (name) => Object.hasOwn(value, name) && guards.get(name)?.(Reflect.get(value, name)) === true,
    );
}
