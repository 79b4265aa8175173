import { LIVES, playInjections } from '../browser/flow-injections.ts';

playInjections(LIVES);
