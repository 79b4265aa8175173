import * as v from 'valibot';
import { once } from '../../domain/once.ts';
import type { Fault } from '../../domain/fault.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { isFlowId, isReference, type FlowId } from './page/flow-id.ts';
import { MEDIA_HOST } from './page/media-url.ts';
import {
  FLOW_ASPECTS,
  LIMITS,
  MODES,
  type Answer,
  type ChangeReport,
  type Item,
  type Listing,
  type MediaRecord,
  type Progress,
  type Prompt,
  type Report,
  type Submit,
} from './page/report.ts';
import { REASONS_LIMIT, WORDS_LIMIT, type Status } from './page/status.ts';

const id = v.custom<FlowId>(isFlowId, 'an id of Flow');
const reference = v.custom<string>(isReference, 'a reference');
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const few = <T>(each: v.GenericSchema<unknown, T>, most: number) => v.pipe(v.array(each), v.maxLength(most));

/** The background fetches it: nothing but the media host, however the page spells it (L18). */
const url = v.pipe(
  words(LIMITS.url),
  v.check((text) => URL.canParse(text) && isOnMediaHost(new URL(text)), 'an address on the media host'),
);
const rpcid = v.pipe(v.string(), v.regex(/^\w{1,40}$/));
const model = v.nullable(v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/)));

const prompt: v.GenericSchema<unknown, Prompt | null> = v.nullable(
  v.object({
    key: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,12}$/)),
    text: v.nullable(words(LIMITS.promptText)),
  }),
);

const reason = v.custom<number | string>(
  (value) =>
    Number.isSafeInteger(value) || (typeof value === 'string' && /^[A-Z][A-Z0-9_]{0,99}$/.test(value)),
);

const status: v.GenericSchema<unknown, Status> = v.lazy(
  once(() =>
    v.object({
      code: v.nullable(v.pipe(v.number(), v.safeInteger())),
      words: words(WORDS_LIMIT),
      reasons: few(reason, REASONS_LIMIT),
    }),
  ),
);

const item: v.GenericSchema<unknown, Item> = v.lazy(
  once(() =>
    v.object({
      prompt,
      model,
      aspect: v.nullable(v.picklist(FLOW_ASPECTS)),
      lengthS: v.nullable(count),
      references: few(reference, LIMITS.references),
      clientIds: few(id, LIMITS.ids),
    }),
  ),
);

const projectId = v.nullable(id);
/** What was sent to make something. */
export const submitSchema: v.GenericSchema<unknown, Submit> = v.lazy(
  once(() =>
    v.variant('mode', [
      v.object({
        mode: v.picklist([...MODES, 'unknown']),
        projectId,
        batchId: v.nullable(id),
        items: few(item, LIMITS.items),
      }),
      v.object({
        mode: v.literal('upload'),
        projectId,
        fileName: words(LIMITS.fileName),
        clientIds: few(id, LIMITS.ids),
      }),
      v.object({ mode: v.literal('enlarge'), projectId, ids: few(id, LIMITS.ids) }),
    ]),
  ),
);

const media = { mediaId: id, workflowId: v.nullable(id), projectId };
const listing: v.GenericSchema<unknown, Listing> = v.lazy(
  once(() =>
    v.object({
      ...media,
      clientId: v.nullable(reference),
      title: words(LIMITS.title),
      madeAt: v.nullable(count),
      doneAt: v.nullable(count),
    }),
  ),
);

const progress: v.GenericSchema<unknown, Progress> = v.lazy(
  once(() =>
    v.variant('type', [
      v.object({ type: v.picklist(['queued', 'running', 'done', 'unknown'] as const) }),
      v.object({ type: v.literal('failed'), status: v.nullable(status) }),
    ]),
  ),
);

/** A media as the service told of it. */
export const recordSchema: v.GenericSchema<unknown, MediaRecord> = v.lazy(
  once(() =>
    v.object({
      ...media,
      kind: v.picklist(['image', 'video', 'upload'] as const),
      progress,
      posterUrl: v.nullable(url),
      mediaUrl: v.nullable(url),
      sizeBytes: v.nullable(count),
      seconds: v.nullable(count),
      width: v.nullable(count),
      height: v.nullable(count),
      prompt,
      model,
      references: few(reference, LIMITS.references),
    }),
  ),
);

/** What came back, as a report or a sighting has it. */
export const answerSchema: v.GenericSchema<unknown, Answer> = v.lazy(
  once(() =>
    v.variant('type', [
      v.object({
        type: v.literal('read'),
        credits: v.nullable(count),
        listings: few(listing, LIMITS.listings),
        records: few(recordSchema, LIMITS.records),
        projects: few(v.object({ projectId: id, title: words(LIMITS.title) }), LIMITS.projects),
        isPart: v.boolean(),
      }),
      v.object({ type: v.literal('refused'), status }),
      v.object({ type: v.literal('empty') }),
      v.object({ type: v.picklist(['html', 'unreadable'] as const), httpStatus: count }),
      v.object({ type: v.literal('lost'), how: v.picklist(['error', 'abort', 'timeout'] as const) }),
    ]),
  ),
);

const about = { documentId: id, seq: v.pipe(count, v.minValue(1)), rpcid, at: count };

/** A report as it comes from a page; every field is checked, every other one dropped (L16, L18). */
export const reportSchema: v.GenericSchema<unknown, Report> = v.lazy(
  once(() =>
    v.variant('type', [
      v.object({ ...about, type: v.literal('sent'), submit: submitSchema }),
      v.object({ ...about, type: v.literal('answered'), answer: answerSchema }),
    ]),
  ),
);

/** A change by hand as it comes from a page. */
export const changeSchema: v.GenericSchema<unknown, ChangeReport> = v.lazy(
  once(() =>
    v.object({
      type: v.literal('changed'),
      documentId: id,
      prompt: words(LIMITS.promptText),
      price: v.nullable(v.pipe(count, v.maxValue(1_000_000))),
      lengthS: v.nullable(v.pipe(count, v.maxValue(3_600))),
      count: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(100))),
    }),
  ),
);

/** Parses a report from a page, or names the field that stands in the way. */
export function parseReport(raw: unknown): Result<Report, Extract<Fault, { readonly type: 'BadInput' }>> {
  const parsed = v.safeParse(reportSchema, raw);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'report';
  return fail({ type: 'BadInput', field, expected: issue.expected ?? issue.message });
}

function isOnMediaHost({ origin, username, password }: URL): boolean {
  return `${origin}/` === MEDIA_HOST && username === '' && password === '';
}
