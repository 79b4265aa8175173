import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD } from '../browser/launch.mjs';
import { Panel } from '../browser/panel.ts';
import { makeClip } from '../fakes/clips.ts';
import { median, report } from './table.ts';

const ROUNDS = 5;
const CLIP_S = 8;
/** As an AI service makes them: 720p, 24 frames a second, about 5 MB, with sound. */
const LOOK = {
  lengthS: CLIP_S,
  size: '1280x720',
  video: ['-bf', '2', '-g', '48', '-b:v', '5M', '-minrate', '5M', '-maxrate', '5M', '-bufsize', '5M'],
} as const;

describe('joining a film', () => {
  let folder = '';
  let panel: Panel;
  let ten: readonly string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retake-bench-'));
    ten = Array.from({ length: 10 }, (_, at) => makeClip(folder, `clip-${at}`, LOOK));
    panel = await Panel.open();
    await panel.page.evaluate(addInput);
    await panel.page.locator('#clips').setInputFiles([...ten]);
    await panel.page.evaluate(storeClips);
  });
  afterAll(async () => {
    await panel.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Ten clips again and again. */
  const clips = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => ten[at % ten.length] ?? '');

  function ffmpegMs(paths: readonly string[]): number {
    const list = join(folder, 'list.txt');
    writeFileSync(list, paths.map((path) => `file '${path}'`).join('\n'));
    const args = ['-v', 'quiet', '-y', '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy'];
    const from = performance.now();
    execFileSync('ffmpeg', [...args, '-movflags', '+faststart', join(folder, 'ffmpeg.mp4')]);
    return performance.now() - from;
  }

  /** Milliseconds of one film with the film worker of the build. */
  function oursMs(count: number, inMemoryBytes: number, isRead: boolean): Promise<number> {
    return panel.page.evaluate(joinMs, {
      worker: workerPath(),
      count,
      lengthS: CLIP_S,
      inMemoryBytes,
      isRead,
    });
  }

  it.each([
    [10, 'in memory', 1e9, false, 1],
    [50, 'in memory', 1e9, false, 1],
    // A film in memory is made of its clips' bytes: reading them is work that ffmpeg has done by then.
    [10, 'in memory, read to its end', 1e9, true, 1],
    [50, 'in memory, read to its end', 1e9, true, 1],
    [10, 'streamed', 1, false, 1.6],
    [50, 'streamed', 1, false, 1.6],
  ] as const)(
    '%i clips %s take about as long as ffmpeg',
    async (count, how, inMemoryBytes, isRead, budget) => {
      const paths = clips(count);
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        theirs.push(ffmpegMs(paths));
        ours.push(await oursMs(count, inMemoryBytes, isRead));
      }
      const sizeMb = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
      const ratio = median(ours) / median(theirs);
      report({
        name: `film of ${count} clips (${sizeMb.toFixed(0)} MB), ${how}`,
        measured: `${median(ours).toFixed(0)} ms`,
        baseline: `ffmpeg -c copy +faststart: ${median(theirs).toFixed(0)} ms`,
        ratio,
        budget,
      });
      expect(ratio).toBeLessThanOrEqual(budget);
    },
  );

  it('a streamed film four times as long takes the browser no more memory', async () => {
    const peak = async (count: number): Promise<number> => {
      const watch = watchMemory(await pagesOf(panel));
      await oursMs(count, 1, false);
      return watch.end();
    };
    await peak(60);
    const [short, long] = [await peak(60), await peak(240)];
    report({
      name: 'most memory of the browser’s pages for a streamed film of 240 clips',
      measured: megabytes(long),
      baseline: `60 clips: ${megabytes(short)}`,
      ratio: long / short,
      budget: 1.3,
    });
    expect(long / short).toBeLessThanOrEqual(1.3);
  });
});

function workerPath(): string {
  const [name] = readdirSync(join(BUILD, 'assets')).filter((each) =>
    each.startsWith('offscreen-film-worker'),
  );
  return `/assets/${name}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** The processes that run the browser's pages and their workers. */
async function pagesOf({ launched }: Panel): Promise<readonly number[]> {
  const session = await launched.context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Looks at the memory of processes, without what files lend them, until it is ended; the most bytes. */
function watchMemory(processes: readonly number[]): { readonly end: () => number } {
  let most = 0;
  const look = (): void => {
    const held = processes.map((id) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map(([, found]) =>
        Number(found),
      );
      return 1024 * kilobytes.reduce((sum, each) => sum + each, 0);
    });
    most = Math.max(
      most,
      held.reduce((sum, each) => sum + each, 0),
    );
  };
  const timer = setInterval(look, 5);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/* What follows runs in the page. */

function addInput(): void {
  document.querySelector('#clips')?.remove();
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'clips' });
  document.body.append(input);
}

/** Keeps the input's files as takes are kept. */
async function storeClips(): Promise<void> {
  const files = [...(document.querySelector<HTMLInputElement>('#clips')?.files ?? [])];
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onupgradeneeded = () => opening.result.createObjectStore('clips');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const tx = db.transaction('clips', 'readwrite');
  for (const [at, file] of files.entries()) tx.objectStore('clips').put(new Blob([file]), at);
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('put'));
  });
  db.close();
}

/** Joins the stored clips with the film worker of the build; milliseconds from asking to the film. */
async function joinMs({
  worker: url,
  count,
  lengthS,
  inMemoryBytes,
  isRead,
}: {
  readonly worker: string;
  readonly count: number;
  readonly lengthS: number;
  readonly inMemoryBytes: number;
  /** Whether the film is read to its end within the time. */
  readonly isRead: boolean;
}): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const files = await new Promise<readonly Blob[]>((resolve, reject) => {
    const getting = db.transaction('clips').objectStore('clips').getAll();
    getting.onsuccess = () => resolve(getting.result);
    getting.onerror = () => reject(getting.error ?? new Error('get'));
  });
  db.close();
  const clips = Array.from({ length: count }, (_, at) => ({
    index: at + 1,
    bytes: files[at % files.length],
    lengthS,
  }));
  const from = performance.now();
  const worker = new Worker(url, { type: 'module' });
  const film = await new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => {
      if (data.type !== 'ended') return;
      if (data.film.ok) resolve(data.film.value.bytes);
      else reject(new Error(JSON.stringify(data.film.fault)));
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ type: 'join', clips, place: { name: crypto.randomUUID(), inMemoryBytes } });
  });
  if (isRead) await film.stream().pipeTo(new WritableStream());
  const took = performance.now() - from;
  worker.terminate();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('films', { recursive: true }).catch(() => undefined);
  return took;
}
