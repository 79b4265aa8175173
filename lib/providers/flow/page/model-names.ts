/**
 * Chooses the model that an order names out of those that the page offers. Names are prefixes of each other and change
 * without notice: the same name is taken first, one that differs only in its version if no other does. Null where
 * neither leaves exactly one: never a guess (L19).
 */
export function chooseModel(wanted: string, offered: readonly string[]): string | null {
  const same = offered.filter((name) => plain(name) === plain(wanted));
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const alike = offered.filter((name) => withoutVersion(name) === withoutVersion(wanted));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Whether two names are the same model's: case, dashes and what stands before the first letter do not count. */
export function isSameModel(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/**
 * The name in the pieces of a menu item: the first with a letter, and a bracketed addition such as `[Lower Priority]`.
 * An emoji before it and a description after it are no part of the name.
 */
export function modelNameIn(pieces: readonly string[]): string | null {
  const words = pieces.filter((piece) => /\p{L}/u.test(piece));
  const name = words[0]?.replace(/^[^\p{L}\p{N}]+/u, '').trim();
  if (name === undefined) return null;
  return /^[[(]/.test(words[1] ?? '') ? `${name} ${words[1]}` : name;
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();
}

function withoutVersion(name: string): string {
  return plain(name)
    .replace(/(?<![\p{L}\p{N}])v?\d+(?:\.\d+)*(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
