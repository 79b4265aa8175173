import { FileText } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ScriptFault, ScriptNote, ScriptPreview, TextCut } from '../lib/domain/script-preview.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions } from './panel-props.ts';
import { useT, type Translate } from './words.tsx';

type Read = Awaited<ReturnType<PanelActions['readScript']>>;

const SHOWN_SCENES = 4;
const SHOWN_NOTES = 50;

/** Brings a script in: paste it, choose it or drop it; what it holds is shown before anything is written. */
export function ImportDialog({
  file: dropped,
  hasScenes,
  actions,
  onClose,
}: {
  /** A file that was dropped on the panel. */
  readonly file: File | null;
  /** Whether the project has scenes already; the script's come behind them. */
  readonly hasScenes: boolean;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<string | File>(dropped ?? '');
  const [cut, setCut] = useState<TextCut | undefined>(undefined);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (source === '') return setRead(null);
    let isNewest = true;
    void actions.readScript(source, cut).then((answer) => {
      if (isNewest) setRead(answer);
    });
    return () => {
      isNewest = false;
    };
  }, [source, cut, actions]);
  const give = (given: string | File): void => {
    setCut(undefined);
    setSource(given);
  };
  const preview = read?.ok === true ? read.value : null;
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
          if (first) give(first);
        }}
      >
        {source instanceof File ? (
          <p className="row">
            <FileText size={16} aria-hidden="true" />
            <span className="grow cut">{name}</span>
            <button type="button" className="button quiet" onClick={() => give('')}>
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
              onChange={(event) => give(event.target.value)}
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
            if (first) give(first);
          }}
        />
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {t('chooseFile')}
        </button>
      </div>
      {read?.ok === false && (
        <p className="note bad" role="alert">
          {scriptFaultWords(t, read.fault)}
        </p>
      )}
      {preview !== null && <Preview preview={preview} hasScenes={hasScenes} onCut={setCut} />}
      <div className="row end">
        <button type="button" className="button quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={preview === null}
          onClick={() => {
            if (preview === null) return;
            actions.importScript(preview, name.replace(/(\.outline|\.any|\.lines|\.blocks)?\.[^.]+$/, ''));
            onClose();
          }}
        >
          {preview === null ? t('import') : t('importScenes', preview.scenes.length)}
        </button>
      </div>
    </Dialog>
  );
}

function Preview({
  preview,
  hasScenes,
  onCut,
}: {
  readonly preview: ScriptPreview;
  readonly hasScenes: boolean;
  readonly onCut: (cut: TextCut) => void;
}) {
  const t = useT();
  const { scenes, notes, other, format, aspect } = preview;
  return (
    <section className="preview" aria-label={t('preview')}>
      <p>
        <strong>{t('count_scenes', scenes.length)}</strong> · {t(`format_${format.replace('-', '_')}`)}
        {aspect !== null && ` · ${aspect}`}
        {hasScenes && ` · ${t('importBehind')}`}
      </p>
      {other !== null && (
        <p className="row">
          <span className="grow soft">{t(`cut_${format}`)}</span>
          <button type="button" className="button" onClick={() => onCut(other)}>
            {t(`cutAs_${other}`)}
          </button>
        </p>
      )}
      {notes.length > 0 && (
        <ul className="notes" aria-label={t('importNotes')}>
          {notes.slice(0, SHOWN_NOTES).map((note, at) => (
            <li key={at} className={note.severity}>
              {noteWords(t, note)}
            </li>
          ))}
          {notes.length > SHOWN_NOTES && <li>{t('andMore', notes.length - SHOWN_NOTES)}</li>}
        </ul>
      )}
      <ol className="first-scenes">
        {scenes.slice(0, SHOWN_SCENES).map((scene, at) => (
          <li key={at}>
            <strong>{scene.title}</strong>{' '}
            <span className="soft">{scene.description || scene.imagePrompt}</span>
          </li>
        ))}
        {scenes.length > SHOWN_SCENES && (
          <li className="soft rest">{t('andMore', scenes.length - SHOWN_SCENES)}</li>
        )}
      </ol>
    </section>
  );
}

function noteWords(t: Translate, { type, line, scene, values }: ScriptNote): string {
  const place = [
    scene === null ? '' : t('scene', String(scene)),
    line === null ? '' : t('line', String(line)),
  ];
  const where = place.filter((part) => part !== '').join(', ');
  const words = t(`script_${type}`, ...values);
  return where === '' ? words : `${where}: ${words}`;
}

function scriptFaultWords(t: Translate, fault: ScriptFault): string {
  switch (fault.type) {
    case 'TooLarge':
      return t(
        'scriptFault_TooLarge',
        String(Math.round(fault.sizeBytes / 1e6)),
        String(Math.round(fault.limitBytes / 1e6)),
      );
    case 'BrokenJson':
      return t('scriptFault_BrokenJson', String(fault.line), String(fault.column));
    case 'TooManyScenes':
      return t('scriptFault_TooManyScenes', String(fault.count), String(fault.limit));
    case 'NotText':
    case 'Empty':
    case 'NoScenes':
      return t(`scriptFault_${fault.type}`);
  }
}
