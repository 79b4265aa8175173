import { playDeaths } from './flow-deaths.ts';

playDeaths(['submitted']);
