import { tellNotice } from '../../../lib/platform/notices.ts';
import { connect } from '../../../lib/store/database.ts';
import { readFreeBytes } from '../../../lib/store/room.ts';
import { createStore, type Store } from '../../../lib/store/transaction.ts';

/**
 * Opens the product’s store as the background does, under a name of its own: the product knows one name, and stores
 * of several sizes are measured in turn.
 */
export async function openStore(name: string): Promise<Store> {
  const store = createStore(connect({ as: 'background', freeBytes: readFreeBytes }), tellNotice);
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (_name, version) => open(name, version);
  await store.connection.db().finally(() => Reflect.deleteProperty(indexedDB, 'open'));
  return store;
}
