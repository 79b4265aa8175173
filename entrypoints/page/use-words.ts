import { useEffect, useState } from 'react';
import type { Language } from '../../lib/domain/settings.ts';
import { loadWords } from '../../lib/platform/words.ts';

/** The words of a language, and the page said to be in it; null until they are read. */
export function useWords(language: Language): Readonly<Record<string, string>> | null {
  const [words, setWords] = useState<Readonly<Record<string, string>> | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadWords(language).then((loaded) => {
      if (isGone) return;
      document.documentElement.lang = language;
      setWords(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [language]);
  return words;
}
