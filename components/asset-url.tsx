import { createContext, useContext } from 'react';
import type { AssetId } from '../lib/domain/ids.ts';

/** A hook that makes a URL of stored bytes while they are on the screen; null while there is none. */
export type UseAssetUrl = (id: AssetId | null) => string | null;

const AssetUrl = createContext<UseAssetUrl>(() => null);

/** Says how URLs of stored bytes are made. */
export const AssetUrlProvider = AssetUrl.Provider;

/** A URL of stored bytes; null while there is none. */
export function useAssetUrl(id: AssetId | null): string | null {
  return useContext(AssetUrl)(id);
}
