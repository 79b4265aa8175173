import { useT } from './words.tsx';

/** Stands where the panel would, while nothing could carry out what it asks. */
export function LostBackground({ onRestart }: { readonly onRestart: () => void }) {
  const t = useT();
  return (
    <main>
      <section className="start">
        <h1>{t('lost_title')}</h1>
        <p>{t('lost_help')}</p>
        <div className="buttons">
          <button type="button" className="button main" onClick={onRestart}>
            {t('lost_restart')}
          </button>
        </div>
      </section>
    </main>
  );
}
