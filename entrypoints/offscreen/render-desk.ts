import type { Fault } from '../../lib/domain/fault.ts';
import type { AssetId, AttemptId, CommandId } from '../../lib/domain/ids.ts';
import type { Aspect } from '../../lib/domain/project.ts';
import type { Expected, Inspection, RenderOrder, RenderState, TakenFrame } from '../../lib/domain/render.ts';
import type { FrameEdge } from '../../lib/domain/take.ts';
import { takeFrame } from '../../lib/media/take-frame.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { inspect } from '../../lib/media/inspect.ts';
import { render } from '../../lib/media/render.ts';
import type { RenderCalls } from '../../lib/messages/contract.ts';
import { isClosedError } from '../../lib/store/closed-store.ts';

/** What the desk needs of the room that it stands in. */
export interface DeskPorts {
  readonly fonts: FontFaceSet;
  readAsset(id: AssetId): Promise<Blob | null>;
  addAsset(
    bytes: Blob,
    owner: AttemptId | CommandId,
    role: 'output' | 'poster',
  ): Promise<Result<AssetId, Fault>>;
  stagedOutput(owner: AttemptId): Promise<AssetId | null>;
  /** Told how far a render is, 0 to 1. */
  tellProgress(order: RenderOrder, share: number): void;
  /** Told once when a render ended, one way or the other. */
  ended(attemptId: AttemptId): void;
  /** Told when somebody begins to need the document, and when they do not any more. */
  need(by: 1 | -1): void;
}

interface Running {
  readonly abort: AbortController;
  share: number;
}

/** What the render desk answers of the document's calls. */
type DeskCalls = Omit<RenderCalls, 'joinFilm' | 'cancelJoin' | 'chime'>;

/** Renders, looks into bytes and makes object URLs for the background, one render for each attempt. */
export function createRenderDesk(ports: DeskPorts): DeskCalls {
  const running = new Map<AttemptId, Running>();
  const failed = new Map<AttemptId, Fault>();
  const urls = new Set<string>();

  const run = async (
    order: RenderOrder,
    { abort }: Running,
    told: (share: number) => void,
  ): Promise<void> => {
    const { attemptId } = order;
    const staged = await stageBytes(order, ports, told, abort.signal);
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
      ports.need(1);
      void run(order, entry, (share) => {
        entry.share = share;
        ports.tellProgress(order, share);
      }).finally(() => ports.need(-1));
      return ok(null);
    },
    renderState: async (attemptId) => ok(await stateOf(attemptId, running, failed, ports)),
    cancelRender: (attemptId) => {
      const entry = running.get(attemptId);
      entry?.abort.abort();
      running.delete(attemptId);
      return Promise.resolve(ok(entry !== undefined));
    },
    inspect: async (assetId, owner, expected) => {
      ports.need(1);
      return lookInto(assetId, owner, expected, ports).finally(() => ports.need(-1));
    },
    takeFrame: async (owner, clip, edge, aspect) => {
      ports.need(1);
      return stageFrame(clip, owner, { edge, aspect }, ports).finally(() => ports.need(-1));
    },
    makeUrl: async (assetId) => {
      const bytes = await ports.readAsset(assetId);
      if (bytes === null) return fail({ type: 'AssetMissing' });
      const url = URL.createObjectURL(bytes);
      urls.add(url);
      ports.need(1);
      return ok(url);
    },
    revokeUrl: (url) => {
      // A download may end whose URL an earlier document made: it was no user of this one.
      if (urls.delete(url)) {
        URL.revokeObjectURL(url);
        ports.need(-1);
      }
      return Promise.resolve(ok(null));
    },
  };
}

/** A throw is a fault of this render alone: it must not stay `running` for ever. */
async function stageBytes(
  order: RenderOrder,
  ports: DeskPorts,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<AssetId, Fault>> {
  try {
    const made = await render(order.snapshot, ports, told, signal);
    return made.ok ? await ports.addAsset(made.value, order.attemptId, 'output') : made;
  } catch (error) {
    // The browser closed the store under it: nothing is wrong with the scene, and another render costs nothing.
    if (isClosedError(error)) return fail({ type: 'RenderLost' });
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

async function stageFrame(
  clip: AssetId,
  owner: CommandId,
  { edge, aspect }: { readonly edge: FrameEdge; readonly aspect: Aspect },
  ports: DeskPorts,
): Promise<Result<TakenFrame, Fault>> {
  const bytes = await ports.readAsset(clip);
  if (bytes === null) return fail({ type: 'AssetMissing' });
  const frame = await takeFrame(bytes, edge);
  const staged = frame.ok ? await ports.addAsset(frame.value, owner, 'output') : frame;
  if (!staged.ok) return staged;
  const looked = await lookInto(staged.value, owner, { kind: 'image', aspect, lengthS: null }, ports);
  return looked.ok ? ok({ assetId: staged.value, ...looked.value }) : looked;
}

async function lookInto(
  assetId: AssetId,
  owner: AttemptId | CommandId,
  expected: Expected,
  ports: DeskPorts,
): Promise<Result<Inspection, Fault>> {
  const bytes = await ports.readAsset(assetId);
  if (bytes === null) return fail({ type: 'AssetMissing' });
  const looked = await inspect(bytes, expected);
  if (!looked.ok) return looked;
  const poster = await ports.addAsset(looked.value.poster, owner, 'poster');
  return poster.ok ? ok({ media: looked.value.media, posterId: poster.value }) : poster;
}
