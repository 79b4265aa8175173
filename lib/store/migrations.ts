import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Schema, StoreName } from './schema.ts';

/** What a migration works with: the versionchange transaction over every store. */
export interface Upgrade {
  readonly db: IDBPDatabase<Schema>;
  readonly tx: IDBPTransaction<Schema, StoreName[], 'versionchange'>;
}

/** Migration `n` brings a store of version `n` to `n + 1`; they are applied in order and never changed again. */
export const MIGRATIONS: readonly ((upgrade: Upgrade) => void | Promise<void>)[] = [
  createVersion1,
  createVersion2,
  createVersion3,
];

/** Brings a store from one version to the newest. One that fails leaves the store as it was. */
export async function migrate(upgrade: Upgrade, from: number): Promise<void> {
  try {
    for (const migration of MIGRATIONS.slice(from)) await migration(upgrade);
  } catch (error) {
    upgrade.tx.done.catch(() => undefined);
    upgrade.tx.abort();
    throw error;
  }
}

function createVersion1({ db }: Upgrade): void {
  db.createObjectStore('projects', { keyPath: 'id' });
  const scenes = db.createObjectStore('scenes', { keyPath: ['projectId', 'index'] });
  scenes.createIndex('place', 'keys.place');
  const pictures = db.createObjectStore('pictures', { keyPath: 'id' });
  pictures.createIndex('project', 'projectId');
  pictures.createIndex('assets', 'assetId');
  createTasks(db);
  const takes = db.createObjectStore('takes', { keyPath: ['projectId', 'sceneIndex', 'kind', 'number'] });
  takes.createIndex('made', 'keys.made', { unique: true });
  takes.createIndex('assets', 'keys.assets', { multiEntry: true });
  const marks = db.createObjectStore('marks', { keyPath: ['projectId', 'sceneIndex', 'kind', 'number'] });
  marks.createIndex('fresh', 'keys.fresh');
  db.createObjectStore('assets', { keyPath: 'id' });
  const staged = db.createObjectStore('staged', { keyPath: ['assetId', 'owner'] });
  staged.createIndex('owner', 'owner');
  staged.createIndex('until', 'until');
  const edits = db.createObjectStore('edits', { keyPath: 'id' });
  edits.createIndex('project', ['projectId', 'at']);
  const ledger = db.createObjectStore('ledger', { keyPath: 'attemptId' });
  ledger.createIndex('scene', ['projectId', 'sceneIndex']);
  db.createObjectStore('holds', { keyPath: ['provider', 'model'] });
  db.createObjectStore('settings', { keyPath: 'name' });
  const commands = db.createObjectStore('commands', { keyPath: 'id' });
  commands.createIndex('at', 'at');
}

function createTasks(db: IDBPDatabase<Schema>): void {
  const tasks = db.createObjectStore('tasks', { keyPath: 'id' });
  tasks.createIndex('open', 'keys.open', { unique: true });
  tasks.createIndex('scene', ['projectId', 'sceneIndex', 'sequence']);
  tasks.createIndex('ready', 'keys.ready');
  tasks.createIndex('due', 'keys.due');
  tasks.createIndex('atWork', 'keys.atWork');
  tasks.createIndex('waiting', 'keys.waiting');
  tasks.createIndex('unfinished', 'keys.unfinished');
  tasks.createIndex('assets', 'keys.assets', { multiEntry: true });
  const attempts = db.createObjectStore('attempts', { keyPath: 'id' });
  attempts.createIndex('task', 'taskId');
  attempts.createIndex('assets', 'keys.assets', { multiEntry: true });
}

/** Takes saved as they are made, and the film that was made of a project. */
async function createVersion2({ tx }: Upgrade): Promise<void> {
  tx.objectStore('marks').createIndex('toSave', 'keys.toSave');
  await addFields(tx, 'marks', { toSave: null });
  await addFields(tx, 'projects', { film: null });
  const settings = tx.objectStore('settings');
  const row = await settings.get('settings');
  if (typeof row === 'object' && row !== null) await settings.put({ ...row, saveTakes: true });
}

/** What the pages of a service tell of orders. */
function createVersion3({ db }: Upgrade): void {
  const sightings = db.createObjectStore('sightings', { keyPath: 'operation' });
  sightings.createIndex('ids', 'ids', { multiEntry: true });
}

async function addFields(
  tx: Upgrade['tx'],
  name: 'marks' | 'projects',
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  let cursor = await tx.objectStore(name).openCursor();
  while (cursor !== null) {
    if (typeof cursor.value === 'object') await cursor.update({ ...cursor.value, ...fields });
    cursor = await cursor.continue();
  }
}
