import type { ReactNode } from 'react';

/** A quiet button that shows an icon and says its name. */
export function IconButton({
  name,
  isPressed,
  isOff = false,
  onPress,
  children,
}: {
  readonly name: string;
  /** Set where the button stays down. */
  readonly isPressed?: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={name}
      aria-pressed={isPressed}
      title={name}
      disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
