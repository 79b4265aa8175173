import { FileText } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Aspect } from '../lib/domain/project.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions } from './panel-props.ts';
import { ScriptOffer } from './script-offer.tsx';
import { useReadScript } from './script-preview.tsx';
import { useT } from './words.tsx';

/** Brings a script in: paste it, choose it or drop it; what it holds is shown before anything is written. */
export function ImportDialog({
  file: dropped,
  typed,
  onType,
  aspect,
  hasScenes,
  actions,
  onClose,
}: {
  /** A file that was dropped on the panel. */
  readonly file: File | null;
  /** What was typed or pasted; it stays while the dialog is closed. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** The film's format; null where the script makes a new film. */
  readonly aspect: Aspect | null;
  /** Whether the project has scenes already; the script's come behind them. */
  readonly hasScenes: boolean;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(dropped);
  const source = file ?? typed;
  const setSource = (given: string | File): void => {
    setFile(given instanceof File ? given : null);
    if (!(given instanceof File)) onType(given);
  };
  const readSource = useReadScript(source, actions.readScript);
  const name = source instanceof File ? source.name : '';
  return (
    <Dialog title={t('step_importScript')} className="import" onClose={onClose}>
      <div
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const [first] = event.dataTransfer.files;
          if (first) setSource(first);
        }}
      >
        {source instanceof File ? (
          <p className="row">
            <FileText size={16} aria-hidden="true" />
            <span className="grow cut">{name}</span>
            <button type="button" className="button quiet" onClick={() => setFile(null)}>
              {t('remove')}
            </button>
          </p>
        ) : (
          <label htmlFor={id}>
            <span>{t('pasteScript')}</span>
            <textarea
              id={id}
              rows={6}
              value={source}
              placeholder={t('pasteHint')}
              onChange={(event) => setSource(event.target.value)}
            />
          </label>
        )}
        <input
          ref={chooser}
          type="file"
          accept=".json,.txt,.md,text/plain,application/json"
          aria-label={t('chooseFile')}
          hidden
          onChange={(event) => {
            const [first] = event.target.files ?? [];
            if (first) setSource(first);
          }}
        />
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {t('chooseFile')}
        </button>
      </div>
      <ScriptOffer
        source={readSource}
        aspect={aspect}
        hasScenes={hasScenes}
        closeLabel={t('cancel')}
        onImport={(preview) => {
          actions.importScript(preview, name.replace(/(\.outline|\.any|\.lines|\.blocks)?\.[^.]+$/, ''));
          onType('');
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}
