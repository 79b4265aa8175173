import type { Message, PanelActions } from '../../components/panel-props.ts';
import type { Rewrite } from '../../lib/domain/replace-text.ts';
import type { Done } from '../../lib/domain/command.ts';
import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import { getOrder, getScenes } from '../../lib/store/scenes.ts';
import type { Commands } from '../page/use-commands.ts';
import { live } from '../page/use-live.ts';

/** What the panel can ask for that is about the script as a whole. */
export function scriptActions(
  { send, tell, close }: Pick<Commands, 'send' | 'tell' | 'close'>,
  projectId: ProjectId | null,
): Pick<PanelActions, 'splitScene' | 'tellSplit' | 'joinScenes' | 'replaceText' | 'addStyle'> {
  const replace = async (texts: readonly Rewrite[], told: (done: Done) => Message): Promise<void> => {
    const done = projectId && (await send({ type: 'replaceText', projectId, texts }));
    if (done) tell(told(done));
  };
  return {
    splitScene: async (index, part) =>
      projectId === null
        ? null
        : once('add', async () => {
            const done = await send({ type: 'splitScene', projectId, index, ...part });
            return done === null ? null : newestScene(projectId);
          }),
    tellSplit: () => {
      // Nothing was done: an undo beside it would be of something else.
      close();
      tell({ key: 'told_splitHow', values: [], tone: 'plain' });
    },
    joinScenes: (index) => {
      if (projectId !== null) void send({ type: 'joinScenes', projectId, index });
    },
    replaceText: (texts) =>
      void replace(texts, ({ count }) => ({ key: 'told_replaced', values: [count], tone: 'plain' })),
    addStyle: async (chosen, style) => {
      if (projectId === null) return;
      const texts = await styled(projectId, chosen, style);
      const { size } = new Set(texts.map(({ index }) => index));
      await replace(texts, () => ({ key: 'told_styled', values: [size], tone: 'plain' }));
    },
  };
}

/** Few add a style: how it is written is read when somebody does. */
async function styled(
  projectId: ProjectId,
  chosen: readonly SceneIndex[],
  style: string,
): Promise<readonly Rewrite[]> {
  const { withStyle } = await import('../../lib/domain/add-style.ts');
  const scenes = await live.store.read((tx) => getScenes(tx, projectId));
  return withStyle(
    scenes.filter(({ index }) => chosen.includes(index)),
    style,
  );
}

const underWay = new Map<string, Promise<unknown>>();

/** A second press while the first is carried out is the same press: it gets nothing. */
export async function once<T>(what: string, run: () => Promise<T>): Promise<T | null> {
  if (underWay.has(what)) return null;
  const running = run();
  underWay.set(what, running);
  return running.finally(() => underWay.delete(what));
}

/** Indexes only rise: the newest scene has the highest. */
export async function newestScene(projectId: ProjectId): Promise<SceneIndex | null> {
  const order = await live.store.read((tx) => getOrder(tx, projectId));
  return order.toSorted((a, b) => b - a)[0] ?? null;
}
