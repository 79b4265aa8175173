import { useState } from 'react';
import type { Aspect } from '../lib/domain/project.ts';
import type { ScriptPreview } from '../lib/domain/script-preview.ts';
import { ScriptAspect } from './script-aspect.tsx';
import { ScriptRead, type ReadSource } from './script-preview.tsx';
import { useT } from './words.tsx';

/** The end of a dialog that takes a script: what was read, the format it asks for, and the press that imports it. */
export function ScriptOffer({
  source,
  aspect,
  hasScenes,
  closeLabel,
  onImport,
  onClose,
}: {
  readonly source: ReadSource;
  /** The film's format; null where the script makes a new film. */
  readonly aspect: Aspect | null;
  /** Whether the project has scenes already; the script's come behind them. */
  readonly hasScenes: boolean;
  readonly closeLabel: string;
  /** Takes the script; its aspect is null where the film keeps its own. */
  readonly onImport: (preview: ScriptPreview) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [keepsAspect, setKeepsAspect] = useState(false);
  const preview = source.read?.ok === true ? source.read.value : null;
  return (
    <>
      <ScriptRead source={source} hasScenes={hasScenes} />
      {preview !== null && (
        <ScriptAspect
          script={preview.aspect}
          film={aspect}
          hasScenes={hasScenes}
          keeps={keepsAspect}
          onKeep={setKeepsAspect}
        />
      )}
      <div className="row end">
        <button type="button" className="button quiet" onClick={onClose}>
          {closeLabel}
        </button>
        <button
          type="button"
          className="button main"
          disabled={preview === null}
          onClick={() => {
            if (preview === null) return;
            onImport(keepsAspect ? { ...preview, aspect: null } : preview);
            onClose();
          }}
        >
          {preview === null ? t('import') : t('importScenes', preview.scenes.length)}
        </button>
      </div>
    </>
  );
}
