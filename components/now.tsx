import { createContext, useContext } from 'react';

const Now = createContext(0);

/** Says what time it is, in ms since the epoch. */
export const NowProvider = Now.Provider;

/** The time, in ms since the epoch; it moves on each second while work runs. */
export function useNow(): number {
  return useContext(Now);
}
