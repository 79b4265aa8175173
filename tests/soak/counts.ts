/** A count of a soak: from the environment where it is set there, else the full one. */
export function countOf(name: string, full: number): number {
  const asked = process.env[name];
  if (asked === undefined) return full;
  const count = Number(asked);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${name} is no count: ${asked}`);
  return count;
}
