import type { OpenSession } from './session.ts';

/**
 * Where the driver and the script that is always there meet: one property of the isolated world, which is ours alone.
 * The page cannot see it, and after an update the next version has a world of its own.
 */
const DRIVER = Symbol.for('retake.driver');

/** The driver's side: says how it is begun. */
export function offerDriver(open: OpenSession): void {
  Object.defineProperty(globalThis, DRIVER, { value: open, configurable: true });
}

/** The other side: the driver, once it was put into this world; null before. */
export function findDriver(): OpenSession | null {
  const found: unknown = Reflect.get(globalThis, DRIVER);
  return isDriver(found) ? found : null;
}

/** Nobody but the driver writes into this world. */
function isDriver(value: unknown): value is OpenSession {
  return typeof value === 'function';
}
