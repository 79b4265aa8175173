import { playOrderDeaths } from './flow-order-deaths.ts';

playOrderDeaths(['submitted']);
