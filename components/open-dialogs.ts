import { useSyncExternalStore } from 'react';

let open: readonly HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

function change(next: typeof open): void {
  open = next;
  for (const tell of listeners) tell();
}

/** Counts a dialog as open; answers what ends that. */
export function countOpen(dialog: HTMLDialogElement): () => void {
  change([...open, dialog]);
  return () => change(open.filter((each) => each !== dialog));
}

/** The dialog that stands above all others: nothing outside of it is seen well or can be pressed. */
export function useTopDialog(): HTMLDialogElement | null {
  return useSyncExternalStore(listen, () => open.at(-1) ?? null);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
