import * as v from 'valibot';
import { PROVIDER_NAMES } from '../domain/capabilities.ts';
import { ASPECTS } from '../domain/project.ts';
import type { Expected, Inspection, RenderOrder, RenderState } from '../domain/render.ts';
import { KINDS } from '../domain/scene.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Media } from '../domain/take.ts';
import { attemptId } from './background-calls.ts';
import { assetId, index, number, pictureId, projectId } from './command-schema.ts';
import type { RenderCalls } from './contract.ts';
import { ask, faultSchema, on, type Handlers, type Send } from './rpc.ts';

const kind = v.picklist(KINDS);
const aspect = v.picklist(ASPECTS);

const snapshot: v.GenericSchema<unknown, Snapshot> = v.object({
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
      role: v.picklist(['scene', 'product', 'person', 'place'] as const),
      assetId,
    }),
  ),
  image: v.nullable(v.object({ take: number, assetId })),
  paletteSeed: v.number(),
  seed: v.number(),
});

const order: v.GenericSchema<unknown, RenderOrder> = v.object({
  attemptId,
  projectId,
  sceneIndex: index,
  snapshot,
});

const state: v.GenericSchema<unknown, RenderState> = v.variant('state', [
  v.object({ state: v.literal('unknown') }),
  v.object({ state: v.literal('running'), progress: v.number() }),
  v.object({ state: v.literal('ended'), assetId }),
  v.object({ state: v.literal('failed'), fault: faultSchema }),
]);

const expected: v.GenericSchema<unknown, Expected> = v.object({
  kind,
  aspect,
  lengthS: v.nullable(v.number()),
});

const media: v.GenericSchema<unknown, Media> = v.object({
  mime: v.string(),
  sizeBytes: v.number(),
  width: v.number(),
  height: v.number(),
  lengthS: v.nullable(v.number()),
  fps: v.nullable(v.number()),
  codec: v.nullable(v.string()),
  hasSound: v.boolean(),
});

const inspection: v.GenericSchema<unknown, Inspection> = v.object({ media, posterId: v.nullable(assetId) });

/** Answers the offscreen document's calls. */
export function renderHandlers(calls: RenderCalls): Handlers<'offscreen'> {
  return {
    render: on(v.tuple([order]), (given) => calls.render(given)),
    renderState: on(v.tuple([attemptId]), (id) => calls.renderState(id)),
    cancelRender: on(v.tuple([attemptId]), (id) => calls.cancelRender(id)),
    inspect: on(v.tuple([assetId, attemptId, expected]), (id, attempt, ordered) =>
      calls.inspect(id, attempt, ordered),
    ),
    makeUrl: on(v.tuple([assetId]), (id) => calls.makeUrl(id)),
    revokeUrl: on(v.tuple([v.string()]), (url) => calls.revokeUrl(url)),
  };
}

/** Calls the offscreen document from the background. */
export function renderClient(send: Send): RenderCalls {
  const to = 'offscreen';
  return {
    render: (given) => ask(send, { to, call: 'render', args: [given] }, v.null()),
    renderState: (id) => ask(send, { to, call: 'renderState', args: [id] }, state),
    cancelRender: (id) => ask(send, { to, call: 'cancelRender', args: [id] }, v.boolean()),
    inspect: (id, attempt, ordered) =>
      ask(send, { to, call: 'inspect', args: [id, attempt, ordered] }, inspection),
    makeUrl: (id) => ask(send, { to, call: 'makeUrl', args: [id] }, v.string()),
    revokeUrl: (url) => ask(send, { to, call: 'revokeUrl', args: [url] }, v.null()),
  };
}
