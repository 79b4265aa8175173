import './replace.css';
import { useId, useMemo, useState } from 'react';
import type { TextQuery } from '../lib/domain/find-text.ts';
import { findInScenes, rewritesOf, type SceneHit } from '../lib/domain/replace-text.ts';
import { TEXT_FIELDS, type Scene, type TextField } from '../lib/domain/scene.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** As many as are read at a glance; more are shown at a press, all of them are replaced. */
const SHOWN = 200;
const NO_SCENES: readonly Scene[] = [];

/** Finds words in all prompts and texts and puts others in their place: every hit is shown before, and can be left out. */
export function ReplaceDialog({
  useScript,
  onReplace,
  onClose,
}: {
  readonly useScript: PanelData['useScript'];
  readonly onReplace: PanelActions['replaceText'];
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const scenes = useScript() ?? NO_SCENES;
  const [query, setQuery] = useState<TextQuery>({ find: '', matchCase: false, wholeWord: false });
  const [words, setWords] = useState('');
  const [fields, setFields] = useState(TEXT_FIELDS);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const hits = useMemo(() => findInScenes(scenes, fields, query), [scenes, fields, query]);
  const kept = hits.filter(({ key }) => !left.has(key));
  const { texts, tooLong } = useMemo(() => rewritesOf(scenes, kept, words), [scenes, kept, words]);
  const change = (changed: Partial<TextQuery>): void => {
    setQuery({ ...query, ...changed });
    setLeft(new Set());
  };
  return (
    <Dialog title={t('replace')} className="replace" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (texts.length === 0) return;
          onReplace(texts);
          onClose();
        }}
      >
        <div className="sides">
          <label htmlFor={`${id}find`}>
            <span>{t('replace_find')}</span>
            <input
              id={`${id}find`}
              type="text"
              data-first
              value={query.find}
              onChange={(event) => change({ find: event.target.value })}
            />
          </label>
          <label htmlFor={`${id}words`}>
            <span>{t('replace_with')}</span>
            <input
              id={`${id}words`}
              type="text"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </div>
        <fieldset className="ticks">
          <legend>{t('replace_how')}</legend>
          <Choice
            name={t('replace_matchCase')}
            checked={query.matchCase}
            onChange={(matchCase) => change({ matchCase })}
          />
          <Choice
            name={t('replace_wholeWord')}
            checked={query.wholeWord}
            onChange={(wholeWord) => change({ wholeWord })}
          />
        </fieldset>
        <fieldset className="ticks">
          <legend>{t('replace_in')}</legend>
          {TEXT_FIELDS.map((field) => (
            <Choice
              key={field}
              name={t(`field_${field}`)}
              checked={fields.includes(field)}
              onChange={(isIn) => setFields(withField(fields, field, isIn))}
            />
          ))}
        </fieldset>
        {query.find !== '' && (
          <p className="soft">{hits.length === 0 ? t('replace_none') : t('replace_found', hits.length)}</p>
        )}
        <Hits hits={hits} words={words} left={left} onLeave={setLeft} />
        {tooLong > 0 && <p className="note plain">{t('replace_tooLong', tooLong)}</p>}
        <div className="row end">
          <button type="button" className="button quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main" disabled={texts.length === 0}>
            {kept.length === 0 ? t('replace_now') : t('replace_count', kept.length)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Choice({
  name,
  checked,
  onChange,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{name}</span>
    </label>
  );
}

/** Every hit between the words around it, as it is and as it would be. */
function Hits({
  hits,
  words,
  left,
  onLeave,
}: {
  readonly hits: readonly SceneHit[];
  readonly words: string;
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}) {
  const t = useT();
  const [most, setMost] = useState(SHOWN);
  if (hits.length === 0) return null;
  return (
    <>
      <ul className="hits" aria-label={t('replace_hits')}>
        {hits.slice(0, most).map(({ key, index, field, before, found, after }) => (
          <li key={key}>
            <label className="check">
              <input
                type="checkbox"
                checked={!left.has(key)}
                onChange={(event) => onLeave(withKey(left, key, !event.target.checked))}
              />
              <span>
                <b>{t('scene', String(index))}</b> <span className="soft">{t(`field_${field}`)}</span>
                <br />
                {before}
                <del>{found}</del>
                {words !== '' && <ins>{words}</ins>}
                {after}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {hits.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + SHOWN)}>
          {t('andMore', hits.length - most)}
        </button>
      )}
    </>
  );
}

function withField(fields: readonly TextField[], field: TextField, isIn: boolean): readonly TextField[] {
  return TEXT_FIELDS.filter((each) => (each === field ? isIn : fields.includes(each)));
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
