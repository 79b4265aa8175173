import type { Scene } from '../lib/domain/scene.ts';
import { isTooLong, speakingTimeS } from '../lib/domain/speaking-time.ts';
import type { EditorField } from './card-view.ts';
import { useT } from './words.tsx';

/** Many scripts title a scene by its number alone, which stands above it already. */
const NUMBER = /^(?:cảnh|scene|shot)?\s*#?\d+$/iu;

/** What a scene says, as text; a press on any of it writes it in place. */
export function SceneWords({
  scene: { title, description, voiceOver, lengthS },
  onEdit,
}: {
  readonly scene: Scene;
  readonly onEdit: (field: EditorField) => void;
}) {
  const t = useT();
  const hasTitle = title !== '' && !NUMBER.test(title) && !description.startsWith(title.replace(/…$/u, ''));
  const line = (field: EditorField, className: string, text: string) => (
    <button
      type="button"
      className={`write ${className}`}
      title={t('write', t(`field_${field}`))}
      onClick={() => onEdit(field)}
    >
      {text}
    </button>
  );
  return (
    <>
      {hasTitle && line('title', 'title', title)}
      {description !== '' && line('description', 'text', description)}
      {voiceOver !== '' && line('voiceOver', 'voice', `“${voiceOver}”`)}
      {description === '' && !hasTitle && line('description', 'text soft', t('writeScene'))}
      {isTooLong(voiceOver, lengthS) && (
        <p className="soft too-long">
          {t('speaksTooLong', String(Math.ceil(speakingTimeS(voiceOver))), String(lengthS))}
        </p>
      )}
    </>
  );
}
