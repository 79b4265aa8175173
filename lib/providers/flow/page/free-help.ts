import { fail, ok, type Result } from '../../../domain/result.ts';
import { closePanes } from './close-panes.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { first } from './look-for.ts';
import { press } from './press.ts';
import type { Stop } from './stop.ts';

/** Switches agent mode off, on the user's word; does nothing where it is off. An account without the switch stays so. */
export async function leaveAgent(page: FlowPage): Promise<Result<null, Stop>> {
  const isOn = (): boolean => first(page.document, 'agentChip')?.getAttribute('aria-pressed') === 'true';
  const chip = first(page.document, 'agentChip');
  if (chip === null) return fail({ type: 'missing', anchor: 'agentChip' });
  if (isOn()) press(page, 'agentChip', chip);
  const isOff = await untilTrue(page, () => !isOn() && first(page.document, 'settingsTrigger') !== null);
  return isOff ? ok(null) : fail({ type: 'notHeld', what: 'agent', wanted: 'off', found: 'on' });
}

/** Closes a notice of Flow's by its own close button, on the user's word; one that asks for consent is left alone. */
export async function closeDialog(page: FlowPage): Promise<Result<null, Stop>> {
  const { document } = page;
  if (first(document, 'consentDialog') !== null)
    return fail({ type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] });
  const close = first(document, 'dialogClose');
  if (close !== null) {
    press(page, 'dialogClose', close);
    await untilTrue(page, () => first(document, 'dialog') === null);
  }
  return closePanes(page);
}
