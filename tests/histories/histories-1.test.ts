import { keepsEveryLaw } from './keeps-every-law.ts';

keepsEveryLaw({ seed: 1 });
