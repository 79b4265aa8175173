import type { Aspect } from '../lib/domain/project.ts';
import { useT } from './words.tsx';

/** Says where a script asks for another format than its film has: the user chooses, and a film with scenes keeps its own. */
export function ScriptAspect({
  script,
  film,
  hasScenes,
  keeps,
  onKeep,
}: {
  /** Null where the script names none. */
  readonly script: Aspect | null;
  /** Null where the script makes a new film. */
  readonly film: Aspect | null;
  readonly hasScenes: boolean;
  readonly keeps: boolean;
  readonly onKeep: (keeps: boolean) => void;
}) {
  const t = useT();
  if (script === null || film === null || script === film) return null;
  if (hasScenes) return <p className="soft">{t('scriptAspectIgnored', script, film)}</p>;
  return (
    <label className="check">
      <input type="checkbox" checked={!keeps} onChange={(event) => onKeep(!event.target.checked)} />
      <span>{t('scriptAspectTaken', script, film)}</span>
    </label>
  );
}
