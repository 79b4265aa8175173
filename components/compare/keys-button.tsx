import { useId, type RefObject } from 'react';
import { useT } from '../words.tsx';
import { COMPARE_KEYS } from './compare-keys.ts';

const SHOWN: Readonly<Record<string, string>> = { ' ': '␣', ArrowLeft: '←', ArrowRight: '→', U: '⇧ U' };

/** A button that shows every key of the comparison. */
export function KeysButton({ list }: { readonly list: RefObject<HTMLDivElement | null> }) {
  const t = useT();
  const id = useId();
  const name = t('compare_keys');
  return (
    <>
      <button
        type="button"
        className="button quiet icon"
        popoverTarget={id}
        aria-label={name}
        title={`${name} (?)`}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
      <div ref={list} id={id} popover="auto" className="keys" role="group" aria-label={name}>
        <dl>
          {COMPARE_KEYS.map(({ does, keys: [key = ''], words }) => (
            <div key={does}>
              <dt>
                <kbd>{SHOWN[key] ?? key.toUpperCase()}</kbd>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>⇧ ← → ↑ ↓</kbd>
            </dt>
            <dd>{t('compare_pan')}</dd>
          </div>
        </dl>
      </div>
    </>
  );
}
