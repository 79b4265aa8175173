import { playDeaths } from './flow-deaths.ts';

playDeaths(['armed', 'submitted']);
