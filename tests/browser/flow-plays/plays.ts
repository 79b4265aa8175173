import type { Play, Setting } from '../flow-stage.ts';
import { ACCOUNT_PLAYS } from './account.ts';
import { COMPOSER_PLAYS, ODD_PROMPT } from './composer.ts';
import { PRESS_PLAYS } from './press.ts';
import { REPLY_PLAYS } from './replies.ts';

/** The scenarios that are played in the browser, by their number. */
export const PLAYS: Readonly<Record<number, Play>> = {
  ...ACCOUNT_PLAYS,
  ...COMPOSER_PLAYS,
  ...PRESS_PLAYS,
  ...REPLY_PLAYS,
};

const THREE = ['a red fox', 'a blue heron', 'a grey owl'];
const FROM_TEXT: Setting = { videoFrom: 'text' };

/** How a scenario begins where it does not with two scenes whose videos come from pictures. */
export const SETTINGS: Readonly<Record<number, Setting>> = {
  ...Object.fromEntries(
    [9, 13, 14, 15, 16, 20, 22, 23, 24, 25, 26, 28, 29, 30, 31, 32, 33, 41, 46, 47, 48, 49, 50, 60].map(
      (number) => [number, FROM_TEXT],
    ),
  ),
  2: { prompts: THREE },
  10: { ...FROM_TEXT, prompts: THREE },
  18: { prompts: [...THREE, 'a white cat'] },
  38: { switches: { seededAssets: 2 } },
  42: { prompts: ['a red fox', 'a red fox'] },
  43: { prompts: ['a red fox', 'a red fox'] },
  53: { prompts: ['x'.repeat(2_600)] },
  54: { prompts: [ODD_PROMPT] },
};
