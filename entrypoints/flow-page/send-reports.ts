import type { BackgroundCalls } from '../../lib/messages/contract.ts';
import type { Outbox, Received } from '../../lib/providers/flow/page/outbox.ts';
import type { ScriptLife } from './script-life.ts';
import { sleep } from './sleep.ts';

/** How long after a try that nobody took the next one comes, in ms. */
const AGAIN_MS = 2_000;

/**
 * Hands reports to the background until each is stored; a report wakes it. Once the extension is gone they wait: the
 * script of the next one finds them in the outbox.
 */
export function sendReports(
  outbox: Outbox,
  background: Pick<BackgroundCalls, 'flowReport'>,
  life: ScriptLife,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const send = async (): Promise<void> => {
    while (life.check()) {
      const isThrough = await outbox.send((report) => hand(background, report));
      if (isThrough) return;
      await sleep(AGAIN_MS, life.works).catch(() => undefined);
    }
  };
  return () => {
    running ??= send().finally(() => (running = null));
    return running;
  };
}

async function hand(background: Pick<BackgroundCalls, 'flowReport'>, report: unknown): Promise<Received> {
  const answer = await background.flowReport(report);
  if (answer.ok) return 'stored';
  return answer.fault.type === 'BadInput' ? 'refused' : 'later';
}
