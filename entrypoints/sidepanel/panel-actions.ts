import { faultWords } from '../../components/fault-words.ts';
import { sizeWords } from '../../components/size-words.ts';
import type { FilmActions } from '../../components/film-dialog.tsx';
import type { PanelActions, Reminders } from '../../components/panel-props.ts';
import type { CardAction } from '../../lib/domain/card-actions.ts';
import type { Done, SceneDraft } from '../../lib/domain/command.ts';
import type { DownloadRequest } from '../../lib/domain/download.ts';
import { newId, type ProjectId, type SceneIndex } from '../../lib/domain/ids.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import type { OrdersOut } from '../../lib/domain/storage-use.ts';
import type { Language } from '../../lib/domain/settings.ts';
import { playChime } from '../../lib/platform/chime.ts';
import { askToNotify } from '../../lib/platform/notify.ts';
import { loadSample, loadSamplePicture } from '../../lib/platform/sample.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { countOtherAspects } from '../../lib/store/other-aspects.ts';
import { getOrder } from '../../lib/store/scenes.ts';
import { readCard } from '../../lib/store/panel-reads.ts';
import { readStaleScenes } from '../../lib/store/stale-reads.ts';
import { background } from '../page/live-store.ts';
import { copyText } from './copy-text.ts';
import { bringBack } from './bring-back.ts';
import type { Commands } from '../page/use-commands.ts';
import { newestScene, once, scriptActions } from './script-actions.ts';
import { openStudioAt } from './open-studio.ts';
import { live } from '../page/use-live.ts';
import type { PictureActions } from './use-pictures.ts';
import type { Translate } from '../../components/words.tsx';

/** What the panel's callbacks are made from. */
export interface ActionPorts {
  readonly commands: Omit<Commands, 'undoOffer' | 'redoOffer' | 'message'>;
  readonly pictures: PictureActions;
  readonly projectId: ProjectId | null;
  readonly language: Language;
  readonly t: Translate;
  readonly film: FilmActions;
  choose(id: ProjectId): void;
}

const EMPTY_SCENE: SceneDraft = {
  title: '',
  description: '',
  voiceOver: '',
  imagePrompt: '',
  videoPrompt: '',
  lengthS: 8,
  chapter: '',
  extra: null,
};

/** Turns what the user does into commands. */
export function panelActions(ports: ActionPorts): PanelActions {
  const { commands, projectId, t, choose, film } = ports;
  const { send } = commands;
  const inProject = (run: (id: ProjectId) => void): void => {
    if (projectId !== null) run(projectId);
  };
  const chooseMade = (done: Done | null): void => {
    if (done?.projectId != null) choose(done.projectId);
  };
  const tellOrdered = (of: 'images' | 'ordered') => (done: Done | null) => {
    if (done === null) return;
    const [first] = done.left;
    const left = done.left.map(({ index }) => index).join(', ');
    commands.tell(
      first === undefined
        ? { key: `told_${of}`, values: [done.count], tone: 'plain' }
        : { key: 'told_left', values: [done.count, left, faultWords(t, first.fault)], tone: 'plain' },
    );
  };
  const download = async (request: DownloadRequest): Promise<void> => {
    const saved = await background.download(request);
    commands.close();
    if (!saved.ok) return commands.tellFault(saved.fault);
    const { started, folder } = saved.value;
    commands.tell(
      started === 0
        ? { key: 'told_alreadySaved', values: [folder], tone: 'plain' }
        : { key: 'told_downloaded', values: [started, folder], tone: 'plain' },
    );
  };
  return {
    createProject: (name, aspect, provider, start) =>
      void send({ type: 'createProject', name, aspect, provider, scenes: [], ...start }).then(chooseMade),
    savePreset: (name) =>
      inProject(
        (id) =>
          void send({ type: 'savePreset', projectId: id, name }).then((done) => {
            if (done !== null) commands.tell({ key: 'told_preset', values: [name], tone: 'plain' });
          }),
      ),
    removePreset: (name) => inProject((id) => void send({ type: 'removePreset', projectId: id, name })),
    renameProject: (id, name, client) => void send({ type: 'renameProject', projectId: id, name, client }),
    archiveProject: (id, archived) => void send({ type: 'archiveProject', projectId: id, archived }),
    deleteProject: (id) => void send({ type: 'deleteProject', projectId: id }),
    chooseProject: choose,
    openSample: () => void once('sample', () => openSampleIn(ports)),
    copyText: (text) => copyText(commands, text),
    copyPrompt: (text) =>
      void copyText(commands, text).then((isThere) => {
        if (isThere) commands.tell({ key: 'copied', values: [], tone: 'plain' });
      }),
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
    addScene: async (after) =>
      projectId === null ? null : once('add', () => addScene(commands, projectId, after)),
    duplicateScene: async (index) =>
      projectId === null ? null : once('add', () => duplicateScene(commands, projectId, index)),
    ...scriptActions(commands, projectId),
    moveScene: (index, way) => inProject((id) => void move(commands, id, index, way)),
    placeScene: (index, after) => inProject((id) => void place(commands, id, index, after)),
    ...ports.pictures,
    deleteScene: (index) => inProject((id) => void send({ type: 'deleteScene', projectId: id, index })),
    pickTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'pickTake', projectId: id, index, kind, number })),
    seeTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'seeTake', projectId: id, index, kind, number })),
    binTake: (index, kind, number) =>
      inProject((id) => void send({ type: 'markTake', projectId: id, index, kind, number, binned: true })),
    starTake: (index, kind, number, starred) =>
      inProject((id) => void send({ type: 'markTake', projectId: id, index, kind, number, starred })),
    archiveTake: (index, kind, number, archived) =>
      inProject((id) => void send({ type: 'markTake', projectId: id, index, kind, number, archived })),
    noteTake: async (index, kind, number, note) =>
      projectId !== null && (await send({ type: 'markTake', projectId, index, kind, number, note })) !== null,
    useAgain: (index, kind, number) =>
      inProject((id) => void bringBack(commands, t, { projectId: id, sceneIndex: index, kind, number })),
    downloadTake: (index, kind, number) =>
      inProject((id) => void download({ type: 'take', projectId: id, index, kind, number })),
    downloadPick: (index) => inProject((id) => void download({ type: 'pick', projectId: id, index })),
    downloadAll: () => inProject((id) => void download({ type: 'picks', projectId: id })),
    film,
    openStudio: (view) => inProject((id) => void openStudioAt({ projectId: id, view })),
    deleteScenes: (scenes) => inProject((id) => void send({ type: 'deleteScenes', projectId: id, scenes })),
    setLengths: (scenes, lengthS) =>
      inProject((id) => void send({ type: 'setLengths', projectId: id, scenes, lengthS })),
    moveInQueue: (to, scenes) => inProject((id) => void send({ type: to, projectId: id, scenes })),
    setMaker: (scenes, madeWith) =>
      inProject((id) => void send({ type: 'setMaker', projectId: id, scenes, madeWith })),
    findStale: () =>
      projectId === null ? Promise.resolve([]) : live.store.read((tx) => readStaleScenes(tx, projectId)),
    generateAll: (kind, of) =>
      inProject(
        (id) =>
          void send({ type: 'generateAll', projectId: id, kind, ...of }).then(
            tellOrdered(kind === 'image' ? 'images' : 'ordered'),
          ),
      ),
    retryFailed: (scenes) =>
      inProject(
        (id) =>
          void send({ type: 'retryFailed', projectId: id, ...(scenes && { scenes }) }).then(
            tellOrdered('ordered'),
          ),
      ),
    pause: () => void send({ type: 'pause' }),
    resume: () => void send({ type: 'resume' }),
    stopAll: (scenes) =>
      inProject((id) => void send({ type: 'stopAll', projectId: id, ...(scenes && { scenes }) })),
    undo: () => void commands.undo(),
    redo: () => void commands.redo(),
    closeMessage: commands.close,
    setProject: (change) => inProject((id) => void setProject(ports, id, change)),
    goToFlow: () => void background.goToFlow(),
    undoZoom: () => void background.undoZoom(),
    checkFlow: () => background.checkFlow(),
    later: (taskId) => void send({ type: 'later', taskId }),
    adoptOrder: (index, operation) =>
      inProject((id) => void send({ type: 'adoptOrder', projectId: id, index, operation })),
    keepYours: (taskId) => void send({ type: 'keepYours', taskId }),
    putBack: (taskId) => void send({ type: 'putBack', taskId }),
    cancelTask: (taskId) => void send({ type: 'cancel', taskId }),
    helpOnFlow: async (help) => {
      const helped = await background.helpOnFlow(help);
      if (!helped.ok) commands.tellFault(helped.fault);
    },
    liftHold: ({ provider, model }) => void send({ type: 'liftHold', provider, model }),
    setSettings: (change) => void send({ type: 'setSettings', ...change }),
    setReminders: (change) => void setReminders(commands, change),
    readFlowOffers: () => void background.readFlowOffers(),
    setSaveTakes: (saveTakes) => void send({ type: 'setSaveTakes', saveTakes }),
    trySaving: () => void background.trySaving(),
    binUnused: (id) => void send({ type: 'binUnused', projectId: id }),
    emptyBin: (ordersOut) => emptyBin(commands, t, ordersOut),
    checkStore: () => void checkStore(commands),
    reload: () => location.reload(),
  };
}

/** The browser asks in the user's press alone: nothing may be awaited before. */
async function setReminders(
  { send, tell }: ActionPorts['commands'],
  change: Partial<Reminders>,
): Promise<void> {
  if (change.notification === true && !(await askToNotify()))
    return tell({ key: 'told_notAllowed', values: [], tone: 'plain' });
  // The first sound is heard at once, so that the user knows what to listen for.
  if (change.sound === true) void playChime();
  await send({ type: 'setSettings', ...change });
}

/** Paid orders that are out are asked about in the dialog and not told as a fault. */
async function emptyBin(
  { tell, tellFault }: ActionPorts['commands'],
  t: Translate,
  ordersOut: OrdersOut,
): Promise<number> {
  const id = newId('command', Math.random);
  const answer = await background.command(id, { type: 'emptyBin', ordersOut });
  if (answer.ok) {
    const freed = answer.value.care?.freedBytes ?? 0;
    tell({ key: 'told_emptied', values: [sizeWords(t, freed)], tone: 'plain' });
    return 0;
  }
  if (answer.fault.type === 'OrdersOut') return answer.fault.count;
  tellFault(answer.fault);
  return 0;
}

async function checkStore({ send, tell }: ActionPorts['commands']): Promise<void> {
  const done = await send({ type: 'checkStore' });
  if (done?.care === undefined) return;
  const { missing, orphans, picks, damaged } = done.care;
  const values = [missing, orphans, picks, damaged].map(String);
  tell(
    done.count === 0
      ? { key: 'told_checked', values: [], tone: 'plain' }
      : { key: 'told_mended', values, tone: missing + damaged > 0 ? 'bad' : 'plain' },
  );
}

async function openSampleIn({ commands, language, t, choose }: ActionPorts): Promise<void> {
  const [{ readScript }, { openSample }] = await Promise.all([
    import('../../lib/script/read-script.ts'),
    import('./open-sample.ts'),
  ]);
  const read = readScript(await loadSample(language));
  if (!read.ok) throw new Error(`The sample is no script: ${read.fault.type}`);
  const opened = await openSample({
    preview: read.value,
    name: t('sampleName'),
    send: commands.send,
    newCommandId: () => newId('command', Math.random),
    order: (id) => live.store.read((tx) => getOrder(tx, id)),
    loadPicture: loadSamplePicture,
    addAsset: (bytes, owner) => addAsset(live.store, bytes, owner, 'output', Date.now()),
  });
  if (opened === null) return;
  choose(opened.projectId);
  if (opened.without > 0) {
    commands.tell({ key: 'told_withoutPicture', values: [opened.without], tone: 'bad' });
  }
}

/** Another aspect says how many takes it makes stale, beside the button that takes it back. */
async function setProject(
  { commands: { send, tell }, t }: ActionPorts,
  projectId: ProjectId,
  change: Parameters<PanelActions['setProject']>[0],
): Promise<void> {
  const { aspect, provider } = change;
  const stale = aspect && (await live.store.read((tx) => countOtherAspects(tx, projectId, aspect)));
  const done = await send({ type: 'setProject', projectId, ...change });
  if (done?.editId != null && provider !== undefined) {
    tell({ key: 'told_maker', values: [t(`provider_${provider}`)], tone: 'plain' });
  }
  if (done?.editId == null || aspect === undefined || stale === undefined) return;
  if (stale === 0) tell({ key: 'told_aspect', values: [aspect], tone: 'plain' });
  else tell({ key: 'told_aspectStale', values: [stale, aspect], tone: 'plain' });
}

async function move(
  commands: ActionPorts['commands'],
  projectId: ProjectId,
  index: SceneIndex,
  way: 'up' | 'down',
): Promise<void> {
  const order = await live.store.read((tx) => getOrder(tx, projectId));
  const at = order.indexOf(index);
  if (at === -1 || (way === 'up' ? at === 0 : at === order.length - 1)) return;
  const after = way === 'up' ? (order[at - 2] ?? null) : (order[at + 1] ?? null);
  await place(commands, projectId, index, after);
}

async function place(
  { send, tell }: ActionPorts['commands'],
  projectId: ProjectId,
  index: SceneIndex,
  after: SceneIndex | null,
): Promise<void> {
  const done = await send({ type: 'moveScene', projectId, index, after });
  if (done === null || done.count === 0) return;
  const order = await live.store.read((tx) => getOrder(tx, projectId));
  const ordinal = order.indexOf(index) + 1;
  tell({ key: 'told_moved', values: [String(index), String(ordinal), String(order.length)], tone: 'plain' });
}

/** Where a scene's number and place first come apart, says why: the number is its name for life (L1). */
async function addScene(
  { send, tell }: ActionPorts['commands'],
  projectId: ProjectId,
  after: SceneIndex | null,
): Promise<SceneIndex | null> {
  const before = await live.store.read((tx) => getOrder(tx, projectId));
  const done = await send({ type: 'addScene', projectId, after, scene: EMPTY_SCENE });
  if (done === null) return null;
  const index = await newestScene(projectId);
  const wereApart = before.some((each, at) => each !== at + 1);
  const isLast = after === (before.at(-1) ?? null);
  if (index !== null && !isLast && !wereApart) {
    const ordinal = after === null ? 1 : before.indexOf(after) + 2;
    tell({ key: 'told_inserted', values: [String(index), String(ordinal)], tone: 'plain' });
  }
  return index;
}

async function duplicateScene(
  { send }: ActionPorts['commands'],
  projectId: ProjectId,
  index: SceneIndex,
): Promise<SceneIndex | null> {
  const done = await send({ type: 'duplicateScene', projectId, index });
  return done === null ? null : newestScene(projectId);
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
    case 'moveToFront':
    case 'moveToBack':
      return void (await send({ type: action, projectId, scenes: [index] }));
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
      return;
    case 'goToFlow':
      return void (await background.goToFlow());
    case 'later':
      return void (task && (await send({ type: 'later', taskId: task.id })));
  }
}
