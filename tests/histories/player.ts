import type { Answer, Command } from '../../lib/domain/command.ts';
import type { ProviderName } from '../../lib/domain/capabilities.ts';
import { newId, type CommandId, type ProjectId } from '../../lib/domain/ids.ts';
import type { Scene } from '../../lib/domain/scene.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { World } from '../durability/world.ts';
import { draft, PICTURE_MEDIA, sceneIndex, seeded } from '../fakes/studio.ts';
import type { Deed, History, Mood, UserDeed } from './deed.ts';
import { playOnFlow } from './play-on-flow.ts';
import { readRows, type Rows } from './rows.ts';

/** What a deed came to: the command that it was and its answer; null where it was none. */
export interface Done {
  readonly command: Command | null;
  readonly answer: Answer | null;
}

const NOTHING: Done = { command: null, answer: null };

/** Plays deeds in a world. */
export class Player {
  readonly world: World;
  private readonly queues: { [C in Mood['call']]: Extract<Mood, { call: C }>['mood'][] } = {
    check: [],
    submit: [],
    poll: [],
    fetch: [],
    lookUp: [],
  };
  private readonly turns: number[] = [];
  private readonly random = seeded(11);

  constructor(history: History) {
    this.world = new World(history.shape);
    const { queues } = this;
    Object.assign(this.world.service.moods, {
      check: () => queues.check.shift() ?? 'ok',
      submit: () => queues.submit.shift() ?? 'ok',
      poll: () => queues.poll.shift() ?? 'ok',
      fetch: () => queues.fetch.shift() ?? 'ok',
      lookUp: () => queues.lookUp.shift() ?? 'ok',
      slow: () => this.turns.shift() ?? 0,
    });
  }

  /** Does one thing, given what the store said before it. */
  async play(deed: Deed, rows: Rows): Promise<Done> {
    const { world } = this;
    switch (deed.do) {
      case 'command':
        return this.command(deed.deed, deed.sentTwice, rows);
      case 'flow':
        await playOnFlow(world, deed.deed);
        return NOTHING;
      case 'mood':
        this.moody(deed.mood, deed.times);
        return NOTHING;
      case 'slow':
        this.turns.push(...deed.turns);
        return NOTHING;
      case 'hear':
        for (let time = 0; time < deed.times; time++) {
          const chosen = deed.attempt === null ? null : choose(rows.attempts, deed.attempt);
          await world.heard(chosen?.id ?? newId('attempt', this.random));
        }
        return NOTHING;
      case 'turn':
        for (let turn = 0; turn < deed.turns; turn++) await new Promise((next) => setImmediate(next));
        return NOTHING;
      case 'run':
        await world.settle(world.now + deed.ms);
        return NOTHING;
      case 'die':
        world.life.dieIn(deed.points);
        world.deaths.push(...deed.nextLives);
        return NOTHING;
      case 'kill':
        await world.wake();
        return NOTHING;
    }
  }

  /** From here on the service is well, and nobody dies. */
  calm(): void {
    for (const queue of Object.values(this.queues)) queue.length = 0;
    this.turns.length = 0;
    this.world.deaths.length = 0;
  }

  private moody({ call, mood }: Mood, times: number): void {
    const queue: string[] = this.queues[call];
    for (let time = 0; time < times; time++) queue.push(mood);
  }

  private async command(deed: UserDeed, sentTwice: boolean, rows: Rows): Promise<Done> {
    const { world } = this;
    const id = world.commandId();
    const command = await this.commandOf(deed, rows, id);
    if (command === null) return NOTHING;
    const answer = await world.command(command, id);
    if (!sentTwice) return { command, answer };
    const again = await world.command(command, id);
    if (JSON.stringify(again) !== JSON.stringify(answer)) throw new Error(`L11 another answer to a repeat`);
    return { command, answer };
  }

  /** The command that a deed is among what is there; null where there is nothing of it. */
  private async commandOf(deed: UserDeed, rows: Rows, id: CommandId): Promise<Command | null> {
    const film = rows.projects[0]?.id;
    if (film === undefined) return null;
    switch (deed.type) {
      case 'generate':
      case 'retry': {
        const scene = choose(rows.scenes, deed.scene);
        return scene && { type: deed.type, ...keyOf(scene), kind: deed.kind };
      }
      case 'generateAll':
        return { type: 'generateAll', projectId: film, kind: deed.kind, again: deed.again };
      case 'stopScenes':
      case 'deleteScenes':
      case 'setLengths':
      case 'setMaker':
      case 'moveToFront':
      case 'moveToBack':
        return ofChosen(deed, rows, film, this.world.service.name);
      case 'retryFailed':
      case 'stopAll':
        return { type: deed.type, projectId: film };
      case 'pause':
      case 'resume':
        return { type: deed.type };
      case 'liftHold':
        return { type: 'liftHold', provider: this.world.service.name, model: '' };
      case 'cancel':
      case 'later':
      case 'checkAgain':
      case 'confirmSent':
      case 'confirmNotSent':
        return this.aboutTask(deed, rows);
      default:
        return this.aboutFilm(deed, rows, film, id);
    }
  }

  /** The newest task first; the user who says that it was sent is right. */
  private aboutTask({ type, task: number }: Extract<UserDeed, { task: number }>, rows: Rows): Command | null {
    const state = type === 'later' ? 'armed' : 'uncertain';
    const asked = type === 'cancel' ? rows.tasks : rows.tasks.filter(({ phase }) => phase.state === state);
    const task = choose(asked.toReversed(), number);
    if (task === null) return null;
    if (type !== 'confirmSent') return { type, taskId: task.id };
    if (task.phase.state !== 'uncertain') return null;
    const { attempt, candidates } = task.phase;
    const { service, flow } = this.world;
    const sent = service.orders.find(({ order }) => order.id === attempt)?.operation;
    // On a page there is nothing to choose but what Retake shows.
    const operation = flow === null ? sent : candidates.find((each) => flow.isOf(each, { id: attempt }));
    return operation === undefined ? null : { type, taskId: task.id, operation };
  }

  private async aboutFilm(
    deed: Exclude<
      UserDeed,
      | { task: number }
      | { kind: unknown }
      | { chosen: unknown }
      | { type: 'retryFailed' | 'stopAll' | 'pause' | 'resume' | 'liftHold' }
    >,
    rows: Rows,
    film: ProjectId,
    id: CommandId,
  ): Promise<Command | null> {
    const scene = 'scene' in deed && deed.scene !== null ? choose(rows.scenes, deed.scene) : null;
    const take = 'take' in deed ? choose(rows.takes, deed.take) : null;
    const ofTake = take && {
      projectId: take.projectId,
      index: take.sceneIndex,
      kind: take.kind,
      number: take.number,
    };
    switch (deed.type) {
      case 'editScene': {
        const words = `lời ${deed.words}`;
        return (
          scene && { type: 'editScene', ...keyOf(scene), text: { imagePrompt: words, videoPrompt: words } }
        );
      }
      case 'moveScene':
        return scene && { type: 'moveScene', ...keyOf(scene), after: placeOf(deed.after) };
      case 'addScene': {
        const projectId = scene?.projectId ?? film;
        return { type: 'addScene', projectId, after: placeOf(deed.after), scene: draft('thêm') };
      }
      case 'splitScene': {
        const parts = { field: 'description', before: 'trước', after: 'sau' } as const;
        return scene && { type: 'splitScene', ...keyOf(scene), ...parts };
      }
      case 'replaceText': {
        const texts = rows.scenes
          .filter(({ projectId }) => projectId === film)
          .map(({ index, imagePrompt }) => ({
            index,
            field: 'imagePrompt' as const,
            was: imagePrompt,
            text: `thay ${deed.words}`,
          }));
        return { type: 'replaceText', projectId: film, texts };
      }
      case 'duplicateScene':
      case 'joinScenes':
      case 'deleteScene':
        return scene && { type: deed.type, ...keyOf(scene) };
      case 'importScript': {
        const scenes = Array.from({ length: deed.scenes }, (_, at) => draft(`nhập ${at}`));
        return { type: 'importScript', projectId: film, scenes, aspect: null };
      }
      case 'undo':
      case 'redo': {
        const fits = rows.edits.filter(({ undoneAt }) => (undoneAt === null) === (deed.type === 'undo'));
        const edit = choose(deed.type === 'undo' ? rows.edits.toReversed() : fits, deed.edit);
        return edit && { type: deed.type, editId: edit.id };
      }
      case 'pickTake':
      case 'seeTake':
      case 'useAgain':
        return ofTake && { type: deed.type, ...ofTake };
      case 'markTake': {
        return ofTake && { type: 'markTake', ...ofTake, ...markOf(deed.mark) };
      }
      case 'importTake': {
        if (scene === null) return null;
        const assetId = await this.stage(`mang đến ${scene.index}`, id);
        const videos = rows.takes.filter(
          ({ kind, projectId }) => kind === 'video' && projectId === scene.projectId,
        );
        const video = deed.frameOf === null ? null : choose(videos, deed.frameOf);
        const frame = video && ({ sceneIndex: video.sceneIndex, take: video.number, edge: 'last' } as const);
        return {
          type: 'importTake',
          ...keyOf(scene),
          kind: 'image',
          assetId,
          posterId: null,
          media: PICTURE_MEDIA,
          ...(frame && { frameOf: frame }),
        };
      }
      case 'addPicture': {
        const assetId = await this.stage(`ảnh ${deed.bytes}`, id);
        const place =
          scene === null
            ? ({ sceneIndex: null, role: 'product' } as const)
            : ({ sceneIndex: scene.index, role: 'scene' } as const);
        const projectId = scene?.projectId ?? film;
        return { type: 'addPicture', projectId, ...place, assetId, name: 'a.png', width: 10, height: 10 };
      }
      case 'removePicture': {
        const picture = choose(rows.pictures, deed.picture);
        return picture && { type: 'removePicture', pictureId: picture.id };
      }
      case 'archiveProject':
        return { type: 'archiveProject', projectId: film, archived: deed.archived };
      case 'renameProject': {
        const name = `phim ${deed.words}`;
        return { type: 'renameProject', projectId: film, name, client: `khách ${deed.words}` };
      }
      case 'savePreset':
        return { type: 'savePreset', projectId: film, name: `mẫu ${deed.words}` };
      case 'removePreset':
        return { type: 'removePreset', projectId: film, name: `mẫu ${deed.words}` };
      case 'setProject': {
        const { type, aspect, videoFrom, afterImages } = deed;
        return { type, projectId: film, aspect, videoFrom, afterImages };
      }
    }
  }

  /** A page adds bytes under the command that will name them (L11). */
  private async stage(text: string, id: CommandId) {
    const added = await addAsset(this.world.store, new Blob([text]), id, 'output', this.world.now);
    if (!added.ok) throw new Error(added.fault.type);
    return added.value;
  }
}

/** The world of a history before its first deed. */
export async function begin(history: History): Promise<{ player: Player; rows: Rows }> {
  const player = new Player(history);
  const words = history.sameWords ? 'một con cáo' : undefined;
  for (const scenes of history.films) await player.world.project(scenes, words);
  return { player, rows: await readRows(player.world) };
}

function choose<T>(from: readonly T[], number: number): T | null {
  return from[number % from.length] ?? null;
}

function ofChosen(
  { type, chosen }: Extract<UserDeed, { chosen: unknown }>,
  rows: Rows,
  projectId: ProjectId,
  provider: ProviderName,
): Command {
  const scenes = chosen.flatMap((number) => choose(rows.scenes, number)?.index ?? []);
  switch (type) {
    case 'stopScenes':
      return { type: 'stopAll', projectId, scenes };
    case 'deleteScenes':
      return { type: 'deleteScenes', projectId, scenes };
    case 'moveToFront':
    case 'moveToBack':
      return { type, projectId, scenes };
    case 'setLengths':
      return { type: 'setLengths', projectId, scenes, lengthS: 2 + scenes.length };
    case 'setMaker': {
      const own = { provider, imageModel: null, videoModel: 'Veo 3.1 - Fast' };
      return { type: 'setMaker', projectId, scenes, madeWith: scenes.length === 2 ? null : own };
    }
  }
}

function keyOf({ projectId, index }: Scene): Pick<Scene, 'projectId' | 'index'> {
  return { projectId, index };
}

function markOf(mark: Extract<UserDeed, { type: 'markTake' }>['mark']) {
  switch (mark) {
    case 'star':
      return { starred: true };
    case 'archive':
      return { archived: true };
    case 'note':
      return { note: 'ghi chú' };
    case 'bin':
    case 'unbin':
      return { binned: mark === 'bin' };
  }
}

function placeOf(after: number) {
  return after === 0 ? null : sceneIndex(after);
}
