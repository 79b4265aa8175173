export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What lies in a nest of lists at these slots; undefined where there is no such slot. */
export function slot(value: Json | undefined, ...path: readonly number[]): Json | undefined {
  let found = value;
  for (const step of path) found = isList(found) ? found[step] : undefined;
  return found;
}

export function textAt(value: Json | undefined, ...path: readonly number[]): string | null {
  const found = slot(value, ...path);
  return typeof found === 'string' ? found : null;
}

export function numberAt(value: Json | undefined, ...path: readonly number[]): number | null {
  const found = slot(value, ...path);
  return typeof found === 'number' ? found : null;
}

/** A list in which only some slots are filled. */
export function sparse(length: number, slots: Readonly<Record<number, Json>>): readonly Json[] {
  return Array.from({ length }, (_, at) => slots[at] ?? null);
}

/** The same value with every string that is one of `secrets` replaced. */
export function redact(value: Json, secret: string, by: string): Json {
  if (isList(value)) return value.map((each) => redact(each, secret, by));
  if (typeof value === 'string' && value === secret) return by;
  return value;
}
