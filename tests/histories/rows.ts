import type { Attempt, LedgerRow } from '../../lib/domain/attempt.ts';
import type { Edit } from '../../lib/domain/edit.ts';
import type { Hold } from '../../lib/domain/hold.ts';
import type { Picture } from '../../lib/domain/picture.ts';
import type { Preset } from '../../lib/domain/preset.ts';
import type { Project } from '../../lib/domain/project.ts';
import type { Scene } from '../../lib/domain/scene.ts';
import type { Mark, Take } from '../../lib/domain/take.ts';
import type { Task } from '../../lib/domain/task.ts';
import { editRow } from '../../lib/store/edit-schema.ts';
import {
  attemptRow,
  holdRow,
  ledgerRow,
  markRow,
  parseMaybe,
  parseRow,
  pictureRow,
  projectRow,
  sceneRow,
  settingsRow,
  type RowSchema,
  takeRow,
} from '../../lib/store/row-schemas.ts';
import { STORE_NAMES, type StoreName } from '../../lib/store/schema.ts';
import { taskRow } from '../../lib/store/task-schema.ts';
import type { World } from '../durability/world.ts';

/** Everything that the store says, as one transaction saw it; bytes are looked at when the world is at rest. */
export interface Rows {
  readonly projects: readonly Project[];
  readonly scenes: readonly Scene[];
  readonly tasks: readonly Task[];
  readonly attempts: readonly Attempt[];
  readonly takes: readonly Take[];
  readonly marks: readonly Mark[];
  readonly pictures: readonly Picture[];
  readonly ledger: readonly LedgerRow[];
  readonly holds: readonly Hold[];
  readonly edits: readonly Edit[];
  readonly presets: readonly Preset[];
  readonly paused: boolean;
}

/** Reads all rows, each parsed as the store's own rooms parse it (L16). */
export async function readRows(world: World): Promise<Rows> {
  const db = await world.store.connection.db();
  const tx = db.transaction([...STORE_NAMES], 'readonly');
  const all = <T>(name: StoreName, schema: RowSchema<T>): Promise<readonly T[]> =>
    tx
      .objectStore(name)
      .getAll()
      .then((rows) => rows.map((row) => parseRow(schema, row, name)));
  const [projects, scenes, tasks, attempts, takes] = await Promise.all([
    all('projects', projectRow),
    all('scenes', sceneRow),
    all('tasks', taskRow),
    all('attempts', attemptRow),
    all('takes', takeRow),
  ]);
  const [marks, pictures, ledger, holds, edits] = await Promise.all([
    all('marks', markRow),
    all('pictures', pictureRow),
    all('ledger', ledgerRow),
    all('holds', holdRow),
    all('edits', editRow),
  ]);
  const settings = parseMaybe(settingsRow, await tx.objectStore('settings').get('settings'), 'settings');
  return {
    projects,
    scenes,
    tasks: tasks.toSorted((a, b) => a.sequence - b.sequence),
    attempts: attempts.toSorted((a, b) => a.number - b.number),
    takes,
    marks,
    pictures,
    ledger,
    holds,
    edits: edits.toSorted((a, b) => a.at - b.at),
    presets: settings?.presets ?? [],
    paused: settings?.paused ?? false,
  };
}

/** A row by its key. */
export function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** The key of a take or mark, or of a scene, as one text. */
export function takeKey(take: Pick<Take, 'projectId' | 'sceneIndex' | 'kind' | 'number'>): string {
  return `${take.projectId} scene ${take.sceneIndex} ${take.kind} ${take.number}`;
}
export function sceneKey(scene: Pick<Scene, 'projectId' | 'index'>): string {
  return `${scene.projectId} scene ${scene.index}`;
}
