import { afterAll, describe, expect, it } from 'vitest';
import { play, STORIES } from './flow-stories.ts';

/** Plays every story of an order on Flow with a death at each point of it, or at every so many. */
export function playFlowDeaths(every: number): void {
  describe('death at every write, call and message of an order on Flow', () => {
    let deaths = 0;
    afterAll(() => console.log(`died at ${deaths} points of orders on Flow, each followed to the end`));

    it.each(STORIES)(
      '[L1] [L5] [L6] [L10] [L17] $name: nothing is lost, pressed twice or on another scene',
      async (story) => {
        const whole = await play(story, null);
        expect(whole.broken).toEqual([]);
        const failures: string[] = [];
        for (let at = STORIES.indexOf(story) % every; at < whole.points.length; at += every) {
          const { broken, points } = await play(story, at);
          deaths++;
          if (broken.length > 0) failures.push(`point ${at}, ${points.at(-1)}: ${broken.join('; ')}`);
        }
        expect(failures).toEqual([]);
      },
      600_000,
    );
  });
}
