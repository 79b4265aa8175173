import './by-hand.css';
import { Copy, Download } from 'lucide-react';
import type { HandOrder } from '../lib/domain/hand-order.ts';
import { useAssetUrl } from './asset-url.tsx';
import { countWords } from './flow-words.ts';
import { useT, type Translate } from './words.tsx';

/** An order as a short list, for where Retake cannot set the Flow page up by itself. */
export function ByHand({
  order,
  onCopy,
}: {
  readonly order: HandOrder;
  readonly onCopy: (text: string) => void;
}) {
  const t = useT();
  return (
    <section className="note plain by-hand" aria-label={t('hand')}>
      <h3>{t('hand')}</h3>
      <ol>
        <li>{t('hand_settings', settingWords(t, order))}</li>
        {order.pictures.length > 0 && (
          <li>
            {t('hand_pictures')}
            <div className="hand-pictures">
              {order.pictures.map((picture, at) => (
                <HandPicture
                  key={`${at} ${picture.assetId}`}
                  picture={picture}
                  place={placeOf(t, order, at)}
                />
              ))}
            </div>
          </li>
        )}
        <li>
          <span className="row">
            <span className="grow">{t('hand_prompt')}</span>
            <button type="button" className="button" onClick={() => onCopy(order.prompt)}>
              <Copy size={14} aria-hidden="true" /> {t('hand_copy')}
            </button>
          </span>
        </li>
        <li>{t('hand_press')}</li>
      </ol>
    </section>
  );
}

function settingWords(t: Translate, { mode, from, model, aspect, lengthS, count }: HandOrder): string {
  return [
    t(from === 'text' ? `hand_from_text_${mode}` : `hand_from_${from}`),
    ...(model === null ? [] : [model]),
    aspect,
    ...(lengthS === null ? [] : [t('seconds', String(lengthS))]),
    countWords(t, mode, count),
  ].join(' · ');
}

/** Of two frames, which one it is. */
function placeOf(t: Translate, { from, pictures }: HandOrder, at: number): string {
  if (from !== 'frames' || pictures.length < 2) return '';
  return t(at === 0 ? 'frame_first' : 'role_end');
}

/** A picture to be dragged out; by the name that it has on the page Retake knows it there again. */
function HandPicture({
  picture: { assetId, name },
  place,
}: {
  readonly picture: HandOrder['pictures'][number];
  /** Where it goes; empty where there is one place. */
  readonly place: string;
}) {
  const t = useT();
  const url = useAssetUrl(assetId);
  if (url === null) return null;
  return (
    <figure>
      <img
        src={url}
        alt={place || t('hand_picture')}
        title={name}
        draggable
        onDragStart={(event) => event.dataTransfer.setData('DownloadURL', `image/jpeg:${name}:${url}`)}
      />
      {place !== '' && <figcaption>{place}</figcaption>}
      <a className="button quiet" href={url} download={name}>
        <Download size={14} aria-hidden="true" /> {t('download')}
      </a>
    </figure>
  );
}
