import { useId, useState, type KeyboardEvent } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import { findScenes } from '../lib/domain/find-scenes.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { Dialog } from './dialog.tsx';
import { sceneName } from './scene-name.ts';
import { useT } from './words.tsx';

const SHOWN = 8;

/** Finds a scene by its number or its words, and goes there. */
export function GoToDialog({
  places,
  onGoTo,
  onClose,
}: {
  readonly places: readonly ScenePlace[];
  readonly onGoTo: (index: SceneIndex) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = findScenes(places, query, SHOWN);
  const at = Math.min(chosen, found.length - 1);
  const go = (place: ScenePlace | undefined): void => {
    if (place === undefined) return;
    onClose();
    onGoTo(place.index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') go(found[at]);
    else if (step !== 0 && found.length > 0) setChosen((at + step + found.length) % found.length);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('goToScene')} className="go-to" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('goToScene')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}found`}
        aria-activedescendant={found.length > 0 ? `${id}${at}` : undefined}
        aria-autocomplete="list"
        placeholder={t('goToHint')}
        data-first
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}found`} role="listbox" aria-label={t('scenes')} className="found">
        {found.map((place, each) => (
          <div
            key={place.index}
            id={`${id}${each}`}
            role="option"
            tabIndex={-1}
            aria-selected={each === at}
            onClick={() => go(place)}
          >
            <b>{sceneName(t, place.index, place.ordinal)}</b> <span className="cut grow">{place.line}</span>
          </div>
        ))}
      </div>
      {query.trim() !== '' && found.length === 0 && <p className="soft">{t('noneFound')}</p>}
    </Dialog>
  );
}
