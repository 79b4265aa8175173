import { expect } from 'vitest';
import { decodingErrors, PATIENCE_MS, type Panel } from './panel.ts';

/** Makes the video of a scene so many times again: each is there, plays, and is like no other. */
export async function makeAgain(panel: Panel, times: number): Promise<void> {
  const all = times + 1;
  await panel.shortFilm('Many', 1);
  await panel.more(1, 'Generate video');
  await panel.waitForStatus(1, 'Done');
  for (let number = 2; number <= all; number++) {
    // The first time the button stands on the card; where a new take waits to be used it is in More.
    if (number === 2) await panel.press(1, 'Regenerate video');
    else await panel.more(1, 'Regenerate video');
    await expect
      .poll(async () => (await panel.takes()).filter(({ kind }) => kind === 'video').length, {
        timeout: PATIENCE_MS,
      })
      .toBe(number);
    await panel.waitForStatus(1, 'New take');
  }
  const videos = (await panel.hashedTakes()).filter(({ kind }) => kind === 'video');
  expect(videos.map(({ number }) => number)).toEqual(Array.from({ length: all }, (_, at) => at + 1));
  expect(new Set(videos.map((take) => take.sha256)).size).toBe(all);
  for (const { number } of videos) expect(decodingErrors(await panel.save(1, 'video', number))).toBe('');
  await panel.press(1, 'Use this take');
  await panel.waitForStatus(1, 'New take');
  await panel
    .card(1)
    .getByRole('button', { name: new RegExp(`^Video take ${all}, Picked`) })
    .waitFor();
}
