import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from '../browser/flow-panel.ts';
import { playRun } from '../browser/flow-runs.ts';
import { countOf } from './counts.ts';

const RUNS = countOf('RUNS', 500);
const SEED = countOf('SEED', 1001);
/** A browser is begun anew after this many runs: the service keeps all that it has made. */
const RUNS_OF_ONE = 25;

describe('[L1] [L6] random runs on Flow', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
  });
  afterAll(() => panel.close());

  it(`${RUNS} of them put no result on another scene`, async () => {
    for (let run = 0; run < RUNS; run++) {
      const again = `SEED=${SEED + run} RUNS=1`;
      const wrong = await playRun(panel, SEED + run).catch((error: unknown) => {
        throw new Error(again, { cause: error });
      });
      expect({ again, wrong }).toEqual({ again, wrong: [] });
      expect(panel.replica.misdeeds).toEqual({});
      if (run % RUNS_OF_ONE !== RUNS_OF_ONE - 1) continue;
      await panel.close();
      panel = await FlowPanel.openBeside();
    }
    console.log(`${RUNS} runs on Flow from seed ${SEED}: no result on another scene, no misdeeds`);
  });
});
