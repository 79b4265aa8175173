import { useEffect, useState, useSyncExternalStore } from 'react';
import { playInStep, type InStep, type Moment } from './play-in-step.ts';

const AT_REST: Moment = { isPlaying: false, atS: 0, lengthS: 0, speed: 1, loops: true, heard: null };

/** What was told last, for those who show it: each frame draws the few that do, and not the whole comparison. */
export interface Moments {
  now(): Moment;
  tell(moment: Moment): void;
  subscribe(run: () => void): () => void;
}

/** Players that play as one, from when both are there; null until then, and where there is nothing to play. */
export function usePlayInStep(
  players: readonly HTMLVideoElement[],
  fps: number,
): readonly [InStep | null, Moments] {
  const [moments] = useState(createMoments);
  const [inStep, setInStep] = useState<InStep | null>(null);
  const [first, second] = players;
  useEffect(() => {
    const both = [first, second].filter((player) => player !== undefined);
    if (both.length === 0) return undefined;
    const { speed, loops, heard } = moments.now();
    const made = playInStep(both, fps, everyFrame, moments.tell);
    // Another take is looked at as the one before it was.
    made.setSpeed(speed);
    made.setLoops(loops);
    made.hear(heard);
    setInStep(made);
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) made.play();
    return () => {
      made.end();
      setInStep(null);
    };
  }, [first, second, fps, moments]);
  return [inStep, moments];
}

/** Where the players are now; drawn again whenever that changes. */
export function useMoment(moments: Moments): Moment {
  return useSyncExternalStore(moments.subscribe, moments.now);
}

function createMoments(): Moments {
  const listeners = new Set<() => void>();
  let current = AT_REST;
  return {
    now: () => current,
    tell: (moment) => {
      if (isSame(moment, current)) return;
      current = moment;
      listeners.forEach((run) => run());
    },
    subscribe: (run) => {
      listeners.add(run);
      return () => void listeners.delete(run);
    },
  };
}

function isSame(a: Moment, b: Moment): boolean {
  return (
    a.isPlaying === b.isPlaying &&
    a.atS === b.atS &&
    a.lengthS === b.lengthS &&
    a.speed === b.speed &&
    a.loops === b.loops &&
    a.heard === b.heard
  );
}

function everyFrame(run: (nowMs: number) => void): () => void {
  let asked = requestAnimationFrame(next);
  function next(nowMs: number): void {
    run(nowMs);
    asked = requestAnimationFrame(next);
  }
  return () => cancelAnimationFrame(asked);
}
