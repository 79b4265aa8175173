import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { readAsset } from '../../lib/store/assets.ts';
import { parseRow, takeRow } from '../../lib/store/row-schemas.ts';
import { sceneIndex } from '../fakes/studio.ts';
import { armedTask, finish, flowOf, press, toTheEnd } from './flow-deeds.ts';
import { brokenLaws } from './laws.ts';
import { bytesOf, type Shape } from './service.ts';
import { World } from './world.ts';

const SHAPE: Shape = { acceptsOurId: false, canCancel: false, outputs: 1, needsPress: true };

/** One thing that the user, the page or the service does in a film of two scenes. */
type Deed = (world: World, film: ProjectId) => Promise<unknown>;

/** What happens to orders on Flow, from the first press of the user in the panel to the end. */
export interface Story {
  readonly name: string;
  readonly deeds: readonly Deed[];
  /** Orders that are paid in the whole of it, whoever dies: presses of Start that the service took. */
  readonly orders: number;
  /** What both scenes say, where they say the same. */
  readonly prompt?: string;
}

const order =
  (kind: Kind, index = 1): Deed =>
  (world, projectId) =>
    world.command({ type: 'generate', projectId, index: sceneIndex(index), kind });
const ready: Deed = (world) => world.settle(world.now + 60_000);
const start: Deed = (world, film) => press(world, film);
const told: Deed = (world) => world.tell();
const onPage =
  (work: (flow: ReturnType<typeof flowOf>) => void): Deed =>
  (world) =>
    Promise.resolve(work(flowOf(world)));
const reload = onPage(({ tab }) => tab.load());
const made: Deed = (world) => Promise.resolve(finish(world));
const edit: Deed = (world, projectId) =>
  world.command({ type: 'editScene', projectId, index: sceneIndex(1), text: { imagePrompt: 'một con cáo' } });
const onArmed =
  (type: 'later' | 'cancel'): Deed =>
  async (world, film) => {
    const task = await armedTask(world, film);
    if (task !== null) await world.command({ type, taskId: task.id });
  };
const retry: Deed = (world, projectId) =>
  world.command({ type: 'retry', projectId, index: sceneIndex(1), kind: 'image' });

const both = [order('image', 1), order('image', 2)];

/** Every story. */
export const STORIES: readonly Story[] = [
  { name: 'a press that is told', deeds: [order('image'), ready, start, told, made], orders: 1 },
  {
    name: 'a press and its end that are told at once',
    deeds: [order('image'), ready, start, made],
    orders: 1,
  },
  { name: 'a video, which needs its image', deeds: [order('video'), ready, start, told], orders: 2 },
  {
    name: 'a press that is told twice',
    deeds: [order('image'), ready, start, told, onPage(({ tab }) => tab.repeat()), made, told],
    orders: 1,
  },
  { name: 'a page that is loaded again while armed', deeds: [order('image'), ready, reload], orders: 1 },
  {
    name: 'a page that is loaded again before it told of a press',
    deeds: [order('image'), ready, start, reload, made],
    orders: 1,
  },
  {
    name: 'a page that is loaded again before the answer',
    deeds: [order('image'), ready, start, told, reload, made],
    orders: 1,
  },
  {
    name: 'a tab that is closed while armed',
    deeds: [order('image'), ready, (world) => world.closeTab()],
    orders: 1,
  },
  {
    name: 'a tab that is closed before it told of a press',
    deeds: [order('image'), ready, start, (world) => world.closeTab()],
    orders: 1,
  },
  {
    name: 'a list that is told before a press, of which nobody tells',
    deeds: [
      order('image'),
      ready,
      onPage(({ tab }) => tab.tellListing()),
      told,
      start,
      (world) => world.closeTab(),
    ],
    orders: 1,
  },
  {
    name: 'a press that is told after another document lists it',
    deeds: [order('image'), ready, start, reload, onPage(({ tab }) => tab.tellListing()), made],
    orders: 1,
  },
  { name: 'two scenes', deeds: [...both, ready, start, told, ready, start, made], orders: 2 },
  {
    name: 'two scenes of the same words',
    deeds: [...both, ready, start, told, ready, start, made],
    orders: 2,
    prompt: 'một con cáo',
  },
  {
    name: 'two scenes of the same words, the second pressed twice',
    deeds: [
      ...both,
      ready,
      start,
      told,
      ready,
      start,
      told,
      onPage(({ tab }) => tab.press('made')),
      told,
      made,
    ],
    orders: 2,
    prompt: 'một con cáo',
  },
  { name: 'one of two that is put off', deeds: [...both, ready, onArmed('later'), ready, start], orders: 2 },
  {
    name: 'a scene that is edited while armed',
    deeds: [order('image'), ready, edit, ready, start],
    orders: 1,
  },
  {
    name: 'a scene that is edited before its press is told',
    deeds: [order('image'), ready, start, edit, told, made, ready, start],
    orders: 2,
  },
  {
    name: 'an order that is put off before its press is told',
    deeds: [...both, ready, start, onArmed('later'), told, made, ready, start],
    orders: 3,
  },
  {
    name: 'an order that is cancelled before its press is told',
    deeds: [order('image'), ready, start, onArmed('cancel'), told, made],
    orders: 1,
  },
  {
    name: 'an order that is cancelled while armed',
    deeds: [order('image'), ready, onArmed('cancel')],
    orders: 0,
  },
  {
    name: 'the user’s own order beside an armed one',
    deeds: [order('image'), ready, onPage(({ tab }) => tab.ownOrder('của tôi')), told, start],
    orders: 1,
  },
  {
    name: 'Start that is pressed twice',
    deeds: [order('image'), ready, start, onPage(({ tab }) => tab.press('made')), told, made],
    orders: 1,
  },
  {
    name: 'Start that is pressed again when its take is there',
    deeds: [
      order('image'),
      ready,
      start,
      made,
      onPage(({ tab }) => tab.press('made')),
      told,
      made,
      told,
      made,
    ],
    orders: 1,
  },
  {
    name: 'a press that is refused, and retried',
    deeds: [order('image'), ready, (world, film) => press(world, film, 'refused'), told, made, ready, retry],
    orders: 1,
  },
  {
    name: 'a press whose answer is lost',
    deeds: [order('image'), ready, (world, film) => press(world, film, 'lost'), told, reload, made],
    orders: 1,
  },
];

/** Plays a story in a world of its own that dies once, at a point of it; answers the points and what is broken then. */
export async function play(story: Story, dieAt: number | null) {
  const world = new World(SHAPE);
  const film = await world.project(2, story.prompt);
  await world.wake(dieAt);
  const { life } = world;
  for (const deed of story.deeds) {
    world.now += 1_000;
    await deed(world, film);
  }
  await toTheEnd(world, film);
  const broken = [...(await brokenLaws(world)), ...(await lost(world))];
  const paid = world.service.charges.length;
  const isWrong = paid !== story.orders;
  return { points: life.points, broken: isWrong ? [...broken, `L6 ${paid} orders were paid`] : broken };
}

/** What was pressed and made is a take of its own scene (L2, L8), each press its own. */
async function lost({ store, flow }: World): Promise<readonly string[]> {
  const db = await store.connection.db();
  const takes = (await db.getAll('takes')).map((row) => parseRow(takeRow, row, 'takes'));
  const homes = new Map<string, number>();
  for (const { assetId, sceneIndex: index } of takes)
    homes.set((await (await readAsset(store, assetId))?.text()) ?? '', index);
  return (flow?.account.made() ?? []).flatMap(({ order: own, mediaId }) => {
    const isHome = own === null || homes.get(bytesOf(own, mediaId)) === own.sceneIndex;
    return isHome ? [] : [`L8 what was pressed for scene ${own.sceneIndex} is not there`];
  });
}
