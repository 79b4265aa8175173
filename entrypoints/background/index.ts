import { createFlowBadge } from './flow-badge.ts';
import { createReminder } from './flow-reminder.ts';
import { flowCalls, flowProvider, watchFlowTabs } from './flow-desk.ts';
import { connection } from './connection.ts';
import { restoreZoom } from './restore-zoom.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { ok } from '../../lib/domain/result.ts';
import { createEngine } from '../../lib/engine/engine.ts';
import { withPlannedFaults, withPlannedInspection } from '../../lib/engine/planned-faults.ts';
import { createFilmMaker } from '../../lib/export/make-film.ts';
import { saveFiles } from '../../lib/export/save-files.ts';
import { createTakeSaver } from '../../lib/export/save-takes.ts';
import { backgroundHandlers } from '../../lib/messages/background-calls.ts';
import { renderClient } from '../../lib/messages/render-calls.ts';
import { downloadAs, downloadState, isStillSaved, onDownloadEnded } from '../../lib/platform/downloads.ts';
import { onFaultPlan, readFaultPlan } from '../../lib/platform/fault-plan.ts';
import { putScriptsAnew } from '../../lib/platform/flow-scripts.ts';
import { showFlow } from '../../lib/platform/flow-tabs.ts';
import { listen } from '../../lib/platform/messaging.ts';
import { createNotifier } from '../../lib/platform/notify.ts';
import { tellNotice } from '../../lib/platform/notices.ts';
import { sendToOffscreen } from '../../lib/platform/offscreen.ts';
import { isPanelOpen } from '../../lib/platform/panels.ts';
import { onBrowserStart, prepareBrowser } from '../../lib/platform/start.ts';
import { stayAwake } from '../../lib/platform/stay-awake.ts';
import { browserLanguage, loadWords } from '../../lib/platform/words.ts';
import { createWake } from '../../lib/platform/wake.ts';
import { createAnimatic } from '../../lib/providers/animatic/animatic.ts';
import { readStagedOutput } from '../../lib/store/assets.ts';
import { getAttempt } from '../../lib/store/attempts.ts';
import { readFreeBytes } from '../../lib/store/room.ts';
import { STORE_VERSION } from '../../lib/store/schema.ts';
import { createStore } from '../../lib/store/transaction.ts';

/** Below this nothing new is made: room for the takes in hand, their films and what else the machine writes. 256 MB. */
const ROOM_TO_WORK_BYTES = 256 * 1024 * 1024;
/** After a start that the store did not let through, such as on a full disk. */
const START_AGAIN_MS = 60_000;

// A classic script and no module: one file without the pages’ chunks starts sooner.
export default defineBackground({
  main() {
    let offsetMs = 0;
    const clock = (): number => Date.now() + offsetMs;
    const report = (defect: unknown): void => console.error(defect);
    const store = createStore(connection, (notice) => {
      tellNotice(notice);
      badge.heard(notice);
    });
    const renderer = renderClient(sendToOffscreen);
    const notifier = createNotifier(() => void showFlow().catch(report));
    const remind = createReminder({
      store,
      words: ({ language }) => loadWords(language ?? browserLanguage()),
      isPanelOpen,
      chimeInPanel: () => tellNotice({ type: 'chime' }),
      chimeUnseen: renderer.chime,
      notify: notifier.notify,
    });
    const badge = createFlowBadge(store, clock, report, { remind, seen: notifier.unnotify });
    const readPlan = readFaultPlan;

    const animatic = createAnimatic({ renderer, stagedOutput: (id) => readStagedOutput(store, id) });
    const provider = withPlannedFaults(animatic, readPlan, clock);
    const flow = flowProvider(store, clock);
    const backToZoom = restoreZoom(store);
    const wake = createWake(() => void begun().then(engine.run).catch(report), clock);
    const engine = createEngine(store, {
      providers: new Map([provider, flow].map((each) => [each.name, each])),
      inspect: withPlannedInspection(
        (assetId, attemptId, expected) => renderer.inspect(assetId, attemptId, expected),
        readPlan,
        (id) => store.read((tx) => getAttempt(tx, id)),
      ),
      clock,
      random: Math.random,
      setWake: (at) => {
        wake.set(at);
        void backToZoom().catch(report);
      },
      setBusy: wake.setBusy,
      stored: () => void saver.run().catch(report),
      report,
      hasRoom: async () => (await readFreeBytes()) >= ROOM_TO_WORK_BYTES,
    });

    const { makeUrl, revokeUrl } = renderer;
    const saver = createTakeSaver(store, { makeUrl, revokeUrl, download: downloadAs, downloadState });

    const films = createFilmMaker(store, {
      join: renderer.joinFilm,
      cancelJoin: renderer.cancelJoin,
      revokeUrl,
      download: downloadAs,
      downloadState,
      clock,
    });

    const start = async (): Promise<void> => {
      offsetMs = (await readPlan()).clockOffsetMs;
      await engine.start();
      badge.look();
      void saver.run().catch(report);
    };
    // One start for each life of the worker, and another where the store did not let it through; calls wait for it.
    let started: Promise<void> | null = null;
    const begun = (): Promise<void> =>
      (started ??= start().catch((error: unknown) => {
        started = null;
        wake.set(clock() + START_AGAIN_MS);
        throw error;
      }));
    const calls = backgroundHandlers({
      ready: () => Promise.resolve(ok(null)),
      openStore: async () => {
        await store.connection.db();
        return ok(STORE_VERSION);
      },
      command: async (id, command) => {
        await begun();
        return engine.command(id, command);
      },
      lookIntoClip: (owner, id, aspect) =>
        stayAwake(renderer.inspect(id, owner, { kind: 'video', aspect, lengthS: null })),
      takeFrame: (owner, clip, edge, aspect) => stayAwake(renderer.takeFrame(owner, clip, edge, aspect)),
      download: (request) =>
        saveFiles(store, { makeUrl, revokeUrl, download: downloadAs, isStillSaved }, request),
      trySaving: async () => {
        await saver.run();
        return ok<null>(null);
      },
      makeFilm: (id) => stayAwake(films.make(id)),
      cancelFilm: films.cancel,
      renderEnded: async (id) => {
        await begun();
        await engine.heard(id);
        return ok<null>(null);
      },
      ...flowCalls(store, clock, engine, begun),
    });
    watchFlowTabs(engine, begun, report);
    listen('background', calls);
    onBrowserStart(() => void begun().catch(report));
    onDownloadEnded((url) => {
      void renderer.revokeUrl(url);
      films.ended(url);
      void saver.ended(url).catch(report);
    });
    onFaultPlan(() => {
      void readPlan().then((plan) => {
        offsetMs = plan.clockOffsetMs;
        return engine.run();
      }, report);
    });
    // Whoever woke the worker is answered first.
    void begun()
      .catch(report)
      .then(() => Promise.all([prepareBrowser(), putScriptsAnew()]))
      .catch(report);
  },
});
