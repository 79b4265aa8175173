import { DIES_WHILE, playDeaths } from '../browser/flow-deaths.ts';

playDeaths(DIES_WHILE);
