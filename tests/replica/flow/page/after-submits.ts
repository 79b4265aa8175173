import type { Page } from './page-state.ts';
import { listAt, textAt } from './records.ts';
import { later } from './timers.ts';

const KEY = 'flow-submits';
const SOON_MS = 1_000;

/** Goes to another project of the account, as a press in the gallery would. */
async function goElsewhere(page: Page): Promise<void> {
  const reply = await page.wire.call('UpteDb', ['projects/*', 21, null, null, null, null, [1]]);
  const ids = reply.type === 'ok' ? listAt(reply.payload, 0).map((row) => textAt(row, 0)) : [];
  const other = ids.find((id) => id !== null && id !== page.store.get().projectId);
  if (other != null) page.go(`/project/${other}`);
}

/** Counts orders across reloads; some pages reload, or show another project, after so many. */
export function countSubmit(page: Page): void {
  const count = Number(sessionStorage.getItem(KEY) ?? 0) + 1;
  sessionStorage.setItem(KEY, String(count));
  const { reloadAfterSubmits, otherProjectAfterSubmits } = page.switches;
  if (count === reloadAfterSubmits) later(SOON_MS, () => location.reload());
  if (count === otherProjectAfterSubmits) later(SOON_MS, () => void goElsewhere(page));
}
