import * as v from 'valibot';
import { once } from '../domain/once.ts';
import {
  FLOW_BLOCKS,
  type FlowHelp,
  type FlowLook,
  type FlowOffers,
  type FlowPrepared,
} from '../domain/flow-page.ts';
import type { FlowPageCalls } from './contract.ts';
import { ask, type Send } from './rpc.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const name = text(200);
const id = text(200);

/** What the user may ask Retake to do on the page. */
export const flowHelp: v.GenericSchema<unknown, FlowHelp> = v.picklist([
  'leaveAgent',
  'closeDialog',
  'reload',
] as const);

/** What a page says of itself. */
export const flowLook: v.GenericSchema<unknown, FlowLook> = v.object({
  blocks: v.pipe(v.array(v.picklist(FLOW_BLOCKS)), v.maxLength(FLOW_BLOCKS.length)),
  projectId: v.nullable(id),
  documentId: v.nullable(id),
});

const prepared: v.GenericSchema<unknown, FlowPrepared> = v.lazy(
  once(() =>
    v.object({
      documentId: id,
      afterSeq: v.pipe(v.number(), v.safeInteger()),
      projectId: id,
      prompt: text(100_000),
      model: v.nullable(name),
      aspect: name,
      lengthS: v.nullable(v.number()),
      price: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
      pictures: v.pipe(v.array(v.pipe(v.array(id), v.maxLength(4))), v.maxLength(20)),
    }),
  ),
);

const offers: v.GenericSchema<unknown, FlowOffers> = v.lazy(
  once(() =>
    v.object({
      mode: v.picklist(['image', 'video'] as const),
      models: v.pipe(v.array(v.pipe(name, v.minLength(1))), v.maxLength(50)),
      lengths: v.pipe(v.array(v.pipe(v.number(), v.minValue(1), v.maxValue(60))), v.maxLength(60)),
    }),
  ),
);

const submits = v.pipe(v.array(id), v.maxLength(1_000));

/** Calls a Flow page from the background. */
export function flowPageClient(send: Send): FlowPageCalls {
  const to = 'flowPage';
  return {
    look: () => ask(send, { to, call: 'look', args: [] }, flowLook),
    takePicture: (given) => ask(send, { to, call: 'takePicture', args: [given] }, v.null()),
    prepare: (given, said) => ask(send, { to, call: 'prepare', args: [given, said] }, prepared),
    isReady: (documentId) => ask(send, { to, call: 'isReady', args: [documentId] }, v.boolean()),
    release: () => ask(send, { to, call: 'release', args: [] }, v.null()),
    submitsSince: (since) => ask(send, { to, call: 'submitsSince', args: [since] }, v.nullable(submits)),
    askForAddress: (mediaId) => ask(send, { to, call: 'askForAddress', args: [mediaId] }, v.boolean()),
    help: (help) => ask(send, { to, call: 'help', args: [help] }, v.null()),
    offers: () => ask(send, { to, call: 'offers', args: [] }, offers),
    check: () => ask(send, { to, call: 'check', args: [] }, text(20_000)),
  };
}
