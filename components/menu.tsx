import { useId, useRef, type ReactNode } from 'react';

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
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? 'button quiet icon'}
        popoverTarget={id}
        aria-label={label}
        title={label}
      >
        {face}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="menu"
        onBeforeToggle={() => placeBeside(button.current, list.current)}
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
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** Set where the line is one of several choices. */
  readonly checked?: boolean;
}) {
  return (
    <button type="button" className="menu-item" onClick={onPress} aria-pressed={checked}>
      <span className="menu-icon" aria-hidden="true">
        {checked === true ? '✓' : icon}
      </span>
      {children}
    </button>
  );
}

/** Under the button, inside the window, as near to the button's right edge as it fits. */
function placeBeside(button: HTMLElement | null, list: HTMLElement | null): void {
  if (button === null || list === null) return;
  const at = button.getBoundingClientRect();
  const below = window.innerHeight - at.bottom > at.top;
  list.style.right = `${Math.max(8, window.innerWidth - at.right)}px`;
  list.style.top = below ? `${at.bottom + 4}px` : 'auto';
  list.style.bottom = below ? 'auto' : `${window.innerHeight - at.top + 4}px`;
  list.style.maxHeight = `${(below ? window.innerHeight - at.bottom : at.top) - 16}px`;
}

function moveFocus(key: string, list: HTMLElement | null): void {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || list === null) return;
  const items = [...list.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
