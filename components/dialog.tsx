import { X } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { countOpen } from './open-dialogs.ts';
import { useT } from './words.tsx';

/** A dialog of the browser's own: it keeps focus, closes on Escape and gives focus back. It begins at `data-first`. */
export function Dialog({
  title,
  className,
  onClose,
  children,
}: {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before any card takes the focus that was asked for: closing gives it back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    // The browser would begin at Close, which stands first.
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    const ended = shown === null ? null : countOpen(shown);
    return () => {
      shown?.close();
      ended?.();
    };
  }, []);
  return (
    <dialog ref={dialog} className={`dialog ${className ?? ''}`} aria-label={title} onClose={onClose}>
      <div className="row">
        <h2 className="grow">{title}</h2>
        <button type="button" className="button quiet icon" onClick={onClose} aria-label={t('close')}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
