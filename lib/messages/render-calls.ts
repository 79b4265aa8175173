import * as v from 'valibot';
import { once } from '../domain/once.ts';
import { PROVIDER_NAMES } from '../domain/capabilities.ts';
import type { AttemptId, CommandId } from '../domain/ids.ts';
import { PICTURE_ROLES } from '../domain/picture.ts';
import type { FilmOrder, JoinedFilm } from '../domain/film.ts';
import { ASPECTS, CAPTION_STYLES } from '../domain/project.ts';
import type { Expected, RenderOrder, RenderState } from '../domain/render.ts';
import { KINDS, SCENE_LIMIT } from '../domain/scene.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { attemptId, commandId, frameArgs, inspection, takenFrame } from './background-calls.ts';
import { assetId, index, number, pictureId, projectId } from './command-schema.ts';
import type { RenderCalls } from './contract.ts';
import { ask, faultSchema, on, type Handlers, type Send } from './rpc.ts';

/** Under whom bytes are staged. */
const stagedUnder = v.custom<AttemptId | CommandId>(
  (value) => v.is(attemptId, value) || v.is(commandId, value),
);
const kind = v.picklist(KINDS);
const aspect = v.picklist(ASPECTS);

const snapshot: v.GenericSchema<unknown, Snapshot> = v.lazy(
  once(() =>
    v.object({
      kind,
      provider: v.picklist(PROVIDER_NAMES),
      model: v.nullable(v.string()),
      title: v.string(),
      description: v.string(),
      voiceOver: v.string(),
      prompt: v.string(),
      aspect,
      lengthS: v.nullable(v.number()),
      videoFrom: v.picklist(['picture', 'text'] as const),
      pictures: v.array(
        v.object({
          id: pictureId,
          role: v.picklist(PICTURE_ROLES),
          assetId,
        }),
      ),
      image: v.nullable(v.object({ take: number, assetId })),
      paletteSeed: v.number(),
      captionStyle: v.picklist(CAPTION_STYLES),
      outputs: v.number(),
      seed: v.number(),
    }),
  ),
);

const order: v.GenericSchema<unknown, RenderOrder> = v.object({
  attemptId,
  projectId,
  sceneIndex: index,
  snapshot,
});

const state: v.GenericSchema<unknown, RenderState> = v.lazy(
  once(() =>
    v.variant('state', [
      v.object({ state: v.literal('unknown') }),
      v.object({ state: v.literal('running'), progress: v.number() }),
      v.object({ state: v.literal('ended'), assetId }),
      v.object({ state: v.literal('failed'), fault: faultSchema }),
    ]),
  ),
);

const expected: v.GenericSchema<unknown, Expected> = v.lazy(
  once(() =>
    v.object({
      kind,
      aspect,
      lengthS: v.nullable(v.number()),
    }),
  ),
);

const filmOrder: v.GenericSchema<unknown, FilmOrder> = v.lazy(
  once(() =>
    v.object({
      projectId,
      clips: v.pipe(
        v.array(v.object({ index, assetId, lengthS: v.number() })),
        v.minLength(1),
        v.maxLength(SCENE_LIMIT),
      ),
    }),
  ),
);

const joined: v.GenericSchema<unknown, JoinedFilm> = v.lazy(
  once(() =>
    v.object({
      url: v.string(),
      lengthS: v.number(),
      sizeBytes: v.number(),
    }),
  ),
);

const FROM_BACKGROUND = ['background'] as const;

/** Answers the offscreen document's calls. */
export function renderHandlers(calls: RenderCalls): Handlers<'offscreen'> {
  return {
    render: on(FROM_BACKGROUND, v.tuple([order]), (given) => calls.render(given)),
    renderState: on(FROM_BACKGROUND, v.tuple([attemptId]), (id) => calls.renderState(id)),
    cancelRender: on(FROM_BACKGROUND, v.tuple([attemptId]), (id) => calls.cancelRender(id)),
    inspect: on(FROM_BACKGROUND, v.tuple([assetId, stagedUnder, expected]), (id, owner, ordered) =>
      calls.inspect(id, owner, ordered),
    ),
    takeFrame: on(FROM_BACKGROUND, v.tuple(frameArgs), (owner, clip, edge, shape) =>
      calls.takeFrame(owner, clip, edge, shape),
    ),
    makeUrl: on(FROM_BACKGROUND, v.tuple([assetId]), (id) => calls.makeUrl(id)),
    revokeUrl: on(FROM_BACKGROUND, v.tuple([v.string()]), (url) => calls.revokeUrl(url)),
    joinFilm: on(FROM_BACKGROUND, v.tuple([filmOrder]), (given) => calls.joinFilm(given)),
    chime: on(FROM_BACKGROUND, v.tuple([]), () => calls.chime()),
    cancelJoin: on(FROM_BACKGROUND, v.tuple([projectId]), (id) => calls.cancelJoin(id)),
  };
}

/** Calls the offscreen document from the background. */
export function renderClient(send: Send): RenderCalls {
  const to = 'offscreen';
  return {
    render: (given) => ask(send, { to, call: 'render', args: [given] }, v.null()),
    renderState: (id) => ask(send, { to, call: 'renderState', args: [id] }, state),
    cancelRender: (id) => ask(send, { to, call: 'cancelRender', args: [id] }, v.boolean()),
    inspect: (id, owner, ordered) =>
      ask(send, { to, call: 'inspect', args: [id, owner, ordered] }, inspection),
    takeFrame: (owner, clip, edge, shape) =>
      ask(send, { to, call: 'takeFrame', args: [owner, clip, edge, shape] }, takenFrame),
    makeUrl: (id) => ask(send, { to, call: 'makeUrl', args: [id] }, v.string()),
    revokeUrl: (url) => ask(send, { to, call: 'revokeUrl', args: [url] }, v.null()),
    joinFilm: (given) => ask(send, { to, call: 'joinFilm', args: [given] }, joined),
    chime: () => ask(send, { to, call: 'chime', args: [] }, v.boolean()),
    cancelJoin: (id) => ask(send, { to, call: 'cancelJoin', args: [id] }, v.boolean()),
  };
}
