// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from '../../components/dialog.tsx';
import type { Message } from '../../components/panel-props.ts';
import { Toast } from '../../components/toast.tsx';
import { WordsProvider } from '../../components/words.tsx';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../../public/_locales/vi/messages.json' with { type: 'json' };

const UNDONE: Message = { key: 'told_undone', values: [], tone: 'plain', edit: 'deleteScene' };

function show(message: Message | null, language: 'en' | 'vi' = 'en', beside: ReactNode = null): void {
  const words = Object.entries(language === 'en' ? en : vi).map(([key, each]) => [key, each.message]);
  const none = () => undefined;
  render(
    <WordsProvider language={language} messages={Object.fromEntries(words)}>
      <Toast
        data={{
          message,
          undo: null,
          run: null,
          flowZoom: null,
          flow: { credits: null, atWork: 0, ready: null },
        }}
        actions={{ closeMessage: none, undo: none, undoZoom: none }}
      />
      {beside}
    </WordsProvider>,
  );
}

/** A dialog that Close takes away. */
function Closing() {
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <Dialog title="Storage" onClose={() => setOpen(false)}>
      <p>bytes</p>
    </Dialog>
  );
}

describe('the toast', () => {
  afterEach(cleanup);

  it.each([
    ['en', 'Undone: scene deleted'],
    ['vi', 'Đã hoàn tác: đã xóa cảnh'],
  ] as const)('says what was undone: %s', (language, words) => {
    show(UNDONE, language);
    expect(screen.getByRole('status').textContent).toBe(words);
  });

  it('stands in an open dialog, outside of which nothing can be pressed, and outlives it', () => {
    show(UNDONE, 'en', <Closing />);
    const dialog = screen.getByRole('dialog', { name: 'Storage' });
    expect(within(dialog).getByRole('status').textContent).toBe('Undone: scene deleted');
    fireEvent.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] ?? dialog);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('Undone: scene deleted');
  });
});
