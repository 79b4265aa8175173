import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerInPage } from '../../lib/messages/answer-in-page.ts';
import { backgroundForPage } from '../../lib/messages/ask-from-page.ts';
import { isAlive, listenInPage, sendFromPage } from '../../lib/platform/page-messaging.ts';
import type { FlowPage } from '../../lib/providers/flow/page/flow-page.ts';
import { lookForBlocks } from '../../lib/providers/flow/page/look-and-check.ts';
import { isReport, openOutbox } from '../../lib/providers/flow/page/outbox.ts';
import { noteTraffic } from '../../lib/providers/flow/page/own-traffic.ts';
import { openStandingNote } from '../../lib/providers/flow/page/standing-order.ts';
import { askToDrop, hearPageWorld } from '../../lib/providers/flow/page/worlds.ts';
import { answerCalls } from './answer-calls.ts';
import { beginLife, type ScriptLife } from './script-life.ts';
import { sendReports } from './send-reports.ts';
import { sleep } from './sleep.ts';
import { tellOfBlocks } from './tell-of-blocks.ts';

/** In the isolated world of every Flow page: hands on what the observer tells, and answers the background. */
export default defineUnlistedScript(() => {
  const life = beginLife(document, isAlive);
  if (life !== null) live(life);
});

function live(life: ScriptLife): void {
  const background = backgroundForPage(sendFromPage);
  const outbox = openOutbox(sessionStorage);
  const traffic = noteTraffic();
  const page: FlowPage = {
    document,
    now: () => Date.now(),
    // Whoever waits on the page notices so that the extension is gone.
    sleep: (ms, signal) => (life.check(), sleep(ms, signal)),
    signal: life.works,
  };
  const look = () => lookForBlocks(document, traffic.documentId());
  const tell = tellOfBlocks(look, background, page);
  const hand = sendReports(outbox, background, life);

  hearPageWorld(document, life.hears, {
    hello: traffic.noteHello,
    report: (raw) => {
      if (!isReport(raw)) return;
      traffic.note(raw);
      outbox.add(raw);
      void hand();
    },
  });
  const calls = answerCalls({
    page,
    traffic,
    outbox,
    note: openStandingNote(sessionStorage),
    drop: (place, file) => askToDrop(window, place, file),
    unread: () => void background.flowLook(look()).catch(() => undefined),
    changed: (report) => void background.flowReport(report),
    look: () => (tell(), look()),
    stopped: tell.anew,
    loadDriver: background.flowDriver,
  });
  listenInPage((raw) => answerInPage(calls, raw));
  whenResized(life.works, tell);
  tell();
  // What waited may have kept an order standing: once it is told, the background looks again.
  if (outbox.waiting().length > 0) void hand().then(tell.anew);
}

/** The page lays itself out anew a moment after it has another width. */
const LAYOUT_MS = 500;

/** Another width may leave no room for what stands ready on the page. */
function whenResized(signal: AbortSignal, run: () => void): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(due);
    due = setTimeout(run, LAYOUT_MS);
  };
  window.addEventListener('resize', again, { signal });
}
