import { useId, useState } from 'react';
import { ASPECTS, type Aspect } from '../lib/domain/project.ts';
import { Dialog } from './dialog.tsx';
import { useT } from './words.tsx';

/** Asks for a project's name and shape, or for another name of one that is there. */
export function ProjectDialog({
  name: first,
  onCreate,
  onRename,
  onClose,
}: {
  /** The present name where a project is renamed; empty for a new one. */
  readonly name: string;
  readonly onCreate?: (name: string, aspect: Aspect) => void;
  readonly onRename?: (name: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const [name, setName] = useState(first);
  const [aspect, setAspect] = useState<Aspect>('9:16');
  const send = (): void => {
    if (name.trim() === '') return;
    onCreate?.(name.trim(), aspect);
    onRename?.(name.trim());
    onClose();
  };
  return (
    <Dialog title={t(onCreate ? 'newProject' : 'renameProject')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label htmlFor={id}>
          <span>{t('projectName')}</span>
          <input
            id={id}
            value={name}
            maxLength={200}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {onCreate && (
          <fieldset className="shapes">
            <legend>{t('aspect')}</legend>
            {ASPECTS.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="aspect"
                  checked={aspect === each}
                  onChange={() => setAspect(each)}
                />
                <span className={`shape shape-${each.replace(':', 'x')}`} aria-hidden="true" />
                <span>
                  {each} <small>{t(`aspectFor_${each.replace(':', 'x')}`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="row end">
          <button type="button" className="button quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main" disabled={name.trim() === ''}>
            {t(onCreate ? 'create' : 'save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
