import { describe } from 'vitest';
import { playScenarios } from '../browser/flow-scenarios.ts';

describe('the sixty known failures of the field, on Flow beside the panel', () => {
  playScenarios(() => true);
});
