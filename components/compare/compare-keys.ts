import { useEffect, useRef } from 'react';

/** What a key does in the comparison, its keys, and the key of its words. */
interface CompareKey {
  readonly does: CompareDeed;
  /** As the browser names them; the first one is shown. */
  readonly keys: readonly string[];
  readonly words: string;
}

/** Everything that a key can do in the comparison. */
export type CompareDeed =
  | 'play'
  | 'back'
  | 'forward'
  | 'frameBack'
  | 'frameForward'
  | 'slower'
  | 'faster'
  | 'loop'
  | 'soundLeft'
  | 'soundRight'
  | 'soundNone'
  | 'sides'
  | 'wipe'
  | 'blink'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomFit'
  | 'useRight'
  | 'useLeft'
  | 'keys';

/** Every key, in the order in which they are shown. */
export const COMPARE_KEYS: readonly CompareKey[] = [
  { does: 'play', keys: [' ', 'k'], words: 'compare_playPause' },
  { does: 'back', keys: ['ArrowLeft'], words: 'compare_back' },
  { does: 'forward', keys: ['ArrowRight'], words: 'compare_forward' },
  { does: 'frameBack', keys: [','], words: 'compare_frameBack' },
  { does: 'frameForward', keys: ['.'], words: 'compare_frameForward' },
  { does: 'slower', keys: ['['], words: 'compare_slower' },
  { does: 'faster', keys: [']'], words: 'compare_faster' },
  { does: 'loop', keys: ['l'], words: 'compare_loop' },
  { does: 'soundLeft', keys: ['1'], words: 'compare_soundLeft' },
  { does: 'soundRight', keys: ['2'], words: 'compare_soundRight' },
  { does: 'soundNone', keys: ['0'], words: 'compare_soundNone' },
  { does: 'sides', keys: ['s'], words: 'compare_sides' },
  { does: 'wipe', keys: ['w'], words: 'compare_wipe' },
  { does: 'blink', keys: ['b'], words: 'compare_blink' },
  { does: 'zoomIn', keys: ['+', '='], words: 'compare_zoomIn' },
  { does: 'zoomOut', keys: ['-'], words: 'compare_zoomOut' },
  { does: 'zoomFit', keys: ['f'], words: 'compare_zoomFit' },
  { does: 'useRight', keys: ['u'], words: 'compare_useRight' },
  { does: 'useLeft', keys: ['U'], words: 'compare_useLeft' },
  { does: 'keys', keys: ['?'], words: 'compare_keys' },
];

/** Ways in which Shift and an arrow move the picture, in parts of its frame: right and down. */
const PANS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [0.1, 0],
  ArrowRight: [-0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

/** Hears the comparison's keys while it is shown, but for those that the focused element has a use for. */
export function useCompareKeys(
  run: (deed: CompareDeed) => void,
  pan: (right: number, down: number) => void,
): void {
  const newest = useRef({ run, pan });
  newest.current = { run, pan };
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      const by = event.shiftKey ? PANS[event.key] : undefined;
      const deed = COMPARE_KEYS.find(({ keys }) => keys.includes(event.key))?.does;
      if (by === undefined && deed === undefined) return;
      event.preventDefault();
      if (by !== undefined) newest.current.pan(...by);
      else if (deed !== undefined) newest.current.run(deed);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

/** Space presses a button, arrows move a slider or choose in a list, letters are written. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('button, summary, a')) return key === ' ';
  if (target.matches('input[type=range]')) return key.startsWith('Arrow');
  return target.matches('input, textarea, select');
}
