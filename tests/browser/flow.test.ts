import { playFilm } from './flow-film.ts';

// Twelve in the soak.
playFilm(4);
