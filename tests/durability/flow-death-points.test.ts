import { playFlowDeaths } from './flow-deaths.ts';

// Every point in the soak.
playFlowDeaths(8);
