import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../lib/domain/fault.ts';
import { holdFor, PAID } from '../../lib/domain/hold.ts';
import { isSceneIndex, type ProjectId, type SceneIndex } from '../../lib/domain/ids.ts';
import { LANGUAGES } from '../../lib/domain/settings.ts';
import { FlowPanel, stateOf } from '../browser/flow-panel.ts';
import { PATIENCE_MS } from '../browser/panel.ts';
import { Stage } from './stage.ts';

const FAST = 'Veo 3.1 - Fast';

function sceneOf(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

/** One of each kind that a banner can be: with a button of Flow's, with help, with a time, for the user alone. */
const HOLDS: readonly (readonly [name: string, fault: Fault, model: string])[] = [
  ['no-tab', { type: 'NoFlowTab' }, ''],
  ['agent-mode', { type: 'FlowBlocked', by: 'AgentMode' }, ''],
  ['signed-out', { type: 'FlowBlocked', by: 'SignedOut' }, ''],
  ['limited', { type: 'RateLimited', retryAfterMs: 3_600_000 }, ''],
  ['distrusted', { type: 'Distrusted' }, ''],
  ['no-credits', { type: 'FlowBlocked', by: 'NoCredits' }, PAID],
  ['quota', { type: 'QuotaSpent', model: FAST }, FAST],
  ['page-changed', { type: 'FlowBlocked', by: 'PageChanged' }, ''],
];

describe.each(LANGUAGES)('Flow in the panel, in %s', (language) => {
  let panel: FlowPanel;
  let stage: Stage;
  let film: ProjectId;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    const foxes = ['red', 'blue', 'green', 'old', 'young', 'quick'].map((fox) => `a ${fox} fox`);
    const prompts = [...foxes, 'x'.repeat(2_451)];
    film = await panel.flowFilm('Cáo đỏ trong rừng thu', prompts);
    await panel.command({ type: 'setSettings', language });
    stage = await Stage.over(panel, language);
    await stage.closeToast();
  });
  afterAll(() => panel.close());

  const close = (): Promise<void> => panel.page.keyboard.press('Escape');
  const generate = (index: number, kind: 'image' | 'video') =>
    panel.command({ type: 'generateAll', projectId: film, kind, scenes: [sceneOf(index)] });

  it('what it is made with', async () => {
    await stage.menu('film', stage.w('maker'));
    const field = (key: string) => panel.page.getByRole('combobox', { name: stage.w(key), exact: true });
    await field('choice_videoModel').selectOption(FAST);
    await field('choice_outputs').selectOption('2');
    await stage.shoot('flow-maker');
    await panel.page.getByRole('dialog').getByRole('button', { name: stage.w('maker_use') }).click();
    await stage.closeToast();
    await stage.openMenu('film');
    await stage.shoot('flow-menu');
    // What is below the fold of a small panel.
    await panel.page.getByRole('button', { name: stage.w('reminder_sound') }).scrollIntoViewIfNeeded();
    await stage.shoot('flow-menu-below');
    await close();
  });

  it('the sheet before a batch', async () => {
    await stage.menu('film', stage.w('step_generateAllVideos'));
    await panel.page.locator('.batch-sum').waitFor();
    await stage.shoot('flow-batch');
    await close();
  });

  it('scenes with a maker of their own', async () => {
    const radio = panel.page.getByRole('dialog').getByRole('radio');
    await stage.menu('film', stage.w('choose'));
    for (const index of [2, 3])
      await panel.page.getByRole('checkbox', { name: stage.w('chooseScene', index), exact: true }).check();
    await panel.page.getByRole('button', { name: stage.w('chosenMore', 2), exact: true }).click();
    await panel.page.getByRole('button', { name: stage.w('chosenMaker', 2), exact: true }).click();
    await radio.last().check();
    await panel.page.getByRole('combobox', { name: stage.w('choice_videoModel') }).selectOption('Veo 3.1 - Quality');
    await stage.shoot('flow-chosen-maker');
    await panel.page.getByRole('button', { name: stage.w('maker_use') }).click();
    await panel.page.getByRole('button', { name: stage.w('done'), exact: true }).click();
    const asFilm = panel.page.getByRole('button', { name: stage.w('asFilm') });
    await asFilm.first().scrollIntoViewIfNeeded();
    await stage.shoot('flow-own-maker');
    await stage.menu('film', stage.w('step_generateAllVideos'));
    await panel.page.getByRole('radio', { name: stage.w('afterImages_goOn') }).click();
    await panel.page.locator('.batch-sum li').nth(2).waitFor();
    await stage.shoot('flow-batch-own');
    await panel.page.getByRole('radio', { name: stage.w('afterImages_wait') }).click();
    await close();
    await asFilm.first().click();
    await asFilm.nth(1).waitFor({ state: 'detached' });
    await asFilm.click();
    await stage.closeToast();
    await stage.top();
  });

  it('an order that stands ready, and the line', async () => {
    await generate(1, 'image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    await stage.waitForStatus(1, 'pressStart');
    await stage.shoot('flow-armed');
    await panel.startButton().click();
    const made = async () => (panel.replica.finishAll(), (await panel.takes()).length);
    await expect.poll(made, { timeout: PATIENCE_MS }).toBe(2);
    // Of two takes the second is one that nobody has looked at.
    await stage.waitForStatus(1, 'newTake');
    await generate(2, 'image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(2);
    await panel.page.locator('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await stage.shoot('flow-armed-banner');
    await stage.top();
  });

  it('what was spent, and the check of the page', async () => {
    await stage.menu('film', stage.w('spent'));
    await panel.page.getByRole('dialog').getByRole('row').first().waitFor();
    await stage.shoot('flow-spent');
    await close();
    await stage.menu('film', stage.w('checkFlow'));
    await panel.page.getByRole('dialog').getByRole('textbox').waitFor();
    await stage.shoot('flow-check');
    await close();
  });

  it('an order that nobody is sure of', async () => {
    const armed = (await panel.rows('tasks')).find((row) => stateOf(row) === 'armed');
    const phase = armed?.['phase'];
    if (armed === undefined || typeof phase !== 'object' || phase === null) throw new Error('nothing is armed');
    const attempt = Reflect.get(phase, 'attempt');
    const candidates = ['flow media 0123abcd-0000-4000-8000-000000000001'];
    const uncertain = { state: 'uncertain', attempt, since: Date.now(), candidates, lookUpAt: null };
    await stage.putRow('tasks', { ...armed, phase: uncertain });
    await stage.waitForStatus(2, 'notSure');
    await stage.shoot('flow-unsure');
    await panel.command({ type: 'stopAll', projectId: film });
    await stage.closeToast();
  });

  it.each(HOLDS)('a hold: %s', async (name, fault, model) => {
    await panel.command({ type: 'pause' });
    await generate(3, 'video');
    await stage.putRow('holds', { ...holdFor('flow', fault, null, Date.now(), model) });
    await panel.page.locator('.banner.wait').first().waitFor();
    await stage.closeToast();
    await stage.shoot(`flow-hold-${name}`);
    if (name === 'page-changed') {
      await stage.card(3).getByRole('region', { name: stage.w('hand') }).scrollIntoViewIfNeeded();
      await stage.shoot('flow-by-hand');
      await stage.top();
    }
    await panel.command({ type: 'liftHold', provider: 'flow', model });
    await panel.command({ type: 'stopAll', projectId: film });
  });
});
