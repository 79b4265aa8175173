import { DIES_WHILE, playOrderDeaths } from '../browser/flow-order-deaths.ts';

playOrderDeaths(DIES_WHILE);
