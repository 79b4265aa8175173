import type { FilmSpent, Spent } from '../lib/domain/spent.ts';
import { amountWords } from './amount-words.ts';
import { Dialog } from './dialog.tsx';
import { useT } from './words.tsx';

/** What a film and each of its scenes have cost. */
export function SpentDialog({
  useSpent,
  onClose,
}: {
  /** Null until it is read. A hook. */
  readonly useSpent: () => readonly FilmSpent[] | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const spent = useSpent();
  return (
    <Dialog title={t('spent')} className="spent" onClose={onClose}>
      {spent?.length === 0 && <p>{t('spent_nothing')}</p>}
      {spent?.map((each) => (
        <SpentTable key={each.unit} spent={each} />
      ))}
      {spent !== null && spent.length > 0 && <p className="soft">{t('spent_words')}</p>}
    </Dialog>
  );
}

function SpentTable({ spent: { unit, film, scenes } }: { readonly spent: FilmSpent }) {
  const t = useT();
  return (
    <table className="spent-table">
      <tbody>
        <Row name={t('spent_film')} spent={film} unit={unit} />
        {scenes.map((scene) => (
          <Row key={scene.index} name={t('scene', String(scene.index))} spent={scene} unit={unit} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  name,
  spent: { orders, taken, untold },
  unit,
}: {
  readonly name: string;
  readonly spent: Spent;
  readonly unit: FilmSpent['unit'];
}) {
  const t = useT();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t('spent_orders', orders)}</td>
      <td>
        {(orders > untold.orders || taken > 0) && amountWords(t, taken, unit)}
        {untold.orders > 0 && (
          <span className="soft untold">
            {untold.asked === 0
              ? t('spent_untold', untold.orders)
              : t('spent_asked', t('spent_untold', untold.orders), amountWords(t, untold.asked, unit))}
          </span>
        )}
      </td>
    </tr>
  );
}
