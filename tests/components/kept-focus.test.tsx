// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from '../../components/use-kept-focus.ts';

function Page({ children }: { readonly children: ReactNode }) {
  useKeptFocus();
  return <main tabIndex={-1}>{children}</main>;
}

function card(name: string, children: ReactNode): ReactNode {
  return (
    <div key={name} data-index={name}>
      <article aria-label={name} tabIndex={-1}>
        {children}
      </article>
    </div>
  );
}

function button(name: string, isFirst = false): ReactNode {
  return (
    <button key={name} type="button" data-first={isFirst ? '' : undefined}>
      {name}
    </button>
  );
}

/** Gives a button the focus, shows something else, and tells what has the focus then. */
async function lost(before: ReactNode, name: string, after: ReactNode): Promise<string | null | undefined> {
  const { rerender } = render(<Page>{before}</Page>);
  screen.getByRole('button', { name, hidden: true }).focus();
  rerender(<Page>{after}</Page>);
  await act(() => new Promise((done) => void setTimeout(done)));
  const { activeElement } = document;
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
}

describe('the focus of a control that goes away', () => {
  afterEach(cleanup);

  it('stays on its card, and not on what stands there instead', async () => {
    const before = card('Scene 1', button('Regenerate video'));
    expect(await lost(before, 'Regenerate video', card('Scene 1', button('Cancel')))).toBe('Scene 1');
  });

  it('stays in its bar where its own press switches it off', async () => {
    const bar = (isOff: boolean) => (
      <section>
        {button('3 chosen')}
        <button type="button" disabled={isOff}>
          Cancel 3 scenes
        </button>
      </section>
    );
    expect(await lost(bar(false), 'Cancel 3 scenes', bar(true))).toBe('3 chosen');
  });

  it('goes from a take’s buttons to the take that is shown', async () => {
    const strip = (bin: string) => (
      <div data-takes="">
        {button('Take 2')}
        {button('Take 1', true)}
        {button(bin)}
      </div>
    );
    expect(await lost(card('Scene 1', strip('Bin 2')), 'Bin 2', card('Scene 1', strip('Bin 1')))).toBe(
      'Take 1',
    );
  });

  it('goes with a line of a list to the next, else to the one before', async () => {
    const list = (names: readonly string[]) => (
      <dialog open>
        {button('Close')}
        <ul>
          {names.map((name) => (
            <li key={name}>
              {button(name)}
              {button(`Delete ${name}`)}
            </li>
          ))}
        </ul>
      </dialog>
    );
    expect(await lost(list(['A', 'B', 'C']), 'Delete B', list(['A', 'C']))).toBe('C');
    cleanup();
    expect(await lost(list(['A', 'B']), 'Delete B', list(['A']))).toBe('A');
    cleanup();
    expect(await lost(list(['A']), 'Delete A', list([]))).toBe('Close');
  });

  it('goes with a scene to the next, and at last to the main part', async () => {
    const two = [card('Scene 1', button('More 1')), card('Scene 2', button('More 2'))];
    expect(await lost(two, 'More 1', two.slice(1))).toBe('Scene 2');
    cleanup();
    expect(await lost(button('Close'), 'Close', <p>nothing left</p>)).toBe('nothing left');
  });

  it('is left alone where something else was given it', async () => {
    const other = <input aria-label="Find" ref={(field) => field?.focus()} />;
    expect(await lost(card('Scene 1', button('Prompt')), 'Prompt', card('Scene 1', other))).toBe('Find');
  });
});
