import { describe } from 'vitest';
import { playScenarios } from './flow-scenarios.ts';

/** What can cost twice, or nobody can tell, or stops everything; all sixty are played in the browser soak. */
const DEAREST: ReadonlySet<number> = new Set([14, 43, 51]);

describe('the dearest of the known failures of the field, on Flow beside the panel', () => {
  playScenarios((number) => DEAREST.has(number));
});
