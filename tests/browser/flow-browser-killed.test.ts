import { playKills } from './flow-browser-kills.ts';

playKills(['downloading']);
