import { expect } from 'vitest';
import { assetsOfTake, type Take } from '../../lib/domain/take.ts';
import { dueAt, isOpen } from '../../lib/domain/task.ts';
import {
  brokenRows,
  namedAssets,
  parseRows,
  ROW_STORES,
  unsettled,
  type Rows,
} from '../durability/row-laws.ts';
import { decodingErrors, sha256, type Panel } from './panel.ts';
import { readFileSync, rmSync } from 'node:fs';

/** Longer than any bytes stay staged: two days. */
const STAGE_OVER_MS = 2 * 86_400_000;

/** What a browser's own database is found to be once everything in it has come to rest. */
export interface Rest extends Rows {
  /** The broken laws, each with what broke it; empty where all hold. */
  readonly broken: readonly string[];
  /** One line of counts. */
  readonly summary: string;
}

/** Waits until nothing moves any more, then holds the real database against the laws, and its bytes with it. */
export async function atRest(panel: Panel, patienceMs: number): Promise<Rest> {
  await expect
    .poll(async () => [...moving(await readRows(panel)), ...(await unsaved(panel))], {
      timeout: patienceMs,
      interval: 250,
    })
    .toEqual([]);
  const rows = await readRows(panel);
  const broken = [
    ...brokenRows(rows),
    ...sharedBytes(rows),
    ...(await badBytes(panel, rows)),
    ...(await unnamedAfterSweep(panel)),
  ];
  return { ...rows, broken, summary: summaryOf(rows, broken) };
}

/** The rows that the laws speak of, as they stand at one moment. */
export async function readRows(panel: Panel): Promise<Rows> {
  return parseRows(await panel.rowsTogether(ROW_STORES));
}

/** What has not settled, and what a cancelled task still watches. */
function moving({ tasks }: Rows): readonly string[] {
  const watched = tasks.filter((task) => !isOpen(task) && dueAt(task.phase) !== null);
  return [...unsettled({ tasks }), ...watched.map(({ id }) => `${id} is still watched`)];
}

/** Takes that are still to be saved as they were made. */
async function unsaved(panel: Panel): Promise<readonly string[]> {
  const marks = await panel.rows('marks');
  return marks.flatMap((mark) =>
    mark['toSave'] === null ? [] : [`a take of scene ${String(mark['sceneIndex'])} is not saved`],
  );
}

/** Every scene of a film of tests is drawn with its own title: equal bytes are another scene's bytes. */
function sharedBytes({ takes }: Rows): readonly string[] {
  const scenes = new Map<string, number>();
  return takes.flatMap(({ assetId, sceneIndex, snapshot }) => {
    const owner = scenes.get(assetId) ?? sceneIndex;
    scenes.set(assetId, owner);
    return [
      ...(owner === sceneIndex ? [] : [`L1 scene ${sceneIndex} has the bytes of scene ${owner}`]),
      ...(snapshot.title === `scene ${sceneIndex}`
        ? []
        : [`L1 scene ${sceneIndex} was made of ${snapshot.title}`]),
    ];
  });
}

async function badBytes(panel: Panel, { takes }: Rows): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const take of takes) {
    for (const id of assetsOfTake(take)) {
      const fault = await faultOfBytes(panel, id, id === take.assetId);
      if (fault !== null) broken.push(`L12 ${nameOf(take)}: ${fault}`);
    }
  }
  return broken;
}

async function faultOfBytes(panel: Panel, id: string, decodes: boolean): Promise<string | null> {
  const path = await panel.saveAsset(id, id).catch(() => null);
  if (path === null) return `the bytes ${id} are gone`;
  try {
    if (sha256(readFileSync(path)) !== id) return `the bytes ${id} are others`;
    return decodes && decodingErrors(path) !== '' ? `the bytes ${id} do not decode` : null;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(path);
  }
}

function nameOf({ kind, number, sceneIndex }: Take): string {
  return `${kind} take ${number} of scene ${sceneIndex}`;
}

/**
 * A worker that starts two days later sweeps; after it there are the bytes that a row names, and no others. What a
 * renderer still makes for a cancelled order may come in meanwhile: it is staged then, and waits for the next sweep.
 */
async function unnamedAfterSweep(panel: Panel): Promise<readonly string[]> {
  await panel.setFaultPlan({ clockOffsetMs: STAGE_OVER_MS });
  await panel.stopWorker();
  await panel.wake();
  await expect.poll(() => panel.rows('staged'), { timeout: 20_000 }).toEqual([]);
  const now = await panel.rowsTogether([...ROW_STORES, 'assets', 'staged']);
  await panel.setFaultPlan(null);
  const named = namedAssets(parseRows(now));
  const staged = new Set((now.get('staged') ?? []).map(({ assetId }) => assetId));
  return (now.get('assets') ?? [])
    .filter(({ id }) => !named.has(String(id)) && !staged.has(id))
    .map(({ id }) => `L12 nothing names ${String(id)}`);
}

function summaryOf({ scenes, tasks, attempts, takes }: Rows, broken: readonly string[]): string {
  const states = new Map<string, number>();
  for (const { phase } of tasks) {
    const state = phase.state === 'failed' ? `failed ${phase.fault.type}` : phase.state;
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  const ended = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
  return `${scenes.length} scenes, ${tasks.length} tasks (${ended}), ${attempts.length} attempts, ${takes.length} takes, ${broken.length} laws broken`;
}
