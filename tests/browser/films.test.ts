import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD } from './launch.mjs';
import { decodingErrors, Panel, PATIENCE_MS, probe } from './panel.ts';

describe('Make film', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const path = (name: string): string => join(panel.launched.downloads, name);
  const dialog = (): Locator => panel.page.getByRole('dialog', { name: 'Make film' });
  const list = (name: string): Locator => dialog().getByRole('region', { name });
  const nextStep = (name: string): Locator =>
    panel.page.getByRole('banner').getByRole('button', { name, exact: true });
  const makeIt = (): Promise<void> => dialog().getByRole('button', { name: 'Make film' }).click();
  const closeIt = (): Promise<void> => dialog().getByRole('button', { name: 'Close' }).last().click();

  async function shortFilm(name: string, scenes: number): Promise<void> {
    await panel.shortFilm(name, scenes);
    await panel.menu('Menu', 'Generate all videos');
    for (let index = 1; index <= scenes; index++) {
      await panel.card(index).scrollIntoViewIfNeeded();
      await panel.waitForStatus(index, 'Done');
    }
  }

  it('joins the picks into one file that holds every frame, and Export is the next step', async () => {
    await shortFilm('First', 3);
    await nextStep('Make film').click();
    await dialog().getByText('3 scenes · 0:03').waitFor();
    await makeIt();
    await dialog().getByText('Saved to Downloads/First/First.mp4').waitFor();
    await dialog()
      .getByText(/^0:03 · .* MB$/)
      .waitFor();
    await closeIt();
    const film = path('First/First.mp4');
    expect(probe(film)).toMatchObject({ width: 1280, height: 720, fps: '24/1', frames: 72, lengthS: 3 });
    expect(decodingErrors(film)).toBe('');
    await nextStep('Export').waitFor();
  });

  it('[L3] another film is another file, and another pick makes Make film the next step again', async () => {
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
    await panel.menu('Menu', 'Make film');
    await list('New takes, not in the film').getByRole('button', { name: 'Scene 1' }).click();
    await panel.press(1, 'Use this take');
    await panel.waitForStatus(1, 'Done');
    await nextStep('Make film').click();
    expect(await list('New takes, not in the film').count()).toBe(0);
    await makeIt();
    await dialog().getByText('Saved to Downloads/First/First (1).mp4').waitFor();
    await closeIt();
    expect(probe(path('First/First (1).mp4')).frames).toBe(72);
    expect(probe(path('First/First.mp4')).frames).toBe(72);
  });

  it('lists stale picks and missing videos, each leads to its scene, and makes what is there', async () => {
    await panel.edit(2, 'Title', 'khác hẳn');
    await panel.menu('Menu', 'Import script');
    const script = panel.page.getByRole('dialog', { name: 'Import script' });
    await script
      .getByLabel('Paste the script')
      .fill(JSON.stringify({ scenes: [{ title: 'scene 4', desc: 'Cảnh 4', duration: 1 }] }));
    await script.getByRole('button', { name: 'Import 1 scene' }).click();
    await script.waitFor({ state: 'detached' });
    await panel.menu('Menu', 'Make film');
    await list('Made before you changed the scene').getByRole('button', { name: 'Scene 2' }).waitFor();
    await dialog().getByText('3 scenes · 0:03').waitFor();
    await list('Left out: no video yet').getByRole('button', { name: 'Scene 4' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => panel.card(4).isVisible()).toBe(true);
    await panel.menu('Menu', 'Make film');
    await makeIt();
    await dialog().getByText('Saved to Downloads/First/First (2).mp4').waitFor();
    await closeIt();
    expect(probe(path('First/First (2).mp4')).frames).toBe(72);
  });

  it('without any video it says why it cannot', async () => {
    await panel.shortFilm('None', 1);
    await panel.menu('Menu', 'Make film');
    await dialog().getByText('No scene has a video yet').waitFor();
    expect(await dialog().getByRole('button', { name: 'Make film' }).isDisabled()).toBe(true);
    await panel.page.keyboard.press('Escape');
  });

  it('a video of another format than the film’s is named before anything is made', async () => {
    await panel.shortFilm('Mixed', 2);
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    await panel.menu('Menu', '9:16');
    await panel.more(2, 'Generate video');
    await panel.waitForStatus(2, 'Done');
    await panel.menu('Menu', 'Make film');
    const others = dialog().getByRole('region', { name: /^In another format than the film/ });
    await others.waitFor();
    expect(await others.getByRole('button').allInnerTexts()).toEqual(['Scene 1']);
    expect(await dialog().getByRole('button', { name: 'Make film' }).isDisabled()).toBe(true);
    await others.getByRole('button', { name: 'Scene 1' }).click();
    expect(existsSync(path('Mixed/Mixed.mp4'))).toBe(false);
  });

  it('[L10] a worker that is stopped meanwhile loses only the press', async () => {
    await shortFilm('Pressed', 2);
    await panel.menu('Menu', 'Make film');
    await makeIt();
    await panel.stopWorker();
    const saved = dialog().getByText('Saved to Downloads/Pressed/');
    const lost = dialog().getByRole('alert');
    await saved.or(lost).waitFor({ timeout: PATIENCE_MS });
    if (await lost.isVisible()) await makeIt();
    await saved.waitFor();
    await closeIt();
    const films = readdirSync(path('Pressed')).filter((name) => /^Pressed( \(\d\))?\.mp4$/.test(name));
    expect(films.length).toBeGreaterThanOrEqual(1);
    for (const name of films) expect(probe(path(`Pressed/${name}`)).frames).toBe(48);
    await nextStep('Export').waitFor();
  });

  it('a film too large for memory is streamed through a file, and is the same film', async () => {
    const told = { worker: workerPath(), name: 'streamed', inMemoryBytes: 1, times: 1, cancels: false };
    const made = await panel.page.evaluate(joinThrough, told);
    const film = path('streamed.mp4');
    writeFileSync(film, Buffer.from(made.bytes, 'base64'));
    expect(made.files).toEqual(['streamed']);
    expect(probe(film)).toMatchObject({
      frames: 48,
      lengthS: 2,
      codec: probe(path('Pressed/Pressed.mp4')).codec,
    });
    expect(decodingErrors(film)).toBe('');
    const inMemory = await panel.page.evaluate(joinThrough, { ...told, inMemoryBytes: 1e9 });
    const other = path('in-memory.mp4');
    writeFileSync(other, Buffer.from(inMemory.bytes, 'base64'));
    expect(pictureHash(other)).toBe(pictureHash(film));
  });

  it('a film that is cancelled while it is streamed leaves no file', async () => {
    const told = { worker: workerPath(), name: 'cancelled', inMemoryBytes: 1, times: 400, cancels: true };
    const cancelled = panel.page.evaluate(joinThrough, told);
    await expect(cancelled).rejects.toThrow('Cancelled');
    expect(await panel.page.evaluate(filmFiles)).toEqual(['streamed']);
  });

  it('files that a crash left are gone once the document starts again', async () => {
    expect(await panel.page.evaluate(filmFiles)).toEqual(['streamed']);
    await panel.page.evaluate(() => chrome.offscreen.closeDocument());
    await panel.menu('Menu', 'Make film');
    await makeIt();
    await dialog().getByText('Saved to Downloads/Pressed/').waitFor();
    expect(await panel.page.evaluate(filmFiles)).toEqual([]);
  });
});

function workerPath(): string {
  const [name] = readdirSync(join(BUILD, 'assets')).filter((each) =>
    each.startsWith('offscreen-film-worker'),
  );
  return `/assets/${name}`;
}

/** Of every decoded frame, whatever the file around them looks like. */
function pictureHash(path: string): string {
  return execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-map', '0:v', '-f', 'md5', '-'], {
    encoding: 'utf8',
  });
}

/* What follows runs in the page. */

/** Joins the newest project's video takes with the film worker of the build, as the offscreen document does. */
async function joinThrough({
  worker: url,
  name,
  inMemoryBytes,
  times,
  cancels,
}: {
  readonly worker: string;
  readonly name: string;
  readonly inMemoryBytes: number;
  /** How often all clips are joined one behind the other. */
  readonly times: number;
  /** Whether it is cancelled once it has told how far it is. */
  readonly cancels: boolean;
}): Promise<{ readonly bytes: string; readonly files: readonly string[] }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const rowsOf = <T>(store: string): Promise<T[]> =>
    new Promise((resolve, reject) => {
      const getting = db.transaction(store).objectStore(store).getAll();
      getting.onsuccess = () => resolve(getting.result);
      getting.onerror = () => reject(getting.error ?? new Error('get'));
    });
  const projects = await rowsOf<{ id: string; createdAt: number }>('projects');
  const newest = projects.toSorted((a, b) => b.createdAt - a.createdAt)[0]?.id;
  const assets = new Map(
    (await rowsOf<{ id: string; bytes: Blob }>('assets')).map((row) => [row.id, row.bytes]),
  );
  const takes = await rowsOf<{ projectId: string; sceneIndex: number; kind: string; assetId: string }>(
    'takes',
  );
  db.close();
  const clips = takes
    .filter(({ projectId, kind }) => projectId === newest && kind === 'video')
    .map(({ sceneIndex, assetId }) => ({ index: sceneIndex, bytes: assets.get(assetId), lengthS: 1 }));
  const worker = new Worker(url, { type: 'module' });
  const film = await new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.type === 'progress' && cancels) worker.postMessage({ type: 'cancel' });
      if (data.type !== 'ended') return;
      if (data.film.ok) resolve(data.film.value.bytes);
      else reject(new Error(JSON.stringify(data.film.fault)));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    const all = Array.from({ length: times }, () => clips).flat();
    worker.postMessage({ type: 'join', clips: all, place: { name, inMemoryBytes } });
  });
  worker.terminate();
  const bytes = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.readAsDataURL(film);
  });
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('films');
  const files: string[] = [];
  for await (const each of folder.keys()) files.push(each);
  return { bytes, files };
}

async function filmFiles(): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('films', { create: true });
  const files: string[] = [];
  for await (const name of folder.keys()) files.push(name);
  return files;
}
