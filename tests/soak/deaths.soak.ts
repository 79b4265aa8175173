import { playDeaths } from '../durability/deaths.ts';
import { playFlowDeaths } from '../durability/flow-deaths.ts';

playDeaths(1);
playFlowDeaths(1);
