import type { DBSchema } from 'idb';

/** Name of the one database. */
export const STORE_NAME = 'retake';

/** Version that this build reads and writes; one more than the last migration's. */
export const STORE_VERSION = 3;

/**
 * Stores, keys and indexes. Values are `unknown`: a row is parsed when it is read (L16), so an index here is
 * the only place where its path is known. Rows hold what an index needs under `keys`, absent where the row
 * should not be found by it.
 */
export interface Schema extends DBSchema {
  projects: { key: string; value: unknown };
  scenes: {
    key: [string, number];
    value: unknown;
    /** `place`: [project, position] of scenes in use. */
    indexes: { place: [string, number] };
  };
  pictures: { key: string; value: unknown; indexes: { project: string; assets: string } };
  tasks: {
    key: string;
    value: unknown;
    indexes: {
      /** [project, scene, kind] of open tasks; unique: one open task per scene and kind. */
      open: [string, number, string];
      /** [project, scene, sequence] of all. */
      scene: [string, number, number];
      /** [provider, …order of work] of tasks that may be claimed now. */
      ready: [string, number, number, number, number, number];
      /** [provider, time] of tasks that must be looked at then. */
      due: [string, number];
      /** Provider of tasks at work. */
      atWork: string;
      /** [project, need, scene] of tasks that wait for a pick. */
      waiting: [string, string, number];
      /** Project of tasks that are not done. */
      unfinished: string;
      assets: string;
    };
  };
  attempts: { key: string; value: unknown; indexes: { task: string; assets: string } };
  takes: {
    key: [string, number, string, number];
    value: unknown;
    indexes: {
      /** [attempt, output]; unique: an output becomes a take once (L2). */
      made: [string, number];
      assets: string;
    };
  };
  marks: {
    key: [string, number, string, number];
    value: unknown;
    /** Project of takes that nobody has looked at, and of takes that are still to be saved. */
    indexes: { fresh: string; toSave: string };
  };
  assets: { key: string; value: unknown };
  staged: {
    key: [string, string];
    value: unknown;
    indexes: { owner: string; until: number };
  };
  edits: { key: string; value: unknown; indexes: { project: [string, number] } };
  ledger: { key: string; value: unknown; indexes: { scene: [string, number] } };
  holds: { key: [string, string]; value: unknown };
  settings: { key: string; value: unknown };
  commands: { key: string; value: unknown; indexes: { at: number } };
  sightings: { key: string; value: unknown; indexes: { ids: string } };
}

/** A store's name. */
export type StoreName =
  | 'projects'
  | 'scenes'
  | 'pictures'
  | 'tasks'
  | 'attempts'
  | 'takes'
  | 'marks'
  | 'assets'
  | 'staged'
  | 'edits'
  | 'ledger'
  | 'holds'
  | 'settings'
  | 'commands'
  | 'sightings';

/** Every store, in the order in which transactions name them. */
export const STORE_NAMES: readonly StoreName[] = [
  'projects',
  'scenes',
  'pictures',
  'tasks',
  'attempts',
  'takes',
  'marks',
  'assets',
  'staged',
  'edits',
  'ledger',
  'holds',
  'settings',
  'commands',
  'sightings',
];
