import * as v from 'valibot';
import type { Downloaded, DownloadRequest } from '../domain/download.ts';
import { commandSchema, editId, index, kind, number, projectId } from './command-schema.ts';
import type { BackgroundCalls } from './contract.ts';
import { ask, faultSchema, on, type Handlers, type Send } from './rpc.ts';
import type { Done } from '../domain/command.ts';
import { isId, type AttemptId, type CommandId } from '../domain/ids.ts';

const commandId = v.custom<CommandId>((id) => isId('command', id), 'a command id');
/** An attempt's id as it travels. */
export const attemptId = v.custom<AttemptId>((id) => isId('attempt', id), 'an attempt id');

const downloadRequest: v.GenericSchema<unknown, DownloadRequest> = v.variant('type', [
  v.object({ type: v.literal('take'), projectId, index, kind, number }),
  v.object({ type: v.literal('pick'), projectId, index }),
  v.object({ type: v.literal('picks'), projectId }),
]);

const done: v.GenericSchema<unknown, Done> = v.object({
  editId: v.nullable(editId),
  projectId: v.nullable(projectId),
  count: v.number(),
  left: v.array(v.object({ index, fault: faultSchema })),
});

const downloaded: v.GenericSchema<unknown, Downloaded> = v.object({
  started: v.number(),
  already: v.number(),
  folder: v.string(),
});

/** Answers the background's calls. */
export function backgroundHandlers(calls: BackgroundCalls): Handlers<'background'> {
  return {
    ready: on(v.tuple([]), () => calls.ready()),
    command: on(v.tuple([commandId, commandSchema]), (id, command) => calls.command(id, command)),
    download: on(v.tuple([downloadRequest]), (request) => calls.download(request)),
    renderEnded: on(v.tuple([attemptId]), (id) => calls.renderEnded(id)),
  };
}

/** Calls the background from another room. */
export function backgroundClient(send: Send): BackgroundCalls {
  const to = 'background';
  return {
    ready: () => ask(send, { to, call: 'ready', args: [] }, v.number()),
    command: (id, command) => ask(send, { to, call: 'command', args: [id, command] }, done),
    download: (request) => ask(send, { to, call: 'download', args: [request] }, downloaded),
    renderEnded: (id) => ask(send, { to, call: 'renderEnded', args: [id] }, v.null()),
  };
}
