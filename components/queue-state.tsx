import { createContext, useContext } from 'react';
import type { QueueState } from '../lib/domain/card-note.ts';

const Queue = createContext<QueueState>({ paused: false, holds: [] });

/** Says how the queue stands, to every card at once. */
export const QueueProvider = Queue.Provider;

/** Whether the queue is paused, and which providers are on hold. */
export function useQueue(): QueueState {
  return useContext(Queue);
}
