import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import { parseMaybe, parseRow, projectRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads a project, in the bin or not; null where there is none. */
export async function getProject(tx: AnyTx, id: ProjectId): Promise<Project | null> {
  return parseMaybe(projectRow, await tx.idb.objectStore('projects').get(id), 'projects');
}

/** Every project, those in the bin too, newest first. */
export async function getProjects(tx: AnyTx): Promise<readonly Project[]> {
  const rows = await tx.idb.objectStore('projects').getAll();
  const projects = rows.map((row) => parseRow(projectRow, row, 'projects'));
  return projects.toSorted((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
}

/** Writes a project. */
export async function putProject(tx: WriteTx, project: Project): Promise<void> {
  await tx.idb.objectStore('projects').put(project);
  tx.touch({ type: 'projects' });
  tx.touch({ type: 'project', projectId: project.id });
}
