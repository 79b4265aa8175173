import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language } from '../lib/domain/settings.ts';

/** Gives the words of a key; `$1`, `$2` … are filled in. With a number first, `_one` or `_other` is chosen. */
export type Translate = (key: string, ...values: readonly (string | number)[]) => string;

const Words = createContext<Translate>((key) => key);

/** Gives the words of one language to everything below it. */
export function WordsProvider({
  language,
  messages,
  children,
}: {
  readonly language: Language;
  readonly messages: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}) {
  const translate = useMemo(() => translator(language, messages), [language, messages]);
  return <Words value={translate}>{children}</Words>;
}

/** The words of the language that is chosen. */
export function useT(): Translate {
  return useContext(Words);
}

function translator(language: Language, messages: Readonly<Record<string, string>>): Translate {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...values) => {
    const [first] = values;
    const plural = typeof first === 'number' ? `${key}_${rules.select(first)}` : key;
    const text = messages[plural] ?? messages[`${key}_other`] ?? messages[key] ?? key;
    return text.replace(/\$(\d)/g, (_all, at: string) => {
      const value = values[Number(at) - 1] ?? '';
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
