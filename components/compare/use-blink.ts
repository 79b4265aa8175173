import { useEffect, useState } from 'react';

/** Slow enough for everybody: three flashes a second are the most that anyone may be shown. */
const BLINK_MS = 700;

/** Which of two is shown in the same place. */
export interface Blink {
  readonly shown: 'left' | 'right';
  /** Whether they take turns by themselves. */
  readonly isAuto: boolean;
  /** Shows the other one, and leaves off doing so by itself. */
  swap(): void;
  setAuto(auto: boolean): void;
}

/** Shows two in turns while it is on; by itself unless the system asks for little motion. */
export function useBlink(isOn: boolean): Blink {
  const [shown, setShown] = useState<'left' | 'right'>('left');
  const [isAuto, setAuto] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (!isOn || !isAuto) return undefined;
    const timer = setInterval(() => setShown(otherOf), BLINK_MS);
    return () => clearInterval(timer);
  }, [isOn, isAuto]);
  return {
    shown,
    isAuto,
    swap: () => {
      setAuto(false);
      setShown(otherOf);
    },
    setAuto,
  };
}

function otherOf(shown: Blink['shown']): Blink['shown'] {
  return shown === 'left' ? 'right' : 'left';
}
