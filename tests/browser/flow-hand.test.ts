import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { FlowStage } from './flow-stage.ts';
import { complaints } from './panel.ts';
import { dropFiles, onDisk } from './picture-files.ts';

/** A page of which nothing is wrong. */
const SOUND = 55;
const PROMPT = 'a red fox';

describe('what the user does on Flow himself', () => {
  let stage: FlowStage;
  beforeAll(async () => {
    stage = await FlowStage.open();
  });
  afterEach(() => {
    expect(stage.replica.misdeeds).toEqual({});
    expect(stage.replica.defects).toEqual([]);
  });
  afterAll(() => stage.close());

  const begin = async (videoFrom: 'picture' | 'text' = 'picture', switches = {}): Promise<void> => {
    onTestFailed(async () => console.log(await stage.tell()));
    const prompts = [PROMPT, 'a blue heron'];
    await stage.begin(SOUND, { switches: { framing: 'plain', ...switches }, prompts, videoFrom });
  };
  /** Writes over the prompt with real keys, and waits until the card says so. */
  const writeOver = async (text: string): Promise<void> => {
    await stage.flow.bringToFront();
    await stage.flow.locator('.ProseMirror:visible').first().click();
    await stage.flow.keyboard.press('Control+A');
    await stage.flow.keyboard.insertText(text);
    await stage.panel.card(1).getByText(text).waitFor();
  };
  const heldPrompt = (): Promise<string> => stage.flow.locator('.ProseMirror:visible').first().innerText();
  /** What the newest take was made with. */
  const promptOfTake = async (): Promise<unknown> => {
    const takes = await stage.panel.rows('takes');
    const [take] = takes.toSorted((a, b) => Number(b['madeAt']) - Number(a['madeAt']));
    return Object.getOwnPropertyDescriptor(take?.['snapshot'] ?? {}, 'prompt')?.value;
  };

  it('[L4] a prompt of his own is put back by one press', async () => {
    await begin();
    await stage.generate(1, 'image');
    await stage.ready(1);
    await writeOver('a green fox');
    await stage.panel.card(1).getByText('The prompt on Flow’s page is another one now:').waitFor();
    expect(await complaints(stage.panel)).toEqual([]);
    await stage.panel.press(1, 'Put back');
    await stage.advance(3_100);
    await expect.poll(heldPrompt).toBe(PROMPT);
    await stage.status(1, 'Press Start');
    await stage.pressStart();
    await stage.finish(['1 image 1']);
    expect(await promptOfTake()).toBe(PROMPT);
  });

  it('[L4] a prompt of his own is the order’s where he says so, and the scene keeps its own', async () => {
    await begin();
    await stage.generate(1, 'image');
    await stage.ready(1);
    await writeOver('a green fox');
    await stage.inVietnamese(async () => {
      const card = stage.panel.page.getByRole('article', { name: 'Cảnh 1', exact: true });
      await card.getByText('Prompt trên trang Flow bây giờ đã khác:').waitFor();
      await card.getByRole('button', { name: 'Đặt lại', exact: true }).waitFor();
      await card.getByRole('button', { name: 'Dùng bản của bạn', exact: true }).click();
      await card.getByText('Sẽ đặt theo prompt của bạn trên trang Flow:').waitFor();
    });
    expect(await heldPrompt()).toBe('a green fox');
    await stage.pressStart();
    await stage.finish(['1 image 1']);
    expect(await promptOfTake()).toBe('a green fox');
    const scenes = await stage.panel.rows('scenes');
    expect(scenes.map((scene) => scene['imagePrompt'])).not.toContain('a green fox');
  });

  it('[L4] a prompt of his own that he presses without a word is the scene’s order', async () => {
    await begin();
    await stage.generate(1, 'image');
    await stage.ready(1);
    await writeOver('a green fox');
    await stage.pressStart();
    await stage.finish(['1 image 1']);
    expect(await promptOfTake()).toBe('a green fox');
  });

  it('[L9] settings of his own show their price before the press', async () => {
    await begin('text');
    await stage.generate(1, 'video');
    await stage.ready(1);
    const card = stage.panel.card(1);
    await card.getByText('Scene 1 · 1 video · 6 s · 10 credits').waitFor();
    await stage.flow.locator('.settings-trigger-button').click();
    await stage.flow.locator('flow-prompt-box-settings button', { hasText: 'x2' }).click();
    await stage.flow
      .locator('.cdk-overlay-backdrop')
      .last()
      .click({ position: { x: 5, y: 5 } });
    await card.getByText('Scene 1 · 2 videos · 6 s · 20 credits').waitFor();
    await stage.pressStart();
    await stage.finish(['1 video 1', '1 video 2']);
    expect(await stage.ledger()).toEqual(['20/20']);
  });

  it('[L4] a picture that Flow left out is told of on the take', async () => {
    await begin('picture', { referencesDropped: true });
    await stage.order(1, 'image');
    await stage.finish(['1 image 1']);
    await stage.order(1, 'video');
    await stage.finish(['1 image 1', '1 video 1']);
    await stage.note(1, 'Flow made this without your picture.');
  });

  it('[L2] an order of his own is given to a scene, followed, kept, and never offered again', async () => {
    await begin();
    await stage.flow.bringToFront();
    await stage.flow.locator('.ProseMirror:visible').first().click();
    await stage.flow.keyboard.insertText('an owl of my own');
    await stage.pressStart();
    await expect.poll(() => stage.replica.counters.submits).toBe(1);
    const { panel } = stage;
    const dialog = panel.page.getByRole('dialog', { name: 'Your own orders in Flow' });
    await panel.more(2, 'Use an order from Flow…');
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('button', { name: /an owl of my own.*at work/ }).click();
    await stage.status(2, 'Generating');
    await panel.more(1, 'Use an order from Flow…');
    await dialog.getByText('There is none that Retake has seen and that no scene has.').waitFor();
    await panel.page.keyboard.press('Escape');
    stage.replica.finishAll();
    await expect.poll(() => stage.takes()).toHaveLength(1);
    expect((await stage.takes())[0]).toMatch(/^2 /);
    await stage.note(2, 'This take is from an order of your own in Flow.');
    expect(await promptOfTake()).toBe('an owl of my own');
    expect((await stage.ledger())[0]).not.toContain('unknown');
  });

  it('[L17] gives Flow every picture himself where he says so, and the order goes on', async () => {
    await begin();
    await stage.generate(1, 'image');
    await stage.pressWhenReady(1);
    await stage.finish(['1 image 1']);
    await stage.panel.menu('Menu', 'Made with …');
    const dialog = stage.panel.page.getByRole('dialog', { name: 'Made with' });
    await dialog.getByRole('checkbox', { name: /^Retake gives Flow the pictures/ }).uncheck();
    expect(await complaints(stage.panel)).toEqual([]);
    await dialog.getByRole('button', { name: 'Use this', exact: true }).click();
    await stage.generate(1, 'video');
    const card = stage.panel.card(1);
    await stage.advance(3_100);
    await card.getByText(/^Flow needs the picture .* from your hand/).waitFor();
    expect(stage.uploads()).toEqual([]);
    const shown = card.getByRole('region', { name: 'By hand in Flow' }).getByRole('img');
    const [take] = await stage.panel.rows('takes');
    const kept = await stage.panel.saveAsset(String(take?.['assetId']), 'by-hand');
    const [file] = onDisk(join(kept, '..', 'by-hand'), {
      [(await shown.getAttribute('title')) ?? '']: readFileSync(kept),
    });
    await stage.flow.bringToFront();
    await dropFiles(stage.flow, { x: 400, y: 300 }, [file ?? '']);
    await stage.until(() => stage.uploads().length === 1);
    await stage.panel.press(1, 'Retry');
    await stage.pressWhenReady(1);
    await stage.finish(['1 image 1', '1 video 1']);
    expect(stage.uploads()).toHaveLength(1);
    await stage.panel.command({ type: 'setSettings', mayUpload: true });
  });
});
