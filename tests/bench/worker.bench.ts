import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import { BUILD } from '../browser/launch.mjs';
import { writeEmptyExtension } from './empty-extension.ts';
import { atSizes, growthLaw, SIZES } from './growth.ts';
import { RawBrowser } from './raw-browser.ts';
import { hold, lowerQuartile } from './table.ts';
import { WorkerProbe } from './worker-probe.ts';

const ROUNDS = 25;
/** An idle worker is stopped after 30 s; for as long again nothing may start it. */
const WATCHED_MS = 65_000;
const LOOK_EVERY_MS = 200;

const READY = { to: 'background', call: 'ready', args: [] };
/** Waits for the store. */
const OPEN_STORE = { to: 'background', call: 'openStore', args: [] };
/** Waits for the engine’s start, as all that changes something does; a paused queue stays as it is. */
const pause = () => {
  return { to: 'background', call: 'command', args: [newId('command', Math.random), { type: 'pause' }] };
};

describe('the worker', () => {
  let browser: RawBrowser;
  let folder = '';
  let ours: WorkerProbe;
  let empty: WorkerProbe;
  beforeAll(async () => {
    folder = writeEmptyExtension();
    browser = RawBrowser.launch();
    empty = await WorkerProbe.load(browser, folder);
    ours = await WorkerProbe.load(browser, BUILD);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is small', () => {
    const packed = gzipSync(readFileSync(join(BUILD, 'background.js'))).length;
    hold({
      name: 'worker, packed',
      measured: `${(packed / 1e3).toFixed(1)} kB`,
      baseline: '60 kB',
      ratio: packed / 60_000,
      budget: 1,
    });
  });

  it('answers first about as soon as an empty one, and grows with no queue', async () => {
    const [answers, stores, commands, theirs, heaps]: number[][] = [[], [], [], [], []];
    for (const size of SIZES) {
      await ours.page.call('fillQueue', size);
      const measured = await measureStarts();
      answers?.push(measured.answer);
      theirs?.push(measured.empty);
      stores?.push(measured.store);
      commands?.push(measured.command);
      heaps?.push((await ours.heapBytes()) / 1e6);
    }
    holdStart('worker stopped → first answer, 10,000 tasks', answers, theirs);
    holdGrowth('worker stopped → store open, 10,000 tasks', 'ms', stores);
    holdGrowth('worker stopped → first command carried out, 10,000 tasks', 'ms', commands);
    holdGrowth('heap of the worker, 10,000 tasks', 'MB', heaps);
  });

  it('does nothing while nothing is due', async () => {
    await ours.page.call('fillQueue', 10_000);
    await empty.firstAnswerMs({});
    await ours.answerMs(pause());
    const [us, them] = await Promise.all([watch(ours), watch(empty)]);
    hold({
      name: 'idle worker with 10,000 tasks in a paused queue is stopped after',
      measured: `${(us.stoppedMs / 1e3).toFixed(1)} s, then ${us.starts} wakes in ${WATCHED_MS / 1e3} s`,
      baseline: `an empty one: ${(them.stoppedMs / 1e3).toFixed(1)} s`,
      ratio: us.stoppedMs / them.stoppedMs,
      budget: 1.1,
    });
    expect(us.starts).toBe(0);
    expect(await ours.alarms()).toEqual([]);
  });

  /** Both workers in turn: what falls upon the machine falls upon both. */
  async function measureStarts(): Promise<Starts> {
    const [answer, store, command, them]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      them.push(await empty.firstAnswerMs({}));
      answer.push(await ours.firstAnswerMs(READY));
      store.push(await ours.firstAnswerMs(OPEN_STORE));
      command.push(await ours.firstAnswerMs(pause()));
    }
    return {
      answer: lowerQuartile(answer),
      store: lowerQuartile(store),
      command: lowerQuartile(command),
      empty: lowerQuartile(them),
    };
  }
});

/** Milliseconds from a message to a stopped worker to its answer, at the lower quartile. */
interface Starts {
  readonly answer: number;
  readonly store: number;
  readonly command: number;
  readonly empty: number;
}

function holdStart(name: string, ours: readonly number[] = [], empty: readonly number[] = []): void {
  const [us, them] = [ours.at(-1) ?? Number.NaN, empty.at(-1) ?? Number.NaN];
  hold({
    name,
    measured: `${us.toFixed(1)} ms`,
    baseline: `an empty worker: ${them.toFixed(1)} ms`,
    ratio: us / them,
    budget: 2,
    law: `${growthLaw(SIZES, ours)} (${atSizes(SIZES, ours, 'ms')})`,
  });
}

function holdGrowth(name: string, unit: string, costs: readonly number[] = []): void {
  const [least, most] = [costs[0] ?? Number.NaN, costs.at(-1) ?? Number.NaN];
  hold({
    name,
    measured: `${most.toFixed(2)} ${unit}`,
    baseline: `10 tasks: ${least.toFixed(2)} ${unit}`,
    ratio: most / least,
    budget: 1.5,
    law: `${growthLaw(SIZES, costs)} (${atSizes(SIZES, costs, unit)})`,
  });
}

/** When the worker was first seen stopped, the whole time where it never was, and how often it was started after that. */
async function watch(worker: WorkerProbe): Promise<{ stoppedMs: number; starts: number }> {
  const from = performance.now();
  let [stoppedMs, starts, wasRunning] = [WATCHED_MS, 0, true];
  while (performance.now() - from < WATCHED_MS) {
    const runs = await worker.isRunning();
    if (wasRunning && !runs && stoppedMs === WATCHED_MS) stoppedMs = performance.now() - from;
    if (!wasRunning && runs) starts++;
    wasRunning = runs;
    await wait(LOOK_EVERY_MS);
  }
  return { stoppedMs, starts };
}
