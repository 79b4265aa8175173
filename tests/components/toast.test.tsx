// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../components/panel-props.ts';
import { Toast } from '../../components/toast.tsx';
import { WordsProvider } from '../../components/words.tsx';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../../public/_locales/vi/messages.json' with { type: 'json' };

const UNDONE: Message = { key: 'told_undone', values: [], tone: 'plain', edit: 'deleteScene' };

function show(message: Message | null, language: 'en' | 'vi' = 'en'): void {
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
    </WordsProvider>,
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
});
