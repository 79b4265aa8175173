import type { KeyboardEvent } from 'react';

/**
 * Moves the focus among the buttons of a group that is one stop of the Tab key: arrows, Home and End. Answers the button
 * that has it now; null where the key means nothing here.
 */
export function moveInside(event: KeyboardEvent<HTMLElement>): HTMLButtonElement | null {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(0, at - 1),
    ArrowRight: at + 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return null;
  event.preventDefault();
  const button = buttons[Math.min(goal, buttons.length - 1)] ?? null;
  button?.focus();
  return button;
}
