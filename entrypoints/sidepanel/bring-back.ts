import type { Message } from '../../components/panel-props.ts';
import type { Translate } from '../../components/words.tsx';
import { readSnapshot } from '../../lib/domain/snapshot.ts';
import { leftInputs, type LeftInput } from '../../lib/domain/use-again.ts';
import { readInputs } from '../../lib/store/panel-reads.ts';
import { getProject } from '../../lib/store/projects.ts';
import { getScene } from '../../lib/store/scenes.ts';
import { getTake, type TakeKey } from '../../lib/store/takes.ts';
import type { Commands } from '../page/use-commands.ts';
import { live } from '../page/use-live.ts';

/** Has a scene say again what made a take, and tells what that leaves as it is. */
export async function bringBack(
  { send, tell }: Pick<Commands, 'send' | 'tell'>,
  t: Translate,
  key: TakeKey,
): Promise<void> {
  const { sceneIndex: index, ...take } = key;
  const done = await send({ type: 'useAgain', index, ...take });
  if (done === null) return;
  const left = (await readLeft(key)).map((each) => leftWords(t, each)).join(', ');
  tell({ ...said(done.count > 0 ? [String(index)] : null, left), tone: 'plain' });
}

/** `index` is null where the scene said the same already. */
function said(index: readonly string[] | null, left: string): Pick<Message, 'key' | 'values'> {
  const key = index === null ? 'told_sameAlready' : 'told_usedAgain';
  return left === '' ? { key, values: index ?? [] } : { key: `${key}Left`, values: [...(index ?? []), left] };
}

function readLeft(key: TakeKey): Promise<readonly LeftInput[]> {
  return live.store.read(async (tx) => {
    const [project, scene, take] = await Promise.all([
      getProject(tx, key.projectId),
      getScene(tx, key.projectId, key.sceneIndex),
      getTake(tx, key),
    ]);
    if (project === null || scene === null || take === null) return [];
    const present = readSnapshot(key.kind, await readInputs(tx, project, scene), 0);
    return leftInputs(take.snapshot, present);
  });
}

function leftWords(t: Translate, left: LeftInput): string {
  switch (left.input) {
    case 'provider':
      return t('left_provider', t(`provider_${left.was}`));
    case 'model':
      return t('left_model', left.was ?? t('choice_own'));
    case 'aspect':
      return t('left_aspect', left.was);
    case 'lengthS':
    case 'image':
      return t(`left_${left.input}`, String(left.was));
    case 'videoFrom':
    case 'captionStyle':
    case 'pictures':
      return t(`left_${left.input}`);
  }
}
