import { afterAll, describe, expect, it } from 'vitest';
import type { Command } from '../../lib/domain/command.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { getSceneTakes } from '../../lib/store/takes.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { draft, PICTURE_MEDIA, sceneIndex } from '../fakes/studio.ts';
import { brokenLaws } from './laws.ts';
import type { Moods, Shape } from './service.ts';
import { World } from './world.ts';

const SHAPES: readonly Shape[] = [true, false].flatMap((acceptsOurId) =>
  [true, false].flatMap((canCancel) =>
    [1, 3].map((outputs) => ({ acceptsOurId, canCancel, outputs, needsPress: false })),
  ),
);

/** One thing that the user does in a film of two scenes; scene 2 is there to be left alone. */
type Deed = (world: World, film: ProjectId) => Promise<void>;

interface Story {
  readonly name: string;
  readonly deeds: readonly Deed[];
  /** Orders that may be paid for the whole of it, where nobody dies. */
  readonly orders: number;
}

function order(kind: Kind, index = 1): Deed {
  return async (world, projectId) => {
    const generate: Command = { type: 'generate', projectId, index: sceneIndex(index), kind };
    const answer = await world.command(generate);
    expect(answer.ok || answer.fault.type).toBe(true);
  };
}

const rest: Deed = async (world, film) => {
  await world.settle();
  await answerQuestions(world, film);
};

/** Long enough to ask twice. */
const aMoment: Deed = (world) => world.settle(world.now + 11_000);

/** The service does this at its next submit, poll or download. */
function moody(moods: Moods): Deed {
  return (world) => {
    Object.assign(world.service.moods, { submit: undefined, poll: undefined, fetch: undefined }, moods);
    return Promise.resolve();
  };
}

const retry: Deed = async (world, projectId) => {
  await world.command({ type: 'retry', projectId, index: sceneIndex(1), kind: 'image' });
};

/** The service tells of every order that it knows, as a page does that hears its own traffic. */
const hearAll: Deed = async (world) => {
  for (const { id } of world.service.charges) await world.heard(id);
};

/** Every command that changes a script as a whole; each is sent again where the background died over it (L11). */
const changeScript: Deed = async (world, projectId) => {
  const [index, other] = [sceneIndex(1), sceneIndex(2)];
  const { imagePrompt: was } = draft('cảnh 1');
  const commands: readonly Command[] = [
    { type: 'replaceText', projectId, texts: [{ index, field: 'imagePrompt', was, text: 'Ảnh khác' }] },
    { type: 'splitScene', projectId, index, field: 'description', before: 'Mở đầu', after: 'Kết' },
    { type: 'joinScenes', projectId, index },
    { type: 'setLengths', projectId, scenes: [index, other], lengthS: 2 },
    {
      type: 'setMaker',
      projectId,
      scenes: [index, other],
      madeWith: { provider: 'animatic', imageModel: null, videoModel: null },
    },
    { type: 'deleteScenes', projectId, scenes: [other] },
  ];
  for (const command of commands) expect(await world.command(command)).toMatchObject({ ok: true });
  const scenes = await world.store.read((tx) => getScenes(tx, projectId));
  expect(scenes.map((scene) => [scene.index, scene.description, scene.imagePrompt, scene.lengthS])).toEqual([
    [1, 'Mở đầu Kết', 'Ảnh khác', 2],
  ]);
};

/** The last frame of scene 1's video becomes the image of scene 2: bytes come first, the command names them. */
const goOnInScene2: Deed = async (world, projectId) => {
  const takes = await world.store.read((tx) => getSceneTakes(tx, projectId, sceneIndex(1)));
  const video = takes.find(({ kind }) => kind === 'video');
  if (video === undefined) throw new Error('Scene 1 has no video.');
  const id = world.commandId();
  const added = await addAsset(world.store, new Blob(['khung hình cuối']), id, 'output', world.now);
  if (!added.ok) throw new Error(added.fault.type);
  const frameOf = { sceneIndex: sceneIndex(1), take: video.number, edge: 'last' } as const;
  const bytes = { kind: 'image', assetId: added.value, posterId: null, media: PICTURE_MEDIA } as const;
  const command: Command = { type: 'importTake', projectId, index: sceneIndex(2), ...bytes, frameOf };
  expect(await world.command(command, id)).toMatchObject({ ok: true });
};

async function cancelNewest(world: World, film: ProjectId): Promise<void> {
  const task = (await world.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)))).at(-1);
  if (task !== undefined) await world.command({ type: 'cancel', taskId: task.id });
}

const STORIES: readonly Story[] = [
  { name: 'an image', deeds: [order('image'), rest], orders: 1 },
  { name: 'a voice', deeds: [order('voice'), rest], orders: 1 },
  { name: 'a video, which needs its image', deeds: [order('video'), rest], orders: 2 },
  { name: 'an image made again', deeds: [order('image'), rest, order('image'), rest], orders: 2 },
  { name: 'an image that is cancelled', deeds: [order('image'), cancelNewest, rest], orders: 1 },
  {
    name: 'an image that is refused and retried',
    deeds: [order('image'), moody({ poll: () => 'refused' }), rest, moody({}), retry, rest],
    orders: 2,
  },
  {
    name: 'an image whose download fails and is retried',
    deeds: [order('image'), moody({ fetch: () => 'failing' }), rest, moody({}), retry, rest],
    orders: 1,
  },
  {
    name: 'an image whose service answers at the last moment',
    deeds: [order('image'), moody({ poll: () => 'working' }), aMoment, moody({}), hearAll, rest],
    orders: 1,
  },
  { name: 'an image while its script is changed', deeds: [order('image'), changeScript, rest], orders: 1 },
  {
    name: 'a scene that begins where another ends',
    deeds: [order('video'), rest, goOnInScene2, rest],
    orders: 2,
  },
  { name: 'two scenes at once', deeds: [order('image', 1), order('image', 2), rest], orders: 2 },
];

/** Plays a story in a world of its own that dies once, at a point of it; answers the points and what is broken then. */
async function play(story: Story, shape: Shape, dieAt: number | null) {
  const world = new World(shape);
  const film = await world.project(2);
  await world.wake(dieAt);
  const { life } = world;
  for (const deed of story.deeds) await deed(world, film);
  const broken = await brokenLaws(world);
  const paid = world.service.charges.length;
  return {
    points: life.points,
    broken: paid > story.orders ? [...broken, `L6 ${paid} orders were paid`] : broken,
  };
}

/** The user says of what is uncertain: it is the newest that looks like it, or it was never sent. */
async function answerQuestions(world: World, film: ProjectId): Promise<void> {
  for (const index of [1, 2]) {
    for (const { id: taskId, phase } of await world.store.read((tx) =>
      getSceneTasks(tx, film, sceneIndex(index)),
    )) {
      if (phase.state !== 'uncertain') continue;
      const operation = phase.candidates.at(-1);
      await world.command(
        operation === undefined
          ? { type: 'confirmNotSent', taskId }
          : { type: 'confirmSent', taskId, operation },
      );
      await world.settle();
    }
  }
}

/** Plays every story in every shape of provider with a death at each point of it, or at every so many. */
export function playDeaths(every: number): void {
  describe('death at every write, call and message', () => {
    let deaths = 0;
    afterAll(() => console.log(`died at ${deaths} points, each followed to the end`));

    for (const [number, story] of STORIES.entries()) {
      it.each(SHAPES)(
        `[L10] ${story.name}: nothing is lost or paid twice (our id $acceptsOurId, cancel $canCancel, outputs $outputs)`,
        async (shape) => {
          const whole = await play(story, shape, null);
          expect(whole.broken).toEqual([]);
          const failures: string[] = [];
          for (let at = (number + SHAPES.indexOf(shape)) % every; at < whole.points.length; at += every) {
            const { broken, points } = await play(story, shape, at);
            deaths++;
            if (broken.length > 0) failures.push(`point ${at}, ${points.at(-1)}: ${broken.join('; ')}`);
          }
          expect(failures).toEqual([]);
        },
        120_000,
      );
    }
  });
}
