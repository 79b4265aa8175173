import { DEFAULT_SWITCHES, type Switches } from '../switches.ts';
import type { Reply } from './framing.ts';
import type { Page, PageState, Picture } from './page-state.ts';
import { projectState } from './project-page.ts';
import { createStore } from './store.ts';
import { wordsOf } from './words.ts';

/** A call that the page would have made. */
export interface Called {
  readonly rpcid: string;
  readonly inner: unknown;
  readonly unnamed: boolean;
}

export interface FakePage {
  readonly page: Page;
  readonly calls: Called[];
  readonly mints: Event[];
}

export const PROJECT_ID = '11111111-1111-4111-8111-111111111111';

/** A page without a service: what it would send is kept, and answered as the test says. */
export function fakePage(
  changes: Partial<Switches> = {},
  answer: (rpcid: string) => Reply = () => ({ type: 'ok', payload: [] }),
): FakePage {
  const switches = { ...DEFAULT_SWITCHES, ...changes };
  const calls: Called[] = [];
  const mints: Event[] = [];
  const wiz = { SNlM0e: 'at', FdrFJe: '-123', cfb2h: 'boq', Im6cmf: '/_/AiSandboxAngularFrontend' };
  const page: Page = {
    props: { wiz, locale: switches.locale, switches, path: `/project/${PROJECT_ID}` },
    switches,
    say: wordsOf(switches.locale),
    wire: {
      call: (rpcid, inner, unnamed = false) => {
        calls.push({ rpcid, inner, unnamed });
        return Promise.resolve(answer(rpcid));
      },
    },
    mint: (_action, press) => {
      mints.push(press);
      return Promise.resolve(`token-${mints.length}`);
    },
    store: createStore<PageState>({ ...projectState(PROJECT_ID, switches), credits: 1050, width: 1280 }),
    go: () => undefined,
    signal: new AbortController().signal,
  };
  return { page, calls, mints };
}

/** Puts words into the composer as if they had been typed a while ago. */
export function typed({ store }: Page, text: string): void {
  store.set({ parts: [{ type: 'text', text }], isReady: true });
}

/** A picture of 3:2. */
export function picture(name: string): Picture {
  return {
    mediaId: `${name}-media`,
    workflowId: `${name}-flow`,
    title: name,
    thumb: null,
    width: 300,
    height: 200,
  };
}

/** A press by a hand, as far as a simulated page can have one. */
export function handPress(): Event {
  const event = new Event('click');
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
