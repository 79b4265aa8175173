/** Runs what is ours so that a fault in it never reaches the page; undefined where it had one. */
export function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
