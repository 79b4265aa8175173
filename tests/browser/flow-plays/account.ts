import { expect } from 'vitest';
import type { Play } from '../flow-stage.ts';

const signedOut: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('You are signed out of Flow. Sign in there.');
  await stage.status(1, 'Queued');
  expect(await stage.ledger()).toEqual([]);
  stage.replica.set({ signedOut: false });
  await stage.openFlow();
  await stage.pressWhenReady(1);
  await stage.noBanner();
  await stage.finish(['1 image 1']);
};

const bounced: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.order(2, 'image');
  stage.replica.finishAll();
  await stage.goesTo('/about');
  await stage.generate(3, 'image');
  await stage.banner('You are signed out of Flow');
  stage.replica.set({ signedOut: false, aboutBounceAfterSubmits: null });
  await stage.openFlow();
  await stage.pressWhenReady(3);
  await stage.finish(['1 image 1', '2 image 1', '3 image 1']);
  expect(stage.replica.counters.submits).toBe(3);
};

const agentOn: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('Flow is in agent mode; Retake needs the plain prompt box.');
  await stage.panel.page.getByRole('button', { name: 'Switch agent mode off' }).click();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
};

const agentOnly: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('Flow gives this account agent mode only: make the order by hand there.');
  await stage.status(1, 'Queued');
  await stage.note(1, 'agent mode only');
  expect(stage.replica.counters.submits).toBe(0);
};

const narrow: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('Flow has too little room beside this panel. Make the window wider');
  expect(stage.replica.counters.submits).toBe(0);
  stage.replica.set({ narrowLayout: false });
  await stage.openFlow();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
};

const cookies: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('Flow asks about cookies. Answer it there.');
  await stage.flow.locator('.glue-cookie-notification-bar__reject').click();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
};

const changelog: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.banner('A message of Flow’s covers the page. Close it.');
  await stage.panel.page.getByRole('button', { name: 'Close it' }).click();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
};

const consent: Play = async (stage) => {
  await stage.panel.addPhoto(1, [20, 60, 90]);
  await stage.generate(1, 'image');
  await stage.banner('Flow asks for your consent. Answer it there.');
  expect(stage.uploads()).toHaveLength(0);
  await stage.flow.locator('.agree-actions-group button').last().click();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
  expect(stage.uploads()).toHaveLength(1);
};

const noCredits: Play = async (stage) => {
  await stage.generate(1, 'video');
  await stage.banner('Flow says that the credits are used up.');
  await stage.status(1, 'Queued');
  expect(stage.replica.counters.submits).toBe(0);
  await stage.banner('What is free goes on.');
  await stage.orderUnseen(2, 'image');
  await stage.pressWhenReady(2);
  await stage.finish(['2 image 1']);
  stage.replica.set({ credits: 50 });
  await stage.openFlow();
  await stage.pressWhenReady(1);
  await stage.finish(['1 video 1', '2 image 1']);
  expect(stage.replica.account.credits).toBe(40);
};

const creditsEnd: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.order(2, 'video');
  await stage.generate(3, 'video');
  await stage.advance(3_100);
  await stage.banner('Flow says that the credits are used up.');
  await stage.status(3, 'Queued');
  // What is paid for comes all the same.
  await stage.finish(['1 video 1', '2 video 1']);
  await stage.banner('Flow says that the credits are used up.');
  expect(stage.replica.account.credits).toBe(5);
  expect(stage.replica.counters.submits).toBe(2);
};

const quota: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.banner('The quota of Omni Flash is used up for now. Orders with other models go on.');
  await stage.status(1, 'Queued');
  expect(await stage.takes()).toEqual([]);
  expect(stage.replica.counters).toMatchObject({ submits: 1, refused: 1 });
  expect(stage.replica.account.credits).toBe(1050);
  // Only this model is held up: an image is made, and so is the clip once another model is chosen.
  await stage.orderUnseen(2, 'image');
  await stage.pressWhenReady(2);
  await stage.choose({ videoModel: 'Veo 3.1 - Fast', clipLengthS: 8 });
  await stage.pressWhenReady(1);
  await stage.finish(['1 video 1', '2 image 1']);
  await stage.noBanner();
};

const otherLanguage: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.order(2, 'image');
  await stage.finish(['1 image 1', '2 image 1']);
};

const labs: Play = async (stage) => {
  await stage.flow.goto('https://labs.google/fx/vi/tools/flow');
  await stage.goesTo('https://flow.google.com/');
  await stage.generate(1, 'image');
  await stage.banner('Open a project in Flow.');
  await stage.openFlow();
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1']);
};

/** What the account is and may, and what Flow puts in the way. */
export const ACCOUNT_PLAYS: Readonly<Record<number, Play>> = {
  1: signedOut,
  2: bounced,
  3: agentOn,
  4: agentOnly,
  5: narrow,
  6: cookies,
  7: changelog,
  8: consent,
  9: noCredits,
  10: creditsEnd,
  20: quota,
  52: otherLanguage,
  57: labs,
};
