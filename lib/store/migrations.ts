import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Schema, StoreName } from './schema.ts';

/** What a migration works with: the versionchange transaction over every store. */
export interface Upgrade {
  readonly db: IDBPDatabase<Schema>;
  readonly tx: IDBPTransaction<Schema, StoreName[], 'versionchange'>;
}

/** Migration `n` brings a store of version `n` to `n + 1`; they are applied in order and never changed again. */
export const MIGRATIONS: readonly ((upgrade: Upgrade) => void)[] = [createVersion1];

/** Brings a store from one version to the newest. */
export function migrate(upgrade: Upgrade, from: number): void {
  for (const migration of MIGRATIONS.slice(from)) migration(upgrade);
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
