import { playDeaths } from './deaths.ts';

// Every point in the soak.
playDeaths(8);
