import type { ReadyOrder } from '../../lib/domain/flow-state.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { getProject } from '../../lib/store/projects.ts';
import { getSettings } from '../../lib/store/settings.ts';
import type { Store } from '../../lib/store/transaction.ts';

/** The ways in which the user is told of an order that waits for him. */
export interface ReminderPorts {
  readonly store: Store;
  /** The words of the language that is chosen. */
  words(settings: Settings): Promise<Readonly<Record<string, string>>>;
  isPanelOpen(): Promise<boolean>;
  /** Has the sound played by the panel that is open. */
  chimeInPanel(): void;
  /** Has it played where there is none. */
  chimeUnseen(): Promise<unknown>;
  notify(title: string, message: string): Promise<void>;
}

/** Tells of an order that has waited long for its press, in the ways that are switched on; by itself in none. */
export function createReminder(ports: ReminderPorts): (order: ReadyOrder) => Promise<void> {
  return async (order) => {
    const settings = await ports.store.read(getSettings);
    if (settings.sound) await chime(ports);
    if (settings.notification) await notifyOf(ports, order, settings);
  };
}

async function chime({ isPanelOpen, chimeInPanel, chimeUnseen }: ReminderPorts): Promise<void> {
  if (await isPanelOpen()) chimeInPanel();
  else await chimeUnseen();
}

async function notifyOf(
  { store, words, notify }: ReminderPorts,
  { projectId, index }: ReadyOrder,
  settings: Settings,
): Promise<void> {
  const has = await words(settings);
  const film = (await store.read((tx) => getProject(tx, projectId)))?.name ?? '';
  const scene = (has['scene'] ?? '').replace('$1', String(index));
  await notify(has['armed_title'] ?? '', [scene, film].filter((part) => part !== '').join(' · '));
}
