import { useEffect, useState } from 'react';

/** What is loaded when it is first needed; null until it is there. `load` is the same function at each call. */
export function useLoaded<T extends object>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    void load().then(setLoaded);
  }, [load]);
  return loaded;
}
