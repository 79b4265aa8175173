import { expect } from 'vitest';
import { isSceneIndex } from '../../lib/domain/ids.ts';
import { seeded } from '../fakes/studio.ts';
import { EXTENSION_ID } from './launch.mjs';
import { Panel, PATIENCE_MS } from './panel.ts';
import { readRows } from './stored-laws.ts';

/** What a hand does to a scene in one of the windows; where its button is not there now, nothing. */
type Act = (window: Panel, scene: number) => Promise<unknown>;

const ACTS: readonly Act[] = [
  pressing(/^(Generate|Regenerate|Retry)( image)?$/),
  pressing(/^(Generate|Regenerate|Retry) video$/),
  pressing(/^(Generate|Regenerate|Retry) video$/),
  pressing('Cancel'),
  (window, scene) => sending(window, scene, 'editScene'),
  (window, scene) => sending(window, scene, 'moveScene'),
  movingAndUndoing,
];

/** Opens a second window of the same browser, with a panel of its own. */
export async function openSecondWindow(first: Panel): Promise<Panel> {
  const session = await first.context.newCDPSession(first.page);
  const opened = first.context.waitForEvent('page');
  await session.send('Target.createTarget', {
    url: `chrome-extension://${EXTENSION_ID}/sidepanel.html`,
    newWindow: true,
  });
  const page = await opened;
  await page.getByRole('article').first().waitFor();
  return new Panel(first.launched, page);
}

/** Two hands work in two windows at once this many times, half of the time on one scene; now and then the worker is stopped. */
export async function workInBoth(
  windows: readonly [Panel, Panel],
  times: number,
  seed: number,
): Promise<void> {
  const random = seeded(seed);
  const scenes = await windows[0].page.getByRole('article').count();
  const draw = (count: number): number => Math.floor(random() * count);
  for (let time = 0; time < times; time++) {
    const scene = 1 + draw(scenes);
    const other = random() < 0.5 ? scene : 1 + draw(scenes);
    const [here = ACTS[0], there = ACTS[0]] = [ACTS[draw(ACTS.length)], ACTS[draw(ACTS.length)]];
    await Promise.all([here?.(windows[0], scene), there?.(windows[1], other)]);
    if (random() < 0.1) await windows[0].stopWorker();
  }
  await windows[0].wake();
}

/** Waits until both windows show the same of every scene that both have on screen, from the first on. */
export async function showTheSame([one, two]: readonly [Panel, Panel]): Promise<void> {
  const differing = async (): Promise<readonly unknown[]> => {
    const [here, there] = [await shownFromTop(one), await shownFromTop(two)];
    const both = Math.min(here.length, there.length);
    if (both === 0) return ['nothing is shown'];
    return here.slice(0, both).flatMap((card, at) => (card === there[at] ? [] : [[card, there[at]]]));
  };
  await expect.poll(differing, { timeout: PATIENCE_MS, interval: 500 }).toEqual([]);
}

/** A window holds the cards near what it shows, as many as it is high. */
async function shownFromTop({ page }: Panel): Promise<readonly string[]> {
  await page.bringToFront();
  await page.getByRole('main').evaluate(async (list) => {
    list.scrollTo(0, 0);
    for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
  });
  return page.getByRole('article').allInnerTexts();
}

function pressing(name: string | RegExp): Act {
  return async (window, scene) => {
    const button = window.card(scene).getByRole('button', { name, exact: true }).first();
    if ((await button.count()) > 0) await button.click({ timeout: 1_000 }).catch(() => undefined);
  };
}

async function movingAndUndoing(window: Panel, scene: number): Promise<void> {
  const told = window.page.getByText(`Scene ${scene} is now`);
  await window.more(scene, 'Move down').catch(() => undefined);
  const isTold = await told.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  );
  if (isTold) await window.page.keyboard.press('Control+Z');
}

async function sending(window: Panel, scene: number, type: 'editScene' | 'moveScene'): Promise<void> {
  const [row] = (await readRows(window)).scenes;
  if (row === undefined || !isSceneIndex(scene)) throw new Error('There is no scene.');
  const at = { projectId: row.projectId, index: scene };
  if (type === 'editScene') await window.command({ type, ...at, text: { description: `said anew` } });
  else await window.command({ type, ...at, after: null });
}
