import { isFlowId, type FlowId } from '../../../lib/providers/flow/page/flow-id.ts';

/** A token as the page mints them: long, without spaces, never to be seen outside. */
export const TOKEN = `0cAFcWeA-${'Zq7_tok'.repeat(340)}`;
/** The page's own proof of who asks. */
export const PROOF = 'AJpNproofproofproofproofproofproofproof:1790';
/** A prompt with several alphabets, both directions, marks and an emoji of two halves. */
export const ODD_PROMPT = 'Cô gái Hà Nội 👩🏽‍🍳 “bấm”\nשלום & مرحبا = 100% + `x` \\ "q"';
export const PATH = '/_/AiSandboxAngularFrontend/data/batchexecute';

/** An id of its own for each number. */
export function id(number: number): FlowId {
  const made = `0badcafe-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  if (!isFlowId(made)) throw new Error('no id');
  return made;
}

export const PROJECT = id(1);
export const BATCH = id(2);

export function context(token = TOKEN, project: string = PROJECT): unknown {
  return [null, 22, null, null, null, project, null, null, null, null, [token, 1]];
}

/** The body of a request as the page sends it. */
export function form(rpcid: string, inner: unknown, tag = 'generic'): string {
  const calls = JSON.stringify([[[rpcid, JSON.stringify(inner), null, tag]]]);
  return `f.req=${encodeURIComponent(calls)}&at=${encodeURIComponent(PROOF)}&`;
}

export function urlOf(rpcid: string): string {
  return `${PATH}?rpcids=${rpcid}&source-path=%2Fproject%2F${PROJECT}&bl=boq_x&f.sid=-1&hl=vi&_reqid=100000&rt=c`;
}

interface Asked {
  readonly prompt?: string;
  readonly model?: string;
  readonly aspect?: number;
  readonly references?: readonly string[];
  readonly batch?: string;
  readonly ids?: readonly [string, string];
  readonly count?: number;
  readonly token?: string;
}

const block = ([a, b]: readonly [string, string] = [id(3), id(4)]): unknown => [null, null, null, null, a, b];
const words = (prompt: string): unknown => [null, null, [[[prompt]]]];
const frame = (media: string): unknown => [null, media, null, null, null, [null, 0.01, 1, 0.99]];

/** Requests by the name of their call, written from the facts about each. */
export const REQUESTS: Readonly<Record<string, (asked: Asked) => unknown>> = {
  ogiZ0b: (asked) => [
    null,
    many(asked, () => [
      null,
      null,
      asked.references?.map((each) => [each, null, null, null, 1]) ?? null,
      4711,
      asked.aspect ?? 3,
      asked.model ?? 'BELUGA',
      null,
      context(asked.token),
      [[[asked.prompt ?? ODD_PROMPT]]],
      null,
      null,
      null,
      ...(asked.ids ?? [id(3), id(4)]),
    ]),
    1,
    context(asked.token),
    [asked.batch ?? BATCH],
  ],
  YhhmEf: (asked) => video(asked, 'abra_t2v_6s', () => []),
  eb1hJf: (asked) => video(asked, 'abra_i2v_8s', () => (asked.references ?? [id(9)]).map(frame)),
  nprQif: (asked) =>
    video(asked, 'omni_flash_i2v_8s_first_last', () => (asked.references ?? [id(9), id(10)]).map(frame)),
  MZZa6b: (asked) => [
    many(asked, () => [
      words(asked.prompt ?? ODD_PROMPT),
      (asked.references ?? [id(9)]).map((each) => [null, each]),
      asked.model ?? 'abra_r2v_8s',
      asked.aspect ?? 2,
      null,
      block(asked.ids),
    ]),
    context(asked.token),
    [asked.batch ?? BATCH, 2],
  ],
  fZytfe: (asked) => [
    [
      [
        [null, asked.references?.[0] ?? id(9), 121, 144],
        words(asked.prompt ?? ODD_PROMPT),
        asked.model ?? 'veo_3_1_extension_lite',
        2,
        null,
        [id(11), null, null, null, id(3), id(4)],
      ],
    ],
    context(asked.token),
    [asked.batch ?? BATCH, 2, null, [id(11), 2]],
  ],
  p0UkFb: (asked) => [
    [
      [
        [null, id(9)],
        null,
        1,
        null,
        [null, id(10), null, null, id(3)],
        null,
        2,
        ...Array.from({ length: 24 }, () => null),
        ['veo_3_1_upsampler_1080p'],
      ],
    ],
    context(asked.token),
  ],
  SPrCad: (asked) => [id(9), 1, context(asked.token)],
  maseQ: (asked) => [
    context(asked.token),
    'QUJD/+8='.repeat(50),
    'image/jpeg',
    1,
    null,
    null,
    null,
    null,
    'cảnh 1 – ảnh.jpg',
    null,
    id(3),
    id(4),
  ],
};

/** The request of a call that the fixtures know. */
export function request(rpcid: string, asked: Asked = {}): unknown {
  const make = REQUESTS[rpcid];
  if (make === undefined) throw new Error(rpcid);
  return make(asked);
}

function many(asked: Asked, item: () => unknown): unknown {
  return Array.from({ length: asked.count ?? 1 }, item);
}

function video(asked: Asked, model: string, frames: () => readonly unknown[]): unknown {
  return [
    many(asked, () => [
      words(asked.prompt ?? ODD_PROMPT),
      asked.model ?? model,
      asked.aspect ?? 2,
      null,
      ...frames(),
      block(asked.ids),
    ]),
    context(asked.token),
    [asked.batch ?? BATCH, 2],
  ];
}

/** An entry of a listing. */
export function listing(media = id(21), workflow = id(22), client: string = BATCH): unknown {
  const about = ['Bếp nhỏ', [1_790_000_000, 5], null, null, media, client, [1_790_000_004, 0]];
  return [workflow, null, null, about, PROJECT];
}

interface Told {
  readonly media?: string;
  readonly cell?: unknown;
  readonly poster?: string | null;
  readonly bytes?: number;
  readonly url?: string;
  readonly references?: readonly string[];
}

export const POSTER_URL = `https://flow-content.google/image/${id(21)}?Expires=1790021600&KeyName=k&Signature=p`;
export const VIDEO_URL = `https://flow-content.google/video/${id(21)}?Expires=1790021600&KeyName=k&Signature=v`;

/** A record of a video. */
export function record(told: Told = {}): unknown {
  const references = told.references?.map((each) => [null, 1, each]);
  const row = [['abra_t2v_6s', 1, null, null, 2, 1], ...(references === undefined ? [] : [references])];
  const asked = [null, row, [words(ODD_PROMPT)], null, 1];
  const about: unknown[] = [[1_790_000_000, 0], ODD_PROMPT, null, null, null, null, asked, null];
  about.push(told.cell ?? [6], 1, told.poster ?? null, [], null, told.bytes ?? null);
  const made: unknown[] = [null, 4711, null, null, null, null, null, 'rewritten', told.url ?? null];
  made.push(null, null, null, 'abra_t2v_6s', '', null, false, 2);
  const media = told.media ?? id(21);
  return [media, PROJECT, id(22), 'CAE', null, about, null, [made, [null, null, [6]], [media]]];
}

export const IMAGE_URL = `https://flow-content.google/image/${id(31)}?Expires=1790021600&KeyName=k&Signature=i`;

/** A record of an image, in one of the two nestings that were captured. */
export function imageRecord(isNested: boolean): unknown {
  const asked = [null, null, [['rewritten', null, [[[ODD_PROMPT]]]]], [[null, 1, id(9)]]];
  const made: unknown[] = [null, 4711, null, null, null, null, 1, 'rewritten', 29, null, null, id(32), null];
  made.push(IMAGE_URL, 3, asked, null, id(31));
  const about = [made, null, [1376, 768]];
  return [id(31), null, id(32), null, null, null, isNested ? [about] : about];
}

/** A reply with lengths that are wrong and rows that say nothing, as the service sends it. */
export function reply(rpcid: string, payload: unknown, status: unknown = null, tag = 'generic'): string {
  const text = payload === undefined ? null : JSON.stringify(payload);
  return framed([
    ['wrb.fr', rpcid, text, null, null, status, tag],
    ['di', 276],
    ['af.httprm', 276, '-47', 39],
  ]);
}

export function framed(rows: unknown): string {
  return `)]}'\n\n7\n${JSON.stringify(rows)}\n25\n[["e",4,null,null,163]]\n`;
}
