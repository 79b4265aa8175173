// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RunEnd } from '../../components/run-end.tsx';
import { WordsProvider } from '../../components/words.tsx';
import type { Run } from '../../lib/domain/run.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../../public/_locales/vi/messages.json' with { type: 'json' };

function show(run: Partial<Run>, language: 'en' | 'vi' = 'en'): string | null {
  const none = { needsYou: 0, generating: 0, saving: 0, preparing: 0, queued: 0, done: 0, failed: 0 };
  const words = Object.entries(language === 'en' ? en : vi).map(([key, { message }]) => [key, message]);
  render(
    <WordsProvider language={language} messages={Object.fromEntries(words)}>
      <RunEnd
        run={{ since: 1, counts: none, total: 0, stopped: 0, left: [], failures: [], ...run }}
        places={[]}
        actions={{ retryFailed: () => undefined, generateAll: () => undefined }}
      />
    </WordsProvider>,
  );
  return screen.queryByRole('region')?.textContent ?? null;
}

const counts = { needsYou: 0, generating: 0, saving: 0, preparing: 0, queued: 0, done: 1, failed: 0 };

describe('what a run came to', () => {
  afterEach(cleanup);

  it.each([
    ['en', 'Finished: 1 made. 5 stopped.'],
    ['vi', 'Đã xong: tạo được 1. 5 đã dừng.'],
  ] as const)('says how many were stopped, also beside a single one that was made: %s', (language, words) => {
    expect(show({ counts, total: 1, stopped: 5 }, language)).toBe(words);
  });

  it('is not told of a single order, nor says that none was stopped', () => {
    expect(show({ counts, total: 1 })).toBeNull();
    cleanup();
    expect(show({ counts: { ...counts, done: 2, failed: 1 }, total: 3 })).toBe('Finished: 2 made. 1 failed.');
  });
});
