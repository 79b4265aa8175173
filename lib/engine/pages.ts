import type { ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import type { AttemptId } from '../domain/ids.ts';
import { getAtWork } from '../store/tasks.ts';
import type { Store } from '../store/transaction.ts';
import { disarmStale, getStanding, hearPage, hurryLookUps, type StandingTask } from './hear-page.ts';
import { holdForPage } from './holds.ts';
import type { EnginePorts, Provider } from './ports.ts';
import { disarmGone } from './recover.ts';

/** What a page of a service tells unasked, and what of an order stands on it. */
export interface Pages {
  heard(provider: ProviderName, report: unknown, tab: number): Promise<void>;
  looked(provider: ProviderName, block: Fault | null): Promise<void>;
  gone(provider: ProviderName): Promise<void>;
  /** The orders that stand ready, by their provider. */
  standing(): Promise<ReadonlyMap<Provider, StandingTask>>;
  /** Lets go of all pages on which no order stands ready. */
  releaseLeft(): Promise<void>;
  /** Lets go of the pages whose order was cancelled, put off, changed or sent since. */
  release(before: ReadonlyMap<Provider, StandingTask>): Promise<void>;
}

/** What the engine lends to its pages. */
export interface PagePorts {
  readonly store: Store;
  readonly ports: EnginePorts;
  /** Steps in hand, by their task. */
  readonly inHand: ReadonlyMap<string, Promise<void>>;
  hear(id: AttemptId): Promise<void>;
  /** Starts to fetch the larger copies of an attempt's outputs. */
  keepLarger(provider: Provider, id: AttemptId): void;
  look(): Promise<void>;
}

/** Handles what pages of services tell. */
export function createPages({ store, ports, inHand, hear, keepLarger, look }: PagePorts): Pages {
  const standing = async (): Promise<ReadonlyMap<Provider, StandingTask>> => {
    const found = new Map<Provider, StandingTask>();
    for (const provider of ports.providers.values()) {
      if (!provider.capabilities.needsPress) continue;
      const there = await store.read((tx) => getStanding(tx, provider.name));
      if (there !== null) found.set(provider, there);
    }
    return found;
  };

  const release = async (before: ReadonlyMap<Provider, StandingTask>): Promise<void> => {
    for (const [provider, { order, arming }] of before) {
      await store.write('relaxed', (tx) => disarmStale(tx, provider.name, ports.clock()));
      const now = await store.read((tx) => getStanding(tx, provider.name));
      if (now?.order.id !== order.id) await provider.release?.(arming).catch(ports.report);
    }
  };

  /** A press can be told of before the page's own answer that all is set has been stored. */
  const untilArmed = async (name: ProviderName): Promise<void> => {
    const atWork = await store.read((tx) => getAtWork(tx, name));
    const preparing = atWork.filter(({ phase }) => phase.state === 'preparing');
    await Promise.all(preparing.map(({ id }) => inHand.get(id) ?? Promise.resolve()));
  };

  const gone = async (name: ProviderName): Promise<void> => {
    const provider = ports.providers.get(name);
    if (provider !== undefined) await disarmGone(store, [provider], ports.clock);
    await look();
  };

  const releaseLeft = async (): Promise<void> => {
    const present = await standing();
    for (const provider of ports.providers.values()) {
      if (provider.capabilities.needsPress)
        await provider.releaseOthers?.(present.get(provider)?.arming ?? null).catch(ports.report);
    }
  };

  return {
    standing,
    releaseLeft,
    release,
    gone,
    heard: async (name, report, tab) => {
      const provider = ports.providers.get(name);
      if (provider === undefined) return;
      await untilArmed(name);
      const before = await standing();
      const told = await store.write('strict', (tx) => hearPage(tx, { ports, provider }, report, tab));
      await release(before);
      for (const id of told.news) await hear(id);
      for (const id of told.larger) keepLarger(provider, id);
      await look();
    },
    looked: async (name, block) => {
      await store.write('relaxed', async (tx) => {
        await holdForPage(tx, name, block, ports.clock());
        if (block === null) await hurryLookUps(tx, name, ports.clock());
      });
      await gone(name);
    },
  };
}
