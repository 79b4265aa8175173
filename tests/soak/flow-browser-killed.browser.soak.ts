import { KILLED_WHILE, playKills } from '../browser/flow-browser-kills.ts';

playKills(KILLED_WHILE);
