import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTopDialog } from './open-dialogs.ts';
import type { Message, PanelActions, PanelData } from './panel-props.ts';
import { endWords, isWorthTelling } from './run-end.tsx';
import { useT, type Translate } from './words.tsx';

/** Long enough to read two lines and press Undo; the menu offers Undo for longer. */
const STAYS_MS = 10_000;

/** What is told of. */
export type ToastData = Pick<PanelData, 'message' | 'undo' | 'flow' | 'flowZoom' | 'run'>;
type ToastActions = Pick<PanelActions, 'closeMessage' | 'undo' | 'undoZoom'>;

/**
 * The last thing that happened and can be taken back, or went wrong; told politely to who cannot see it. Over an open
 * dialog it stands in it.
 */
export function Toast({ data, actions }: { readonly data: ToastData; readonly actions: ToastActions }) {
  const saying = useSaying(data, actions);
  const dialog = useTopDialog();
  const told = <Told data={data} saying={saying} />;
  return dialog === null ? told : createPortal(told, dialog);
}

function Told({ data, saying }: { readonly data: ToastData; readonly saying: Saying }) {
  const t = useT();
  const { message } = data;
  const run = data.run?.run;
  const [isHeld, setHeld] = useState(false);
  const { ready } = data.flow;
  const { words, undo, close } = saying;
  const goes = words !== '' && message?.tone !== 'bad' && !isHeld;
  return (
    <div
      className={`toast ${words === '' ? 'gone' : (message?.tone ?? 'plain')}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="grow" role="status" aria-live="polite" aria-atomic={false}>
        <span>{words}</span>
        {/* Seen on the card or in the banner; told once to who cannot see it. */}
        {ready !== null && (
          <span className="unseen" key={ready.taskId}>
            {t('armed_told', String(ready.index))}
          </span>
        )}
        {run !== undefined && isWorthTelling(run) && (
          <span className="unseen" key={run.since}>
            {endWords(t, run)}
          </span>
        )}
      </span>
      {goes && <GoesAway key={words} onGone={close} />}
      {undo !== null && (
        <button type="button" className="button" onClick={undo}>
          {t('undo')}
        </button>
      )}
      {words !== '' && (
        <button type="button" className="button quiet icon" aria-label={t('closeMessage')} onClick={close}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

interface Saying {
  /** Empty where there is nothing to say. */
  readonly words: string;
  readonly undo: (() => void) | null;
  readonly close: () => void;
}

function useSaying({ message, undo, flowZoom }: ToastData, actions: ToastActions): Saying {
  const t = useT();
  const zoom = useZoomOnce(flowZoom);
  const offer = undo?.isTold === true && message?.tone !== 'bad' ? undo : null;
  const said = { undo: offer === null ? null : actions.undo, close: actions.closeMessage };
  if (message !== null) return { ...said, words: messageWords(t, message) };
  if (offer !== null) return { ...said, words: t(`edit_${offer.name}`) };
  if (zoom.smaller !== null) return { words: t('flow_zoom'), undo: actions.undoZoom, close: zoom.close };
  return { ...said, words: '' };
}

function messageWords(t: Translate, { key, values, edit }: Message): string {
  if (edit === undefined) return t(key, ...values);
  const name = t(`edit_${edit}`);
  // In the middle of a line.
  return t(key, name.charAt(0).toLowerCase() + name.slice(1));
}

/** What Flow's page was made smaller to, until that was told; another time it is told again. */
function useZoomOnce(flowZoom: number | null): {
  readonly smaller: number | null;
  readonly close: () => void;
} {
  const isSmaller = flowZoom !== null;
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (!isSmaller) setTold(false);
  }, [isSmaller]);
  const close = useCallback(() => setTold(true), []);
  return { smaller: isTold ? null : flowZoom, close };
}

/** Takes the words away after a while, anew for other words. */
function GoesAway({ onGone }: { readonly onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [onGone]);
  return null;
}
