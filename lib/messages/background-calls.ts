import * as v from 'valibot';
import type { Downloaded, DownloadRequest } from '../domain/download.ts';
import type { SavedFilm } from '../domain/film.ts';
import { ASPECTS } from '../domain/project.ts';
import type { Inspection, TakenFrame } from '../domain/render.ts';
import { FRAME_EDGES } from '../domain/take.ts';
import { assetId, commandSchema, editId, index, kind, media, number, projectId } from './command-schema.ts';
import type { BackgroundCalls } from './contract.ts';
import { flowHelp, flowLook } from './flow-calls.ts';
import { ask, faultSchema, on, type Handlers, type Send } from './rpc.ts';
import { once } from '../domain/once.ts';
import type { Done } from '../domain/command.ts';
import type { StorageCare } from '../domain/storage-use.ts';
import { isId, type AttemptId, type CommandId } from '../domain/ids.ts';

/** A command's id as it travels. */
export const commandId = v.custom<CommandId>((id) => isId('command', id), 'a command id');
/** An attempt's id as it travels. */
export const attemptId = v.custom<AttemptId>((id) => isId('attempt', id), 'an attempt id');

const downloadRequest: v.GenericSchema<unknown, DownloadRequest> = v.variant('type', [
  v.object({ type: v.literal('take'), projectId, index, kind, number }),
  v.object({ type: v.literal('pick'), projectId, index }),
  v.object({ type: v.literal('picks'), projectId }),
]);

/** What the inspector found in bytes. */
export const inspection: v.GenericSchema<unknown, Inspection> = v.lazy(
  once(() => v.object({ media, posterId: v.nullable(assetId) })),
);

/** A frame that was made a picture. */
export const takenFrame: v.GenericSchema<unknown, TakenFrame> = v.lazy(
  once(() => v.object({ assetId, media, posterId: v.nullable(assetId) })),
);

/** Whose frame of which clip, and the shape of its film. */
export const frameArgs = [commandId, assetId, v.picklist(FRAME_EDGES), v.picklist(ASPECTS)] as const;

const care: v.GenericSchema<unknown, StorageCare> = v.object({
  missing: v.number(),
  orphans: v.number(),
  picks: v.number(),
  damaged: v.number(),
  freedBytes: v.number(),
});

const done: v.GenericSchema<unknown, Done> = v.object({
  editId: v.nullable(editId),
  projectId: v.nullable(projectId),
  count: v.number(),
  left: v.array(v.object({ index, fault: faultSchema })),
  care: v.exactOptional(care),
});

const downloaded: v.GenericSchema<unknown, Downloaded> = v.object({
  started: v.number(),
  already: v.number(),
  folder: v.string(),
});

const savedFilm: v.GenericSchema<unknown, SavedFilm> = v.object({
  name: v.string(),
  lengthS: v.number(),
  sizeBytes: v.number(),
});

const FROM_PAGE = ['page'] as const;
const FROM_FLOW = ['flow-page'] as const;

/** Answers the background's calls. */
export function backgroundHandlers(calls: BackgroundCalls): Handlers<'background'> {
  return {
    ready: on(FROM_PAGE, v.tuple([]), () => calls.ready()),
    openStore: on(['page', 'offscreen'], v.tuple([]), () => calls.openStore()),
    command: on(FROM_PAGE, v.tuple([commandId, commandSchema]), (id, command) => calls.command(id, command)),
    lookIntoClip: on(FROM_PAGE, v.tuple([commandId, assetId, v.picklist(ASPECTS)]), (owner, id, aspect) =>
      calls.lookIntoClip(owner, id, aspect),
    ),
    takeFrame: on(FROM_PAGE, v.tuple(frameArgs), (owner, clip, edge, aspect) =>
      calls.takeFrame(owner, clip, edge, aspect),
    ),
    download: on(FROM_PAGE, v.tuple([downloadRequest]), (request) => calls.download(request)),
    trySaving: on(FROM_PAGE, v.tuple([]), () => calls.trySaving()),
    makeFilm: on(FROM_PAGE, v.tuple([projectId]), (id) => calls.makeFilm(id)),
    cancelFilm: on(FROM_PAGE, v.tuple([projectId]), (id) => calls.cancelFilm(id)),
    renderEnded: on(['offscreen'], v.tuple([attemptId]), (id) => calls.renderEnded(id)),
    flowReport: on(FROM_FLOW, v.tuple([v.unknown()]), (report, { tab }) => calls.flowReport(report, tab)),
    flowLook: on(FROM_FLOW, v.tuple([flowLook]), (look, { tab }) => calls.flowLook(look, tab)),
    flowDriver: on(FROM_FLOW, v.tuple([]), ({ tab }) => calls.flowDriver(tab)),
    goToFlow: on(FROM_PAGE, v.tuple([]), () => calls.goToFlow()),
    helpOnFlow: on(FROM_PAGE, v.tuple([flowHelp]), (help) => calls.helpOnFlow(help)),
    readFlowOffers: on(FROM_PAGE, v.tuple([]), () => calls.readFlowOffers()),
    undoZoom: on(FROM_PAGE, v.tuple([]), () => calls.undoZoom()),
    panelLeft: on(FROM_PAGE, v.tuple([]), () => calls.panelLeft()),
    checkFlow: on(FROM_PAGE, v.tuple([]), () => calls.checkFlow()),
  };
}

/** Calls the background from another room. */
export function backgroundClient(send: Send): BackgroundCalls {
  const to = 'background';
  return {
    ready: () => ask(send, { to, call: 'ready', args: [] }, v.null()),
    openStore: () => ask(send, { to, call: 'openStore', args: [] }, v.number()),
    command: (id, command) => ask(send, { to, call: 'command', args: [id, command] }, done),
    lookIntoClip: (owner, id, aspect) =>
      ask(send, { to, call: 'lookIntoClip', args: [owner, id, aspect] }, inspection),
    takeFrame: (owner, clip, edge, aspect) =>
      ask(send, { to, call: 'takeFrame', args: [owner, clip, edge, aspect] }, takenFrame),
    download: (request) => ask(send, { to, call: 'download', args: [request] }, downloaded),
    trySaving: () => ask(send, { to, call: 'trySaving', args: [] }, v.null()),
    makeFilm: (id) => ask(send, { to, call: 'makeFilm', args: [id] }, savedFilm),
    cancelFilm: (id) => ask(send, { to, call: 'cancelFilm', args: [id] }, v.boolean()),
    renderEnded: (id) => ask(send, { to, call: 'renderEnded', args: [id] }, v.null()),
    flowReport: (report) => ask(send, { to, call: 'flowReport', args: [report] }, v.null()),
    flowLook: (look) => ask(send, { to, call: 'flowLook', args: [look] }, v.null()),
    flowDriver: () => ask(send, { to, call: 'flowDriver', args: [] }, v.null()),
    goToFlow: () => ask(send, { to, call: 'goToFlow', args: [] }, v.null()),
    helpOnFlow: (help) => ask(send, { to, call: 'helpOnFlow', args: [help] }, v.null()),
    readFlowOffers: () => ask(send, { to, call: 'readFlowOffers', args: [] }, v.null()),
    undoZoom: () => ask(send, { to, call: 'undoZoom', args: [] }, v.null()),
    panelLeft: () => ask(send, { to, call: 'panelLeft', args: [] }, v.null()),
    checkFlow: () => ask(send, { to, call: 'checkFlow', args: [] }, v.string()),
  };
}
