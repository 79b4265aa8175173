import { newToken, wholeNumber, type Chance } from './chance.ts';
import type { WizData } from '../contract.ts';

/** The documents that were handed out: a call is answered only with the token of one of them. */
export interface Documents {
  open(): WizData;
  /** Whether token and session id belong to one document. */
  knows(at: string, sid: string | null): boolean;
}

export function openDocuments(chance: Chance): Documents {
  const sids = new Map<string, string>();
  return {
    open: () => {
      const at = newToken(chance, 42);
      const sid = `-${wholeNumber(chance, 10 ** 9, 9 * 10 ** 15)}`;
      sids.set(at, sid);
      return {
        SNlM0e: at,
        FdrFJe: sid,
        cfb2h: 'boq_labs-ai-sandbox-frontend_20260922.09_p0',
        Im6cmf: '/_/AiSandboxAngularFrontend',
      };
    },
    knows: (at, sid) => sids.has(at) && sids.get(at) === sid,
  };
}
