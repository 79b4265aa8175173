import { useEffect, useState } from 'react';
import type { ScriptFault, ScriptNote, ScriptPreview, TextCut } from '../lib/domain/script-preview.ts';
import type { PanelActions } from './panel-props.ts';
import { useT, type Translate } from './words.tsx';

type Read = Awaited<ReturnType<PanelActions['readScript']>>;

const SHOWN_SCENES = 4;
const SHOWN_NOTES = 50;

/** A script that was read from what the user gave, and how its text is cut. */
export interface ReadSource {
  /** Null while nothing was given or read. */
  readonly read: Read | null;
  readonly cutAs: (cut: TextCut) => void;
}

/** Reads a script whenever another is given; of several reads the newest counts. */
export function useReadScript(source: string | File, readScript: PanelActions['readScript']): ReadSource {
  const [cut, setCut] = useState<{ readonly of: string | File; readonly cut: TextCut } | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const chosen = cut?.of === source ? cut.cut : undefined;
  useEffect(() => {
    if (source === '') return setRead(null);
    let isNewest = true;
    void readScript(source, chosen).then((answer) => {
      if (isNewest) setRead(answer);
    });
    return () => {
      isNewest = false;
    };
  }, [source, chosen, readScript]);
  return { read, cutAs: (as) => setCut({ of: source, cut: as }) };
}

/** What a script would bring, or why it is none. Nothing is written yet. */
export function ScriptRead({
  source: { read, cutAs },
  hasScenes,
}: {
  readonly source: ReadSource;
  /** Whether the project has scenes already; the script's come behind them. */
  readonly hasScenes: boolean;
}) {
  const t = useT();
  if (read === null) return null;
  if (read.ok) return <Preview preview={read.value} hasScenes={hasScenes} onCut={cutAs} />;
  const { fault } = read;
  return (
    <div className="note bad script-fault" role="alert">
      <p>{scriptFaultWords(t, fault)}</p>
      {'text' in fault && fault.text !== '' && <code>{fault.text}</code>}
    </div>
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
  const told = type === 'TextCut' ? values.map((field) => t(`field_${field}`)) : values;
  const words = t(`script_${type}`, ...told);
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
    case 'CutOff':
      return t('scriptFault_CutOff', String(fault.line));
    case 'TooManyScenes':
      return t('scriptFault_TooManyScenes', String(fault.count), String(fault.limit));
    case 'NotText':
    case 'Empty':
    case 'NoScenes':
      return t(`scriptFault_${fault.type}`);
  }
}
