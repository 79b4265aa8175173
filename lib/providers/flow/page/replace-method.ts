type Method = (this: never, ...args: never[]) => unknown;

/**
 * Puts a method around one of an object, with the same attributes; false where the object lacks it or lets nobody
 * change it.
 */
export function replaceMethod(
  owner: object,
  name: string,
  around: (method: Method) => (this: never, ...args: unknown[]) => unknown,
): boolean {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') return false;
  const known = Object.getOwnPropertyDescriptor(owner, name);
  const { enumerable = true, configurable = true } = known ?? {};
  return Reflect.defineProperty(owner, name, {
    value: around(method as Method),
    writable: true,
    enumerable,
    configurable,
  });
}
