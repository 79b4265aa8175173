import { playFilm } from '../browser/flow-film.ts';
import { countOf } from './counts.ts';

playFilm(countOf('SCENES', 12));
