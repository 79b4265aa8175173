import { status, type Answer } from './answer.ts';
import type { CaptchaAction } from '../contract.ts';
import { CONCURRENT_LIMIT, MODEL_DENIED, statusOf, UNUSUAL_ACTIVITY, USER_QUOTA } from './error-codes.ts';
import { familyOf } from '../prices.ts';
import { priceFor } from './place-order.ts';
import type { FlowOrder } from './read-order.ts';
import type { World } from './world.ts';

export function refusal(world: World, code: number): Answer {
  world.counters.refused += 1;
  return status(statusOf(code, world.switches.errorForm));
}

/** Judges the token of a captcha-bearing call; null where it is in order. */
export function refuseToken(world: World, token: string | null, action: CaptchaAction): Answer | null {
  const { captcha, counters, switches, account } = world;
  const verdict = captcha.check(token, action);
  if (verdict === 'genuine') return null;
  if (verdict === 'untrusted' && switches.syntheticClickAccepted) return null;
  if (verdict === 'replayed') counters.replayedTokens += 1;
  if (verdict === 'forged') counters.forgedTokens += 1;
  // A page that minted too early has done nothing strange; all else costs the account its standing.
  if (verdict !== 'stale') account.standing = 'distrusted';
  return refusal(world, UNUSUAL_ACTIVITY);
}

function openJobs({ media }: World): number {
  return media.filter(({ outcome, foreign }) => outcome.kind === 'pending' && !foreign).length;
}

function switchedCode({ switches, accepted }: World, { items }: FlowOrder): number | null {
  if (switches.refuseCode === null || accepted < switches.refuseAfter) return null;
  return items.some(({ modelKey }) => modelKey.startsWith(switches.refuseModel)) ? switches.refuseCode : null;
}

function codeAgainst(world: World, order: FlowOrder): number | null {
  const { switches, account } = world;
  const price = order.items.reduce((sum, { modelKey }) => sum + priceFor(world, modelKey), 0);
  if (account.standing === 'distrusted') return UNUSUAL_ACTIVITY;
  // The page says of too long a prompt what it says of strangers. Source: three refusals in one session, 2026-09.
  if (order.items.some(({ prompt }) => prompt.length > switches.promptCeiling)) return UNUSUAL_ACTIVITY;
  if (order.items.some(({ modelKey }) => isMissing(world, modelKey))) return MODEL_DENIED;
  if (price > account.credits) return USER_QUOTA;
  if (openJobs(world) + order.items.length > switches.concurrentLimit) return CONCURRENT_LIMIT;
  return switchedCode(world, order);
}

function isMissing({ switches }: World, modelKey: string): boolean {
  const family = familyOf(modelKey);
  return family === null || switches.missingModels.includes(family.family);
}

/** Why an order that is well formed is not accepted; null where it is. */
export function refuseOrder(world: World, order: FlowOrder): Answer | null {
  const code = codeAgainst(world, order);
  return code === null ? null : refusal(world, code);
}
