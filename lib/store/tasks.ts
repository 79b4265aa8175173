import type { Output } from '../domain/attempt.ts';
import type { ProviderName } from '../domain/capabilities.ts';
import type { AssetId, ProjectId, SceneIndex, TaskId } from '../domain/ids.ts';
import { orderOfWork } from '../domain/order-of-work.ts';
import type { Kind } from '../domain/scene.ts';
import { assetsOfSnapshot } from '../domain/snapshot.ts';
import { dueAt, isAtWork, isOpen, type Phase, type Task } from '../domain/task.ts';
import { parseMaybe, parseRow } from './row-schemas.ts';
import { taskRow } from './task-schema.ts';
import { nextCount, type AnyTx, type WriteTx } from './transaction.ts';

/** Reads a task; null where there is none. */
export async function getTask(tx: AnyTx, id: TaskId): Promise<Task | null> {
  return parseMaybe(taskRow, await tx.idb.objectStore('tasks').get(id), 'tasks');
}

/** Writes a task and what finds it; `now` tells whether it may be claimed already. */
export async function putTask(tx: WriteTx, task: Task, now: number): Promise<void> {
  await tx.idb.objectStore('tasks').put({ ...task, keys: keysOf(task, now) });
  tx.touch({ type: 'scene', projectId: task.projectId, index: task.sceneIndex });
}

/** The number of the next task, rising by one over all projects. */
export function nextSequence(tx: WriteTx): Promise<number> {
  return nextCount(tx.idb, 'sequence');
}

/** The open task of a scene and kind; null where there is none. */
export async function getOpenTask(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
  kind: Kind,
): Promise<Task | null> {
  const row = await tx.idb.objectStore('tasks').index('open').get([projectId, index, kind]);
  return parseMaybe(taskRow, row, 'tasks');
}

/** Every task of a scene, oldest first. */
export async function getSceneTasks(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Task[]> {
  const range = IDBKeyRange.bound([projectId, index, 0], [projectId, index, Number.MAX_VALUE]);
  return parseAll(await tx.idb.objectStore('tasks').index('scene').getAll(range));
}

/** Every task of a project that is not done, in no order. */
export async function getUnfinishedTasks(tx: AnyTx, projectId: ProjectId): Promise<readonly Task[]> {
  return parseAll(await tx.idb.objectStore('tasks').index('unfinished').getAll(projectId));
}

/** The next task that a provider may claim, by order of work; null where there is none. */
export async function getNextReady(tx: AnyTx, provider: ProviderName): Promise<Task | null> {
  const range = IDBKeyRange.bound([provider], [provider, []]);
  const row = await tx.idb.objectStore('tasks').index('ready').get(range);
  return parseMaybe(taskRow, row, 'tasks');
}

/** The first task that a provider may claim and that a test lets through, by order of work; null where there is none. */
export async function findReady(
  tx: AnyTx,
  provider: ProviderName,
  lets: (task: Task) => Promise<boolean>,
): Promise<Task | null> {
  const range = IDBKeyRange.bound([provider], [provider, []]);
  let cursor = await tx.idb.objectStore('tasks').index('ready').openCursor(range);
  for (; cursor !== null; cursor = await cursor.continue()) {
    const task = parseRow(taskRow, cursor.value, 'tasks');
    if (await lets(task)) return task;
  }
  return null;
}

/** The task that a provider would claim last; null where none is ready. */
export async function getLastReady(tx: AnyTx, provider: ProviderName): Promise<Task | null> {
  const range = IDBKeyRange.bound([provider], [provider, []]);
  const cursor = await tx.idb.objectStore('tasks').index('ready').openCursor(range, 'prev');
  return parseMaybe(taskRow, cursor?.value, 'tasks');
}

/** Tasks of a provider that are due at `now`, the longest due first, at most `most`. */
export async function getDue(
  tx: AnyTx,
  provider: ProviderName,
  now: number,
  most: number,
): Promise<readonly Task[]> {
  const range = IDBKeyRange.bound([provider, 0], [provider, now]);
  return parseAll(await tx.idb.objectStore('tasks').index('due').getAll(range, most));
}

/** When the first task of a provider is due that is not in hand already; null where none is. */
export async function getNextDueAt(
  tx: AnyTx,
  provider: ProviderName,
  inHand: ReadonlySet<string>,
): Promise<number | null> {
  const range = IDBKeyRange.bound([provider, 0], [provider, Number.MAX_VALUE]);
  let cursor = await tx.idb.objectStore('tasks').index('due').openKeyCursor(range);
  while (cursor !== null && inHand.has(cursor.primaryKey)) cursor = await cursor.continue();
  return cursor?.key[1] ?? null;
}

/** How many tasks a provider has at work. */
export function countAtWork(tx: AnyTx, provider: ProviderName): Promise<number> {
  return tx.idb.objectStore('tasks').index('atWork').count(provider);
}

/** Every task that a provider has at work. */
export async function getAtWork(tx: AnyTx, provider: ProviderName): Promise<readonly Task[]> {
  return parseAll(await tx.idb.objectStore('tasks').index('atWork').getAll(provider));
}

/** Tasks that wait for a pick of this kind of this scene. */
export async function getWaiting(
  tx: AnyTx,
  projectId: ProjectId,
  need: 'image-pick' | 'video-pick',
  index: SceneIndex,
): Promise<readonly Task[]> {
  return parseAll(await tx.idb.objectStore('tasks').index('waiting').getAll([projectId, need, index]));
}

function parseAll(rows: readonly unknown[]): readonly Task[] {
  return rows.map((row) => parseRow(taskRow, row, 'tasks'));
}

interface TaskKeys {
  open?: readonly unknown[];
  ready?: readonly unknown[];
  due?: readonly unknown[];
  atWork?: ProviderName;
  waiting?: readonly unknown[];
  unfinished?: ProjectId;
  assets?: readonly AssetId[];
}

function keysOf(task: Task, now: number): TaskKeys {
  const { phase, projectId, sceneIndex, kind, provider } = task;
  const keys: TaskKeys = {};
  if (isOpen(task)) keys.open = [projectId, sceneIndex, kind];
  if (isReady(phase, now)) keys.ready = [provider, ...orderOfWork(task)];
  const due = dueAt(phase);
  if (due !== null && keys.ready === undefined) keys.due = [provider, due];
  if (isAtWork(phase)) keys.atWork = provider;
  if (phase.state === 'queued' && phase.needs !== null) {
    const { needs } = phase;
    keys.waiting = [projectId, needs.type, needs.type === 'video-pick' ? needs.sceneIndex : sceneIndex];
  }
  if (phase.state !== 'done') keys.unfinished = projectId;
  keys.assets = assetsOfPhase(phase);
  return keys;
}

/** What the sweep must leave alone: frozen inputs, and bytes that are on their way to a take (L12). */
function assetsOfPhase(phase: Phase): readonly AssetId[] {
  switch (phase.state) {
    case 'queued':
    case 'preparing':
      return phase.snapshot === null ? [] : assetsOfSnapshot(phase.snapshot);
    case 'saving':
      return assetsOfOutputs(phase.outputs);
    case 'failed':
      return phase.again.type === 'save' ? assetsOfOutputs(phase.again.outputs) : [];
    case 'cancelled':
      return assetsOfPhase(phase.from);
    case 'armed':
    case 'uncertain':
    case 'submitted':
    case 'done':
      return [];
  }
}

function assetsOfOutputs(outputs: readonly Output[]): readonly AssetId[] {
  return outputs.flatMap((output) => (output.state === 'asset' ? [output.assetId] : []));
}

function isReady(phase: Phase, now: number): boolean {
  return phase.state === 'queued' && phase.needs === null && phase.notBefore <= now;
}
