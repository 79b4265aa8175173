import { button, contentOf, el, icon, write, type Child } from './dom.ts';
import { later } from './timers.ts';

/** One choice of a row. */
export interface Choice<Value> {
  readonly value: Value;
  readonly ligature: string | null;
  readonly text: string;
}

/** So long does the page take until a press shows in `aria-checked`. */
const LATE_MS = 500;

function radio(choice: Choice<unknown>, isChecked: boolean, onPress: () => void): HTMLElement {
  const content: readonly Child[] = [
    choice.ligature === null ? null : icon(choice.ligature),
    el('span', { class: 'toggle-text' }, choice.text),
  ];
  const attributes = {
    class: 'mat-button-toggle-button',
    role: 'radio',
    'aria-checked': String(isChecked),
  };
  return el(
    'mat-button-toggle',
    { class: 'mat-button-toggle' },
    button(attributes, onPress, el('span', { class: 'mat-button-toggle-label-content' }, ...content)),
  );
}

/** A row of the settings pane. Source: captures of the page, Sept–Oct 2026. */
export function toggles<Value>(
  label: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  onChoose: (value: Value) => void,
): HTMLElement {
  const group = el('mat-button-toggle-group', { class: 'mat-button-toggle-group', role: 'radiogroup' });
  for (const choice of choices)
    group.append(radio(choice, choice.value === chosen, () => onChoose(choice.value)));
  return el('flow-toggles', { 'aria-label': label }, group);
}

/** Shows what is chosen now, late as the page does. */
export function showChosen<Value>(row: HTMLElement, choices: readonly Choice<Value>[], chosen: Value): void {
  later(LATE_MS, () => {
    const radios = contentOf(row).querySelectorAll('[role=radio]');
    for (const [at, choice] of choices.entries()) {
      const found = radios[at];
      if (found !== undefined) write(found, 'aria-checked', String(choice.value === chosen));
    }
  });
}
