import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import { parseMaybe, settingsRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

const NAME = 'settings';

/** Reads the settings; those of a fresh profile where none were written. */
export async function getSettings(tx: AnyTx): Promise<Settings> {
  const row = await tx.idb.objectStore('settings').get(NAME);
  return parseMaybe(settingsRow, row, 'settings') ?? DEFAULT_SETTINGS;
}

/** Writes the settings. */
export async function putSettings(tx: WriteTx, settings: Settings): Promise<void> {
  await tx.idb.objectStore('settings').put({ ...settings, name: NAME });
  tx.touch({ type: 'settings' });
}
