import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isId, type ProjectId } from '../../lib/domain/ids.ts';
import { startReplica, type Replica } from '../replica/flow/start-replica.ts';
import type { Switches } from '../replica/flow/switches.ts';
import { EXTENSION_ID, launchRetake, type Launched } from './launch.mjs';
import { Panel, PATIENCE_MS, type StoredRow } from './panel.ts';

/** The page asks for news more often than Flow’s own, which takes 5 s: nobody waits for it here. */
export const POLL_MS = 1_000;

/** Longer than Retake leaves between two orders on Flow. */
const PACE_MS = 5_000;

/** How the panel stands beside the Flow page. */
export interface Beside {
  readonly switches?: Partial<Switches>;
  /** The browser's window with the real side panel in it; else the panel has a window of its own. */
  readonly window?: { readonly width: number; readonly height: number };
  /** The folder of the extension; the production build unless it is given. */
  readonly build?: string;
  /** A profile of an earlier life, and the service that has outlived it. */
  readonly earlier?: { readonly profile: string; readonly replica?: Replica };
}

/** A panel beside a Flow page, over the replica of the service. */
export class FlowPanel extends Panel {
  readonly replica: Replica;
  readonly flow: Page;
  private offsetMs = 0;

  private constructor(launched: Launched, page: Page, replica: Replica, flow: Page) {
    super(launched, page);
    this.replica = replica;
    this.flow = flow;
  }

  static async openBeside({ switches = {}, window, build, earlier }: Beside = {}): Promise<FlowPanel> {
    const replica = earlier?.replica ?? (await startReplica({ switches: { pollMs: POLL_MS, ...switches } }));
    const launched = await launchRetake({
      headless: true,
      args: replica.chromiumArgs,
      ...(build !== undefined && { build }),
      ...(earlier !== undefined && { profile: earlier.profile }),
      ...(window === undefined ? { viewport: { width: 1100, height: 800 } } : { window }),
    });
    launched.context.setDefaultTimeout(30_000);
    const [first] = launched.context.pages();
    const flow = first ?? (await launched.context.newPage());
    await flow.goto(`https://flow.google.com/project/${replica.projects[0]?.id ?? ''}`);
    await flow.locator('flow-prompt-box').waitFor();
    const page = window === undefined ? await openWindow(launched, flow) : await launched.openSidePanel();
    page.setDefaultTimeout(30_000);
    return new FlowPanel(launched, page, replica, flow);
  }

  /** Another page of the panel, as after a reload of the extension, beside the same page of Flow. */
  beside({ launched, page }: Panel): FlowPanel {
    page.setDefaultTimeout(30_000);
    return new FlowPanel(launched, page, this.replica, this.flow);
  }

  /** A film of scenes with a prompt each, to be made on Flow. */
  async flowFilm(name: string, prompts: readonly string[], lengthS = 6): Promise<ProjectId> {
    await this.newProject(name);
    const scenes = prompts.map((prompt, at) => ({
      title: `scene ${at + 1}`,
      desc: `Cảnh số ${at + 1}`,
      prompt_image: prompt,
      prompt_video: `${prompt}, moving`,
      duration: lengthS,
    }));
    await this.importScript(JSON.stringify({ scenes }));
    const projects = await this.rows('projects');
    const made = projects.find((row) => row['name'] === name)?.['id'];
    if (!isId('project', made)) throw new Error('There is no project.');
    await this.command({ type: 'setProject', projectId: made, provider: 'flow' });
    return made;
  }

  /** Flow's own Start, where it can be pressed. */
  startButton(): Locator {
    return this.flow.locator('flow-generate-icon-button button.generate-icon-button:not([disabled])');
  }

  /** A batch that costs is listed first; here it is started as listed. */
  override async menu(menu: string | RegExp, name: string): Promise<void> {
    await super.menu(menu, name);
    if (!/^(Generate all|Retry failed)/.test(name)) return;
    const sheet = this.page.getByRole('dialog', { name });
    await sheet.getByRole('button', { name: 'Start', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
  }

  /** Which scene stands ready for the press; null where none does. */
  async readyScene(): Promise<number | null> {
    const ready = (await this.rows('tasks')).find((row) => stateOf(row) === 'armed');
    return ready === undefined ? null : Number(ready['sceneIndex']);
  }

  /** Waits until an order stands ready, and presses Flow's own Start with a real pointer, as the user does. */
  async pressWhenReady(): Promise<number> {
    await expect.poll(() => this.readyScene(), { timeout: PATIENCE_MS }).not.toBeNull();
    const scene = await this.readyScene();
    await this.startButton().click();
    await expect.poll(() => this.readyScene(), { timeout: PATIENCE_MS }).not.toBe(scene);
    return scene ?? 0;
  }

  /** The time in Retake, ms since the epoch. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Lets time pass for Retake. It never goes back: what was stored would wait for a time that has been. */
  async passTime(ms: number): Promise<void> {
    this.offsetMs += ms;
    await this.setFaultPlan({ clockOffsetMs: this.offsetMs });
  }

  /** Lets the time pass until Retake has something to look at; none where it has. */
  async passTimeUntilDue(): Promise<void> {
    const tasks = await this.rows('tasks');
    const waits = tasks.map(dueOf).filter((due) => due !== null);
    // What is ready waits for the pace, if for anything.
    const isPaced = waits.length === 0 && tasks.every((task) => stateOf(task) !== 'preparing');
    const waitMs = isPaced ? PACE_MS : Math.min(...waits) - this.now();
    if (waitMs > 0 && Number.isFinite(waitMs)) await this.passTime(waitMs);
  }

  override async close(): Promise<void> {
    await super.close();
    await this.replica.close();
  }
}

/** The state that a task's row is in. */
export function stateOf(row: StoredRow): unknown {
  const { phase } = row;
  return typeof phase === 'object' && phase !== null && 'state' in phase ? phase.state : null;
}

/** When a task waits to be looked at, ms since the epoch; null where it is in hand, or only an event moves it. */
export function dueOf(row: StoredRow): number | null {
  const { keys } = row;
  if (stateOf(row) === 'preparing') return null;
  if (typeof keys !== 'object' || keys === null || !('due' in keys) || !Array.isArray(keys.due)) return null;
  const [, due]: readonly unknown[] = keys.due;
  return typeof due === 'number' ? due : null;
}

async function openWindow({ context }: Launched, flow: Page): Promise<Page> {
  const session = await context.newCDPSession(flow);
  const opened = context.waitForEvent('page');
  const url = `chrome-extension://${EXTENSION_ID}/sidepanel.html`;
  await session.send('Target.createTarget', { url, newWindow: true });
  const page = await opened;
  await page.setViewportSize({ width: 400, height: 800 });
  return page;
}
