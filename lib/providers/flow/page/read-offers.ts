import type { FlowOffers } from '../../../domain/flow-page.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { closePanes } from './close-panes.ts';
import type { FlowPage } from './flow-page.ts';
import { chosenOf, offeredOf, openModels, openSettings } from './settings-pane.ts';
import type { Stop } from './stop.ts';

/** Opens the settings, reads what is offered and the model menu, and closes them again. Changes nothing. */
export async function readOffers(page: FlowPage): Promise<Result<FlowOffers, Stop>> {
  const opened = await openSettings(page);
  if (!opened.ok) return opened;
  const mode = chosenOf(page.document, 'mode') === 'image' ? 'image' : 'video';
  const lengths = offeredOf(page.document, 'lengthS').map(Number);
  const items = await openModels(page);
  const closed = await closePanes(page);
  if (!items.ok) return items;
  if (!closed.ok) return closed;
  return ok({ mode, lengths, models: items.value.map(({ name }) => name) });
}
