import { fold } from './fold.ts';
import type { Project } from './project.ts';
import type { FilmSpent } from './spent.ts';

/** A project in the list of all. */
export interface ProjectLine {
  readonly project: Project;
  readonly scenes: number;
  /** When it was last written or got a take, ms since the epoch. */
  readonly workedAt: number;
  /** What was taken for it, unit by unit; for orders that nobody has told of, what was asked. */
  readonly spent: readonly {
    readonly unit: FilmSpent['unit'];
    readonly amount: number;
    /** Whether all of it is told. */
    readonly isSure: boolean;
  }[];
}

/** Finds projects by words of their names and clients, in any case and with or without accents; all without words. */
export function findProjects(lines: readonly ProjectLine[], query: string): readonly ProjectLine[] {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return lines.filter(({ project: { name, client } }) => {
    const own = fold(`${name} ${client}`);
    return words.every((word) => own.includes(word));
  });
}
