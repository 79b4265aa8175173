// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findAll } from '../../../../lib/providers/flow/page/find.ts';
import { placeBeside, showMark } from '../../../../lib/providers/flow/page/mark.ts';
import { setupPage, type Fixture } from './page-fixture.ts';

const WORDS = { text: 'Press Start in Flow', hide: 'Hide' };

const open: Array<() => void> = [];
afterEach(() => open.splice(0).forEach((remove) => remove()));

function marks(): readonly Element[] {
  return [...document.querySelectorAll('retake-mark')];
}

/** What only Retake sees: the inside of a closed root. */
function shown(fixture: Fixture, hidden = vi.fn<() => void>()) {
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function spied(
    this: Element,
    init,
  ) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  const remove = showMark(fixture.page, WORDS, hidden);
  open.push(remove);
  spy.mockRestore();
  const [root] = roots;
  const bubble = root?.firstElementChild;
  if (!(bubble instanceof HTMLElement)) throw new Error('no mark');
  return { remove, hidden, bubble };
}

function placeStart(left: number, top: number): void {
  const start = document.querySelector('.generate-icon-button');
  const box = { left, top, width: 40, height: 40, right: left + 40, bottom: top + 40, x: left, y: top };
  if (start !== null) Object.assign(start, { getBoundingClientRect: () => box });
}

describe('the mark on the page', () => {
  it('[L18] stands in a closed root where the page reads nothing of it', () => {
    const { bubble } = shown(setupPage());
    expect(marks()).toHaveLength(1);
    expect(marks()[0]?.shadowRoot).toBeNull();
    expect(document.documentElement.textContent).not.toContain(WORDS.text);
    expect(findAll(document, 'button').some((button) => button.ariaLabel === WORDS.hide)).toBe(false);
    expect(bubble.textContent).toContain(WORDS.text);
  });

  it('[L17] takes no press that is meant for the page', () => {
    const { bubble } = shown(setupPage());
    expect(bubble.style.pointerEvents).toBe('none');
    expect([...bubble.querySelectorAll('button')].map(({ style }) => style.pointerEvents)).toEqual(['auto']);
  });

  it('follows Start when the layout moves it, and hides while there is none', async () => {
    const fixture = setupPage();
    placeStart(600, 500);
    const { bubble } = shown(fixture);
    expect([bubble.style.left, bubble.style.top]).toEqual(['640px', '490px']);
    expect(bubble.textContent).toContain('↓');
    placeStart(300, 400);
    await fixture.clock.sleep(300, fixture.page.signal);
    expect([bubble.style.left, bubble.style.top]).toEqual(['340px', '390px']);
    document.querySelector('flow-generate-icon-button')?.remove();
    await fixture.clock.sleep(300, fixture.page.signal);
    expect(bubble.style.visibility).toBe('hidden');
  });

  it('goes by its own button, by its owner, and with the page’s signal', () => {
    const byButton = shown(setupPage());
    byButton.bubble.querySelector('button')?.click();
    expect([marks().length, byButton.hidden.mock.calls.length]).toEqual([0, 1]);
    shown(setupPage()).remove();
    expect(marks()).toEqual([]);
    const fixture = setupPage();
    const { hidden } = shown(fixture);
    fixture.end();
    expect([marks().length, hidden.mock.calls.length]).toEqual([0, 0]);
    shown(fixture);
    expect(marks()).toEqual([]);
  });

  it('never covers Start, wherever it stands', () => {
    const mark = { width: 180, height: 32 };
    for (const left of [0, 20, 150, 600, 1200])
      for (const top of [0, 10, 45, 300, 680]) {
        const start = { left, top, width: 40, height: 40 };
        const at = placeBeside(start, mark);
        const apart =
          at.left + mark.width <= left ||
          at.left >= left + 40 ||
          at.top + mark.height <= top ||
          at.top >= top + 40;
        expect([left, top, apart]).toEqual([left, top, true]);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        const points = { '↓': at.top < top, '→': at.left < left, '↑': at.top > top }[at.arrow];
        expect([left, top, points]).toEqual([left, top, true]);
      }
  });
});
