import { UNTRUSTED_PRESS } from '../contract.ts';
import { countSubmit } from './after-submits.ts';
import { callSubmit } from './call-submit.ts';
import { canStart } from './can-start.ts';
import { refreshCredits } from './credits.ts';
import type { Reply } from './framing.ts';
import { refreshLibrary } from './library.ts';
import type { Submit } from './orders.ts';
import type { Page, PageState, Tile } from './page-state.ts';
import { planOf, type Plan } from './plan.ts';
import { clipsOf, imagesOf } from './records.ts';
import { dropTile, failTile, queuedTile, showMedia } from './tile-changes.ts';

/** What the composer is left with after a press. */
function cleared({ clearOnSubmit, frames, chips }: PageState): Partial<PageState> {
  if (clearOnSubmit === 'nothing') return {};
  const text = { parts: [], isReady: false };
  if (clearOnSubmit === 'text') return { ...text, frames, chips };
  return { ...text, frames: [null, null], chips: [] };
}

/** What Retry on an error tile would order again: one output, as it was asked for. */
const retries = new Map<string, Plan>();

function drawTiles({ store }: Page, plan: Plan, again: Plan): readonly Tile[] {
  const kind = plan.action === 'IMAGE_GENERATION' ? 'image' : 'video';
  const tiles = Array.from({ length: plan.count }, () => queuedTile(kind, plan.prompt, plan.modelKey));
  for (const { key } of tiles) retries.set(key, again);
  store.set({ tiles: [...tiles, ...store.get().tiles] });
  return tiles;
}

/** Some refusals are known to the page alone: the reply is empty, and the tile names the policy. */
function reasonOnPage({ switches }: Page): string | null {
  return switches.submitReply === 'empty' ? 'PUBLIC_ERROR_UNSAFE_GENERATION' : null;
}

function show(page: Page, reply: Reply, tiles: readonly Tile[]): void {
  if (reply.type === 'refused') {
    // A refusal takes the frames away, whatever the page would have kept.
    page.store.set({ frames: [null, null] });
    return tiles.forEach(({ key }) => failTile(page, key, reply.reason));
  }
  const media = reply.type === 'ok' ? mediaOf(reply.payload, tiles) : [];
  for (const [at, { key }] of tiles.entries()) {
    const found = media[at];
    if (found === undefined) failTile(page, key, reasonOnPage(page));
    else showMedia(page, key, found);
  }
}

function mediaOf(payload: unknown, tiles: readonly Tile[]) {
  return tiles[0]?.kind === 'image' ? imagesOf(payload) : clipsOf(payload);
}

async function send(page: Page, { rpcid, inner }: Submit, tiles: readonly Tile[]): Promise<void> {
  const reply = await callSubmit(page, rpcid, inner);
  show(page, reply, tiles);
  if (reply.type === 'ok') await refreshLibrary(page);
}

/** Makes the orders of one press: a token for each call, and all calls at once. */
async function order(page: Page, plan: Plan, again: Plan, press: Event): Promise<void> {
  const tiles = drawTiles(page, plan, again);
  const mints = Array.from({ length: plan.calls }, () => page.mint(plan.action, press));
  const submits = plan.submits(await Promise.all(mints));
  const each = tiles.length / submits.length;
  countSubmit(page);
  await Promise.all(submits.map((one, at) => send(page, one, tiles.slice(at * each, (at + 1) * each))));
  await refreshCredits(page);
}

/** Builds since 2026-09-25 count a press that no hand made, and do nothing more. */
async function isAccepted({ switches }: Page, press: Event): Promise<boolean> {
  if (press.isTrusted) return true;
  await fetch(UNTRUSTED_PRESS, { method: 'POST', body: '' });
  return switches.syntheticClickAccepted;
}

/** The press of Start, by the arrow or by Enter. */
export async function pressStart(page: Page, press: Event): Promise<void> {
  if (!canStart(page, page.store.get()) || !(await isAccepted(page, press))) return;
  const state = page.store.get();
  const plan = planOf(page, state);
  const again = planOf(page, { ...state, settings: { ...state.settings, count: 1 } });
  page.store.set(cleared(state));
  const orders = page.switches.clickLandsTwice ? [plan, plan] : [plan];
  await Promise.all(orders.map((one) => order(page, one, again, press)));
}

/** Retry on an error tile costs as Start does, and so asks for a hand; answers whether there was what to order. */
export async function pressRetry(page: Page, tile: Tile, press: Event): Promise<boolean> {
  const plan = retries.get(tile.key);
  if (plan === undefined || !(await isAccepted(page, press))) return false;
  dropTile(page, tile.key);
  await order(page, plan, plan, press);
  return true;
}
