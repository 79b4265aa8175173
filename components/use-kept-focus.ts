import { useEffect } from 'react';

/**
 * Keeps the focus near its place when the control that has it goes away or is switched off, most often by its own press:
 * on the take that is shown, on the next of a list, in the dialog or the bar, on the scene's card, else on the page's main
 * part. Never on what stands
 * in its place now: the next press of the same key would be meant for something else.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let focused: EventTarget | null = null;
    let around: readonly (Element | null | undefined)[] = [];
    const remember = ({ target }: FocusEvent): void => {
      focused = target;
      around = target instanceof Element ? placesAround(target) : [];
    };
    const keep = (): void => {
      if (!(focused instanceof Element) || (focused.isConnected && !focused.matches('[disabled]'))) return;
      const lost = [focused, document.body];
      // Once: who leaves it alone after that wants it nowhere.
      focused = null;
      for (const place of around) {
        // Where something was given it meanwhile, or one of these has taken it.
        if (!lost.some((each) => each === document.activeElement)) return;
        controlIn(place)?.focus({ preventScroll: true });
      }
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

/** From the nearest to the farthest. They are looked up while it is there: afterwards nobody knows where it was. */
function placesAround(target: Element): readonly (Element | null | undefined)[] {
  const withNeighbours = (selector: string): readonly (Element | null | undefined)[] => {
    const row = target.closest(selector);
    return [row, row?.nextElementSibling, row?.previousElementSibling];
  };
  return [
    ...withNeighbours('li'),
    target.closest('[data-takes]'),
    target.closest('dialog'),
    target.closest('section'),
    ...withNeighbours('[data-index]'),
    document.body,
  ];
}

function controlIn(place: Element | null | undefined): HTMLElement | null | undefined {
  return (
    place?.querySelector<HTMLElement>('[data-first], article, main') ??
    place?.querySelector<HTMLElement>('button:not([disabled])')
  );
}
