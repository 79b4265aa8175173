import type { Engine } from '../../lib/engine/engine.ts';
import { ok, fail } from '../../lib/domain/result.ts';
import type { BackgroundCalls } from '../../lib/messages/contract.ts';
import { flowPageClient } from '../../lib/messages/flow-calls.ts';
import { fetchMedia } from '../../lib/platform/fetch-media.ts';
import { putDriver, putScripts } from '../../lib/platform/flow-scripts.ts';
import {
  findFlowTab,
  findFlowTabs,
  isNobodyThere,
  onTabGone,
  reloadTab,
  sendToTab,
  showFlow,
} from '../../lib/platform/flow-tabs.ts';
import { undoZoom, zoomOut } from '../../lib/platform/flow-zoom.ts';
import type { Message, Send } from '../../lib/messages/rpc.ts';
import { browserLanguage, loadWords } from '../../lib/platform/words.ts';
import { createFlow, type FlowTab } from '../../lib/providers/flow/flow.ts';
import { writeOffers } from '../../lib/providers/flow/hear-listing.ts';
import { flowFileName } from '../../lib/domain/flow-page.ts';
import type { Provider } from '../../lib/engine/ports.ts';
import { addAsset, readAsset } from '../../lib/store/assets.ts';
import { getSettings } from '../../lib/store/settings.ts';
import { getSighting, putSighting } from '../../lib/store/sightings.ts';
import type { Store } from '../../lib/store/transaction.ts';
import { zoomBackUnseen } from './restore-zoom.ts';

/** The Flow tab, with its calls. */
async function flowTab(): Promise<FlowTab | null> {
  const id = await findFlowTab();
  return id === null ? null : tabOf(id);
}

function tabOf(id: number): FlowTab {
  return { id, page: flowPageClient(sendWithScripts(id)) };
}

/** Where nobody is in the page yet, as before the first installation, the scripts are put there first. */
function sendWithScripts(tab: number): Send {
  const send = sendToTab(tab);
  return (message: Message) =>
    send(message).catch(async (error: unknown) => {
      if (!isNobodyThere(error)) throw error;
      await putScripts(tab);
      return send(message);
    });
}

/** Flow as the background has it. */
export function flowProvider(store: Store, clock: () => number): Provider {
  return createFlow({
    tab: flowTab,
    tabs: async () => (await findFlowTabs()).map(tabOf),
    tabOf,
    zoomOut,
    reload: reloadTab,
    sighting: (operation) => store.read((tx) => getSighting(tx, operation)),
    download: fetchMedia,
    stage: (bytes, owner) => addAsset(store, bytes, owner, 'output', clock()),
    mayUpload: async () => (await store.read((tx) => getSettings(tx))).mayUpload,
    pictureForPage: async (assetId) => {
      const bytes = await readAsset(store, assetId);
      if (bytes === null) return null;
      return { name: flowFileName(assetId), mime: bytes.type || 'image/jpeg', base64: await base64Of(bytes) };
    },
    words: async () => {
      const { language } = await store.read((tx) => getSettings(tx));
      const words = await loadWords(language ?? browserLanguage());
      return { text: words['flowMark'] ?? '', hide: words['flowMarkHide'] ?? '' };
    },
    clock,
  });
}

/** What pages and the panel may ask of the background about Flow. */
export function flowCalls(
  store: Store,
  clock: () => number,
  engine: Engine,
  begun: () => Promise<void>,
): Pick<
  BackgroundCalls,
  | 'flowReport'
  | 'flowLook'
  | 'flowDriver'
  | 'goToFlow'
  | 'helpOnFlow'
  | 'readFlowOffers'
  | 'undoZoom'
  | 'panelLeft'
  | 'checkFlow'
> {
  return {
    flowReport: async (report, tab) => {
      await begun();
      if (tab != null) await engine.heardOnPage('flow', report, tab);
      return ok(null);
    },
    flowLook: async (look) => {
      await begun();
      await engine.pageLooked(
        'flow',
        look.blocks[0] === undefined ? null : { type: 'FlowBlocked', by: look.blocks[0] },
      );
      return ok(null);
    },
    // It waits for no start: a start may itself ask a page.
    flowDriver: async (tab) => {
      if (tab != null) await putDriver(tab);
      return ok(null);
    },
    goToFlow: async () => {
      await showFlow();
      return ok(null);
    },
    helpOnFlow: async (help) => {
      const tab = await flowTab();
      if (tab === null) return fail({ type: 'NoFlowTab' });
      if (help !== 'reload') return tab.page.help(help);
      await reloadTab(tab.id);
      return ok(null);
    },
    readFlowOffers: async () => {
      const tab = await flowTab();
      const look = await tab?.page.look();
      // Whatever is in the way would be in the way of this as well; what the account has left is not.
      const isFree = look?.ok === true && look.value.blocks.every((block) => block === 'NoCredits');
      const offers = isFree ? await tab?.page.offers() : undefined;
      if (offers?.ok === true)
        await store.write('relaxed', (tx) => putSighting(tx, writeOffers(offers.value, clock())));
      return ok(null);
    },
    undoZoom: async () => {
      await undoZoom();
      return ok(null);
    },
    panelLeft: () => {
      void zoomBackUnseen();
      return Promise.resolve(ok<null>(null));
    },
    checkFlow: async () => {
      const tab = await flowTab();
      return tab === null ? fail({ type: 'NoFlowTab' }) : tab.page.check();
    },
  };
}

/** A tab that closes may have held an order. */
export function watchFlowTabs(
  engine: Engine,
  begun: () => Promise<void>,
  report: (defect: unknown) => void,
): void {
  onTabGone(
    () =>
      void begun()
        .then(() => engine.pageGone('flow'))
        .catch(report),
  );
}

/** Bytes as text, for the one place that can take no others. */
async function base64Of(bytes: Blob): Promise<string> {
  const all = new Uint8Array(await bytes.arrayBuffer());
  let text = '';
  for (let at = 0; at < all.length; at += 0x8000)
    text += String.fromCharCode(...all.subarray(at, at + 0x8000));
  return btoa(text);
}
