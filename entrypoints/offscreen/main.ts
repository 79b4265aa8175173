import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/latin-700.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-700.css';
import type { RenderOrder } from '../../lib/domain/render.ts';
import { ok } from '../../lib/domain/result.ts';
import { removeFilmFiles } from '../../lib/media/film-file.ts';
import { backgroundClient } from '../../lib/messages/background-calls.ts';
import { renderHandlers } from '../../lib/messages/render-calls.ts';
import { playChime } from '../../lib/platform/chime.ts';
import { listen, sendTo } from '../../lib/platform/messaging.ts';
import { tellNotice } from '../../lib/platform/notices.ts';
import { addAsset, openAsset, readAsset, readStagedOutput } from '../../lib/store/assets.ts';
import { connect } from '../../lib/store/database.ts';
import { readFreeBytes } from '../../lib/store/room.ts';
import { createStore } from '../../lib/store/transaction.ts';
import { createFilmDesk } from './film-desk.ts';
import { createRenderDesk } from './render-desk.ts';

/** How long the document stays when nobody needs it. */
const STAYS_MS = 60_000;
/** Progress is told at most four times a second. */
const TELL_EVERY_MS = 250;

const background = backgroundClient(sendTo);
const connection = connect({
  as: 'page',
  freeBytes: readFreeBytes,
  askBackground: () => background.openStore().then(() => undefined),
});
const store = createStore(connection, tellNotice);

let users = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;
function need(by: 0 | 1 | -1): void {
  users += by;
  clearTimeout(leaving);
  if (users === 0) leaving = setTimeout(() => window.close(), STAYS_MS);
}

const toldAt = new Map<string, number>();
function tellProgress({ attemptId, projectId, sceneIndex, snapshot }: RenderOrder, progress: number): void {
  const now = performance.now();
  if (now - (toldAt.get(attemptId) ?? -Infinity) < TELL_EVERY_MS) return;
  toldAt.set(attemptId, now);
  const { kind } = snapshot;
  tellNotice({ type: 'progress', projectId, index: sceneIndex, kind, attempt: attemptId, progress });
}

const desk = createRenderDesk({
  fonts: document.fonts,
  readAsset: (id) => readAsset(store, id),
  addAsset: (bytes, owner, role) => addAsset(store, bytes, owner, role, Date.now()),
  stagedOutput: (owner) => readStagedOutput(store, owner),
  tellProgress,
  ended: (attemptId) => {
    toldAt.delete(attemptId);
    void background.renderEnded(attemptId);
  },
  need,
});
const films = createFilmDesk({
  openAsset: (id) => openAsset(store, id),
  tellProgress: (projectId, share) => tellNotice({ type: 'joining', projectId, share }),
  need,
});
// There is one document at a time: what an earlier one left belongs to nobody.
const cleared = removeFilmFiles();
listen(
  'offscreen',
  renderHandlers({
    ...desk,
    joinFilm: async (order) => {
      await cleared;
      return films.joinFilm(order);
    },
    cancelJoin: films.cancelJoin,
    chime: async () => {
      need(1);
      return ok(await playChime().finally(() => need(-1)));
    },
    revokeUrl: async (url) => ((await films.free(url)) ? ok(null) : desk.revokeUrl(url)),
  }),
);
need(0);
