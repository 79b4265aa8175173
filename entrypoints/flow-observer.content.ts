import { defineContentScript } from 'wxt/utils/define-content-script';
import { dropFile } from '../lib/providers/flow/page/drop-file.ts';
import { keepForHello } from '../lib/providers/flow/page/hello.ts';
import { observe, type Observed } from '../lib/providers/flow/page/observer.ts';
import { answerDrops, speakFromPage } from '../lib/providers/flow/page/worlds.ts';

/** In the page's own world: reports its generation traffic and nothing else (L17). */
export default defineContentScript({
  matches: ['https://flow.google.com/*'],
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    let observed: Observed | null = null;
    const kept = keepForHello(Date.now());
    // The observer of before an update goes on, and answers for the document.
    const page = speakFromPage(document, () => (observed?.isNew === true ? kept.hello(observed) : null));
    observed = observe(window, (report) => {
      kept.note(report);
      page.report(report);
    });
    page.greet();
    if (observed?.isNew === true) answerDrops(window, (place, file) => dropFile(document, place, file));
  },
});
