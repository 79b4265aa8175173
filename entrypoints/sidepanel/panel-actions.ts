import { faultWords } from '../../components/fault-words.ts';
import type { PanelActions } from '../../components/panel-props.ts';
import type { CardAction } from '../../lib/domain/card-actions.ts';
import type { Done } from '../../lib/domain/command.ts';
import type { DownloadRequest } from '../../lib/domain/download.ts';
import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import type { Language } from '../../lib/domain/settings.ts';
import { loadSample } from '../../lib/platform/sample.ts';
import { getOrder } from '../../lib/store/scenes.ts';
import { readCard } from '../../lib/store/panel-reads.ts';
import { background } from './live-store.ts';
import type { Commands } from './use-commands.ts';
import { live } from './use-live.ts';
import type { Translate } from '../../components/words.tsx';

/** What the panel's callbacks are made from. */
export interface ActionPorts {
  readonly commands: Commands;
  readonly projectId: ProjectId | null;
  readonly language: Language;
  readonly t: Translate;
  choose(id: ProjectId): void;
}

/** Turns what the user does into commands. */
export function panelActions(ports: ActionPorts): PanelActions {
  const { commands, projectId, language, t, choose } = ports;
  const { send } = commands;
  const inProject = (run: (id: ProjectId) => void): void => {
    if (projectId !== null) run(projectId);
  };
  const chooseMade = (done: Done | null): void => {
    if (done?.projectId != null) choose(done.projectId);
  };
  const tellOrdered = (done: Done | null): void => {
    if (done === null) return;
    const [first] = done.left;
    commands.tell(
      first === undefined
        ? { key: 'told_ordered', values: [done.count], tone: 'plain' }
        : { key: 'told_left', values: [done.left.length, faultWords(t, first.fault)], tone: 'plain' },
    );
  };
  const download = async (request: DownloadRequest): Promise<void> => {
    const saved = await background.download(request);
    if (!saved.ok) return commands.tellFault(saved.fault);
    const { started, folder } = saved.value;
    commands.tell(
      started === 0
        ? { key: 'told_alreadySaved', values: [folder], tone: 'plain' }
        : { key: 'told_downloaded', values: [started, folder], tone: 'plain' },
    );
  };
  return {
    createProject: (name, aspect) =>
      void send({ type: 'createProject', name, aspect, scenes: [] }).then(chooseMade),
    renameProject: (id, name) => void send({ type: 'renameProject', projectId: id, name }),
    deleteProject: (id) => void send({ type: 'deleteProject', projectId: id }),
    chooseProject: choose,
    openSample: () => void openSample(commands, language, t).then(chooseMade),
    readScript: async (source, cut) => {
      const { readScript, readScriptBytes, SCRIPT_LIMIT_BYTES } =
        await import('../../lib/script/read-script.ts');
      if (typeof source === 'string') return readScript(source, cut);
      if (source.size <= SCRIPT_LIMIT_BYTES)
        return readScriptBytes(new Uint8Array(await source.arrayBuffer()), cut);
      // A large file is refused by its size: reading it first would fill the memory.
      const fault = { type: 'TooLarge', sizeBytes: source.size, limitBytes: SCRIPT_LIMIT_BYTES } as const;
      return { ok: false, fault };
    },
    importScript: ({ scenes, aspect }, name) => {
      if (projectId !== null) void send({ type: 'importScript', projectId, scenes, aspect });
      else {
        const called = name.trim() === '' ? t('newFilm') : name.slice(0, 200);
        const shape = aspect ?? '16:9';
        void send({ type: 'createProject', name: called, aspect: shape, scenes }).then(chooseMade);
      }
    },
    act: (index, kind, action) => inProject((id) => void act(ports, id, index, kind, action)),
    editScene: async (index, text) =>
      projectId !== null && (await send({ type: 'editScene', projectId, index, text })) !== null,
    moveScene: (index, way) => inProject((id) => void move(commands, id, index, way)),
    deleteScene: (index) => inProject((id) => void send({ type: 'deleteScene', projectId: id, index })),
    pickTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'pickTake', projectId: id, index, kind, number })),
    seeTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'seeTake', projectId: id, index, kind, number })),
    binTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'markTake', projectId: id, index, kind, number, binned: true })),
    downloadTake: (index, kind, number) =>
      inProject((id) => void download({ type: 'take', projectId: id, index, kind, number })),
    downloadPick: (index) => inProject((id) => void download({ type: 'pick', projectId: id, index })),
    downloadAll: () => inProject((id) => void download({ type: 'picks', projectId: id })),
    generateAll: (kind) =>
      inProject((id) => void send({ type: 'generateAll', projectId: id, kind }).then(tellOrdered)),
    retryFailed: () => inProject((id) => void send({ type: 'retryFailed', projectId: id }).then(tellOrdered)),
    pause: () => void send({ type: 'pause' }),
    resume: () => void send({ type: 'resume' }),
    stopAll: () => inProject((id) => void send({ type: 'stopAll', projectId: id })),
    undo: (editId) =>
      void send({ type: 'undo', editId }).then((done) => {
        if (done !== null) commands.tell({ key: 'told_undone', values: [], tone: 'plain' });
      }),
    closeMessage: commands.close,
    setLanguage: (chosen) => void send({ type: 'setLanguage', language: chosen }),
    setProject: (change) => inProject((id) => void send({ type: 'setProject', projectId: id, ...change })),
    liftHold: ({ provider, model }) => void send({ type: 'liftHold', provider, model }),
    reload: () => location.reload(),
  };
}

async function openSample({ send }: Commands, language: Language, t: Translate): Promise<Done | null> {
  const { readScript } = await import('../../lib/script/read-script.ts');
  const read = readScript(await loadSample(language));
  if (!read.ok) throw new Error(`The sample is no script: ${read.fault.type}`);
  const { scenes, aspect } = read.value;
  return send({ type: 'createProject', name: t('sampleName'), aspect: aspect ?? '16:9', scenes });
}

async function move(
  { send }: Commands,
  projectId: ProjectId,
  index: SceneIndex,
  way: 'up' | 'down',
): Promise<void> {
  const order = await live.store.read((tx) => getOrder(tx, projectId));
  const at = order.indexOf(index);
  if (at === -1 || (way === 'up' ? at === 0 : at === order.length - 1)) return;
  const after = way === 'up' ? (order[at - 2] ?? null) : (order[at + 1] ?? null);
  await send({ type: 'moveScene', projectId, index, after });
}

async function act(
  { commands: { send } }: ActionPorts,
  projectId: ProjectId,
  index: SceneIndex,
  kind: Kind | null,
  action: CardAction,
): Promise<void> {
  const card = await live.store.read((tx) => readCard(tx, projectId, index));
  const task = card?.status.task ?? null;
  switch (action) {
    case 'generateImage':
    case 'regenerateImage':
      return void (await send({ type: 'generate', projectId, index, kind: 'image' }));
    case 'generateVideo':
    case 'regenerateVideo':
      return void (await send({ type: 'generate', projectId, index, kind: 'video' }));
    case 'retry':
      return void (await send({ type: 'retry', projectId, index, kind: kind ?? 'video' }));
    case 'cancel':
    case 'stopWaiting':
      return void (task && (await send({ type: 'cancel', taskId: task.id })));
    case 'useTake': {
      const number = kind === null ? undefined : card?.facts.fresh[kind];
      if (kind === null || number === undefined) return;
      return void (await send({ type: 'pickTake', projectId, index, kind, number }));
    }
    case 'checkAgain':
      return void (task && (await send({ type: 'checkAgain', taskId: task.id })));
    case 'confirmSent': {
      const operation = task?.phase.state === 'uncertain' ? task.phase.candidates[0] : undefined;
      if (task === null || operation === undefined) return;
      return void (await send({ type: 'confirmSent', taskId: task.id, operation }));
    }
    case 'confirmNotSent':
      return void (task && (await send({ type: 'confirmNotSent', taskId: task.id })));
    // The card itself opens these, or the Flow page that comes with its provider.
    case 'prompt':
    case 'changePicture':
    case 'compare':
    case 'goToFlow':
    case 'later':
      return;
  }
}
