import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Answer, Command } from '../../lib/domain/command.ts';
import type { FaultPlan } from '../../lib/domain/fault-plan.ts';
import { newId } from '../../lib/domain/ids.ts';
import { launchRetake, type Launched } from './launch.mjs';
import { addPhoto, readBytes, readRows, readTakes, type StoredTake } from './read-store.ts';

/** A take with what its bytes are. */
export interface HashedTake extends Omit<StoredTake, 'assetId'> {
  /** SHA-256 of the bytes as they are stored now, not as the row names them. */
  readonly sha256: string;
}

/** A row as it is stored. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** What ffprobe says of a clip. */
export interface Probed {
  readonly width: number;
  readonly height: number;
  readonly fps: string;
  readonly frames: number;
  readonly lengthS: number;
  readonly codec: string;
}

/** How long a wait for work in the browser may take before it counts as failed. */
export const PATIENCE_MS = 180_000;

/** The panel as a user has it: driven by the names that people and assistive technology read. */
export class Panel {
  readonly launched: Launched;
  readonly page: Page;

  constructor(launched: Launched, page: Page) {
    this.launched = launched;
    this.page = page;
  }

  static async open(
    options: { readonly language?: string; readonly profile?: string; readonly build?: string } = {},
  ): Promise<Panel> {
    const launched = await launchRetake({
      headless: true,
      viewport: { width: 400, height: 800 },
      ...options,
    });
    launched.context.setDefaultTimeout(30_000);
    return new Panel(launched, await launched.openPanel());
  }

  get context(): BrowserContext {
    return this.launched.context;
  }

  close(): Promise<void> {
    return this.launched.close();
  }

  async newProject(name: string, aspect = '16:9'): Promise<void> {
    await this.menu(/^Project: /, 'New project');
    const dialog = this.page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name of the project').fill(name);
    await dialog.getByRole('radio', { name: aspect }).check();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.page.getByRole('button', { name: `Project: ${name}` }).waitFor();
  }

  /** Opens the import dialog and gives it a text or a file. */
  async offerScript(source: string | { readonly name: string; readonly bytes: Buffer }): Promise<Locator> {
    await this.menu('Menu', 'Import script');
    const dialog = this.page.getByRole('dialog', { name: 'Import script' });
    if (typeof source === 'string') await dialog.getByLabel('Paste the script').fill(source);
    else {
      const path = join(this.launched.downloads, source.name);
      writeFileSync(path, source.bytes);
      await dialog.locator('input[type=file]').setInputFiles(path);
    }
    return dialog;
  }

  async importScript(source: string | { readonly name: string; readonly bytes: Buffer }): Promise<void> {
    const dialog = await this.offerScript(source);
    await dialog.getByRole('button', { name: /^Import [\d,]+ scenes?$/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.page.getByRole('article').first().waitFor();
  }

  /** A project with this many short scenes, named `scene n`. */
  async shortFilm(name: string, scenes: number, lengthS = 1): Promise<void> {
    await this.newProject(name);
    const script = Array.from({ length: scenes }, (_, at) => ({
      title: `scene ${at + 1}`,
      desc: `Cảnh số ${at + 1}`,
      prompt_image: `image prompt ${at + 1}`,
      prompt_video: `video prompt ${at + 1}`,
      duration: lengthS,
    }));
    await this.importScript(JSON.stringify({ scenes: script }));
  }

  card(index: number): Locator {
    return this.page.getByRole('article', { name: `Scene ${index}`, exact: true });
  }

  /** Goes to a scene by its number, as people do in a long film, and opens its row. */
  async goTo(index: number): Promise<Locator> {
    await this.page.getByRole('banner').click({ position: { x: 2, y: 2 } });
    await this.page.keyboard.press('/');
    const dialog = this.page.getByRole('dialog', { name: 'Go to scene' });
    await dialog.getByRole('combobox').fill(String(index));
    await dialog.getByRole('combobox').press('Enter');
    const card = this.card(index);
    await card.waitFor();
    const row = card.getByTitle('Open scene');
    if ((await row.count()) > 0) await row.click();
    return card;
  }

  async status(index: number): Promise<string> {
    return this.card(index).locator('[data-part=status]').innerText();
  }

  async waitForStatus(index: number, name: string): Promise<void> {
    await expect.poll(() => this.status(index), { timeout: PATIENCE_MS }).toBe(name);
  }

  async press(index: number, name: string): Promise<void> {
    await this.card(index).getByRole('button', { name, exact: true }).click();
  }

  /** Presses a line in a card's More. */
  async more(index: number, name: string): Promise<void> {
    await this.card(index).getByRole('button', { name: 'More', exact: true }).click();
    await this.card(index)
      .getByRole('group', { name: 'More' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** Presses a line in one of the header's menus. */
  async menu(menu: string | RegExp, name: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: menu }).click();
    await this.page
      .getByRole('banner')
      .getByRole('group', { name: menu })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** Writes a field of a scene in place and waits until it is stored. */
  async edit(index: number, field: string, text: string): Promise<void> {
    const card = this.card(index);
    const box = card
      .getByRole('textbox', { name: field, exact: true })
      .or(card.getByRole('spinbutton', { name: field, exact: true }));
    if ((await box.count()) === 0) {
      const direct = card
        .locator('.card-words > .buttons')
        .getByRole('button', { name: 'Prompt', exact: true });
      if ((await direct.count()) > 0) await direct.click();
      else await this.more(index, 'Prompt');
    }
    await box.fill(text);
    await card.getByText('Saved', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Done', exact: true }).click();
  }

  /** Every take of the newest project. */
  takes(): Promise<readonly StoredTake[]> {
    return this.page.evaluate(readTakes);
  }

  /** Every take of the newest project, with the hash of the bytes that are stored for it. */
  async hashedTakes(): Promise<readonly HashedTake[]> {
    const hashed: HashedTake[] = [];
    for (const { assetId, ...take } of await this.page.evaluate(readTakes))
      hashed.push({ ...take, sha256: sha256(await this.bytesOf(assetId)) });
    return hashed;
  }

  /** Writes a take's bytes to a file and answers its path. */
  async save(scene: number, kind: string, number: number): Promise<string> {
    const found = (await this.page.evaluate(readTakes)).find(
      (take) => take.scene === scene && take.kind === kind && take.number === number,
    );
    if (!found) throw new Error(`There is no ${kind} take ${number} of scene ${scene}.`);
    return this.saveAsset(found.assetId, `${scene}-${kind}-${number}`);
  }

  /** Writes stored bytes to a file and answers its path. */
  async saveAsset(assetId: string, name: string): Promise<string> {
    const path = join(this.launched.downloads, `check-${name}`);
    writeFileSync(path, await this.bytesOf(assetId));
    return path;
  }

  private async bytesOf(assetId: string): Promise<Buffer> {
    return Buffer.from(await this.page.evaluate(readBytes, assetId), 'base64');
  }

  /** Gives a scene of the newest project a photo of one colour, past the panel. */
  async addPhoto(index: number, colour: readonly [number, number, number]): Promise<void> {
    const id = newId('command', Math.random);
    const answer = await this.page.evaluate(addPhoto, { id, index, colour: `rgb(${colour.join()})` });
    expect(answer).toMatchObject({ ok: true });
  }

  /** Every row of a store. */
  async rows(store: string): Promise<readonly StoredRow[]> {
    return (await this.rowsTogether([store])).get(store) ?? [];
  }

  /** Every row of some stores, as they stand at one moment. */
  async rowsTogether<Store extends string>(
    stores: readonly Store[],
  ): Promise<ReadonlyMap<Store, readonly StoredRow[]>> {
    const found = await this.page.evaluate(readRows, [...stores]);
    return new Map(stores.map((store, at) => [store, found[at] ?? []]));
  }

  setFaultPlan(plan: Partial<FaultPlan> | null): Promise<void> {
    return this.page.evaluate(
      (item) =>
        item === null
          ? chrome.storage.local.remove('faultPlan')
          : chrome.storage.local.set({ faultPlan: item }),
      plan,
    );
  }

  /** Carries out a command past the panel; answers what the background answers. */
  command(command: Command): Promise<Answer> {
    const args: unknown = [newId('command', Math.random), command];
    return this.page.evaluate(
      (sent) => chrome.runtime.sendMessage({ to: 'background', call: 'command', args: sent }),
      args,
    );
  }

  /** Wakes the worker with a message, as any page that is opened does. */
  async wake(): Promise<void> {
    await this.page.evaluate(() => chrome.runtime.sendMessage({ to: 'background', call: 'ready', args: [] }));
  }

  /** Stops the service worker where it stands, as the browser does; answers once it is gone. */
  async stopWorker(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }
}

/** What axe finds on what is shown now, each with the first place. */
export async function complaints({ page }: Panel): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Asks ffprobe what a clip is; every frame is counted by decoding it. */
export function probe(path: string): Probed {
  const entries = 'stream=width,height,r_frame_rate,nb_read_frames,codec_name:format=duration';
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-count_frames',
    '-show_entries',
    entries,
    '-of',
    'json',
    path,
  ];
  const { streams, format } = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' }));
  const [stream] = streams;
  return {
    width: stream.width,
    height: stream.height,
    fps: stream.r_frame_rate,
    frames: Number(stream.nb_read_frames),
    lengthS: Number(format.duration),
    codec: stream.codec_name,
  };
}

/** What ffmpeg complains of while it decodes a file; empty where it decodes clean. */
export function decodingErrors(path: string): string {
  return execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'null', '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
