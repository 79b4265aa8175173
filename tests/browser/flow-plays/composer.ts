import { expect } from 'vitest';
import type { FlowStage, Play } from '../flow-stage.ts';

const takesIt: Play = async (stage) => {
  await stage.order(1, 'video');
  await stage.finish(['1 video 1']);
};

const otherLength: Play = async (stage) => {
  await stage.generate(1, 'video');
  await stage.advance(3_100);
  await stage.status(1, 'Failed');
  await stage.note(1, '6 s is not offered here. Choose from: 8.');
  expect(stage.replica.counters.submits).toBe(0);
};

/** The user changes the model by hand at the moment at which the order is prepared. */
const resetsLate: Play = async (stage) => {
  await stage.flow.locator('.settings-trigger-button').click();
  await stage.flow.locator('.model-select-trigger').click();
  await stage.flow.locator('flow-menu-item button').first().click();
  await stage.generate(1, 'video');
  await stage.pressWhenReady(1);
  await stage.finish(['1 video 1']);
};

const dropped: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.finish(['1 image 1']);
  await stage.generate(1, 'video');
  await stage.pressWhenReady(1);
  await stage.finish(['1 image 1', '1 video 1']);
  expect(stage.replica.log.at(-1)?.rpcid).toBe('YhhmEf');
  await stage.note(1, 'Flow made this without your picture.');
};

/** The pictures that the newest order went out with. */
function sentPictures({ replica }: FlowStage): readonly string[] {
  return replica.jobs.at(-1)?.references ?? [];
}

const ownPicture: Play = async (stage) => {
  await stage.panel.addPhoto(1, [10, 90, 40]);
  await stage.order(1, 'image');
  await stage.finish(['1 image 1']);
  expect(stage.uploads()).toHaveLength(1);
  expect(sentPictures(stage)).toEqual(stage.uploads().map(({ mediaId }) => mediaId));
};

const leftoverChips: Play = async (stage) => {
  await stage.panel.addPhoto(1, [90, 10, 40]);
  await stage.order(1, 'image');
  expect(sentPictures(stage)).toEqual([stage.uploads()[0]?.mediaId]);
  await stage.order(2, 'image');
  expect(sentPictures(stage)).toEqual([]);
  await stage.finish(['1 image 1', '2 image 1']);
};

const leftoverText: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.order(2, 'image');
  await stage.finish(['1 image 1', '2 image 1']);
  expect(stage.replica.jobs.map(({ prompt }) => prompt)).toEqual(['a red fox', 'a blue heron']);
};

const oldFailures: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.status(1, 'Generating');
  await stage.finish(['1 image 1']);
};

const tooLong: Play = async (stage) => {
  await stage.generate(1, 'image');
  await stage.status(1, 'Failed');
  await stage.note(1, 'This prompt has 2,600 characters; the service takes at most 2,450.');
  expect(stage.replica.counters.submits).toBe(0);
};

const oddPrompt: Play = async (stage) => {
  await stage.order(1, 'image');
  await stage.finish(['1 image 1']);
  expect(stage.replica.jobs[0]?.prompt.replace(/\s+/g, '')).toBe(ODD_PROMPT.replace(/\s+/g, ''));
};

/** Newlines, a sign that opens the mention picker, quotes, Hebrew, a family of emoji. */
export const ODD_PROMPT = 'a fox\nsays "hi" to @anna,\n\nשלום עולם 👩‍👩‍👧 “đẹp quá” \\ \'x\'';

/** What the composer holds and offers, and what goes out of it. */
export const COMPOSER_PLAYS: Readonly<Record<number, Play>> = {
  30: takesIt,
  31: otherLength,
  32: resetsLate,
  33: otherLength,
  34: dropped,
  35: ownPicture,
  36: ownPicture,
  37: ownPicture,
  38: leftoverChips,
  39: leftoverText,
  40: oldFailures,
  53: tooLong,
  54: oddPrompt,
  58: ownPicture,
};
