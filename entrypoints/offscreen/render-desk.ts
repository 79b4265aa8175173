import type { Fault } from '../../lib/domain/fault.ts';
import type { AssetId, AttemptId } from '../../lib/domain/ids.ts';
import type { Expected, Inspection, RenderOrder, RenderState } from '../../lib/domain/render.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { inspect } from '../../lib/media/inspect.ts';
import { render } from '../../lib/media/render.ts';
import type { RenderCalls } from '../../lib/messages/contract.ts';

/** What the desk needs of the room that it stands in. */
export interface DeskPorts {
  readonly fonts: FontFaceSet;
  readAsset(id: AssetId): Promise<Blob | null>;
  addAsset(bytes: Blob, owner: AttemptId, role: 'output' | 'poster'): Promise<Result<AssetId, Fault>>;
  stagedOutput(owner: AttemptId): Promise<AssetId | null>;
  /** Told how far a render is, 0 to 1. */
  tellProgress(order: RenderOrder, share: number): void;
  /** Told once when a render ended, one way or the other. */
  ended(attemptId: AttemptId): void;
  /** Told when somebody begins to need the document, and when nobody does any more. */
  onUse(inUse: boolean): void;
}

interface Running {
  readonly abort: AbortController;
  share: number;
}

/** Renders, looks into bytes and makes object URLs for the background, one render for each attempt. */
export function createRenderDesk(ports: DeskPorts): RenderCalls {
  const running = new Map<AttemptId, Running>();
  const failed = new Map<AttemptId, Fault>();
  let users = 0;
  const needed = (by: 1 | -1): void => {
    users += by;
    ports.onUse(users > 0);
  };

  const run = async (
    order: RenderOrder,
    { abort }: Running,
    told: (share: number) => void,
  ): Promise<void> => {
    const { attemptId } = order;
    const made = await makeBytes(order, ports, told, abort.signal);
    const staged = made.ok ? await ports.addAsset(made.value, attemptId, 'output') : made;
    if (!staged.ok && !abort.signal.aborted) failed.set(attemptId, staged.fault);
    running.delete(attemptId);
    if (!abort.signal.aborted) ports.ended(attemptId);
  };

  return {
    render: async (order) => {
      const { attemptId } = order;
      if (running.has(attemptId) || (await ports.stagedOutput(attemptId)) !== null) return ok(null);
      if (running.has(attemptId)) return ok(null);
      const entry: Running = { abort: new AbortController(), share: 0 };
      running.set(attemptId, entry);
      failed.delete(attemptId);
      needed(1);
      void run(order, entry, (share) => {
        entry.share = share;
        ports.tellProgress(order, share);
      }).finally(() => needed(-1));
      return ok(null);
    },
    renderState: async (attemptId) => ok(await stateOf(attemptId, running, failed, ports)),
    cancelRender: (attemptId) => {
      const entry = running.get(attemptId);
      entry?.abort.abort();
      running.delete(attemptId);
      return Promise.resolve(ok(entry !== undefined));
    },
    inspect: async (assetId, attemptId, expected) => {
      needed(1);
      return lookInto(assetId, attemptId, expected, ports).finally(() => needed(-1));
    },
    makeUrl: async (assetId) => {
      const bytes = await ports.readAsset(assetId);
      if (bytes === null) return fail({ type: 'AssetMissing' });
      needed(1);
      return ok(URL.createObjectURL(bytes));
    },
    revokeUrl: (url) => {
      URL.revokeObjectURL(url);
      needed(-1);
      return Promise.resolve(ok(null));
    },
  };
}

async function makeBytes(
  order: RenderOrder,
  ports: DeskPorts,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<Blob, Fault>> {
  try {
    return await render(order.snapshot, ports, told, signal);
  } catch (error) {
    return fail({ type: 'RenderFailed', words: error instanceof Error ? error.message : String(error) });
  }
}

async function stateOf(
  attemptId: AttemptId,
  running: ReadonlyMap<AttemptId, Running>,
  failed: ReadonlyMap<AttemptId, Fault>,
  ports: DeskPorts,
): Promise<RenderState> {
  const entry = running.get(attemptId);
  if (entry !== undefined) return { state: 'running', progress: entry.share };
  const assetId = await ports.stagedOutput(attemptId);
  if (assetId !== null) return { state: 'ended', assetId };
  const fault = failed.get(attemptId);
  return fault === undefined ? { state: 'unknown' } : { state: 'failed', fault };
}

async function lookInto(
  assetId: AssetId,
  attemptId: AttemptId,
  expected: Expected,
  ports: DeskPorts,
): Promise<Result<Inspection, Fault>> {
  const bytes = await ports.readAsset(assetId);
  if (bytes === null) return fail({ type: 'AssetMissing' });
  const looked = await inspect(bytes, expected);
  if (!looked.ok) return looked;
  const poster = await ports.addAsset(looked.value.poster, attemptId, 'poster');
  return poster.ok ? ok({ media: looked.value.media, posterId: poster.value }) : poster;
}
