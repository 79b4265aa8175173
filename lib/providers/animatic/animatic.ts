import { ANIMATIC_CAPABILITIES } from '../../domain/capabilities.ts';
import { isAssetId, isOperation, type AssetId, type AttemptId, type Operation } from '../../domain/ids.ts';
import { fail, ok } from '../../domain/result.ts';
import type { LookUp, Order, Poll, Provider, Submission } from '../../engine/ports.ts';
import type { RenderCalls } from '../../messages/contract.ts';

/** What the built-in provider is made of. */
export interface AnimaticPorts {
  readonly renderer: Pick<RenderCalls, 'render' | 'renderState' | 'cancelRender'>;
  /** The output that the renderer has staged for an attempt; null while there is none. */
  stagedOutput(attemptId: AttemptId): Promise<AssetId | null>;
}

/** The renderer wakes the background when it ends; asking is only for when that message was lost. */
const POLL_EVERY_MS = 20_000;
const DEADLINE_MS = 30 * 60_000;

/**
 * The built-in provider: draws and encodes on this machine, without an account or a network. Its operation is the
 * attempt's own id, and what is staged under an attempt is its answer, so nothing is ever rendered twice (L6).
 */
export function createAnimatic(ports: AnimaticPorts): Provider {
  return {
    name: 'animatic',
    capabilities: ANIMATIC_CAPABILITIES,
    pollEveryMs: POLL_EVERY_MS,
    deadlineMs: DEADLINE_MS,
    isLocal: true,
    check: () => Promise.resolve(ok(null)),
    submit: (order) => submit(ports, order),
    poll: (_operation, order) => poll(ports, order),
    fetch: async (ref, order) => {
      // What is not staged any more is asked for again, and rendered again where it is lost: that costs nothing.
      const staged = await ports.stagedOutput(order.id);
      return isAssetId(ref) && staged === ref ? ok(ref) : fail({ type: 'LinkExpired' });
    },
    lookUp: (order) => lookUp(ports, order),
    cancel: async (_operation, order) => {
      const cancelled = await ports.renderer.cancelRender(order.id);
      return cancelled.ok && cancelled.value ? 'stopped' : 'too-late';
    },
  };
}

async function submit({ renderer }: AnimaticPorts, order: Order): Promise<Submission> {
  const { id, projectId, sceneIndex, snapshot } = order;
  const begun = await renderer.render({ attemptId: id, projectId, sceneIndex, snapshot });
  if (begun.ok) return { type: 'accepted', operation: operationOf(order) };
  const accepted = begun.fault.type === 'Unreachable' ? 'maybe' : 'no';
  return { type: 'fault', accepted, fault: begun.fault };
}

async function poll({ renderer, stagedOutput }: AnimaticPorts, order: Order): Promise<Poll> {
  const staged = await stagedOutput(order.id);
  if (staged !== null) return { type: 'produced', refs: [staged] };
  const known = await renderer.renderState(order.id);
  if (!known.ok) return { type: 'fault', fault: known.fault };
  switch (known.value.state) {
    case 'running':
      return { type: 'working', progress: known.value.progress };
    case 'ended':
      return { type: 'produced', refs: [known.value.assetId] };
    case 'failed':
      return { type: 'ended', fault: known.value.fault };
    case 'unknown':
      return { type: 'ended', fault: { type: 'RenderLost' } };
  }
}

async function lookUp({ renderer, stagedOutput }: AnimaticPorts, order: Order): Promise<LookUp> {
  if ((await stagedOutput(order.id)) !== null) return { type: 'operation', operation: operationOf(order) };
  const known = await renderer.renderState(order.id);
  if (!known.ok) return { type: 'not-now', fault: known.fault };
  if (known.value.state === 'unknown') return { type: 'not-there' };
  return { type: 'operation', operation: operationOf(order) };
}

function operationOf({ id }: Order): Operation {
  const operation: string = id;
  if (!isOperation(operation)) throw new Error('It is no operation.');
  return operation;
}
