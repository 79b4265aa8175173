import { defineBackground } from 'wxt/utils/define-background';
import { ok } from '../../lib/domain/result.ts';
import { createEngine } from '../../lib/engine/engine.ts';
import { withPlannedFaults, withPlannedInspection } from '../../lib/engine/planned-faults.ts';
import { saveFiles } from '../../lib/export/save-files.ts';
import { backgroundHandlers } from '../../lib/messages/background-calls.ts';
import { renderClient } from '../../lib/messages/render-calls.ts';
import { downloadAs, isStillSaved, onDownloadEnded } from '../../lib/platform/downloads.ts';
import { onFaultPlan, readFaultPlan } from '../../lib/platform/fault-plan.ts';
import { listen } from '../../lib/platform/messaging.ts';
import { tellNotice } from '../../lib/platform/notices.ts';
import { sendToOffscreen } from '../../lib/platform/offscreen.ts';
import { onBrowserStart, prepareBrowser } from '../../lib/platform/start.ts';
import { createWake } from '../../lib/platform/wake.ts';
import { createAnimatic } from '../../lib/providers/animatic/animatic.ts';
import { readStagedOutput } from '../../lib/store/assets.ts';
import { getAttempt } from '../../lib/store/attempts.ts';
import { connect } from '../../lib/store/database.ts';
import { STORE_VERSION } from '../../lib/store/schema.ts';
import { createStore } from '../../lib/store/transaction.ts';

export default defineBackground({
  type: 'module',
  main() {
    let offsetMs = 0;
    const clock = (): number => Date.now() + offsetMs;
    const report = (defect: unknown): void => console.error(defect);
    const store = createStore(connect({ as: 'background' }), tellNotice);
    const renderer = renderClient(sendToOffscreen);
    const readPlan = readFaultPlan;

    const animatic = createAnimatic({ renderer, stagedOutput: (id) => readStagedOutput(store, id) });
    const provider = withPlannedFaults(animatic, readPlan, clock);
    const wake = createWake(() => void engine.run().catch(report), clock);
    const engine = createEngine(store, {
      providers: new Map([[provider.name, provider]]),
      inspect: withPlannedInspection(
        (assetId, attemptId, expected) => renderer.inspect(assetId, attemptId, expected),
        readPlan,
        (id) => store.read((tx) => getAttempt(tx, id)),
      ),
      clock,
      random: Math.random,
      setWake: wake.set,
      setBusy: wake.setBusy,
      report,
    });

    const start = async (): Promise<void> => {
      offsetMs = (await readPlan()).clockOffsetMs;
      await engine.start();
    };
    // One start for each life of the worker; calls that come with its waking wait for it.
    const started = start();
    started.catch(report);

    const download = { makeUrl: renderer.makeUrl, download: downloadAs, isStillSaved };
    const calls = backgroundHandlers({
      ready: async () => {
        await store.connection.db();
        return ok(STORE_VERSION);
      },
      command: async (id, command) => {
        await started;
        return engine.command(id, command);
      },
      download: (request) => saveFiles(store, download, request),
      renderEnded: async (id) => {
        await started;
        await engine.heard(id);
        return ok<null>(null);
      },
    });
    listen('background', calls);
    onBrowserStart(() => void started);
    onDownloadEnded((url) => void renderer.revokeUrl(url));
    onFaultPlan(() => {
      void readPlan().then((plan) => {
        offsetMs = plan.clockOffsetMs;
        return engine.run();
      }, report);
    });
    prepareBrowser().catch(report);
  },
});
