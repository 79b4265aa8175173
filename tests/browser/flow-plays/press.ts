import { expect } from 'vitest';
import type { Play } from '../flow-stage.ts';

const nothingPressed: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.ready(1);
  expect(stage.replica.counters.submits).toBe(0);
  await stage.pressStart();
  await stage.finish(['1 image 1']);
  expect(stage.replica.counters.submits).toBe(1);
};

const twice: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.finish(['1 video 1', '1 video 2']);
  expect(stage.replica.counters.submits).toBe(2);
  expect(await stage.ledger()).toEqual(['10/10', '10/10']);
  await stage.status(1, 'New take');
  // Either may have come first.
  const takes = await stage.panel.rows('takes');
  const again = takes.findLast((row) => JSON.stringify(row['origin']).includes('pressedAgain'));
  await stage.panel
    .card(1)
    .getByRole('button', { name: new RegExp(`^video take ${String(again?.['number'])}\\b`, 'i') })
    .click();
  await stage.note(1, 'Start was pressed twice. This take is from the second press.');
  expect(stage.replica.account.credits).toBe(1030);
};

const fourRequests: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.ready(1);
  await stage.flow.locator('.settings-trigger-button').click();
  await stage.flow.locator('flow-prompt-box-settings button', { hasText: 'x4' }).click();
  await stage.flow
    .locator('.cdk-overlay-backdrop')
    .last()
    .click({ position: { x: 5, y: 5 } });
  await stage.flow.locator('.settings-summary', { hasText: 'x4' }).waitFor();
  await stage.pressStart();
  await stage.finish(['1 image 1', '1 image 2', '1 image 3', '1 image 4']);
  expect(stage.replica.counters.submits).toBe(4);
};

const unnamed: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.finish(['1 image 1']);
};

const unknownBuild: Play = async (stage) => {
  await stage.generate(1, 'video');
  await stage.ready(1);
  await stage.pressStart();
  await stage.banner('Retake cannot tell whether an order went out. Load Flow’s page again once.');
  stage.replica.finishAll();
  await stage.panel.page.getByRole('button', { name: 'Load Flow again' }).click();
  await stage.noBanner();
  await stage.advance(31_000);
  await stage.status(1, 'Not sure it was sent');
  await stage.panel.press(1, 'This is it');
  await stage.finish(['1 video 1']);
  expect(stage.replica.counters.submits).toBe(1);
};

const otherHand: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.finish(['1 video 1']);
  expect(stage.replica.jobs).toHaveLength(2);
  expect(await stage.mediaOf(1, 'video')).toEqual([stage.replica.log[0]?.mediaIds[0]]);
};

const sameWords: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.order(2, 'image');
  const [first, second] = stage.replica.jobs;
  stage.replica.finish(second?.mediaId ?? '');
  await stage.status(2, 'Image ready');
  await stage.finish(['1 image 1', '2 image 1']);
  expect(await stage.mediaOf(1, 'image')).toEqual([first?.mediaId]);
  expect(await stage.mediaOf(2, 'image')).toEqual([second?.mediaId]);
};

const twoTabs: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.ready(1);
  const other = await stage.panel.context.newPage();
  await other.goto(stage.flow.url());
  await other.locator('.ProseMirror:visible').first().click();
  await other.bringToFront();
  await other.keyboard.insertText('an order of my own');
  await other.locator('flow-generate-icon-button button:not([disabled])').waitFor();
  await other.keyboard.press('Enter');
  await expect.poll(() => stage.replica.counters.submits).toBe(1);
  await stage.status(1, 'Press Start');
  await stage.flow.bringToFront();
  await stage.pressStart();
  await stage.finish(['1 image 1']);
  expect(await stage.mediaOf(1, 'image')).toEqual([stage.replica.log[1]?.mediaIds[0]]);
  await other.close();
};

/** The press, and whose it is. */
export const PRESS_PLAYS: Readonly<Record<number, Play>> = {
  11: nothingPressed,
  12: nothingPressed,
  13: twice,
  41: otherHand,
  42: sameWords,
  43: sameWords,
  44: fourRequests,
  45: unnamed,
  46: unknownBuild,
  51: twoTabs,
  55: unnamed,
  59: nothingPressed,
};
