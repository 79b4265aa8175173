/** Stops listening. */
export type Stop = () => void;

/** One value that parts of the page read and follow. */
export interface Store<State> {
  readonly get: () => State;
  readonly set: (change: Partial<State>) => void;
  /** Calls now and whenever what is looked at differs, compared as JSON. */
  readonly watch: <Part>(look: (state: State) => Part, follow: (part: Part) => void) => Stop;
  /** Nobody follows any more: the page that this belongs to is gone. */
  readonly close: () => void;
}

/** Makes a store; its followers are called in the order they came. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const followers = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const follow of followers) follow();
    },
    watch: (look, follow) => {
      let seen: string | undefined;
      const check = () => {
        const part = look(state);
        const now = JSON.stringify(part) ?? '';
        if (now === seen) return;
        seen = now;
        follow(part);
      };
      followers.add(check);
      check();
      return () => followers.delete(check);
    },
    close: () => followers.clear(),
  };
}
