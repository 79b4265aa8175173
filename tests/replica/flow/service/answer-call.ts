import { NOT_FOUND, payload, UNAUTHENTICATED, type Answer } from './answer.ts';
import { OPAQUE, SUBMIT_RPCIDS, type SubmitRpcid } from '../contract.ts';
import { parseJson, redact, slot, type Json } from './json.ts';
import { answerImageUpscale, answerUpload, answerVideoUpscale } from './picture-calls.ts';
import type { Call } from './read-call.ts';
import { answerRead } from './read-calls.ts';
import { readContext } from './read-order.ts';
import { answerGeneration, type SubmitAnswer } from './submit-calls.ts';
import type { World } from './world.ts';

const CAPTCHA_BEARING: readonly string[] = [...SUBMIT_RPCIDS, 'SPrCad', 'maseQ'];

/** The name known today of a submit that a later build sends under another. */
function knownRpcid({ switches }: World, rpcid: string): string {
  const renamed = Object.entries(switches.renamedRpcids).find(([, now]) => now === rpcid);
  return renamed?.[0] ?? rpcid;
}

function isGeneration(rpcid: string): rpcid is SubmitRpcid {
  return SUBMIT_RPCIDS.some((each) => each === rpcid);
}

function answerSubmit(world: World, rpcid: string, inner: Json): Promise<SubmitAnswer> {
  if (rpcid === 'maseQ') return answerUpload(world, inner);
  if (rpcid === 'SPrCad') return answerImageUpscale(world, inner);
  if (rpcid === 'p0UkFb') return Promise.resolve(answerVideoUpscale(world, inner));
  if (isGeneration(rpcid)) return answerGeneration(world, rpcid, inner);
  return Promise.resolve({ answer: NOT_FOUND, made: [] });
}

const CONTEXT_SLOTS: Readonly<Record<string, number>> = { ogiZ0b: 3, maseQ: 0, SPrCad: 2 };

/** The body without what must never be kept: the token, wherever it stands, and an upload's bytes. */
function withoutSecrets(rpcid: string, inner: Json): Json {
  const { token } = readContext(slot(inner, CONTEXT_SLOTS[rpcid] ?? 1));
  const bytes = rpcid === 'maseQ' ? slot(inner, 1) : null;
  const clean = token === null ? inner : redact(inner, token, 'RECAPTCHA');
  return typeof bytes === 'string' ? redact(clean, bytes, 'BYTES') : clean;
}

function replyOf(answer: Answer): Json {
  if (answer.kind === 'payload') return answer.payload;
  return answer.kind === 'status' ? answer.status : answer.kind;
}

/** What a build that nobody knows has wrapped up. */
function unwrapped(inner: Json): Json | null {
  const text = slot(inner, 0) === OPAQUE ? slot(inner, 1) : null;
  return typeof text === 'string' ? (parseJson(text) ?? null) : null;
}

async function answerOpaque(world: World, known: string, call: Call, inner: Json): Promise<Answer> {
  const answer = await answerAndLog(world, known, { ...call, inner });
  return answer.kind === 'payload' ? payload([OPAQUE, JSON.stringify(answer.payload)]) : answer;
}

async function answerAndLog(world: World, known: string, call: Call): Promise<Answer> {
  const { counters, clock, log } = world;
  counters.submits += 1;
  const at = clock.wall();
  const { answer, made } = await answerSubmit(world, known, call.inner);
  const inner = withoutSecrets(known, call.inner);
  log.push({
    rpcid: call.rpcid,
    inner,
    at,
    mediaIds: made.map(({ mediaId }) => mediaId),
    reply: replyOf(answer),
  });
  return answer;
}

function signedOutAnswer({ switches }: World): Answer {
  if (switches.signedOutAnswer === 'http-401') return { kind: 'html', http: 401 };
  if (switches.signedOutAnswer === 'redirect')
    return { kind: 'redirect', to: 'https://accounts.google.com/ServiceLogin' };
  return UNAUTHENTICATED;
}

/** Answers one call of the service. */
export function answerCall(world: World, call: Call): Promise<Answer> {
  const { htmlInsteadOfJson } = world.switches;
  const known = knownRpcid(world, call.rpcid);
  const isSubmit = CAPTCHA_BEARING.includes(known);
  if (htmlInsteadOfJson === 'every-call' || htmlInsteadOfJson === (isSubmit ? 'submits' : 'reads'))
    return Promise.resolve({ kind: 'html', http: 502 });
  if (!world.account.signedIn) return Promise.resolve(signedOutAnswer(world));
  if (!isSubmit) return answerRead(world, known, call.inner);
  const inner = unwrapped(call.inner);
  return inner === null ? answerAndLog(world, known, call) : answerOpaque(world, known, call, inner);
}
