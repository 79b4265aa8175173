import { LIVES, playInjections } from './flow-injections.ts';

playInjections(LIVES.slice(-1));
