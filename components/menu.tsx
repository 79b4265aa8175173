import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** A button that opens a list of more. The browser's popover closes it on Escape and on a press elsewhere. */
export function Menu({
  label,
  className,
  face,
  children,
}: {
  /** Accessible name of the button. */
  readonly label: string;
  readonly className?: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const place = (): void => placeBeside(button.current, list.current);
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [isOpen]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? 'button quiet icon'}
        popoverTarget={id}
        aria-label={label}
        title={label}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {face}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="menu"
        onBeforeToggle={() => placeBeside(button.current, list.current)}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') itemsOf(list.current)[0]?.focus();
        }}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button') !== null) {
            list.current?.hidePopover();
          }
        }}
        onKeyDown={(event) => moveFocus(event.key, list.current)}
        role="group"
        aria-label={label}
      >
        {children}
      </div>
    </>
  );
}

/** One line of a menu. */
export function MenuItem({
  onPress,
  children,
  icon,
  checked,
  className,
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** Set where the line is one of several choices. */
  readonly checked?: boolean;
  readonly className?: string;
}) {
  return (
    <button type="button" className={`menu-item ${className ?? ''}`} onClick={onPress} aria-pressed={checked}>
      <span className="menu-icon" aria-hidden="true">
        {checked === true ? '✓' : icon}
      </span>
      {children}
    </button>
  );
}

/** Under or above the button, at its right edge as far as the window has room to the left, else further right. */
function placeBeside(button: HTMLElement | null, list: HTMLElement | null): void {
  if (button === null || list === null) return;
  const at = button.getBoundingClientRect();
  const below = window.innerHeight - at.bottom > at.top;
  // Not shown yet, it has no width: it is laid out for a moment, before anything is painted.
  list.style.display = 'block';
  const most = window.innerWidth - 8 - list.offsetWidth;
  list.style.display = '';
  list.style.right = `${Math.max(8, Math.min(window.innerWidth - at.right, most))}px`;
  list.style.top = below ? `${at.bottom + 4}px` : 'auto';
  list.style.bottom = below ? 'auto' : `${window.innerHeight - at.top + 4}px`;
  list.style.maxHeight = `${(below ? window.innerHeight - at.bottom : at.top) - 16}px`;
}

/** Lines that a card shows as buttons of its own are hidden. */
function itemsOf(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll('button') ?? [])].filter((item) => item.checkVisibility());
}

function moveFocus(key: string, list: HTMLElement | null): void {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (list === null) return;
  const items = itemsOf(list);
  if (key === 'Home') items[0]?.focus();
  if (key === 'End') items.at(-1)?.focus();
  if (step === 0) return;
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
