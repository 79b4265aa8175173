import { expect } from 'vitest';
import type { Choices } from '../../lib/domain/choices.ts';
import { isId, isSceneIndex, type ProjectId } from '../../lib/domain/ids.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { scenario } from '../replica/flow/scenarios.ts';
import type { Medium } from '../replica/flow/service/medium.ts';
import type { Replica } from '../replica/flow/start-replica.ts';
import type { Switches } from '../replica/flow/switches.ts';
import { dueOf, FlowPanel, POLL_MS } from './flow-panel.ts';
import type { StoredRow } from './panel.ts';

/** How long a wait for one step of a scenario may take. */
const STEP_MS = 25_000;
/** As long as an order is asked about, and a little more. */
const GIVEN_UP_MS = 31 * 60_000;
/** Less than what would count as a computer that slept. */
const ASK_MS = 45_000;

/** How a scenario begins. */
export interface Setting {
  readonly switches?: Partial<Switches>;
  /** What each scene's prompt says; two scenes where it is left out. */
  readonly prompts?: readonly string[];
  readonly videoFrom?: 'picture' | 'text';
}

/** Plays one scenario from its beginning to what the user gets. */
export type Play = (stage: FlowStage) => Promise<void>;

/** A take as a scenario looks at it: `scene kind number`, such as `1 image 1`. */
export type TakeName = string;

/** One browser for many scenarios: panel, Flow page and replica, with the clock of all of them in the test's hand. */
export class FlowStage {
  readonly panel: FlowPanel;
  private projectId: ProjectId | null = null;
  private scenes = 0;

  private constructor(panel: FlowPanel) {
    this.panel = panel;
  }

  static async open(): Promise<FlowStage> {
    return new FlowStage(await FlowPanel.openBeside());
  }

  get replica(): Replica {
    return this.panel.replica;
  }

  get flow() {
    return this.panel.flow;
  }

  /** Another account of the service, another film in Retake, and the page loaded anew. */
  async begin(
    number: number,
    { switches = {}, prompts = ['a red fox', 'a blue heron'], videoFrom = 'picture' }: Setting = {},
  ) {
    await this.leavePages();
    await this.leave();
    await this.replica.startOver(
      { pollMs: POLL_MS, ...scenario(number).switches, ...switches },
      this.panel.now(),
    );
    const scenes = prompts.map((prompt, at) => ({
      title: `scene ${at + 1}`,
      description: '',
      voiceOver: '',
      imagePrompt: prompt,
      videoPrompt: prompt,
      lengthS: 6,
      chapter: '',
      extra: null,
    }));
    const name = `${number} ${scenario(number).words}`.slice(0, 60);
    const made = await this.panel.command({
      type: 'createProject',
      name,
      aspect: '16:9',
      scenes,
      provider: 'flow',
    });
    if (!made.ok || !isId('project', made.value.projectId)) throw new Error(JSON.stringify(made));
    this.projectId = made.value.projectId;
    this.scenes = prompts.length;
    await this.panel.command({ type: 'setProject', projectId: this.projectId, videoFrom });
    await this.openFlow();
  }

  /** Shows the first project of the account, or the page that it is sent to. */
  async openFlow(at = 0): Promise<void> {
    await this.flow.goto(`https://flow.google.com/project/${this.replica.projects[at]?.id ?? ''}`);
    await this.flow.locator('aisandbox-root > *').first().waitFor();
  }

  /** One empty tab beside the panel; the page counts its orders in the tab's storage. */
  private async leavePages(): Promise<void> {
    const { panel, flow } = this;
    for (const page of panel.context.pages()) if (page !== panel.page && page !== flow) await page.close();
    if (flow.url().startsWith('https:'))
      await flow.evaluate(() => {
        sessionStorage.removeItem('flow-submits');
        // Another account has chosen nothing on the page yet.
        localStorage.removeItem('flow-settings');
      });
    await flow.goto('about:blank');
  }

  /** Lets go of what the last scenario left: nothing of it is asked about any more. */
  private async leave(): Promise<void> {
    if (this.projectId === null) return;
    await this.panel.command({ type: 'deleteProject', projectId: this.projectId });
    for (const { model } of await this.panel.rows('holds'))
      await this.panel.command({ type: 'liftHold', provider: 'flow', model: String(model) });
    await this.passDeadline();
  }

  /** Lets the deadline pass while Retake asks all along: a jump would be a sleep, which no deadline counts. */
  async passDeadline(): Promise<void> {
    for (let passed = 0; passed < GIVEN_UP_MS && (await this.openTasks()).length > 0; passed += ASK_MS) {
      await this.advance(ASK_MS);
      await this.until(async () => (await this.openTasks()).every((task) => this.isAsked(task)));
    }
    await this.until(async () => (await this.openTasks()).length === 0);
  }

  private isAsked(task: StoredRow): boolean {
    const due = dueOf(task);
    return due === null || due > this.panel.now();
  }

  private async openTasks(): Promise<readonly StoredRow[]> {
    return (await this.panel.rows('tasks')).filter((row) => JSON.stringify(row['keys']).includes('"atWork"'));
  }

  /** Waits until the page has gone to an address by itself. */
  async goesTo(part: string): Promise<void> {
    await this.until(() => this.flow.url().includes(part));
  }

  /** Lets time pass for Retake and for the service alike. */
  async advance(ms: number): Promise<void> {
    this.replica.advance(ms);
    await this.panel.passTime(ms);
  }

  async until(holds: () => Promise<boolean> | boolean, forMs = STEP_MS): Promise<void> {
    await expect.poll(holds, { timeout: forMs, interval: 100 }).toBe(true);
  }

  async generate(index: number, kind: Kind): Promise<void> {
    await this.panel.press(index, kind === 'image' ? 'Generate image' : 'Generate video');
  }

  /** Orders a scene past the panel, whatever language that speaks. */
  async orderUnseen(index: number, kind: Kind): Promise<void> {
    if (this.projectId === null || !isSceneIndex(index)) throw new Error('There is no such scene.');
    await this.panel.command({ type: 'generate', projectId: this.projectId, index, kind });
  }

  /** Chooses what the film is made with. */
  async choose(choices: Partial<Choices>): Promise<void> {
    if (this.projectId === null) throw new Error('There is no film.');
    await this.panel.command({ type: 'setProject', projectId: this.projectId, choices });
  }

  async inVietnamese(act: () => Promise<void>): Promise<void> {
    await this.panel.command({ type: 'setSettings', language: 'vi' });
    try {
      await act();
    } finally {
      await this.panel.command({ type: 'setSettings', language: 'en' });
    }
  }

  /** Waits until a scene stands ready for the press. The pace between two orders is not waited for. */
  async ready(index: number): Promise<void> {
    await this.advance(3_100);
    await this.status(index, 'Press Start');
  }

  /** Presses Start once a scene stands ready, and waits until the press was seen. */
  async pressWhenReady(index: number): Promise<void> {
    await this.ready(index);
    await this.pressStart();
    await expect
      .poll(() => this.panel.status(index), { timeout: STEP_MS, interval: 100 })
      .not.toBe('Press Start');
  }

  /** Pictures that came up for orders. */
  uploads(): readonly Medium[] {
    return this.replica.media.filter(({ kind, title }) => kind === 'upload' && title.startsWith('retake-'));
  }

  /** What the service calls the media of a scene's attempts, as their sightings name them. */
  async mediaOf(index: number, kind: Kind): Promise<readonly string[]> {
    const rows = await this.panel.rowsTogether(['attempts', 'sightings']);
    const own = rows.get('attempts')?.filter((row) => row['projectId'] === this.projectId) ?? [];
    const asked = own.filter((row) => row['sceneIndex'] === index && row['kind'] === kind);
    return asked.flatMap(({ operation }) => {
      const sighting = rows.get('sightings')?.find((row) => row['operation'] === operation);
      const text = JSON.stringify(sighting?.['facts']) ?? '';
      const media = /"media":\[(.*?)\]/.exec(text)?.[1] ?? '';
      return [...media.matchAll(/"mediaId":"([^"]+)"/g)].map((match) => match[1] ?? '');
    });
  }

  /** Lets Flow go on, as the user does in the banner. */
  async liftHold(): Promise<void> {
    await this.panel.page.locator('.banner').getByRole('button', { name: 'Go on' }).click();
  }

  /** Presses Flow's own Start with a real pointer. */
  async pressStart(): Promise<void> {
    await this.flow.locator('flow-generate-icon-button button.generate-icon-button:not([disabled])').click();
  }

  /** Orders a scene, presses Start, and waits until the press was seen. */
  async order(index: number, kind: Kind): Promise<void> {
    await this.generate(index, kind);
    await this.pressWhenReady(index);
  }

  /** The status of a card, once it is that. */
  async status(index: number, name: string): Promise<void> {
    await expect.poll(() => this.panel.status(index), { timeout: STEP_MS, interval: 100 }).toBe(name);
  }

  /** Ends every job, and waits for the takes. */
  async finish(takes: readonly TakeName[]): Promise<void> {
    await expect
      .poll(
        async () => {
          this.replica.finishAll();
          await this.advance(15_000);
          return this.takes();
        },
        { timeout: STEP_MS, interval: 300 },
      )
      .toEqual(takes);
  }

  /** The takes of the film. */
  async takes(): Promise<readonly TakeName[]> {
    const rows = await this.panel.rows('takes');
    const own = rows.filter((row) => row['projectId'] === this.projectId);
    return own
      .map((row) => `${String(row['sceneIndex'])} ${String(row['kind'])} ${String(row['number'])}`)
      .toSorted();
  }

  /** What was asked and taken for each attempt of the film, in the order of the orders: `asked/taken`. */
  async ledger(): Promise<readonly string[]> {
    const rows = await this.panel.rows('ledger');
    return rows
      .filter((row) => row['projectId'] === this.projectId)
      .toSorted((a, b) => Number(a['at']) - Number(b['at']))
      .map((row) => `${String(row['asked'])}/${String(row['taken'])}`);
  }

  /** What stands above the cards. */
  async banner(words: string | RegExp): Promise<void> {
    await this.panel.page.locator('.banner').filter({ hasText: words }).waitFor({ timeout: STEP_MS });
  }

  async noBanner(): Promise<void> {
    const holding = this.panel.page.locator('.banner').filter({ hasText: 'Waiting:' });
    await expect.poll(() => holding.allInnerTexts(), { timeout: STEP_MS, interval: 100 }).toEqual([]);
  }

  /** What a card says beside its status. */
  async note(index: number, words: string | RegExp): Promise<void> {
    await this.panel.card(index).locator('.note').filter({ hasText: words }).waitFor({ timeout: STEP_MS });
  }

  /** What there is to know where a scenario went wrong. */
  async tell(): Promise<string> {
    const rows = await this.panel.rowsTogether(['tasks', 'holds', 'ledger']);
    const tasks = rows.get('tasks')?.filter((row) => row['projectId'] === this.projectId) ?? [];
    const banners = await this.panel.page.locator('.banner').allInnerTexts();
    const notes = await this.panel.page.locator('.note').allInnerTexts();
    const { log, counters, account } = this.replica;
    return JSON.stringify(
      {
        url: this.flow.url(),
        atWork: await this.openTasks(),
        phases: tasks.map(({ sceneIndex, kind, phase }) => [sceneIndex, kind, phase]),
        ledger: await this.ledger(),
        takes: await this.takes(),
        holds: rows.get('holds'),
        banners,
        notes,
        log: log.map(({ rpcid, reply }) => [rpcid, JSON.stringify(reply).slice(0, 300)]),
        counters,
        account,
      },
      null,
      1,
    );
  }

  close(): Promise<void> {
    return this.panel.close();
  }
}
