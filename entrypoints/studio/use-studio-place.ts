import { useMemo, useSyncExternalStore } from 'react';
import { parseStudioAddress, studioAddress, type StudioPlace } from '../../lib/domain/studio-view.ts';

/** What the address names; null where it names nothing. */
export function useStudioPlace(): StudioPlace | null {
  const address = useSyncExternalStore(onAddress, () => location.hash);
  return useMemo(() => parseStudioAddress(address), [address]);
}

/** Shows something else; the browser’s Back comes back to what was shown. */
export function goTo(place: StudioPlace): void {
  location.hash = studioAddress(place);
}

function onAddress(run: () => void): () => void {
  addEventListener('hashchange', run);
  return () => removeEventListener('hashchange', run);
}
