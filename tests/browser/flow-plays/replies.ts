import { expect } from 'vitest';
import type { Play } from '../flow-stage.ts';

const MINUTE_MS = 60_000;

const replyLost: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.openFlow();
  await stage.status(1, 'Generating');
  await stage.finish(['1 video 1']);
  expect(stage.replica.counters.submits).toBe(1);
  expect(stage.replica.account.credits).toBe(1040);
};

const nothingMade: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.status(1, 'Generating');
  await stage.passDeadline();
  await stage.status(1, 'Failed');
  await stage.note(1, 'It took too long, so Retake stopped waiting.');
  expect(stage.replica.account.credits).toBe(1050);
  expect(stage.replica.counters.submits).toBe(1);
};

const onlyInPage: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.until(async () => {
    await stage.advance(2 * MINUTE_MS);
    return (await stage.panel.status(1)) === 'Failed';
  });
  await stage.note(1, 'The service could not make it.');
  expect(stage.replica.account.credits).toBe(1050);
};

const distrusted: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.banner('The service doubts this account. Retake sends nothing more until you say so.');
  await stage.status(1, 'Queued');
  await stage.openFlow();
  await stage.advance(31 * MINUTE_MS);
  await stage.status(1, 'Queued');
  expect(stage.replica.counters).toMatchObject({ submits: 1, refused: 1 });
  expect(await stage.ledger()).toEqual(['0/0']);
  expect(await stage.takes()).toEqual([]);
};

const distrustedLater: Play = async (stage) => {
  for (const index of [1, 2, 3, 4]) await stage.order(index, 'image');
  await stage.banner('The service doubts this account.');
  await stage.status(4, 'Queued');
  // The latch stops claims, polls and downloads; what was paid comes once the user says so.
  await stage.liftHold();
  stage.replica.finishAll();
  await stage.finish(['1 image 1', '2 image 1', '3 image 1']);
};

const throttled: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.order(2, 'image');
  await stage.banner('The service asks for a pause. Goes on by itself in');
  await stage.status(2, 'Queued');
  stage.replica.finishAll();
  await stage.advance(35_000);
  await stage.pressWhenReady(2);
  await stage.finish(['1 image 1', '2 image 1']);
};

const refusedContent: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.status(1, 'Failed');
  await stage.note(1, /The service refused this content\..*You were not charged\./);
  expect(await stage.ledger()).toEqual(['0/0']);
  expect(stage.replica.account.credits).toBe(1050);
};

const failsAtWork: Play = async (stage) => {
  await stage.order(1, 'video');
  stage.replica.finishAll();
  await stage.status(1, 'Failed');
  await stage.note(1, 'The service refused this content.');
  expect(stage.replica.account.credits).toBe(1050);
  expect(await stage.takes()).toEqual([]);
};

const comes: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.finish(['1 video 1']);
  expect(await stage.ledger()).toEqual(['10/10']);
  expect(stage.replica.account.credits).toBe(1040);
};

const neverEnds: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.passDeadline();
  await stage.status(1, 'Failed');
  await stage.note(1, 'It took too long');
  await stage.panel.press(1, 'Retry');
  await stage.status(1, 'Generating');
  await stage.finish(['1 video 1']);
  expect(stage.replica.counters.submits).toBe(1);
};

const expired: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.finish(['1 image 1']);
};

const wrongBytes: Play = async (stage) => {
  await stage.order(1, 'video');
  stage.replica.finishAll();
  await stage.until(async () => {
    await stage.advance(15_000);
    return (await stage.panel.status(1)) === 'Failed';
  });
  await stage.note(1, 'What came back is not what was ordered');
  expect(await stage.takes()).toEqual([]);
  expect(await stage.ledger()).toEqual(['10/10']);
};

const htmlPages: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.status(1, 'Generating');
  await stage.passDeadline();
  await stage.status(1, 'Failed');
  await stage.note(1, 'It took too long, so Retake stopped waiting.');
  expect(await stage.takes()).toEqual([]);
};

const reloaded: Play = async (stage) => {
  const loaded = stage.flow.waitForEvent('load');
  await stage.order(1, 'video');
  await loaded;
  await stage.finish(['1 video 1']);
  expect(await stage.ledger()).toEqual(['10/10']);
};

const elsewhere: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.goesTo(`/project/${stage.replica.projects[1]?.id ?? ''}`);
  stage.replica.finishAll();
  await stage.openFlow();
  await stage.finish(['1 video 1']);
};

const hidden: Play = async (stage) => {
  await stage.order(1, 'video');
  stage.replica.finishAll();
  await stage.advance(2 * MINUTE_MS);
  await stage.status(1, 'Generating');
  await stage.openFlow();
  await stage.finish(['1 video 1']);
};

const workerStops: Play = async (stage) => {
  await stage.generate(1, 'video');
  await stage.ready(1);
  await stage.panel.stopWorker();
  await stage.pressStart();
  await stage.status(1, 'Generating');
  await stage.panel.stopWorker();
  await stage.panel.wake();
  await stage.finish(['1 video 1']);
  expect(await stage.ledger()).toEqual(['10/10']);
};

/** What the service answers, and what becomes of the order. */
export const REPLY_PLAYS: Readonly<Record<number, Play>> = {
  14: replyLost,
  15: replyLost,
  16: nothingMade,
  17: distrusted,
  18: distrustedLater,
  19: throttled,
  21: refusedContent,
  22: failsAtWork,
  23: onlyInPage,
  24: comes,
  25: neverEnds,
  26: comes,
  27: expired,
  28: wrongBytes,
  29: wrongBytes,
  47: reloaded,
  48: elsewhere,
  49: hidden,
  50: workerStops,
  56: htmlPages,
  60: comes,
};
