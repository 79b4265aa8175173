import { ANIMATIC_CAPABILITIES } from '../../../lib/domain/capabilities.ts';
import { isOperation } from '../../../lib/domain/ids.ts';
import { ok } from '../../../lib/domain/result.ts';
import { createEngine, type Engine } from '../../../lib/engine/engine.ts';
import type { Order, Provider } from '../../../lib/engine/ports.ts';
import { addAsset } from '../../../lib/store/assets.ts';
import type { Store } from '../../../lib/store/transaction.ts';

/** Bytes of each output: as small as a take can be, so that what is left is the engine’s own. */
const OUTPUT_BYTES = 64;

const MEDIA = {
  mime: 'image/png',
  sizeBytes: OUTPUT_BYTES,
  width: 1280,
  height: 720,
  lengthS: null,
  fps: null,
  codec: null,
  hasSound: false,
} as const;

/** A service that answers at once; `mostAtOnce` says how many orders it takes now, `ordered` is told of each. */
export function instantProvider(
  store: Store,
  mostAtOnce: () => number,
  ordered: (order: Order) => void,
): Provider {
  return {
    name: 'animatic',
    get capabilities() {
      return { ...ANIMATIC_CAPABILITIES, mostAtOnce: mostAtOnce() };
    },
    pollEveryMs: 0,
    deadlineMs: 600_000,
    check: () => Promise.resolve(ok(null)),
    submit: (order) => {
      ordered(order);
      const operation: string = order.id;
      if (!isOperation(operation)) throw new Error(operation);
      return Promise.resolve({ type: 'accepted', operation });
    },
    poll: () => Promise.resolve({ type: 'produced', refs: ['only'] }),
    fetch: (_ref, { id }) => {
      const bytes = new Blob([id.padEnd(OUTPUT_BYTES)], { type: MEDIA.mime });
      return addAsset(store, bytes, id, 'output', Date.now());
    },
    lookUp: () => Promise.resolve({ type: 'not-there' }),
    cancel: () => Promise.resolve('stopped'),
  };
}

/** The product’s engine over a store, with that service behind it. */
export function engineOf(store: Store, provider: Provider): Engine {
  return createEngine(store, {
    providers: new Map([[provider.name, provider]]),
    inspect: () => Promise.resolve(ok({ media: MEDIA, posterId: null })),
    clock: Date.now,
    random: Math.random,
    setWake: () => undefined,
    setBusy: () => undefined,
    stored: () => undefined,
    report: (defect) => {
      throw defect;
    },
  });
}
