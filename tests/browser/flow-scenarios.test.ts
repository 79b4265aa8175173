import { describe } from 'vitest';
import { playScenarios } from './flow-scenarios.ts';

/** What can cost twice, or nobody can tell, or stops everything; all sixty are played in the browser soak. */
const DEAREST: ReadonlySet<number> = new Set([
  1, 3, 8, 10, 13, 14, 15, 17, 20, 25, 27, 28, 32, 38, 41, 42, 43, 46, 47, 51, 59,
]);

describe('the dearest of the known failures of the field, on Flow beside the panel', () => {
  playScenarios((number) => DEAREST.has(number));
});
