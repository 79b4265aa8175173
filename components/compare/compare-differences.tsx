import type { Take } from '../../lib/domain/take.ts';
import { diffWords, type DiffPart } from '../../lib/domain/word-diff.ts';
import type { AssetId } from '../../lib/domain/ids.ts';
import { useAssetUrl } from '../asset-url.tsx';
import { useT, type Translate } from '../words.tsx';
import { differingSettings, type SettingValue } from './take-settings.ts';

/** What two takes were made from, as far as it differs: their words as one text, their settings as a table. */
export function CompareDifferences({ left, right }: { readonly left: Take; readonly right: Take }) {
  const t = useT();
  const texts = differingTexts(t, left, right);
  const settings = differingSettings(t, left, right);
  if (texts.length + settings.length === 0) return <p className="soft">{t('compare_same')}</p>;
  return (
    <>
      {texts.map(({ name, parts }) => (
        <div key={name} className="text-diff">
          <p className="soft">{name}</p>
          <p className="diff-words">
            {parts.map((part, at) => (
              <Part key={at} part={part} />
            ))}
          </p>
        </div>
      ))}
      {settings.length > 0 && (
        <table>
          <tbody>
            {settings.map(({ name, left: was, right: is }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <del>
                    <Value value={was} />
                  </del>{' '}
                  <ins>
                    <Value value={is} />
                  </ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Part({ part: { in: side, text } }: { readonly part: DiffPart }) {
  if (side === 'both') return text;
  return side === 'left' ? <del>{text}</del> : <ins>{text}</ins>;
}

function Value({ value: { words, pictures } }: { readonly value: SettingValue }) {
  const t = useT();
  return (
    <>
      {pictures.map((id) => (
        <Thumbnail key={id} id={id} />
      ))}
      {words === '' && pictures.length > 0 ? (
        <span className="unseen">{t('storage_count_pictures', pictures.length)}</span>
      ) : (
        words || '–'
      )}
    </>
  );
}

function Thumbnail({ id }: { readonly id: AssetId }) {
  const url = useAssetUrl(id);
  return url !== null && <img src={url} alt="" />;
}

function differingTexts(
  t: Translate,
  { snapshot: left }: Take,
  { snapshot: right }: Take,
): readonly { readonly name: string; readonly parts: readonly DiffPart[] }[] {
  const fields = [
    ['action_prompt', left.prompt, right.prompt],
    ['field_title', left.title, right.title],
    ['field_description', left.description, right.description],
    ['field_voiceOver', left.voiceOver, right.voiceOver],
  ] as const;
  return fields.flatMap(([key, was, is]) =>
    was === is ? [] : [{ name: t(key), parts: diffWords(was, is) }],
  );
}
