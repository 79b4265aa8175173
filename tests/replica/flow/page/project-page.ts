import { rememberedAgent } from './agent.ts';
import { placeChip, placeFor, readyChip } from './chips.ts';
import { batchView } from './batch-view.ts';
import { composer } from './composer.ts';
import { refreshCredits } from './credits.ts';
import { showChangelog, showCookieBar } from './dialogs.ts';
import { el, fill } from './dom.ts';
import { grid } from './grid.ts';
import { header } from './header.ts';
import { loadLibrary } from './library.ts';
import type { Page, PageState } from './page-state.ts';
import { startPolling } from './poll.ts';
import { textAt } from './records.ts';
import { rememberedSettings } from './settings.ts';
import type { Switches } from '../switches.ts';
import { takesDrops } from './upload-routes.ts';
import { rememberedView } from './view-settings.ts';

/** Leftovers of an earlier scene stand in the composer once in a document. */
let hasLeftovers = true;

/** The state of a project's page before the service has said anything. */
export function projectState(projectId: string, switches: Switches): PageState {
  const text = hasLeftovers ? switches.leftoverText : '';
  return {
    projectId,
    projectTitle: '',
    credits: null,
    settings: rememberedSettings(),
    parts: text === '' ? [] : [{ type: 'text', text }],
    isReady: text !== '',
    chips: [],
    frames: [null, null],
    tiles: [],
    isAgent: switches.agentOnly || rememberedAgent(projectId, switches.agentMode),
    view: rememberedView(),
    clearOnSubmit: switches.clearOnSubmit,
    width: window.innerWidth,
  };
}

/** Pictures that were attached to an earlier prompt and nobody took away. */
function attachLeftovers(page: Page): void {
  const count = hasLeftovers ? page.switches.leftoverChips : 0;
  hasLeftovers = false;
  const pictures = page.store.get().tiles.filter(({ kind, state }) => kind !== 'video' && state === 'done');
  for (const { mediaId, workflowId, ...picture } of pictures.slice(0, count)) {
    const ids = { mediaId: mediaId ?? '', workflowId: workflowId ?? '' };
    placeChip(page, placeFor(page.store.get()), readyChip({ ...ids, ...picture }));
  }
}

/** What the page asks for at a load, in the order it does. Source: captures of the page, Sept–Oct 2026. */
async function load(page: Page): Promise<void> {
  const { projectId } = page.store.get();
  const { call } = page.wire;
  void Promise.all(
    ['o30O0e', 'cPZSdc', 'HTrJv', 'yBhWQ', 'DA4VGb', 'Kcr7Ub'].map((rpcid) => call(rpcid, [])),
  );
  const [meta] = await Promise.all([
    call('ngNC2', [`tools/PINHOLE/projects/${projectId}`]),
    call('Zzl0ze', [`projects/${projectId}`, null, null, null, [1]]),
    refreshCredits(page),
    loadLibrary(page),
  ]);
  if (page.signal.aborted) return;
  if (meta.type === 'refused' && meta.code === 5) return page.go('/');
  page.store.set({ projectTitle: meta.type === 'ok' ? (textAt(meta.payload, 1, 0) ?? '') : '' });
  attachLeftovers(page);
}

/** Codes that say the service is busy; the page then says so above everything. */
const BUSY: readonly (number | null)[] = [4, 5, 28];

function demandBanner({ switches, say }: Page): HTMLElement | null {
  if (!BUSY.includes(switches.refuseCode)) return null;
  return el('flow-high-demand-banner', { role: 'status' }, say('demand'));
}

let isChangelogShown = false;

/** A project: its grid, and the composer below it. */
export function projectPage(page: Page): HTMLElement {
  const root = el('flow-project-page', {});
  const parts = { top: header(page), banner: demandBanner(page), bottom: composer(page) };
  const views = { grid: grid(page), batch: batchView(page) };
  page.store.watch(
    ({ view }) => view,
    (view) => fill(root, parts.top, parts.banner, views[view], parts.bottom),
  );
  takesDrops(page, root);
  void load(page);
  startPolling(page);
  showCookieBar(page);
  if (page.switches.changelogDialog && !isChangelogShown) showChangelog(page);
  isChangelogShown = true;
  return root;
}
