import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from './flow-panel.ts';
import { playRun } from './flow-runs.ts';

const RUNS = 20;

describe('[L1] [L6] random runs on Flow', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
  });
  afterEach(() => {
    expect(panel.replica.misdeeds).toEqual({});
    expect(panel.replica.defects).toEqual([]);
  });
  afterAll(() => panel.close());

  it.each(Array.from({ length: RUNS }, (_, at) => at + 1))(
    'run %i puts no result on another scene',
    async (seed) => {
      expect(await playRun(panel, seed)).toEqual([]);
    },
  );
});
