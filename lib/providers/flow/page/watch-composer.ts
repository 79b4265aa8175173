import { rootsOf } from './find.ts';
import type { FlowPage } from './flow-page.ts';
import type { Chip, Composer } from './page-state.ts';
import { readComposer } from './read-composer.ts';

/** One reading for all that changes in this time: the grid behind the composer never rests. */
const READ_EVERY_MS = 300;

/**
 * Tells each time the composer holds another prompt, other settings or another price than was told last, white space
 * aside, until the page's signal ends it.
 */
export function watchComposer(page: FlowPage, prepared: Composer, tell: (composer: Composer) => void): void {
  let told = textOf(prepared);
  let isDue = false;
  const read = async (): Promise<void> => {
    await page.sleep(READ_EVERY_MS, page.signal);
    isDue = false;
    const composer = readComposer(page.document);
    if (composer === null || textOf(composer) === told) return;
    told = textOf(composer);
    tell(composer);
  };
  const observer = new MutationObserver(() => {
    if (isDue || page.signal.aborted) return;
    isDue = true;
    // Ends with the signal; a sleep that it cuts short is no defect.
    read().catch((defect: unknown) => {
      if (!page.signal.aborted) throw defect;
    });
  });
  for (const root of rootsOf(page.document))
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  page.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Whether prompt and pictures are gone: Flow empties the composer after a press where it is set so. */
export function isEmptied(prepared: Composer, now: Composer | null): boolean {
  if (now === null || now.prompt !== '' || now.hasMention || prepared.prompt === '') return false;
  const hasNone = [...now.frames, ...now.ingredients].every((chip) => chip === null);
  return hasNone || picturesKey(prepared) === picturesKey(now);
}

function textOf({ prompt, summary, price }: Composer): string {
  return [prompt, summary.text, price].join('\n').replace(/\s+/g, '');
}

/** A chip that loads its picture anew is no change: the id stands until another takes its place. */
function picturesKey({ frames, ingredients }: Composer): string {
  const key = (chip: Chip | null): string => (chip === null ? '-' : (chip.id ?? '?'));
  return JSON.stringify([frames.map(key), ingredients.map(key).toSorted()]);
}
