import { playKills } from './flow-browser-kills.ts';

playKills(['pressed but not answered', 'downloading']);
