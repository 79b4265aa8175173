import type { AssetId } from '../lib/domain/ids.ts';
import { promptOf } from '../lib/domain/prompt-of.ts';
import type { Snapshot } from '../lib/domain/snapshot.ts';
import type { Take } from '../lib/domain/take.ts';
import { useAssetUrl } from './asset-url.tsx';
import { useT, type Translate } from './words.tsx';

/** What a take was made from: its prompt, what else the scene said then, and its pictures. */
export function TakeSources({ take: { snapshot, origin } }: { readonly take: Take }) {
  const t = useT();
  const [prompt, ...others] = textsOf(t, snapshot);
  const pictures = picturesOf(t, snapshot);
  return (
    <>
      {origin.type !== 'generated' && <p className="soft">{t('about_then')}</p>}
      {prompt !== undefined && <Text {...prompt} />}
      {others.length > 0 && (
        <details>
          <summary>{t('about_texts')}</summary>
          {others.map((text) => (
            <Text key={text.name} {...text} />
          ))}
        </details>
      )}
      {pictures.length > 0 && (
        <ul className="take-pictures" aria-label={t('about_pictures')}>
          {pictures.map((picture) => (
            <SourcePicture key={`${picture.name} ${picture.assetId}`} {...picture} />
          ))}
        </ul>
      )}
    </>
  );
}

interface SourceText {
  readonly name: string;
  readonly text: string;
}

function Text({ name, text }: SourceText) {
  return (
    <div className="take-text">
      <h3>{name}</h3>
      <p>{text}</p>
    </div>
  );
}

/** The prompt first, as the service got it; then what else was said, each text once. */
function textsOf(t: Translate, snapshot: Snapshot): readonly SourceText[] {
  const { kind, title, description, voiceOver } = snapshot;
  const prompt = promptOf(snapshot);
  const texts = [
    { name: t('action_prompt'), text: prompt },
    { name: t('field_title'), text: title === prompt ? '' : title },
    { name: t('field_description'), text: description === prompt ? '' : description },
    { name: t('field_voiceOver'), text: kind === 'video' ? voiceOver : '' },
  ];
  return texts.filter(({ text }) => text.trim() !== '');
}

interface Source {
  readonly name: string;
  readonly assetId: AssetId;
}

function picturesOf(t: Translate, { image, pictures }: Snapshot): readonly Source[] {
  const given = pictures.map(({ role, assetId }) => ({ name: t(`role_${role}`), assetId }));
  if (image === null) return given;
  const name = t('takeName', t('kind_image'), String(image.take));
  return [{ name, assetId: image.assetId }, ...given];
}

function SourcePicture({ name, assetId }: Source) {
  const url = useAssetUrl(assetId);
  return (
    <li>
      <figure>
        {url === null ? <span className="blank" /> : <img src={url} alt="" decoding="async" />}
        <figcaption>{name}</figcaption>
      </figure>
    </li>
  );
}
